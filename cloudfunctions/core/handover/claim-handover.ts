import type { ClaimContact } from '../contact/contact';
import type { ClaimErrand } from '../last-leg/last-leg';
import type { Dispute } from '../dispute/dispute';

/** A one-time code that proves a handover; only its keyed hash is kept (RULES.md section 1). */
export interface HandoverCode {
  readonly hash: string;
  readonly expiresAtMs: number;
  readonly triesLeft: number;
  /** The act that issued it, so that the same act again answers the same code; an id of one person, route and tap. */
  readonly operationId: string;
  /** Acts of guessing already counted, so that a guess sent twice costs one try; at most as many as there are tries. */
  readonly wrong: Readonly<Record<string, 1>>;
}

/** What a claim holds about its handing over; each field bounded. */
export interface ClaimHandover {
  /** Stands beside `dispute` as a plain field because guards ask for it. */
  readonly isDisputed: boolean;
  readonly dispute: Dispute | null;
  /** How many disputes there were, the open one included. */
  readonly disputeRound: number;
  /** Which earning of points counts: 0 the first, later ones after points were taken back and given again. */
  readonly pointsRound: number;
  readonly code: HandoverCode | null;
  /** The last acts that issued a code, at most `CODE_ACTS_MAX`: one that arrives late must not bring its old code back. */
  readonly codeActs: Readonly<Record<string, 1>>;
  /** How the two reach each other; null while nobody left anything and after it is over. */
  readonly contact: ClaimContact | null;
  /** Counts changes of `contact`. */
  readonly contactRevision: number;
  /** The recipient's side said it may be brought to the door, though the wish said otherwise. */
  readonly isHomeAgreed: boolean;
  /** The last leg a neighbour was asked for; the latest. */
  readonly errand: ClaimErrand | null;
  /** How often one was asked for. */
  readonly errandRound: number;
}

/** More codes than anybody asks for while a phone still repeats a call. */
export const CODE_ACTS_MAX = 8;

export const NO_HANDOVER: ClaimHandover = { isDisputed: false, dispute: null, disputeRound: 0, pointsRound: 0, code: null, codeActs: {}, contact: null, contactRevision: 0, isHomeAgreed: false, errand: null, errandRound: 0 };

/** What a wish holds about handing over. */
export interface WishHandover {
  /** Disputes opened over its life; bounded, so that the document is. */
  readonly disputeCount: number;
}

export const NO_WISH_HANDOVER: WishHandover = { disputeCount: 0 };
