import { NEVER_MS } from '../aggregate/aggregate';
import { isOwn } from './account';
import type { Draft } from './decide-transfer';
import type { TransferCause } from './transfer';

export interface MoneyMove {
  /** Its cause: the same cause always has the same id, so it moves once. */
  readonly transferId: string;
  readonly debitAccount: string;
  readonly creditAccount: string;
  /** Whole, at least 1. */
  readonly amountFen: number;
  readonly cause: TransferCause;
  readonly communityId: string;
  /** It waits until it is ended: money has no day on which it comes by itself. */
  readonly isPending: boolean;
  readonly atMs: number;
}

/** How a pending movement of money ends. */
export interface MoneyEnd {
  readonly transferId: string;
  readonly outcome: 'posted' | 'voided';
  readonly atMs: number;
}

/** Pure: money moves between shared accounts only; nobody owns any here. @throws on an account of a person's. */
export const moneyDraft = ({ transferId, debitAccount, creditAccount, amountFen, cause, communityId, isPending, atMs }: MoneyMove): Draft => {
  if (isOwn(debitAccount) || isOwn(creditAccount)) throw new Error(`nobody owns money here: ${debitAccount} → ${creditAccount}`);
  return { transferId, asset: 'CNY', debitAccount, creditAccount, amount: amountFen, cause, communityId, nowMs: atMs, waits: isPending ? { untilMs: NEVER_MS, then: 'expired' } : null };
};
