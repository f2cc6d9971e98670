import type { ClaimState, LastLegState, ContactReason, ContactSide, DisputeOutcome } from '@contract';
import type { ReferralOutcome } from '@contract';

interface ReviewClosed {
  /** The staff task and the question to the poster that this event answers, as they stood when it happened. */
  readonly closesTaskId: string | null;
  readonly closesNoticeId: string | null;
}

/** Each step of a referral is a turn of its own; tasks and events are named by it. */
interface ReferralTurn {
  readonly turn: number;
  readonly closesTaskId: string | null;
}

/**
 * What happened to a wish. An event is written by the same update that made it happen, waits in the wish's `outbox`, and
 * is delivered at once by the call or later by `jobs`. What delivery writes has ids made from the event's id, so that
 * delivering twice changes nothing. `round` counts the extensions a claim had when it happened: each round is overdue by
 * itself. `restClaimId` names the claim that goes on when only a part was delivered.
 */
export type WishEvent = {
  readonly eventId: string;
  readonly atMs: number;
  /** Member who acted, or 'clock'. */
  readonly byId: string;
} & (
  | { readonly kind: 'submitted'; readonly photoIds: readonly string[] }
  | ({ readonly kind: 'answered'; readonly photoIds: readonly string[] } & ReviewClosed)
  | ({ readonly kind: 'benefitDecided'; readonly isTogether: boolean } & ReviewClosed)
  | ({ readonly kind: 'approved'; readonly isReworded: boolean } & ReviewClosed)
  /** Approved, but above the cap: shown to the neighbourhood first. */
  | ({ readonly kind: 'publicised'; readonly isReworded: boolean } & ReviewClosed)
  /** Its publicity passed. */
  | ({ readonly kind: 'published' } & ReviewClosed)
  | ({ readonly kind: 'asked'; readonly note: string } & ReviewClosed)
  | ({ readonly kind: 'refused'; readonly note: string } & ReviewClosed)
  | ({ readonly kind: 'withdrawn' } & ReviewClosed)
  | ({ readonly kind: 'expired' } & ReviewClosed)
  | { readonly kind: 'completed' }
  | { readonly kind: 'photoNeedsHuman'; readonly photoId: string }
  | { readonly kind: 'photoDecided'; readonly photoId: string }
  | { readonly kind: 'unclaimed'; readonly round: number }
  | { readonly kind: 'rescueLate'; readonly round: number }
  | { readonly kind: 'rescueSplit'; readonly round: number; readonly shares: number; readonly shareNote: string }
  | { readonly kind: 'projectClaimed'; readonly round: number; readonly claimId: string }
  | ({ readonly kind: 'referralOffered' } & ReferralTurn)
  | ({ readonly kind: 'referralAccepted' } & ReferralTurn)
  | ({ readonly kind: 'referralDeclined'; readonly isLate: boolean; readonly reason: string } & ReferralTurn)
  | ({ readonly kind: 'referralStuck' } & ReferralTurn)
  | ({ readonly kind: 'referralReportDue'; readonly isAgain: boolean } & ReferralTurn)
  | ({ readonly kind: 'referralFinished'; readonly outcome: ReferralOutcome; readonly note: string } & ReferralTurn)
  | { readonly kind: 'sharesTried' | 'sharesReleased'; readonly triedClaimId: string; readonly batchId: string }
  | { readonly kind: 'tryStale'; readonly triedClaimId: string; readonly batchId: string }
  | { readonly kind: 'roundJoined'; readonly roundId: string }
  | { readonly kind: 'roundLeft'; readonly roundId: string }
  /** Some time after it came true: its recipient may be invited to help others. */
  | { readonly kind: 'helpBackDue' }
  | { readonly kind: 'claimHeld'; readonly claimId: string }
  | { readonly kind: 'claimReminded'; readonly claimId: string }
  | { readonly kind: 'claimPlanned'; readonly claimId: string }
  | { readonly kind: 'claimOverdue'; readonly claimId: string; readonly round: number }
  | { readonly kind: 'claimDelivered'; readonly claimId: string; readonly restClaimId: string | null; readonly photoIds: readonly string[]; readonly wasOverdue: boolean; readonly round: number }
  | { readonly kind: 'claimExtended'; readonly claimId: string; readonly reason: string; readonly isByStaff: boolean; readonly wasOverdue: boolean; readonly round: number }
  | { readonly kind: 'claimReduced'; readonly claimId: string; readonly shares: number; readonly isByStaff: boolean }
  | { readonly kind: 'confirmOverdue'; readonly claimId: string }
  | { readonly kind: 'claimConfirmed'; readonly claimId: string }
  | { readonly kind: 'claimReturned'; readonly claimId: string; readonly isByStaff: boolean; readonly wasOverdue: boolean; readonly round: number }
  | { readonly kind: 'claimLapsed'; readonly claimId: string; readonly wasOverdue: boolean; readonly round: number }
  | { readonly kind: 'disputeOpened'; readonly claimId: string; readonly disputeRound: number; readonly side: 'giver' | 'recipient'; readonly photoIds: readonly string[]; readonly heldPointsRound: number | null }
  | { readonly kind: 'disputeOverdue'; readonly claimId: string; readonly disputeRound: number }
  | {
      readonly kind: 'disputeEnded'; readonly claimId: string; readonly disputeRound: number; readonly outcome: DisputeOutcome | 'withdrawn'; readonly fromState: ClaimState; readonly wasOverdue: boolean; readonly round: number;
      readonly photoIds: readonly string[]; readonly voidedPointsRound: number | null; readonly pointsRound: number | null; readonly heirClaimId: string | null;
    }
  | { readonly kind: 'codeIssued'; readonly claimId: string }
  | { readonly kind: 'codeMissed'; readonly claimId: string }
  | { readonly kind: 'claimHandedOver'; readonly claimId: string; readonly wasOverdue: boolean; readonly round: number }
  | { readonly kind: 'contactLeft'; readonly claimId: string; readonly side: ContactSide; readonly isFirst: boolean }
  | { readonly kind: 'contactRead'; readonly claimId: string; readonly side: ContactSide; readonly reason: ContactReason }
  | { readonly kind: 'homeAgreed'; readonly claimId: string }
  | { readonly kind: 'errandOpened' }
  | { readonly kind: 'errandArrived' }
  /** Needed no more, though somebody brought it already or staff sort it out. */
  | { readonly kind: 'errandEnding' }
  | { readonly kind: 'errandOver'; readonly claimId: string; readonly note: string; readonly wasOverdue: boolean; readonly round: number }
  | { readonly kind: 'errandRequested'; readonly claimId: string; readonly legRound: number }
  | { readonly kind: 'errandCancelled'; readonly claimId: string }
  | { readonly kind: 'errandTold'; readonly claimId: string; readonly legState: LastLegState; readonly legRound: number }
  | { readonly kind: 'claimRated'; readonly claimId: string }
  | { readonly kind: 'ratingClosed'; readonly claimId: string }
);
