import type { RouteName } from '@contract';
import { isNeedPlanCoherent, type NeedPlan } from '../../cloudfunctions/core/need-plan/need-plan';
import { isNeedProjectCoherent, type NeedProject } from '../../cloudfunctions/core/need-project/need-project';
import { ADMIN, COMMUNITY, Community, DAY_MS, HOUR_MS, STAFF, STREET } from '../flows/support/community';
import { GOODS_PLAN, needTown, planOf, projectOf, startedPlan } from '../flows/support/need-steps';
import { killRow, ROW } from './support/killed-row';

const COLLEAGUE = 'oTestStaffColleague';

/** How many needs each bundle has, the smaller first. */
const sizesOf = (plan: NeedPlan): readonly number[] => {
  const sizes = new Map<number, number>();
  for (const [, , , bundle] of Object.values(plan.needs)) sizes.set(bundle, (sizes.get(bundle) ?? 0) + 1);
  return [...sizes.values()].sort((a, b) => a - b);
};

/** Bundlings and their projects of as many communities are led through every step; at each one all but the first die somewhere. */
describe('steps of bundlings and projects, killed at any database call', () => {
  let community: Community;
  let plans: readonly string[] = [];
  let projects: readonly string[] = [];

  beforeAll(async () => {
    community = await Community.found();
    await community.join(COLLEAGUE, '周敏', COMMUNITY);
    for (const openid of [STAFF, COLLEAGUE]) await community.grant(openid, 'staff', STREET);
    const begun: string[] = [];
    for (let index = 0; index < ROW; index += 1) begun.push((await startedPlan(community, { ...GOODS_PLAN, communityId: await needTown(community, 25, [1, 6]) })).planId);
    plans = begun;
  }, 120_000);
  afterAll(async () => {
    await community.close();
  });
  // Checks of words are counted by the hour.
  beforeEach(() => community.advance(HOUR_MS));

  const kill = (route: RouteName, ids: readonly string[], caller: string, inputOf: (id: string) => unknown, outcomeOf: (id: string) => unknown): Promise<void> =>
    killRow(community, route, ids.map((id) => ({ caller, input: inputOf(id), subjectId: id, outcome: () => outcomeOf(id) })));

  /** The plan's bundles once they are so; null before, and never anything else. */
  const bundlesAre = (planId: string, sizes: readonly number[]): readonly number[] | null => {
    const plan = planOf(community, planId);
    expect(isNeedPlanCoherent(plan)).toBe(true);
    return sizesOf(plan).join() === sizes.join() && plan.pendingEvents === 0 ? sizes : null;
  };
  const seen = (planId: string): { readonly planId: string; readonly seenVersion: number } => ({ planId, seenVersion: planOf(community, planId).version });
  const bundlesOf = (planId: string): readonly number[] => [...new Set(Object.values(planOf(community, planId).needs).map(([, , , bundle]) => bundle))].sort((a, b) => a - b);
  const firstOf = (planId: string, bundleId: number): string => Object.entries(planOf(community, planId).needs).filter(([, [, , , bundle]]) => bundle === bundleId).map(([wishId]) => wishId).sort()[0] ?? '';

  test('a need is moved, taken back, bundles are merged and split', async () => {
    await kill('needPlan.move', plans, STAFF, (planId) => ({ ...seen(planId), wishIds: [firstOf(planId, bundlesOf(planId)[0] ?? 0)], toBundleId: bundlesOf(planId)[1] }), (planId) => bundlesAre(planId, [24, 26]));
    await kill('needPlan.undo', plans, STAFF, seen, (planId) => bundlesAre(planId, [25, 25]));
    await kill('needPlan.merge', plans, STAFF, (planId) => ({ ...seen(planId), bundleIds: bundlesOf(planId) }), (planId) => bundlesAre(planId, [50]));
    await kill('needPlan.split', plans, STAFF, (planId) => ({ ...seen(planId), bundleId: bundlesOf(planId)[0] }), (planId) => bundlesAre(planId, [25, 25]));
  }, 600_000);

  test('a project is written, stands, runs, changes hands and is done', async () => {
    for (const planId of plans) await community.must(STAFF, 'needPlan.confirm', seen(planId));
    projects = plans.map((planId) => community.documents<NeedProject>('needProjects').filter((project) => project.planId === planId).map(({ _id }) => _id).sort()[0] ?? '');
    const once = (projectId: string, happened: (project: NeedProject) => boolean): string | null => {
      const project = projectOf(community, projectId);
      expect(isNeedProjectCoherent(project)).toBe(true);
      return happened(project) && project.pendingEvents === 0 ? project.state : null;
    };
    const firstDayMs = community.nowMs() + 5 * DAY_MS;
    await kill('needProject.save', projects, STAFF, (projectId) => { const { plan, planVersion } = projectOf(community, projectId); return { projectId, seenVersion: planVersion, plan: { ...plan, aim: '每家都有米', firstDayMs } }; }, (projectId) => once(projectId, ({ plan }) => plan.firstDayMs === firstDayMs));
    await kill('needProject.plan', projects, STAFF, (projectId) => ({ projectId }), (projectId) => once(projectId, ({ state }) => state === 'planned'));
    await kill('needProject.run', projects, STAFF, (projectId) => ({ projectId }), (projectId) => once(projectId, ({ state }) => state === 'running'));
    const { memberId } = await community.me(COLLEAGUE);
    await kill('needProject.take', projects, COLLEAGUE, (projectId) => ({ projectId }), (projectId) => once(projectId, ({ ownerId }) => ownerId === memberId));
    await community.advance(HOUR_MS);
    await kill('needProject.finish', projects, STAFF, (projectId) => ({ projectId, note: '每家都收到了。' }), (projectId) => once(projectId, ({ state }) => state === 'done'));
  }, 600_000);

  test('a bundling is given up', async () => {
    const begun: string[] = [];
    for (let index = 0; index < ROW; index += 1) begun.push((await startedPlan(community, { ...GOODS_PLAN, communityId: await needTown(community, 25, [1]) })).planId);
    await kill('needPlan.drop', begun, ADMIN, (planId) => ({ planId }), (planId) => (planOf(community, planId).state === 'dropped' ? 'dropped' : null));
  }, 600_000);
});
