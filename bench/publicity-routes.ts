import type { ApiContract, RouteName } from '@contract';
import { ADMIN, COMMUNITY, DAY_MS, NEIGHBOUR, POSTER, STAFF, type Community } from '../tests/flows/support/community';
import { checkedCase, checkOf, joinWorker, passPublicity, proposal, proposedCase, publicisedCase, WORKER } from '../tests/flows/support/publicity-steps';

type Call = <R extends RouteName>(openid: string, route: R, input: ApiContract[R]['input']) => Promise<void>;

/** Rows of lists that are worth measuring. */
const CASES = 5;

/** Calendar, publicities and people in special difficulty, each route once. */
export const publicityRoutes = async (community: Community, call: Call): Promise<void> => {
  await joinWorker(community);
  await call(STAFF, 'calendar.get', { year: '2026' });
  await call(ADMIN, 'calendar.setDays', { year: '2029', holidays: ['2029-01-01'], workdays: [] });
  await call(NEIGHBOUR, 'difficulty.suggest', { name: '老张', address: '小花园边上', circumstances: '好几天没见她下楼。' });
  await call(WORKER, 'difficulty.propose', await proposal(community));
  const suggested = await community.must(NEIGHBOUR, 'difficulty.suggest', { name: '老李', address: '小花园边上', circumstances: '腿脚不便。' });
  const { areaId: _areaId, ...person } = await proposal(community);
  await call(WORKER, 'difficulty.accept', { caseId: suggested.caseId, ...person });
  await call(WORKER, 'difficulty.close', { caseId: suggested.caseId, note: '本人不愿意' });
  await call(WORKER, 'difficulty.check', checkOf(await proposedCase(community), 'visit'));
  await call(WORKER, 'difficulty.publicise', { caseId: await checkedCase(community), aidText: '送米油' });
  const publicised = await publicisedCase(community);
  for (let index = 0; index < CASES; index += 1) await publicisedCase(community);
  await community.runJobs();
  await call(POSTER, 'publicity.list', { areaId: COMMUNITY });
  await call(STAFF, 'difficulty.list', { shelf: 'open' });
  await call(STAFF, 'publicity.recordPosting', { publicityId: publicised.publicityId, level: 'community', place: '宣传栏', photoFileId: await community.upload(STAFF, 'evidence') });
  await call(NEIGHBOUR, 'publicity.object', { publicityId: publicised.publicityId, text: '想问问情况。', isAnonymousToPublic: true });
  await call(STAFF, 'publicity.get', { publicityId: publicised.publicityId });
  const { objections } = await community.must(STAFF, 'publicity.get', { publicityId: publicised.publicityId });
  await call(STAFF, 'publicity.answer', { publicityId: publicised.publicityId, objectionId: objections[0]?.objectionId ?? '', isUpheld: false, text: '核实过，情况属实。' });
  await passPublicity(community, publicised.publicityId);
  await call(STAFF, 'difficulty.get', { caseId: publicised.caseId });
  await call(STAFF, 'difficulty.open', { caseId: publicised.caseId, reason: '明天上门' });
  await call(STAFF, 'difficulty.decide', { caseId: publicised.caseId, decision: { kind: 'approve' } });
  await call(STAFF, 'difficulty.visit', { caseId: publicised.caseId, note: '都好。', nextVisitAtMs: community.nowMs() + 30 * DAY_MS });
};
