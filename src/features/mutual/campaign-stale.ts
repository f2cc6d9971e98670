import type { RouteName } from '@contract';

/** What an act on a campaign makes stale. */
export const CAMPAIGN_STALE: readonly RouteName[] = ['mutual.get', 'mutual.list', 'mutual.mine', 'mutual.ledger'];
