import { fail } from '../kernel/result';
import { command, store } from '../platform/store';
import { RULES } from '../rules';
import { NEVER_MS } from '../wish/wish';
import { openWishQuotaId, RESERVATION_CHECK_MS, type OpenWishQuota } from './quota';

export { openWishQuotaId } from './quota';

const take = (quotaId: string, wishId: string, nowMs: number): Promise<number> =>
  store.update(
    'quotas',
    { _id: quotaId, count: command.lt(RULES.wish.openWishesPerHousehold), [`reservations.${wishId}`]: command.exists(false) },
    { count: command.inc(1), [`reservations.${wishId}`]: command.set({ reservedAtMs: nowMs }), revision: command.inc(1), wakeAtMs: command.min(nowMs + RESERVATION_CHECK_MS) },
  );

const emptyQuota = (householdId: string): OpenWishQuota => ({
  _id: openWishQuotaId(householdId), kind: 'openWishes', householdId, reservations: {}, count: 0, revision: 0, wakeAtMs: NEVER_MS,
});

/** Made when somebody joins, so that the first wish costs no more than the next; again here for who joined without. */
export const ensureOpenWishQuota = async (householdId: string): Promise<void> => {
  await store.insertOnce('quotas', emptyQuota(householdId));
};

/**
 * Takes one of the household's places for open wishes, or refuses WISH_BUDGET_USED. Taking it again for the same wish
 * changes nothing. One request as a rule; two for a repeat or a full budget.
 */
export const reserveOpenWish = async (householdId: string, wishId: string, nowMs: number): Promise<void> => {
  const quotaId = openWishQuotaId(householdId);
  if ((await take(quotaId, wishId, nowMs)) === 1) return;
  const quota = await store.find<OpenWishQuota>('quotas', quotaId);
  if (quota !== null && Object.hasOwn(quota.reservations, wishId)) return;
  if (quota !== null && quota.count >= RULES.wish.openWishesPerHousehold) fail('WISH_BUDGET_USED');
  if (quota === null) await ensureOpenWishQuota(householdId);
  // A place became free, or the document was missing: once more, then the person taps again.
  if ((await take(quotaId, wishId, nowMs)) === 0) fail('BUSY');
};

/** Gives the place back; once, however often it is asked. */
export const releaseOpenWish = async (quotaId: string, wishId: string): Promise<void> => {
  await store.update(
    'quotas',
    { _id: quotaId, [`reservations.${wishId}`]: command.exists(true) },
    { count: command.inc(-1), [`reservations.${wishId}`]: command.remove(), revision: command.inc(1) },
  );
};
