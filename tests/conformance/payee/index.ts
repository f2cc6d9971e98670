import sdk from 'wx-server-sdk';
import type { RealSdk } from '../../../devtools/local-cloud/sdk-types';

/**
 * Stands where `payment` does: writes down every callback and answers {errcode: 0}, unless the note `answer` says how many
 * times it must fail first (`left`) and how (`with`).
 */
const cloud = sdk as unknown as RealSdk;
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
const database = cloud.database({ throwOnNotFound: false });

export const main = async (event: object): Promise<unknown> => {
  const { SOURCE, OPENID = null } = cloud.getWXContext() as { SOURCE?: string; OPENID?: string };
  const notes = database.collection('notes');
  await notes.add({ data: { kind: 'heard', source: SOURCE, openid: OPENID, event } });
  const { data } = await notes.doc('answer').get();
  const { left = 0, with: answer } = (data ?? {}) as { left?: number; with?: unknown };
  if (left <= 0) return { errcode: 0, errmsg: 'ok' };
  await notes.doc('answer').update({ data: { left: database.command.inc(-1) } });
  if (answer === 'throw') throw new Error('the payee stumbled');
  return answer;
};
