/** Reads that an act on a spending makes stale. */
export const SPENDING_CHANGED = ['spending.get', 'spending.waiting', 'spending.mine', 'grant.get', 'mutual.get', 'mutual.ledger', 'directed.get', 'fund.get', 'staff.queue', 'home.overview', 'notice.inbox'] as const;
