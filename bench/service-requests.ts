import type { RouteName, ServiceRecordView } from '@contract';
import { COMMUNITY, HOUR_MS, MERCHANT, NEIGHBOUR, POSTER, STAFF, type Community } from '../tests/flows/support/community';
import { servedShift } from '../tests/flows/support/service-steps';

type Call = <R extends RouteName>(openid: string, route: R, input: unknown) => Promise<void>;

/** Hours of service, from a roster and from a back entry, read, asked about, put right, taken back. Some days go by in it. */
export const serviceRoutes = async (community: Community, call: Call): Promise<void> => {
  const shiftId = await servedShift(community, POSTER, [NEIGHBOUR, MERCHANT], 90);
  const [record] = (await community.must(NEIGHBOUR, 'service.mine', {})).items;
  const { recordId, fromMs, toMs } = record as ServiceRecordView;
  await call(NEIGHBOUR, 'service.mine', {});
  await call(NEIGHBOUR, 'service.get', { recordId });
  await call(POSTER, 'service.ofShift', { shiftId });
  await call(STAFF, 'service.list', { areaId: COMMUNITY, state: 'counted' });
  await call(NEIGHBOUR, 'service.ask', { recordId, words: '我走得晚一些' });
  await call(POSTER, 'service.decideAsk', { recordId, words: '名单上是这样记的' });
  await call(STAFF, 'service.correct', { recordId, fromMs, toMs: toMs + HOUR_MS / 2, reason: '问过门口保安' });
  await call(STAFF, 'service.revoke', { recordId, reason: '记重了' });
  const { code } = await community.me(STAFF);
  const memberCode = (await community.me(MERCHANT)).code;
  await call(POSTER, 'service.backEnter', { shiftId, memberCode, fromMs: fromMs + 2 * HOUR_MS, toMs: fromMs + 3 * HOUR_MS, reason: '后来又留下收拾', secondCode: code });
  await call(STAFF, 'service.waiting', {});
  const [waiting] = (await community.must(STAFF, 'service.waiting', {})).items;
  await call(STAFF, 'service.answerSecond', { recordId: waiting?.recordId, accept: false, words: '那时已经散了' });
  await call(STAFF, 'service.export', { areaId: COMMUNITY, month: record?.day.slice(0, 7) });
  await call(STAFF, 'service.oddities', { communityId: COMMUNITY });
};
