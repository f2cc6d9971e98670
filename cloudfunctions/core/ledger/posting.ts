import { isOwn } from './account';
import { bookOf, changeOn, type Balance } from './balance';
import type { Transfer } from './transfer';

/**
 * One side of a transfer on its way into a shared account. Written with the transfer, removed once folded: a shared
 * account is never changed by a call, so thousands of calls at once do not meet there (DESIGN.md section 3).
 */
export interface Posting extends Balance {
  /** Made from the transfer and the side. */
  readonly _id: string;
  readonly book: string;
  readonly communityId: string;
}

const SIDES = ['debit', 'credit'] as const;

export const transferIdOfPosting = (postingId: string): string => postingId.replace(/~(debit|credit)$/, '');

/** Pure: what a transfer brings to the shared accounts it names; both sides, one or none. */
export const postingsOf = (transfer: Transfer): readonly Posting[] =>
  SIDES.flatMap((side) => {
    const address = side === 'debit' ? transfer.debitAccount : transfer.creditAccount;
    return isOwn(address) ? [] : [{ _id: `${transfer._id}~${side}`, book: bookOf(transfer.asset, address), communityId: transfer.communityId, ...changeOn(side, transfer) }];
  });
