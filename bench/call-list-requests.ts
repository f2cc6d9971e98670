import type { RouteName } from '@contract';
import { callList, unreadForADay } from '../tests/flows/support/call-list-steps';
import { COMMUNITY, POSTER, STAFF, type Community } from '../tests/flows/support/community';

type Call = (openid: string, route: RouteName, input: unknown) => Promise<void>;

/** Staff call somebody whom no message reached. A day goes by in it. */
export const callListRoutes = async (community: Community, call: Call): Promise<void> => {
  await unreadForADay(community, POSTER);
  await call(STAFF, 'callList.page', { areaId: COMMUNITY });
  const { memberId: calleeId } = await community.me(POSTER);
  await call(STAFF, 'callList.reach', { calleeId });
  const row = (await callList(community)).find((each) => each.calleeId === calleeId);
  await call(STAFF, 'callList.record', { calleeId, calls: row?.calls ?? 0, outcome: 'later' });
};
