import type { RouteName } from '@contract';

/** What a step on a bundling makes stale. */
export const PLAN_STALE: readonly RouteName[] = ['needPlan.get', 'needPlan.needs'];
/** What an act on a project makes stale; a confirmed bundling makes projects. */
export const PROJECT_STALE: readonly RouteName[] = ['needProject.get', 'needProject.list', 'needPlan.get', 'staff.queue'];
