import { command, store } from '../platform/store';
import { NEVER_MS } from '../wish/wish';
import { releaseOpenWish } from './open-wish.quota';
import { dueReservations, nextCheckMs, type OpenWishQuota } from './quota';
import type { VisitorCalls } from './visitor-calls.quota';

/** Which of these wishes stand and still use a place. */
const liveAmong = async (wishIds: readonly string[]): Promise<ReadonlySet<string>> => {
  const wishes = await store.query<{ readonly _id: string; readonly isLive: boolean }>('wishes', { where: { _id: command.in([...wishIds]) }, limit: wishIds.length, fields: ['isLive'] });
  return new Set(wishes.filter((wish) => wish.isLive).map((wish) => wish._id));
};

/** Gives back places whose wish was never written, and sets the clock to the next young reservation. */
const settleOpenWishes = async (quota: OpenWishQuota, nowMs: number): Promise<void> => {
  const due = dueReservations(quota, nowMs);
  const live = due.length === 0 ? new Set<string>() : await liveAmong(due);
  const stale = due.filter((wishId) => !live.has(wishId));
  for (const wishId of stale) await releaseOpenWish(quota._id, wishId);
  // The guard gives way to a reservation made meanwhile: it has set its own clock, and the next run looks again.
  await store.update('quotas', { _id: quota._id, revision: quota.revision + stale.length }, { wakeAtMs: nextCheckMs(quota, nowMs) ?? NEVER_MS });
};

const settle = async (quotaId: string, nowMs: number): Promise<void> => {
  const quota = await store.find<OpenWishQuota | VisitorCalls>('quotas', quotaId);
  if (quota === null) return;
  switch (quota.kind) {
    case 'openWishes':
      return settleOpenWishes(quota, nowMs);
    case 'visitorCalls':
      await store.remove('quotas', { _id: quotaId });
  }
};

export const quotaDue = { collection: 'quotas', settle } as const;
