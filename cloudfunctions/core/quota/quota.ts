import { deriveId } from '../kernel/ids';
import { MINUTE_MS } from '../kernel/clock';

/**
 * A limit that reaches across documents, as dated reservations: the open wishes of a household. The place is taken before
 * the wish is written; should the call die in between, the clock finds a reservation without a wish and gives it back.
 */
export interface OpenWishQuota {
  readonly _id: string;
  readonly kind: 'openWishes';
  readonly householdId: string;
  /** By wish id. */
  readonly reservations: Readonly<Record<string, { readonly reservedAtMs: number }>>;
  /** Always the number of reservations; a field of its own because guards compare it. */
  readonly count: number;
  readonly revision: number;
  readonly wakeAtMs: number;
}

/** Longer than any call lives: by then the wish stands or never will. */
export const RESERVATION_CHECK_MS = 5 * MINUTE_MS;

export const openWishQuotaId = (householdId: string): string => deriveId('q', 'openWishes', householdId);

/** Pure: reservations old enough that their wishes must stand by now. */
export const dueReservations = (quota: Pick<OpenWishQuota, 'reservations'>, nowMs: number): readonly string[] =>
  Object.entries(quota.reservations).filter(([, { reservedAtMs }]) => reservedAtMs + RESERVATION_CHECK_MS <= nowMs).map(([wishId]) => wishId);

/** Pure: when to look again at those that are still young; null when there are none. */
export const nextCheckMs = (quota: Pick<OpenWishQuota, 'reservations'>, nowMs: number): number | null => {
  const young = Object.values(quota.reservations).map(({ reservedAtMs }) => reservedAtMs + RESERVATION_CHECK_MS).filter((atMs) => atMs > nowMs);
  return young.length === 0 ? null : Math.min(...young);
};
