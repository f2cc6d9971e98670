import type { RouteName } from '@contract';

/** What somebody says makes stale. */
export const CONSULT_STALE: readonly RouteName[] = ['consult.get', 'consult.words', 'consult.list', 'home.overview'];
/** What staff answer, show or end makes stale besides. */
export const ANSWER_STALE: readonly RouteName[] = [...CONSULT_STALE, 'needProject.get', 'staff.queue'];
