import type { WishCategory } from '@contract';
import { tellAggregate } from '../aggregate/tell.use-case';
import type { EffectOf } from '../effect/effect';
import { needsAtWork } from '../need-project/need-project.repository';
import { command, store } from '../platform/store';
import { RULES } from '../rules';
import { bundlingOf, decideBundled, OPEN_NEED_FIELDS, type OpenNeed } from './bundle-open-needs';
import { NEED_PLAN_KIND } from './need-plan-kind';
import { needPlanRepository } from './need-plan.repository';

/** On the wall, and reviewed but shown to the neighbourhood first. */
const OPEN_STATES = ['open', 'publicity'] as const;

/** Needs of one kind in one state, page by page; at most `most` of them. */
const readKind = async (communityId: string, state: string, category: WishCategory, most: number): Promise<readonly OpenNeed[]> => {
  const read: OpenNeed[] = [];
  for (;;) {
    const limit = Math.min(RULES.needPlan.pageRead, most - read.length);
    if (limit <= 0) return read;
    const last = read.at(-1);
    const page = await store.query<OpenNeed>('wishes', { where: { communityId, state, category, ...(last !== undefined && { _id: command.gt(last._id) }) }, order: [['_id', 'asc']], limit, fields: OPEN_NEED_FIELDS });
    read.push(...page);
    if (page.length < limit) return read;
  }
};

/** All open needs of these kinds, and one more than a plan holds where there are more. */
const readOpenNeeds = async (communityId: string, categories: readonly WishCategory[]): Promise<readonly OpenNeed[]> => {
  const read: OpenNeed[] = [];
  for (const category of categories) for (const state of OPEN_STATES) read.push(...(await readKind(communityId, state, category, RULES.needPlan.needsRead + 1 - read.length)));
  return read;
};

/** Reads the open needs and bundles them: a second or two for two thousand. Killed anywhere, it is done again. */
export const bundleOpenNeeds = async ({ planId, atMs }: EffectOf<'bundleOpenNeeds'>): Promise<void> => {
  const plan = await needPlanRepository.find(planId);
  if (plan === null || plan.state !== 'reading') return;
  const inProjects = await needsAtWork(plan.communityId);
  const read = await readOpenNeeds(plan.communityId, plan.categories);
  const bundled = bundlingOf(plan, read.slice(0, RULES.needPlan.needsRead), inProjects, read.length > RULES.needPlan.needsRead);
  await tellAggregate(NEED_PLAN_KIND, planId, (standing) => decideBundled(standing, bundled, atMs));
};
