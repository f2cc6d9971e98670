import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import { communityCarried, isOwn, parseAccount, type Asset } from './account';
import { applyTransfer, emptyAccount, usable, type Account } from './balance';
import { earliestLots, FOREVER, lotDayOf, validUntilMsOf, type Lots } from './lots';
import { placeOf, resolutionIdOf, reversalIdOf, type Outcome, type Transfer, type TransferCause } from './transfer';
import { lotEndsAtMs } from './validity';

/** The clock of a pending transfer with what a person reads while it waits; gone in the transaction that resolves it. */
export interface PendingTransfer {
  /** The transfer's id. */
  readonly _id: string;
  /** The person's own account; null when none is touched. */
  readonly account: string | null;
  /** Below nought when it waits to go out. */
  readonly amount: number;
  readonly causeText: string;
  readonly createdAtMs: number;
  /** Its own day; the clock shows it unless the line is held. */
  readonly dueAtMs: number;
  /** What holds it back; null when nothing does. */
  readonly heldById: string | null;
  /** When it ends by itself, and how. */
  readonly wakeAtMs: number;
  readonly whenDue: 'posted' | 'expired';
}

/** What a decision writes, all in one transaction. */
export interface TransferPlan {
  readonly transfer: Transfer;
  /** The person's account afterwards; null when both accounts are shared: those are folded by `jobs`, never by a call. */
  readonly account: Account | null;
}

/** A movement somebody wants. Points are no money: nothing moves from one person's account to another's. */
export interface Draft {
  /** Its cause. */
  readonly transferId: string;
  readonly asset: Asset;
  readonly debitAccount: string;
  readonly creditAccount: string;
  /** Whole, at least 1. */
  readonly amount: number;
  readonly cause: TransferCause;
  readonly communityId: string;
  readonly nowMs: number;
  /** Null: posted at once. Otherwise it waits so long and then ends by itself. */
  readonly waits: { readonly untilMs: number; readonly then: 'posted' | 'expired' } | null;
}

const checkAmount = (amount: number): void => {
  if (!Number.isSafeInteger(amount) || amount < 1) throw new Error(`a transfer moves a whole amount of at least 1, not ${amount}`);
};

const checkAccounts = ({ asset, debitAccount, creditAccount }: Pick<Draft, 'asset' | 'debitAccount' | 'creditAccount'>): void => {
  if (debitAccount === creditAccount) throw new Error('a transfer has two different accounts');
  if (isOwn(debitAccount) && isOwn(creditAccount)) throw new Error('nothing moves from one person to another');
  for (const address of [debitAccount, creditAccount]) {
    const { owner, purse } = parseAccount(address);
    if (owner === 'member' && purse !== asset) throw new Error(`${address} holds no ${asset}`);
  }
};

/** The person's own account among the two; null when both are shared. */
export const ownAccountOf = ({ debitAccount, creditAccount }: Pick<Transfer, 'debitAccount' | 'creditAccount'>): string | null => [debitAccount, creditAccount].find(isOwn) ?? null;

/** Points end with the next year; hours and money stay. */
const validUntilOf = (asset: Asset, nowMs: number): number | null => (asset === 'points' ? validUntilMsOf(nowMs) : null);

type Line = Omit<Transfer, 'place' | 'accounts'>;
const lineOf = (line: Line): Transfer => ({ ...line, accounts: [line.debitAccount, line.creditAccount], place: placeOf(line.createdAtMs, line._id) });

/** @throws when a sum would leave the integers that are exact: such an account needs a person, not a rounding. */
const planOf = (account: Account | null, transfer: Transfer): TransferPlan => {
  const own = ownAccountOf(transfer);
  if (own === null) return { transfer, account: null };
  const after = applyTransfer(account ?? emptyAccount(own, transfer.asset), transfer);
  if (![after.posted, after.pendingIn, after.pendingOut].every(Number.isSafeInteger)) throw new Error(`the sums of ${own} are beyond 2^53`);
  return { transfer, account: after };
};

/** What the line moves of the person's lots. Refusal: POINTS_NOT_ENOUGH. */
const lotsOf = (account: Account | null, draft: Draft, validUntilMs: number | null): Result<Lots> => {
  if (isOwn(draft.creditAccount)) return accept(draft.waits === null ? { [lotDayOf(validUntilMs)]: draft.amount } : {});
  if (!isOwn(draft.debitAccount)) return accept({});
  if (usable(account) < draft.amount) return refuse('POINTS_NOT_ENOUGH');
  return accept(earliestLots(account?.lots ?? {}, draft.amount));
};

/**
 * Pure: the first line of a movement: pending or posted at once. `account` is the person's own, null before their first
 * line or when both accounts are shared. A hold takes its lots at once, so what is held neither ends nor is used twice.
 * Refusal: POINTS_NOT_ENOUGH.
 * @throws on an amount or accounts that no code of ours should ask for.
 */
