import type { Asset } from './account';
import type { Lots } from './lots';

/**
 * One movement between two accounts: one insert, never changed. What becomes of a pending one is told by another
 * transfer, its resolution, whose id is made from it: posting, voiding and expiring exclude each other by that id.
 * A mistake is undone by a posted transfer the other way round that names what it reverses.
 */
export interface Transfer {
  /** Its cause: the same cause always has the same id, so it moves once. */
  readonly _id: string;
  readonly asset: Asset;
  readonly phase: 'pending' | Outcome;
  /** Set on a resolution: the pending transfer that it ends. */
  readonly pendingId: string | null;
  /** Set on a reversal: the posted transfer that it undoes. */
  readonly reversesId: string | null;
  readonly debitAccount: string;
  readonly creditAccount: string;
  /** Both accounts; one index serves a person's list whichever side they stand on. */
  readonly accounts: readonly [debit: string, credit: string];
  /** Whole, at least 1. */
  readonly amount: number;
  /** What this line moves into the usable lots of the person's own account, or out of them; empty when it moves none. */
  readonly lots: Lots;
  readonly cause: TransferCause;
  readonly communityId: string;
  readonly createdAtMs: number;
  /** `<createdAtMs>_<id>`: total order of a list; one text, so that a page is one range of an index. */
  readonly place: string;
  /** While pending: when it ends by itself. */
  readonly dueAtMs: number | null;
  /** While pending: how it ends by itself. An earning is posted, a hold that nobody used expires. */
  readonly whenDue: 'posted' | 'expired' | null;
  /** On what is posted to a person: the last moment it can be used; null when it stays for ever. */
  readonly validUntilMs: number | null;
}

export interface TransferCause {
  /** e.g. 'delivery', 'carefulRating'. */
  readonly kind: string;
  /** The wish, rating … it came from. */
  readonly aggregateId: string;
  /** In a person's words. */
  readonly text: string;
}

export type Outcome = 'posted' | 'voided' | 'expired';

/** The id that all ends of a pending transfer share. */
export const resolutionIdOf = (pendingId: string): string => `${pendingId}_resolution`;

/** The id that all reversals of a transfer share. */
export const reversalIdOf = (transferId: string): string => `${transferId}_reversal`;

export const placeOf = (createdAtMs: number, id: string): string => `${String(createdAtMs).padStart(15, '0')}_${id}`;
