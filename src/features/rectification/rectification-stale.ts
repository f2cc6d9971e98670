import type { RouteName } from '@contract';

/** Reads that a step of an order makes stale. */
export const RECTIFICATION_STALE: readonly RouteName[] = ['rectification.get', 'rectification.list', 'ratingSum.mine', 'staff.queue', 'home.overview'];
