import { aggregateRepository } from '../aggregate/aggregate.repository';
import type { NeedPlan, NeedPlanEvent } from './need-plan';

export const needPlanRepository = aggregateRepository<NeedPlan, NeedPlanEvent>('needPlans');

/** The latest bundling of a community, whatever became of it. One request. */
export const latestPlan = async (communityId: string): Promise<NeedPlan | null> =>
  (await needPlanRepository.list({ where: { communityId }, order: [['sequence', 'desc']], limit: 1 }))[0] ?? null;
