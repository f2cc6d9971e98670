import sdk from 'wx-server-sdk';
import type { RealSdk } from '../../../devtools/local-cloud/sdk-types';

/** Stands where `events` and `jobs` do: writes down what it was called with. */
const cloud = sdk as unknown as RealSdk;
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

export const main = async (event: object): Promise<unknown> => {
  const { SOURCE, OPENID = null } = cloud.getWXContext() as { SOURCE?: string; OPENID?: string };
  await cloud.database().collection('notes').add({ data: { kind: 'heard', source: SOURCE, openid: OPENID, event } });
  return { source: SOURCE };
};
