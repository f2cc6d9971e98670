import type { RouteName } from '@contract';

/** Reads that a word in a dispute makes stale. */
export const DISPUTE_STALE: readonly RouteName[] = ['dispute.get', 'wish.get', 'wish.mine', 'wish.wall', 'claim.mine', 'staff.queue', 'home.overview', 'points.mine'];
