import { command, store } from '../platform/store';
import { RULES } from '../rules';

/** One lease a timer. */
type LeaseId = 'jobs' | 'matching';

/** That of `jobs` stands from its first run on. */
export const leasePlace = { collection: 'leases', id: 'jobs' satisfies LeaseId } as const;

/**
 * One run at a time: taken by an update that only an ended lease lets through. A lease that ends further ahead than any
 * lease lasts was written under another clock and counts as ended.
 */
export const takeLease = async (leaseId: LeaseId, holder: string, nowMs: number): Promise<boolean> => {
  const lease = { holder, untilMs: nowMs + RULES.jobs.leaseMs };
  const isEnded = command.lt(nowMs).or(command.gt(nowMs + RULES.jobs.leaseMs));
  if ((await store.update('leases', { _id: leaseId, untilMs: isEnded }, lease)) === 1) return true;
  return (await store.insertOnce('leases', { _id: leaseId, ...lease } as { readonly _id: string })) === 'inserted';
};

/** Given back at the end of a run; a run that was killed lets it end by itself. */
export const releaseLease = async (leaseId: LeaseId, holder: string): Promise<void> => {
  await store.update('leases', { _id: leaseId, holder }, { untilMs: 0 });
};
