/** Reads that an act on a fund or a grant makes stale. */
export const FUND_CHANGED = ['fund.get', 'grant.get', 'grant.mine', 'staff.queue', 'home.overview', 'notice.inbox'] as const;
