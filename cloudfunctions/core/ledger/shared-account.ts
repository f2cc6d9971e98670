import { addBalance, NOTHING, type Balance } from './balance';
import type { Posting } from './posting';

/** Folded in one step; as many ids one query takes. */
export const FOLD_MAX = 100;

/**
 * A shared account as far as it is folded. `foldIds` is written ahead together with the sums: whoever was killed after
 * that is finished by the next one, and nothing is folded twice.
 */
export interface SharedAccount extends Balance {
  /** The book. */
  readonly _id: string;
  readonly communityId: string;
  /** Folds so far; each is kept in a document of its own. */
  readonly folds: number;
  /** Postings folded so far. */
  readonly postings: number;
  /** Postings of the last fold; still to be removed, unless they are gone. */
  readonly foldIds: readonly string[];
  /** The last fold's own sum. */
  readonly foldSum: Balance;
  readonly foldedAtMs: number;
  /** What the nightly proof has gone through: so many folds, and what they came to. */
  readonly proved: Balance & { readonly folds: number; readonly postings: number };
}

/** What one fold took in; never changed. The chain of folds is the shared account. */
export interface Fold extends Balance {
  /** `<book>#<number>`, counted from 1. */
  readonly _id: string;
  readonly book: string;
  readonly postingIds: readonly string[];
  readonly atMs: number;
}

export const foldIdOf = (book: string, number: number): string => `${book}#${number}`;

export const emptySharedAccount = (book: string, communityId: string): SharedAccount => ({ _id: book, communityId, ...NOTHING, folds: 0, postings: 0, foldIds: [], foldSum: NOTHING, foldedAtMs: 0, proved: { ...NOTHING, folds: 0, postings: 0 } });

/** Pure: the document of the last fold; null before the first. */
export const lastFold = (shared: SharedAccount): Fold | null =>
  shared.folds === 0 ? null : { _id: foldIdOf(shared._id, shared.folds), book: shared._id, postingIds: shared.foldIds, ...shared.foldSum, atMs: shared.foldedAtMs };

/** Pure: the account after one more fold. Only written over the number of folds it was read with. */
export const foldIn = (shared: SharedAccount, postings: readonly Posting[], nowMs: number): SharedAccount => {
  const foldSum = postings.reduce<Balance>(addBalance, NOTHING);
  return { ...shared, ...addBalance(shared, foldSum), folds: shared.folds + 1, postings: shared.postings + postings.length, foldIds: postings.map(({ _id }) => _id), foldSum, foldedAtMs: nowMs };
};
