import cloud from 'wx-server-sdk';

/**
 * The one place that initialises the SDK. Functions talk to the environment they run in, never to a named one.
 * `throwOnNotFound: false` makes a missing document an empty answer; our repositories decide what that means.
 */
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string });

export { cloud };

/** What WeChat says about a call; everything else a client sends is only a claim. */
export interface WxIdentity {
  /** Empty when no person stands behind the call (timer, message push). */
  readonly openid: string;
  readonly sources: readonly string[];
}

export const readIdentity = (): WxIdentity => {
  const context = cloud.getWXContext() as { readonly OPENID?: unknown; readonly SOURCE?: unknown };
  return {
    openid: typeof context.OPENID === 'string' ? context.OPENID : '',
    sources: typeof context.SOURCE === 'string' ? context.SOURCE.split(',') : [],
  };
};
