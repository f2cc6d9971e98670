import type { RouteName } from '@contract';

/** What an act on a directed gift makes stale. */
export const DIRECTED_STALE: readonly RouteName[] = ['directed.get', 'directed.list', 'directed.mine', 'directed.waiting', 'staff.queue'];
