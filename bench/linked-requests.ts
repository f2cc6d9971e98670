import type { RouteName } from '@contract';
import { ADMIN, COMMUNITY, POSTER, STAFF, type Community } from '../tests/flows/support/community';
import { openLane } from '../tests/flows/support/lane-steps';
import { linkedFacts, showLinked } from '../tests/flows/support/linked-steps';

type Call = <R extends RouteName>(openid: string, route: R, input: unknown) => Promise<void>;

/** A linked campaign from being entered to its end; `laneRoutes` brought the street's administrator. */
export const linkedRoutes = async (community: Community, call: Call): Promise<void> => {
  await openLane(community, 'linked');
  const facts = linkedFacts(community);
  await call(STAFF, 'linked.enter', { areaId: COMMUNITY, ...facts });
  await call(STAFF, 'linked.waiting', {});
  const linkedId = (await community.must(STAFF, 'linked.waiting', {})).items[0]?.linkedId ?? '';
  await call(STAFF, 'linked.update', { linkedId, ...facts });
  await call(ADMIN, 'linked.check', { linkedId, version: 2, decision: { kind: 'approve', hasLookedUp: true } });
  await call(STAFF, 'linked.mirror', { linkedId, raisedText: '已筹 3 万元', raisedAtMs: community.nowMs(), source: '项目页' });
  await call(STAFF, 'linked.disclose', { linkedId, title: '进展', url: 'https://charity.example.org/q3' });
  for (let more = 0; more < 4; more += 1) await showLinked(community);
  await call(POSTER, 'linked.list', {});
  await call(POSTER, 'linked.get', { linkedId });
  await call(STAFF, 'linked.end', { linkedId, note: '够了' });
};
