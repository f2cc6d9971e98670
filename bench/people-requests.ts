import type { RouteName } from '@contract';
import { openWish } from '../tests/flows/support/wish-steps';
import { COMMUNITY, DAY_MS, GRID, STAFF, type Community } from '../tests/flows/support/community';

type Call = (openid: string, route: RouteName, input: unknown) => Promise<void>;

/** People on paper: written down, found, read, helped by phone, and one takes over and is undone. */
export const peopleRoutes = async (community: Community, call: Call): Promise<void> => {
  const person = { name: '林阿婆', phone: '057188124477', areaId: GRID, address: '一栋 101' };
  await call(STAFF, 'person.save', person);
  const [found] = await community.must(STAFF, 'person.find', { areaId: COMMUNITY, phone: person.phone });
  const personId = found?.personId ?? '';
  await call(STAFF, 'person.find', { areaId: COMMUNITY, phone: person.phone });
  await call(STAFF, 'person.list', { areaId: COMMUNITY });
  await call(STAFF, 'person.get', { personId, reason: '接电话' });
  const windowEndMs = community.nowMs() + 9 * DAY_MS;
  await call(STAFF, 'phone.recordWish', { personId, title: '想有人帮着换灯', story: '灯坏了，够不着。', category: 'repair', shares: 1, estimatedValueFen: null, urgency: 'normal', windowEndMs, handover: 'home', consent: { kind: 'phone', saidAtMs: community.nowMs() } });
  await call(STAFF, 'phone.recordClaim', { personId, wishId: await openWish(community, { urgency: 'urgent' }), shares: 1 });
  await call(STAFF, 'phone.waiting', { personId });
  await community.join('oTestLinGrandma', '林阿婆', GRID);
  await call(STAFF, 'person.issueTakeover', { personId, proof: '看了身份证' });
  const { code } = await community.must(STAFF, 'person.issueTakeover', { personId, proof: '看了身份证' });
  await call('oTestLinGrandma', 'person.takeOver', { code });
  await call('oTestLinGrandma', 'helpBack.suggestions', {});
  await call(STAFF, 'person.undoTakeover', { personId, reason: '认错人了' });
  await call('oTestLinGrandma', 'helpBack.mute', {});
};
