import { chinaDay, startOfChinaDayMs } from '../kernel/clock';
import { parseAccount, type Asset } from './account';
import type { Transfer } from './transfer';

/** What a person owns of one asset. Changed only in the transaction that inserts the transfer which changes it. */
export interface Account {
  /** The address. */
  readonly _id: string;
  readonly asset: Asset;
  readonly posted: number;
  /** Coming in, not yet posted. */
  readonly pendingIn: number;
  /** Held for going out; `posted - pendingOut` is what can be used. */
  readonly pendingOut: number;
  /** Posted by the last year it is valid in; what is used comes from the earliest. Sums to `posted`. */
  readonly byYear: Readonly<Record<string, number>>;
  /** Posted at the end of each month in which it changed, at most `MONTHS_KEPT`. */
  readonly monthEnds: Readonly<Record<string, number>>;
  readonly revision: number;
}

/** Half a year is shown; a year more serves who did nothing for long. */
export const MONTHS_KEPT = 18;

export const emptyAccount = (address: string, asset: Asset): Account => ({ _id: address, asset, posted: 0, pendingIn: 0, pendingOut: 0, byYear: {}, monthEnds: {}, revision: 0 });

/** "2026-11" in UTC+8. */
export const chinaMonth = (atMs: number): string => chinaDay(atMs).slice(0, 7);

/** Valid to the end of the next calendar year (RULES.md section 5): its last moment in UTC+8. */
export const validUntilMsOf = (postedAtMs: number): number => startOfChinaDayMs(`${Number(chinaDay(postedAtMs).slice(0, 4)) + 2}-01-01`) - 1;

const withoutNoughts = (amounts: Readonly<Record<string, number>>): Readonly<Record<string, number>> => Object.fromEntries(Object.entries(amounts).filter(([, amount]) => amount !== 0));

const addTo = (byYear: Account['byYear'], year: string, amount: number): Account['byYear'] => ({ ...byYear, [year]: (byYear[year] ?? 0) + amount });

/** Takes from what ends earliest. @throws when there is not so much: the caller has decided before. */
export const takeEarliest = (byYear: Account['byYear'], amount: number): Account['byYear'] => {
  let left = amount;
  const rest = Object.entries(byYear).sort(([a], [b]) => (a < b ? -1 : 1)).map(([year, held]) => {
    const taken = Math.min(held, left);
    left -= taken;
    return [year, held - taken] as const;
  });
  if (left > 0) throw new Error(`the account lacks ${left}`);
  return withoutNoughts(Object.fromEntries(rest));
};

const noteMonth = (account: Account, atMs: number): Account => {
  const monthEnds: Record<string, number> = { ...account.monthEnds, [chinaMonth(atMs)]: account.posted };
  const kept = Object.entries(monthEnds).sort(([a], [b]) => (a < b ? -1 : 1)).slice(-MONTHS_KEPT);
  return { ...account, monthEnds: Object.fromEntries(kept) };
};

const move = (account: Account, transfer: Transfer): Account => {
  const comesIn = transfer.creditAccount === account._id;
  const signed = comesIn ? transfer.amount : -transfer.amount;
  const resolved = transfer.pendingId === null ? 0 : transfer.amount;
  const settled = comesIn ? { ...account, pendingIn: account.pendingIn - resolved } : { ...account, pendingOut: account.pendingOut - resolved };
  if (transfer.phase !== 'posted') return settled;
  const year = chinaDay(transfer.validUntilMs ?? validUntilMsOf(transfer.createdAtMs)).slice(0, 4);
  const byYear = comesIn ? addTo(account.byYear, year, transfer.amount) : takeEarliest(account.byYear, transfer.amount);
  return noteMonth({ ...settled, posted: account.posted + signed, byYear }, transfer.createdAtMs);
};

/** Pure: the account after a transfer that names it on either side. */
export const applyTransfer = (account: Account, transfer: Transfer): Account => {
  if (transfer.asset !== account.asset) throw new Error(`transfer ${transfer._id} is of another asset than ${account._id}`);
  const revised = { ...account, revision: account.revision + 1 };
  if (transfer.phase !== 'pending') return move(revised, transfer);
  return transfer.creditAccount === account._id ? { ...revised, pendingIn: revised.pendingIn + transfer.amount } : { ...revised, pendingOut: revised.pendingOut + transfer.amount };
};

/** One account's part of the whole: what it holds and what is on the way. */
export interface Balance {
  readonly posted: number;
  readonly pendingIn: number;
  readonly pendingOut: number;
}

const keyOf = (asset: Asset, account: string): string => `${asset} ${account}`;

/**
 * Pure: every balance from the transfers alone, by "asset address"; shared accounts too. The proof that accounts are
 * right, and what the nightly check compares them with.
 */
export const foldBalances = (transfers: Iterable<Transfer>): ReadonlyMap<string, Balance> => {
  const balances = new Map<string, { posted: number; pendingIn: number; pendingOut: number }>();
  const of = (asset: Asset, address: string): { posted: number; pendingIn: number; pendingOut: number } => {
    parseAccount(address);
    const key = keyOf(asset, address);
    const known = balances.get(key) ?? { posted: 0, pendingIn: 0, pendingOut: 0 };
    balances.set(key, known);
    return known;
  };
  for (const transfer of transfers) {
    const debit = of(transfer.asset, transfer.debitAccount);
    const credit = of(transfer.asset, transfer.creditAccount);
    const waiting = transfer.phase === 'pending' ? transfer.amount : transfer.pendingId === null ? 0 : -transfer.amount;
    debit.pendingOut += waiting;
    credit.pendingIn += waiting;
    if (transfer.phase !== 'posted') continue;
    debit.posted -= transfer.amount;
    credit.posted += transfer.amount;
  }
  return balances;
};
