import type { RouteName } from '@contract';
import type { NeedPlan } from '../cloudfunctions/core/need-plan/need-plan';
import { COMMUNITY, DAY_MS, STAFF, type Community } from '../tests/flows/support/community';
import { consultRoutes } from './consult-requests';
import { GOODS_PLAN, openedProjects, placeNeeds } from '../tests/flows/support/need-steps';

type Call = <R extends RouteName>(openid: string, route: R, input: unknown) => Promise<void>;

/** The latest plan as it stands. */
const latest = async (community: Community): Promise<{ readonly planId: string; readonly version: number; readonly bundleIds: readonly number[]; readonly wishIds: readonly string[] }> => {
  const { plan } = await community.must(STAFF, 'needPlan.get', {});
  if (plan === null) throw new Error('no plan');
  const [to] = plan.bundles;
  const needs = community.document<NeedPlan>('needPlans', plan.planId)?.needs ?? {};
  return { planId: plan.planId, version: plan.version, bundleIds: plan.bundles.map(({ bundleId }) => bundleId), wishIds: Object.keys(needs).filter((wishId) => needs[wishId]?.[3] !== to?.bundleId).slice(0, 2) };
};

/** Needs in projects: bundled, adjusted, confirmed; planned, run, finished. */
export const needRoutes = async (community: Community, call: Call): Promise<void> => {
  for (const grid of [1, 3]) placeNeeds(community, 28, grid);
  await call(STAFF, 'needPlan.start', { ...GOODS_PLAN, communityId: COMMUNITY });
  await call(STAFF, 'needPlan.get', {});
  const first = await latest(community);
  await call(STAFF, 'needPlan.needs', { planId: first.planId, bundleId: first.bundleIds[0] });
  await call(STAFF, 'needPlan.move', { planId: first.planId, seenVersion: first.version, wishIds: first.wishIds, toBundleId: first.bundleIds[0] });
  await call(STAFF, 'needPlan.undo', { planId: first.planId, seenVersion: first.version + 1 });
  await call(STAFF, 'needPlan.merge', { planId: first.planId, seenVersion: first.version + 2, bundleIds: first.bundleIds.slice(0, 2) });
  const merged = await latest(community);
  await call(STAFF, 'needPlan.split', { planId: merged.planId, seenVersion: merged.version, bundleId: merged.bundleIds[0] });
  await call(STAFF, 'needPlan.drop', { planId: first.planId });
  const [one, other] = await openedProjects(community);
  const projectId = one?._id ?? '';
  await community.must(STAFF, 'needPlan.start', GOODS_PLAN);
  await community.must(STAFF, 'needPlan.drop', { planId: (await latest(community)).planId });
  await call(STAFF, 'needProject.list', { of: 'community' });
  await call(STAFF, 'needProject.get', { projectId });
  await consultRoutes(community, call, projectId);
  const { version, plan } = await community.must(STAFF, 'needProject.get', { projectId });
  await call(STAFF, 'needProject.save', { projectId, seenVersion: version, plan: { ...plan, firstDayMs: community.nowMs() + DAY_MS } });
  await call(STAFF, 'needProject.plan', { projectId });
  await call(STAFF, 'needProject.run', { projectId });
  await call(STAFF, 'needProject.take', { projectId });
  await call(STAFF, 'needProject.finish', { projectId, note: '办好了。' });
  await call(STAFF, 'needProject.cancel', { projectId: other?._id ?? '', note: '并到别的项目里办。' });
  await needConfirmed(community, call);
};

/** Everything that was cancelled is bundled and confirmed anew. */
const needConfirmed = async (community: Community, call: Call): Promise<void> => {
  await community.must(STAFF, 'needPlan.start', GOODS_PLAN);
  const { planId, version } = await latest(community);
  await call(STAFF, 'needPlan.confirm', { planId, seenVersion: version });
};
