import type { RouteName } from '@contract';
import { NEIGHBOUR, POSTER, STAFF, type Community } from '../tests/flows/support/community';
import { counted } from '../tests/flows/support/consult-steps';

type Call = <R extends RouteName>(openid: string, route: R, input: unknown) => Promise<void>;

/** Neighbours plan together: asked, chosen, added, objected; looked at, answered, told. The draft is planned by others after. */
export const consultRoutes = async (community: Community, call: Call, projectId: string): Promise<void> => {
  await call(STAFF, 'consult.open', { projectId, days: 7 });
  await community.runJobs();
  const [consult] = await community.must(POSTER, 'consult.list', {});
  const consultId = consult?.consultId ?? '';
  await call(POSTER, 'consult.rank', { consultId, points: [1, 2, 3] });
  await call(POSTER, 'consult.say', { consultId, kind: 'add', point: null, text: '先打个电话' });
  const add = (await community.must(POSTER, 'consult.get', { consultId })).mine.words[0]?.wordId ?? '';
  await call(NEIGHBOUR, 'consult.back', { consultId, wordId: add, isBacked: true });
  const objection = await community.must(NEIGHBOUR, 'consult.say', { consultId, kind: 'object', point: 1, text: '太赶了' });
  await call(STAFF, 'consult.judge', { consultId, wordId: objection.wordId, isShown: true });
  const other = await community.must(NEIGHBOUR, 'consult.say', { consultId, kind: 'add', point: null, text: '周末也来' });
  await call(NEIGHBOUR, 'consult.withdraw', { consultId, wordId: other.wordId });
  await counted(community);
  await call(POSTER, 'home.overview', {});
  await call(POSTER, 'consult.list', {});
  await call(NEIGHBOUR, 'consult.words', { consultId, kind: 'add' });
  await call(STAFF, 'consult.close', { consultId });
  await counted(community);
  await call(STAFF, 'consult.answer', { consultId, wordIds: [add, objection.wordId], outcome: 'adopted', text: '照办' });
  await call(STAFF, 'consult.finish', { consultId, note: '先打电话，分两天送' });
  await community.runJobs();
  await call(POSTER, 'consult.get', { consultId });
};
