import type { RouteName } from '@contract';

/** What giving, paying or turning back makes stale. */
export const CONTRIBUTION_STALE: readonly RouteName[] = ['contribution.get', 'contribution.mine', 'contribution.receipt', 'mutual.get', 'mutual.ledger', 'mutual.givers', 'directed.get', 'directed.mine', 'directed.list'];
