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

/** Goods wait at the station and a neighbour is asked to carry them up: a wish of its own. */
export interface LastLeg {
  readonly wishId: string;
  readonly state: 'asked' | 'done' | 'expired' | 'withdrawn';
  readonly requestedAtMs: number;
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
  /** A handover at home needs the recipient's word unless the wish already says so. */
  readonly homeAgreement: 'none' | 'asked' | 'agreed';
  readonly lastLeg: LastLeg | null;
  /** The giver's phone, sealed; gone with the end of the claim. */
  readonly giverPhoneSealed: string | null;
  /** How often either side read the other's phone; the audit has each reading with its reason. */
  readonly contactReads: number;
}

export const NO_HANDOVER: ClaimHandover = { isDisputed: false, dispute: null, disputeRound: 0, pointsRound: 0, code: null, homeAgreement: 'none', lastLeg: null, giverPhoneSealed: null, contactReads: 0 };

/** How the recipient is reached, sealed; gone when the wish ends. */
export interface WishContact {
  readonly phoneSealed: string;
  readonly addressSealed: string;
  /** Whether it may also be given to a merchant: a consent of its own (个人信息保护法 Art. 23). */
  readonly mayGiveToMerchant: boolean;
  readonly leftAtMs: number;
}

/** The claim whose goods an errand carries up. */
export interface ErrandFor {
  readonly wishId: string;
  readonly claimId: string;
}

/** What a wish holds about handing over. */
export interface WishHandover {
  readonly contact: WishContact | null;
  readonly errandFor: ErrandFor | null;
  /** Disputes opened over its life; bounded, so that the document is. */
  readonly disputeCount: number;
}

export const NO_WISH_HANDOVER: WishHandover = { contact: null, errandFor: null, disputeCount: 0 };