export const decideTransfer = (account: Account | null, draft: Draft): Result<TransferPlan & { readonly clock: PendingTransfer | null }> => {
  checkAmount(draft.amount);
  checkAccounts(draft);
  const { transferId, waits, nowMs, ...rest } = draft;
  const own = ownAccountOf(draft);
  const validUntilMs = waits === null && own === draft.creditAccount ? validUntilOf(draft.asset, nowMs) : null;
  const lots = lotsOf(account, draft, validUntilMs);
  if (!lots.ok) return lots;
  const transfer = lineOf({
    ...rest, _id: transferId, phase: waits === null ? 'posted' : 'pending', pendingId: null, reversesId: null, lots: lots.value, createdAtMs: nowMs,
    dueAtMs: waits?.untilMs ?? null, whenDue: waits?.then ?? null, validUntilMs,
  });
  const signed = own === draft.debitAccount ? -draft.amount : draft.amount;
  const clock: PendingTransfer | null = waits === null ? null : { _id: transferId, account: own, amount: signed, causeText: draft.cause.text, createdAtMs: nowMs, dueAtMs: waits.untilMs, heldById: null, wakeAtMs: waits.untilMs, whenDue: waits.then };
  return accept({ ...planOf(account, transfer), clock });
};

/**
 * Pure: the end of a pending transfer. What a person gets is valid as from the day it was due, however late `jobs` comes;
 * what was held comes back with its old days.
 */
export const decideResolution = (account: Account | null, pending: Transfer, outcome: Outcome, nowMs: number): TransferPlan => {
  if (pending.phase !== 'pending') throw new Error(`${pending._id} is not pending`);
  const gets = outcome === 'posted' && isOwn(pending.creditAccount);
  const validUntilMs = gets ? validUntilOf(pending.asset, Math.min(nowMs, pending.dueAtMs ?? nowMs)) : null;
  const comesBack = outcome !== 'posted' && isOwn(pending.debitAccount);
  const lots = gets ? { [lotDayOf(validUntilMs)]: pending.amount } : comesBack ? pending.lots : {};
  return planOf(account, lineOf({ ...pending, _id: resolutionIdOf(pending._id), phase: outcome, pendingId: pending._id, lots, createdAtMs: nowMs, dueAtMs: null, whenDue: null, validUntilMs }));
};

/** Pure: what is left of a lot whose last day is over goes back to the community; null when nothing is. */
export const decideLotEnd = (account: Account, day: string, end: Pick<Draft, 'creditAccount' | 'communityId' | 'nowMs' | 'cause'>): TransferPlan | null => {
  const amount = account.lots[day] ?? 0;
  if (amount === 0) return null;
  const { nowMs, ...rest } = end;
  // The lot is gone with this line, and each line counts the revision on: one end, one id.
  const transferId = deriveId('t', 'lotEnd', account._id, day, String(account.revision));
  return planOf(account, lineOf({ ...rest, _id: transferId, asset: account.asset, debitAccount: account._id, amount, phase: 'posted', pendingId: null, reversesId: null, lots: { [day]: amount }, createdAtMs: nowMs, dueAtMs: null, whenDue: null, validUntilMs: null }));
};

export interface Carry {
  readonly communityId: string;
  readonly nowMs: number;
  readonly cause: TransferCause;
}

/**
 * Pure: what two accounts of one and the same person hold becomes one: a lot goes through the community's account, a line
 * out and a line in, and keeps its last day. Nothing else moves from person to person. `to` is null before its first
 * line; null when nothing is left of the lot.
 */
export const decideCarry = (from: Account, to: Account | null, toAddress: string, day: string, carry: Carry): readonly [out: TransferPlan, into: TransferPlan] | null => {
  const through = communityCarried(carry.communityId);
  const out = decideLotEnd(from, day, { ...carry, creditAccount: through });
  if (out === null) return null;
  const { transfer } = out;
  const validUntilMs = day === FOREVER ? null : lotEndsAtMs(day) - 1;
  return [out, planOf(to, lineOf({ ...transfer, _id: deriveId('t', 'carriedIn', transfer._id), debitAccount: through, creditAccount: toAddress, validUntilMs }))];
};

/** Why a line can't be undone: only what was posted is; what undoes is not undone, one makes a new line; nothing is left to take. */
export type NoReversal = 'notPosted' | 'isReversal' | 'nothingLeft';

/**
 * Pure: a posted transfer undone by one the other way round. From a person no more is taken back than they still have,
 * what they used stays used (nobody falls below nought); its own lot before others. What was taken from them comes back
 * with its old days.
 */
export const decideReversal = (account: Account | null, posted: Transfer, cause: TransferCause, nowMs: number): TransferPlan | NoReversal => {
  if (posted.phase !== 'posted') return 'notPosted';
  if (posted.reversesId !== null) return 'isReversal';
  const takes = isOwn(posted.creditAccount);
  const amount = takes ? Math.min(posted.amount, usable(account)) : posted.amount;
  if (amount === 0) return 'nothingLeft';
  const lots = takes ? earliestLots(account?.lots ?? {}, amount, Object.keys(posted.lots)[0]) : givenBack(posted, nowMs);
  return planOf(account, lineOf({
    ...posted, _id: reversalIdOf(posted._id), pendingId: null, reversesId: posted._id, debitAccount: posted.creditAccount, creditAccount: posted.debitAccount,
    amount, lots, cause, createdAtMs: nowMs, dueAtMs: null, whenDue: null, validUntilMs: null,
  }));
};

/** A hold took its lots in an earlier line, so a posted one that ended a hold names none: what comes back is then dated anew. */
const givenBack = (posted: Transfer, nowMs: number): Lots => {
  if (!isOwn(posted.debitAccount)) return {};
  return posted.pendingId === null ? posted.lots : { [lotDayOf(validUntilOf(posted.asset, nowMs))]: posted.amount };
};
