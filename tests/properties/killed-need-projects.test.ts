import { isNeedPlanCoherent, type NeedPlan } from '../../cloudfunctions/core/need-plan/need-plan';
import { isNeedProjectCoherent, type NeedProject } from '../../cloudfunctions/core/need-project/need-project';
import { HOUR_MS, STAFF, STREET, type Community } from '../flows/support/community';
import { GOODS_PLAN, needTown, openedProjects, planOf, projectOf, startedPlan } from '../flows/support/need-steps';
import { describeKilled, type KilledCase } from './support/killed-command';

const isOnTime = (community: Community, { wakeAtMs, pendingEvents }: { readonly wakeAtMs: number; readonly pendingEvents: number }): boolean => wakeAtMs > community.nowMs() - HOUR_MS || pendingEvents === 0;
const isSoundPlan = (community: Community, plan: NeedPlan): boolean => isNeedPlanCoherent(plan) && isOnTime(community, plan);

/** A community of its own with people enough for one project: two bundlings of one are never under way. */
const town = async (community: Community): Promise<{ readonly communityId: string }> => ({ communityId: await needTown(community, 25, [1]) });

/** Bundlings and projects, killed at any database call. */
const cases: readonly KilledCase[] = [
  {
    route: 'needPlan.start',
    prepare: async (community) => {
      const input = { ...GOODS_PLAN, ...(await town(community)) };
      const made = (): readonly NeedPlan[] => community.documents<NeedPlan>('needPlans').filter(({ communityId }) => communityId === input.communityId);
      return { caller: STAFF, input, subjectIds: () => made().map(({ _id }) => _id), happened: () => made().length === 1 && made().every((plan) => isSoundPlan(community, plan) && Object.keys(plan.needs).length >= (plan.state === 'draft' ? 25 : 0)) };
    },
  },
  {
    route: 'needPlan.confirm',
    prepare: async (community) => {
      const input = { ...GOODS_PLAN, ...(await town(community)) };
      const plan = await startedPlan(community, input);
      const projects = (): readonly NeedProject[] => community.documents<NeedProject>('needProjects').filter(({ planId }) => planId === plan.planId);
      return {
        caller: STAFF, input: { planId: plan.planId, seenVersion: plan.version }, subjectIds: () => [plan.planId, ...projects().map(({ _id }) => _id)],
        happened: () => planOf(community, plan.planId).state === 'confirmed' && isSoundPlan(community, planOf(community, plan.planId)) && projects().every(isNeedProjectCoherent) && projects().length <= plan.bundles.length,
      };
    },
  },
  {
    route: 'needProject.cancel',
    prepare: async (community) => {
      const input = { ...GOODS_PLAN, ...(await town(community)) };
      const projectId = (await openedProjects(community, input))[0]?._id ?? '';
      return { caller: STAFF, input: { projectId, note: '并到别的项目里办。' }, subjectIds: () => [projectId], happened: () => { const project = projectOf(community, projectId); return project.state === 'cancelled' && isNeedProjectCoherent(project) && isOnTime(community, project); } };
    },
  },
];

describeKilled(cases, { setUp: (community) => community.grant(STAFF, 'staff', STREET) });
