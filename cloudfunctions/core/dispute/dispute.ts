import type { ClaimState, DisputeKind, DisputeOutcome } from '@contract';
import type { Steps } from '../aggregate/step';
import { answersFor } from '../claim/giver';
import { worksAt, type Member } from '../member/member';
import { RULES } from '../rules';
import { isRecipient } from '../wish/recipient';
import { isTentative, type Claim, type Wish } from '../wish/wish';

export type Side = 'giver' | 'recipient';

/** Something between giver and recipient that staff sort out. While it is open the clocks of its claim stand still. */
export interface Dispute {
  readonly kind: DisputeKind;
  readonly side: Side;
  readonly openedById: string;
  readonly note: string;
  /** A number for this only; sealed, gone with its end. */
  readonly phoneSealed: string | null;
  readonly openedAtMs: number;
  readonly dueAtMs: number;
  readonly isEscalated: boolean;
  readonly state: 'open' | 'withdrawn' | 'decided';
  readonly outcome: DisputeOutcome | null;
  readonly outcomeNote: string;
  readonly endedAtMs: number | null;
  /** The acts that opened and ended it and those before it → hash of their input; at most two a round. */
  readonly steps: Steps;
  /** Points that were taken back meanwhile, by their round; null when there were none. */
  readonly heldPointsRound: number | null;
}

/** The giver's side: who claimed, or whoever answers for the unit that did. */
export const isGiverSide = (claim: Pick<Claim, 'claimerId' | 'deliveredById'>, actor: Member): boolean => answersFor(actor, claim) || actor._id === claim.deliveredById;

/** On which side somebody speaks; staff of the area speak for a recipient who called. Null for everybody else. */
export const sideOf = (wish: Wish, claim: Claim, actor: Member): Side | null => {
  if (isGiverSide(claim, actor)) return 'giver';
  return isRecipient(wish, actor) || worksAt(actor, wish.areaId) ? 'recipient' : null;
};

const KINDS: Readonly<Record<Side, Partial<Readonly<Record<ClaimState, readonly DisputeKind[]>>>>> = {
  recipient: {
    held: ['notWanted'],
    planned: ['notAsAgreed', 'notWanted'],
    delivered: ['notReceived', 'notAsAgreed', 'notWanted'],
    confirmed: ['notReceived', 'notAsAgreed'],
  },
  giver: { held: ['notWanted'], planned: ['notWanted', 'notAsAgreed'], delivered: ['notWanted', 'notAsAgreed'] },
};

/** What a side may say now; after the confirmation for as long as the points wait. */
export const openKindsOf = (claim: Claim, side: Side, nowMs: number): readonly DisputeKind[] => {
  if (claim.isDisputed || isTentative(claim) || claim.dispute?.state === 'decided' || claim.disputeRound >= RULES.dispute.roundsPerClaim) return [];
  if (claim.state === 'confirmed' && nowMs >= (claim.confirmedAtMs ?? 0) + RULES.dispute.afterConfirmMs) return [];
  return KINDS[side][claim.state] ?? [];
};

/** What may be found, by where the claim stands. */
const OUTCOMES: Partial<Readonly<Record<ClaimState, readonly DisputeOutcome[]>>> = {
  held: ['returned', 'cancelled', 'dismissed'],
  planned: ['received', 'returned', 'cancelled', 'dismissed'],
  delivered: ['received', 'returned', 'cancelled', 'dismissed'],
  confirmed: ['received', 'returned'],
};

export const outcomesOf = (claim: Claim): readonly DisputeOutcome[] => (claim.isDisputed ? (OUTCOMES[claim.state] ?? []) : []);

/** Decided by staff of the area who are neither side and did not open it. */
export const mayDecide = (wish: Wish, claim: Claim, actor: Member): boolean =>
  worksAt(actor, wish.areaId) && !isGiverSide(claim, actor) && !isRecipient(wish, actor) && claim.dispute?.openedById !== actor._id;
