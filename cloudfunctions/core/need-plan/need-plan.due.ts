import { advanceAggregate } from '../aggregate/settle.use-case';
import type { DueHandler } from '../jobs/due';
import { NEED_PLAN_KIND } from './need-plan-kind';

/** A bundling that was begun is made; one that nobody goes on with is asked after, then put away. */
export const needPlanDue: DueHandler = { collection: 'needPlans', settle: (id, nowMs) => advanceAggregate(NEED_PLAN_KIND, id, nowMs) };
