import type { NEED_PLAN_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { confirmPlan, dropPlan, getPlan, mergeBundles, moveNeeds, planNeeds, splitBundle, startPlan, undoStep } from './need-plan.use-case';

export const needPlanHandlers: Pick<Handlers, keyof typeof NEED_PLAN_ROUTES> = {
  'needPlan.start': startPlan,
  'needPlan.get': getPlan,
  'needPlan.needs': planNeeds,
  'needPlan.merge': mergeBundles,
  'needPlan.split': splitBundle,
  'needPlan.move': moveNeeds,
  'needPlan.undo': undoStep,
  'needPlan.drop': dropPlan,
  'needPlan.confirm': confirmPlan,
};
