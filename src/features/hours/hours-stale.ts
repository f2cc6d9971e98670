/** Reads that a change of a record makes stale. */
export const HOURS_STALE = ['service.mine', 'service.get', 'service.waiting', 'service.ofShift', 'service.list', 'home.overview'] as const;
