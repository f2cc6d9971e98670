import type { ReconciliationRowView, ReconciliationState, ReconciliationView } from '@contract';
import { NEVER_MS } from '../aggregate/aggregate';
import { DAY_MS, HOUR_MS, chinaDay, startOfChinaDayMs } from '../kernel/clock';
import { RULES } from '../rules';
import type { Difference } from './compare-bill';

/** A sub-merchant that ever received something for a community; each pair of the two is one document. */
export interface PayAccount {
  /** `<sub-merchant>_<community>`. */
  readonly _id: string;
  /** WeChat's number of the sub-merchant. */
  readonly subMchId: string;
  readonly entityName: string;
  readonly communityId: string;
  readonly areaIds: readonly string[];
  /** When it first received for it. */
  readonly sinceMs: number;
}

export const payAccountIdOf = (subMchId: string, communityId: string): string => `${subMchId}_${communityId}`;

/** One day of one sub-merchant: its bill is asked for once, whatever communities it receives for. */
export interface AccountDay {
  /** `<day>_<sub-merchant>`. */
  readonly _id: string;
  readonly day: string;
  readonly subMchId: string;
  /** Whom it receives for, the first of them first: theirs is what nobody knows of. */
  readonly accounts: readonly PayAccount[];
  readonly tries: number;
  readonly wakeAtMs: number;
}

export const newAccountDay = (day: string, accounts: readonly PayAccount[], nowMs: number): AccountDay => {
  const subMchId = accounts[0]?.subMchId ?? '';
  return { _id: `${day}_${subMchId}`, day, subMchId, accounts: [...accounts].sort((a, b) => a.sinceMs - b.sinceMs || (a._id < b._id ? -1 : 1)), tries: 0, wakeAtMs: nowMs };
};

/** One day of one sub-merchant in one community: its lines of the bill against our books. */
export interface Reconciliation {
  /** `<day>_<sub-merchant>_<community>`. */
  readonly _id: string;
  readonly day: string;
  readonly subMchId: string;
  readonly entityName: string;
  readonly communityId: string;
  readonly areaIds: readonly string[];
  readonly state: ReconciliationState;
  readonly payments: number;
  readonly paidFen: number;
  readonly refunds: number;
  readonly refundedFen: number;
  /** At most `RULES.reconciliation.differencesKept`; `differenceCount` counts all. */
  readonly differences: readonly Difference[];
  readonly differenceCount: number;
  readonly checkedAtMs: number | null;
  readonly explanation: { readonly words: string; readonly byId: string; readonly byName: string; readonly atMs: number; readonly operationId: string; readonly inputHash: string } | null;
  readonly wakeAtMs: number;
}

export const reconciliationIdOf = (day: string, subMchId: string, communityId: string): string => `${day}_${payAccountIdOf(subMchId, communityId)}`;

/** Waits for the account's day, which carries the clock. */
export const newReconciliation = (day: string, { subMchId, entityName, communityId, areaIds }: Omit<PayAccount, '_id' | 'sinceMs'>): Reconciliation => ({
  _id: reconciliationIdOf(day, subMchId, communityId), day, subMchId, entityName, communityId, areaIds, state: 'waiting', payments: 0, paidFen: 0, refunds: 0, refundedFen: 0, differences: [], differenceCount: 0, checkedAtMs: null, explanation: null, wakeAtMs: NEVER_MS,
});

/** Pure: the days whose bills may be there by now, the newest first: yesterday from ten o'clock on, and the days before. */
export const billDays = (nowMs: number): readonly string[] => {
  const newest = chinaDay(nowMs - RULES.reconciliation.fromMs - DAY_MS);
  return Array.from({ length: RULES.reconciliation.daysBack }, (_, index) => chinaDay(startOfChinaDayMs(newest) - index * DAY_MS));
};

/** Pure: when a bill that is not there yet is asked for again; null: it will not come. */
export const nextTryMs = ({ tries }: Pick<AccountDay, 'tries'>, nowMs: number): number | null => (tries + 1 >= RULES.reconciliation.triesMax ? null : nowMs + Math.min(tries + 1, 6) * (HOUR_MS / 2));

type Checked = Pick<Reconciliation, 'state' | 'differences' | 'differenceCount' | 'checkedAtMs' | 'wakeAtMs'>;

/** Pure: what was found, kept bounded. */
export const checkedWith = (differences: readonly Difference[], nowMs: number): Checked => ({
  state: differences.length === 0 ? 'right' : 'different', differences: differences.slice(0, RULES.reconciliation.differencesKept), differenceCount: differences.length, checkedAtMs: nowMs, wakeAtMs: NEVER_MS,
});

export const reconciliationRowView = ({ _id, day, entityName, state, payments, paidFen, refunds, refundedFen, differenceCount, checkedAtMs }: Reconciliation): ReconciliationRowView =>
  ({ reconciliationId: _id, day, entityName, state, payments, paidFen, refunds, refundedFen, differenceCount, checkedAtMs });

export const reconciliationView = (reconciliation: Reconciliation): ReconciliationView => {
  const { differences, explanation } = reconciliation;
  return { ...reconciliationRowView(reconciliation), differences, explanation: explanation === null ? null : { words: explanation.words, byName: explanation.byName, atMs: explanation.atMs } };
};
