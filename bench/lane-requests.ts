import type { RouteName } from '@contract';
import { ADMIN, COMMUNITY, STREET, type Community } from '../tests/flows/support/community';
import { bringStreetAdmin, laneFacts, STREET_ADMIN } from '../tests/flows/support/lane-steps';

type Call = <R extends RouteName>(openid: string, route: R, input: unknown) => Promise<void>;

/** A lane recorded, confirmed, recorded anew and closed. */
export const laneRoutes = async (community: Community, call: Call): Promise<void> => {
  await bringStreetAdmin(community);
  const accountingAgentCode = (await community.me(STREET_ADMIN)).code;
  const facts = laneFacts('mutual', STREET, { accountingAgentCode });
  await call(ADMIN, 'lane.record', facts);
  await call(STREET_ADMIN, 'lane.confirm', { areaId: STREET, lane: 'mutual', version: 1 });
  await call(ADMIN, 'lane.record', facts);
  await call(ADMIN, 'lane.list', { areaId: COMMUNITY });
  await call(ADMIN, 'lane.isOpen', { lane: 'mutual' });
  await call(ADMIN, 'lane.close', { areaId: COMMUNITY, lane: 'mutual', reason: '这里先不开' });
  await call(STREET_ADMIN, 'lane.close', { areaId: STREET, lane: 'mutual', reason: '换收款方，先停一停' });
};
