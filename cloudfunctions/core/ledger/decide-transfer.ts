import { parseAccount, type Asset } from './account';
import { applyTransfer, emptyAccount, validUntilMsOf, type Account } from './balance';
import { placeOf, resolutionIdOf, type Outcome, type Transfer, type TransferCause } from './transfer';

/** The clock of a pending transfer with what a person reads while it waits; gone in the transaction that resolves it. */
export interface PendingTransfer {
  /** The transfer's id. */
  readonly _id: string;
  /** The person's own account. */
  readonly account: string;
  readonly amount: number;
  readonly causeText: string;
  readonly createdAtMs: number;
  /** When it is posted. */
  readonly wakeAtMs: number;
}

/** What a decision writes, all in one transaction. */
export interface TransferPlan {
  readonly transfer: Transfer;
  /** The person's account afterwards; a shared account is never touched by a call, `jobs` folds transfers into it. */
  readonly account: Account;
}

export interface PendingInput {
  readonly transferId: string;
  readonly asset: Asset;
  readonly debitAccount: string;
  readonly creditAccount: string;
  readonly amount: number;
  readonly cause: TransferCause;
  readonly communityId: string;
  readonly nowMs: number;
  readonly dueAtMs: number;
}

const checkAmount = (amount: number): void => {
  if (!Number.isSafeInteger(amount) || amount < 1) throw new Error(`a transfer moves a whole amount of at least 1, not ${amount}`);
};

const checkAccounts = (asset: Asset, addresses: readonly string[]): void => {
  if (new Set(addresses).size !== addresses.length) throw new Error('a transfer has two different accounts');
  for (const address of addresses) {
    const { owner, purse } = parseAccount(address);
    if (owner === 'member' && purse !== asset) throw new Error(`${address} holds no ${asset}`);
  }
};

/** Pure: an earning that waits for its day. `account` is the receiver's, null when it is their first. */
export const decidePending = (account: Account | null, input: PendingInput): TransferPlan & { readonly clock: PendingTransfer } => {
  checkAmount(input.amount);
  checkAccounts(input.asset, [input.debitAccount, input.creditAccount]);
  const { transferId, nowMs, dueAtMs, ...rest } = input;
  const transfer: Transfer = {
    ...rest,
    _id: transferId,
    phase: 'pending',
    pendingId: null,
    reversesId: null,
    accounts: [input.debitAccount, input.creditAccount],
    createdAtMs: nowMs,
    place: placeOf(nowMs, transferId),
    dueAtMs,
    validUntilMs: null,
  };
  return {
    transfer,
    account: applyTransfer(account ?? emptyAccount(input.creditAccount, input.asset), transfer),
    clock: { _id: transferId, account: input.creditAccount, amount: input.amount, causeText: input.cause.text, createdAtMs: nowMs, wakeAtMs: dueAtMs },
  };
};

/** Pure: the end of a pending transfer. What the person gets is dated from the day it is posted. */
export const decideResolution = (account: Account, pending: Transfer, outcome: Outcome, nowMs: number): TransferPlan => {
  if (pending.phase !== 'pending') throw new Error(`${pending._id} is not pending`);
  const transferId = resolutionIdOf(pending._id);
  const transfer: Transfer = {
    ...pending,
    _id: transferId,
    phase: outcome,
    pendingId: pending._id,
    createdAtMs: nowMs,
    place: placeOf(nowMs, transferId),
    dueAtMs: null,
    validUntilMs: outcome === 'posted' ? validUntilMsOf(nowMs) : null,
  };
  return { transfer, account: applyTransfer(account, transfer) };
};
