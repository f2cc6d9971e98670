import { chinaDay } from '../kernel/clock';
import { parseAccount, type Asset } from './account';
import { addLots, negated, sumOf, type Lots } from './lots';
import type { Transfer } from './transfer';
import { lotsWakeAtMs, warnedOf, type Warned } from './validity';

/** One account's part of the whole: what it holds and what is on the way. */
export interface Balance {
  readonly posted: number;
  /** Coming in, not yet posted. */
  readonly pendingIn: number;
  /** Held for going out. */
  readonly pendingOut: number;
}

export const NOTHING: Balance = { posted: 0, pendingIn: 0, pendingOut: 0 };

/** What a person owns of one asset. Changed only in the transaction that inserts the transfer which changes it. */
export interface Account extends Balance {
  /** The address. */
  readonly _id: string;
  readonly asset: Asset;
  /** What can be used, by the day it ends. Sums to `posted - pendingOut`; none is below nought. */
  readonly lots: Lots;
  /** Posted at the end of each month in which it changed, at most `MONTHS_KEPT`. */
  readonly monthEnds: Readonly<Record<string, number>>;
  /** Transfers applied so far. */
  readonly revision: number;
  readonly warned: Warned;
  /** When a lot ends or its owner is to be told that it will. */
  readonly wakeAtMs: number;
}

/** Half a year is shown; a year more serves who did nothing for long. */
export const MONTHS_KEPT = 18;

export const emptyAccount = (address: string, asset: Asset): Account => ({ _id: address, asset, ...NOTHING, lots: {}, monthEnds: {}, revision: 0, warned: {}, wakeAtMs: lotsWakeAtMs({}, {}) });

/** "2026-11" in UTC+8. */
export const chinaMonth = (atMs: number): string => chinaDay(atMs).slice(0, 7);

/** What can be used now. */
export const usable = (account: Pick<Account, 'lots'> | null): number => (account === null ? 0 : sumOf(account.lots));

type Side = 'debit' | 'credit';

/** Pure: what one transfer changes on one of its sides; the same for a person's account and for a shared one. */
export const changeOn = (side: Side, { phase, pendingId, amount }: Pick<Transfer, 'phase' | 'pendingId' | 'amount'>): Balance => {
  const waiting = phase === 'pending' ? amount : pendingId === null ? 0 : -amount;
  const posted = phase === 'posted' ? amount : 0;
  return side === 'debit' ? { posted: -posted || 0, pendingIn: 0, pendingOut: waiting } : { posted, pendingIn: waiting, pendingOut: 0 };
};

export const addBalance = (a: Balance, b: Balance): Balance => ({ posted: a.posted + b.posted, pendingIn: a.pendingIn + b.pendingIn, pendingOut: a.pendingOut + b.pendingOut });

/** What one transfer changes on a person's account; lots that go out are below nought. */
export interface AccountChange extends Balance {
  readonly lots: Lots;
}

/** Pure: what is earned comes in, and so does a hold that ends unused; anything else goes out. */
export const changeFor = (accountId: string, transfer: Transfer): AccountChange => {
  if (!transfer.accounts.includes(accountId)) throw new Error(`transfer ${transfer._id} does not name ${accountId}`);
  const side: Side = transfer.creditAccount === accountId ? 'credit' : 'debit';
  const comesIn = side === 'credit' || (transfer.pendingId !== null && transfer.phase !== 'posted');
  return { ...changeOn(side, transfer), lots: comesIn ? transfer.lots : negated(transfer.lots) };
};

const noteMonth = (monthEnds: Account['monthEnds'], atMs: number, posted: number): Account['monthEnds'] => {
  const noted = { ...monthEnds, [chinaMonth(atMs)]: posted };
  const months = Object.keys(noted);
  return months.length <= MONTHS_KEPT ? noted : Object.fromEntries(months.sort().slice(-MONTHS_KEPT).map((month) => [month, noted[month] ?? 0]));
};

/**
 * Pure: a person's account after a transfer that names it. Order plays no part but in the months, so the fold of all
 * transfers, in any order, is the account.
 */
export const applyTransfer = (account: Account, transfer: Transfer): Account => {
  if (transfer.asset !== account.asset) throw new Error(`transfer ${transfer._id} is of another asset than ${account._id}`);
  const change = changeFor(account._id, transfer);
  const balance = addBalance(account, change);
  const lots = addLots(account.lots, change.lots);
  if (Object.values(lots).some((amount) => amount < 0)) throw new Error(`${account._id} lacks what ${transfer._id} takes`);
  const monthEnds = transfer.phase === 'posted' ? noteMonth(account.monthEnds, transfer.createdAtMs, balance.posted) : account.monthEnds;
  const warned = warnedOf(lots, account.warned);
  return { ...account, ...balance, lots, monthEnds, revision: account.revision + 1, warned, wakeAtMs: lotsWakeAtMs(lots, warned) };
};

/** Name of one asset's book at one address: a shared address may hold several assets, a book holds one. */
export const bookOf = (asset: Asset, address: string): string => `${asset} ${address}`;

/**
 * Pure: every balance from the transfers alone, by book; shared ones too. The proof that accounts are right, and what the
 * nightly check compares them with.
 */
export const foldBalances = (transfers: Iterable<Transfer>): ReadonlyMap<string, Balance> => {
  const balances = new Map<string, Balance>();
  const change = (asset: Asset, address: string, balance: Balance): void => {
    parseAccount(address);
    const book = bookOf(asset, address);
    balances.set(book, addBalance(balances.get(book) ?? NOTHING, balance));
  };
  for (const transfer of transfers) {
    change(transfer.asset, transfer.debitAccount, changeOn('debit', transfer));
    change(transfer.asset, transfer.creditAccount, changeOn('credit', transfer));
  }
  return balances;
};
