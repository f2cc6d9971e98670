import { command, store } from '../platform/store';
import { RULES } from '../rules';

const LEASE_ID = 'jobs';

/**
 * One run at a time: taken by an update that only an ended lease lets through. A lease that ends further ahead than any
 * lease lasts was written under another clock and counts as ended.
 */
export const takeLease = async (holder: string, nowMs: number): Promise<boolean> => {
  const lease = { holder, untilMs: nowMs + RULES.jobs.leaseMs };
  const isEnded = command.lt(nowMs).or(command.gt(nowMs + RULES.jobs.leaseMs));
  if ((await store.update('leases', { _id: LEASE_ID, untilMs: isEnded }, lease)) === 1) return true;
  return (await store.insertOnce('leases', { _id: LEASE_ID, ...lease } as { readonly _id: string })) === 'inserted';
};

/** Given back at the end of a run; a run that was killed lets it end by itself. */
export const releaseLease = async (holder: string): Promise<void> => {
  await store.update('leases', { _id: LEASE_ID, holder }, { untilMs: 0 });
};
