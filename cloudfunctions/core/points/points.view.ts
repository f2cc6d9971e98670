import type { PointsEntryView, PointsView } from '@contract';
import { chinaDay, startOfChinaDayMs } from '../kernel/clock';
import { chinaMonth, usable, type Account } from '../ledger/balance';
import { sumOf, validUntilMsOf } from '../ledger/lots';
import type { PendingTransfer } from '../ledger/decide-transfer';
import { resolutionIdOf, type Transfer } from '../ledger/transfer';

/** Half a year is shown. */
const TREND_MONTHS = 6;

/** Pure: the last months up to and including this one, oldest first, as "2026-11". */
export const lastMonths = (nowMs: number, count: number = TREND_MONTHS): readonly string[] => {
  const [year = 0, month = 0] = chinaMonth(nowMs).split('-').map(Number);
  return Array.from({ length: count }, (_, index) => {
    const number = year * 12 + (month - 1) - (count - 1 - index);
    return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
  });
};

/** Pure: what stood at the end of a month: the last change up to then, nothing before the first. */
const balanceAt = (monthEnds: Account['monthEnds'], month: string): number => {
  const last = Object.keys(monthEnds).filter((known) => known <= month).sort().at(-1);
  return last === undefined ? 0 : (monthEnds[last] ?? 0);
};

/** Last moment of the calendar year in UTC+8. */
const endOfYearMs = (nowMs: number): number => startOfChinaDayMs(`${Number(chinaDay(nowMs).slice(0, 4)) + 1}-01-01`) - 1;

const endingThisYear = (account: Account | null, nowMs: number): PointsView['endingThisYear'] => {
  const year = chinaDay(nowMs).slice(0, 4);
  const points = sumOf(Object.fromEntries(Object.entries(account?.lots ?? {}).filter(([day]) => day.startsWith(year))));
  return points > 0 ? { points, atMs: endOfYearMs(nowMs) } : null;
};

const pendingEntry = (pending: PendingTransfer): PointsEntryView => ({
  entryId: pending._id, points: pending.amount, state: 'pending', causeText: pending.causeText, atMs: pending.createdAtMs, dueAtMs: pending.heldById === null ? pending.wakeAtMs : pending.dueAtMs, isHeld: pending.heldById !== null,
});

/** Pure: one person's points. `account` is null before the first earning. */
export const pointsView = (account: Account | null, pending: readonly PendingTransfer[], nowMs: number): PointsView => ({
  points: usable(account),
  pendingPoints: account?.pendingIn ?? 0,
  pending: pending.map(pendingEntry),
  validUntilMs: validUntilMsOf(nowMs),
  endingThisYear: endingThisYear(account, nowMs),
  trend: lastMonths(nowMs).map((month) => ({ month, points: balanceAt(account?.monthEnds ?? {}, month) })),
});

/** Pure: a transfer with what became of it, as the person on `address` reads it. */
export const entryView = (transfer: Transfer, resolutions: ReadonlyMap<string, Transfer>, address: string): PointsEntryView => {
  const resolution = transfer.phase === 'pending' ? resolutions.get(resolutionIdOf(transfer._id)) : undefined;
  const state = resolution?.phase ?? transfer.phase;
  return {
    entryId: transfer._id,
    points: transfer.creditAccount === address ? transfer.amount : -transfer.amount,
    state,
    causeText: transfer.cause.text,
    atMs: transfer.createdAtMs,
    dueAtMs: state === 'pending' ? transfer.dueAtMs : null,
  };
};
