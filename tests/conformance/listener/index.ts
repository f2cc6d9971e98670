import cloud from 'wx-server-sdk';

/** Stands where `events` and `jobs` do: writes down what it was called with. */
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string });

export const main = async (event: object): Promise<unknown> => {
  const { SOURCE, OPENID = null } = cloud.getWXContext() as { SOURCE?: string; OPENID?: string };
  await cloud.database().collection('notes').add({ data: { kind: 'heard', source: SOURCE, openid: OPENID, event } });
  return { source: SOURCE };
};
