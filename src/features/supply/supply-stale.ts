import type { RouteName } from '@contract';

/** Reads that a change of an offer makes stale. */
export const SUPPLY_STALE: readonly RouteName[] = ['supply.mine', 'supply.get', 'supply.map', 'supply.table', 'supply.gaps', 'supply.forWish', 'supply.wishesFor', 'staff.queue', 'home.overview', 'notice.inbox'];
