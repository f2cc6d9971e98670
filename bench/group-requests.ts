import type { RouteName } from '@contract';
import { openShift } from '../tests/flows/support/activity-steps';
import { COMMUNITY, GRID, NEIGHBOUR, STAFF, type Community } from '../tests/flows/support/community';
import { cloudIdOf, CO_OWNER, OWNER, withOwners } from '../tests/flows/support/group-steps';

type Call = <R extends RouteName>(openid: string, route: R, input: unknown) => Promise<void>;

/** Groups: bound for a 小区, kept by two, ended; a thing brought into one and opened. */
export const groupRoutes = async (community: Community, call: Call): Promise<void> => {
  await withOwners(community);
  await call(STAFF, 'group.bind', { name: '枫林里邻居群', areaId: GRID });
  const { groupId } = await community.must(OWNER, 'group.bind', { name: '三栋', areaId: COMMUNITY });
  await community.must(OWNER, 'group.bind', { name: '四栋', areaId: COMMUNITY });
  await call(OWNER, 'group.rename', { groupId, name: '三栋的群' });
  await call(OWNER, 'group.told', { cloudId: await cloudIdOf(community, OWNER, 'tGroupBench') });
  await call(OWNER, 'group.mine', {});
  await call(OWNER, 'group.get', { groupId });
  await call(STAFF, 'group.list', { communityId: COMMUNITY });
  const shiftId = await openShift(community);
  await call(OWNER, 'share.make', { groupId, itemKind: 'shift', itemId: shiftId });
  const { code: shareCode } = await community.must(OWNER, 'share.make', { groupId, itemKind: 'shift', itemId: shiftId });
  await call(NEIGHBOUR, 'share.open', { code: shareCode });
  await call(NEIGHBOUR, 'share.look', { code: shareCode });
  await call(OWNER, 'share.things', { groupId });
  await call(STAFF, 'share.ofGroup', { groupId });
  await call(OWNER, 'share.picture', { code: shareCode });
  await call(OWNER, 'group.invite', { groupId });
  const { code } = await community.must(OWNER, 'group.invite', { groupId });
  await call(CO_OWNER, 'group.accept', { code });
  const { memberId } = await community.me(OWNER);
  await call(STAFF, 'group.removeOwner', { groupId, memberId });
  await call(CO_OWNER, 'group.leave', { groupId });
  const second = await community.must(OWNER, 'group.mine', {});
  await call(STAFF, 'group.end', { groupId: second[0]?.groupId ?? '', reason: '群里在卖东西' });
};
