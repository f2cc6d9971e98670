/** The unmodified wx-server-sdk as a client of a local cloud, for tests and tools. */
import { APP_ID, baseEnvironment } from './functions/environment';
import type { RealSdk } from './sdk-types';

/**
 * Points the environment of this process at the cloud and gives the initialised SDK. The SDK reads process.env at every
 * call, so one process speaks to one cloud at a time; jest gives every test file an environment of its own.
 */
export function withRealSdk(url: string, identity: { readonly openid?: string; readonly token?: string } = {}): RealSdk {
  const { openid, token = 'outside' } = identity;
  const named = { ...(openid !== undefined && { WX_OPENID: openid }), WX_APPID: APP_ID, WX_API_TOKEN: token };
  Object.assign(process.env, baseEnvironment(url), named, { WX_CONTEXT_KEYS: Object.keys(named).join(','), SILENCE: 'true' });
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the SDK must be loaded after the environment is set
  const sdk = require('wx-server-sdk') as RealSdk;
  sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV });
  return sdk;
}
