import type { DisputeKind } from '@contract';
import { knownStep, type Step } from '../aggregate/step';
import { isFirstConfirmed } from '../claim/claim-parts';
import { claimGuard, findClaim } from '../claim/claim-step';
import { HOUR_MS } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import { addWorkingMs } from '../kernel/working-days';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import type { Claim, Photo, Wish } from '../wish/wish';
import { changed, is, type Outcome } from '../wish/wish-change';
import { openKindsOf, sideOf, type Dispute, type Side } from './dispute';

export interface Complaint {
  readonly kind: DisputeKind;
  readonly note: string;
  readonly photoFileIds: readonly string[];
  /** A number for this, sealed. */
  readonly phoneSealed?: string | null;
}

/** What somebody shows in a dispute; hidden until checked, like every photo. */
export const evidencePhotos = (claimId: string, round: number, byId: string, fileIds: readonly string[], nowMs: number): Readonly<Record<string, Photo>> =>
  Object.fromEntries(fileIds.map((fileId, order) => [deriveId('p', claimId, String(round), fileId), { fileId, order, state: 'checking' as const, claimId, evidenceBy: byId, addedAtMs: nowMs }]));

export const photoPaths = (photos: Readonly<Record<string, Photo>>): Readonly<Record<string, unknown>> => Object.fromEntries(Object.entries(photos).map(([photoId, photo]) => [`photos.${photoId}`, photo]));

const newDispute = (wish: Wish, claim: Claim, complaint: Complaint, side: Side, step: Step): Dispute => ({
  kind: complaint.kind,
  side,
  openedById: step.actorId,
  note: complaint.note,
  phoneSealed: complaint.phoneSealed ?? null,
  openedAtMs: step.nowMs,
  dueAtMs: addWorkingMs(step.nowMs, RULES.dispute.workingHours * HOUR_MS),
  isEscalated: false,
  state: 'open',
  outcome: null,
  outcomeNote: '',
  endedAtMs: null,
  // Those of earlier rounds are kept, so that an act which arrives late is known.
  steps: { ...claim.dispute?.steps, [step.operationId]: step.inputHash },
  heldPointsRound: claim.state === 'confirmed' && isFirstConfirmed(wish, claim) ? claim.pointsRound : null,
});

const refusalOf = (wish: Wish, claim: Claim, kind: DisputeKind, side: Side, nowMs: number): ReturnType<typeof refuse> | null => {
  if (claim.isDisputed) return refuse('CLAIM_IN_DISPUTE');
  if (claim.dispute?.state === 'decided' || claim.disputeRound >= RULES.dispute.roundsPerClaim || wish.disputeCount >= RULES.dispute.perWish) return refuse('DISPUTE_CLOSED');
  if (!openKindsOf(claim, side, nowMs).includes(kind)) return refuse('DISPUTE_NOT_NOW');
  return null;
};

/**
 * A side says that something is not as it should be. From the same update on the clocks of the claim stand still and
 * staff have theirs. Refusals: NOT_FOUND (also to whoever is no side), CLAIM_IN_DISPUTE, DISPUTE_CLOSED, DISPUTE_NOT_NOW,
 * OPERATION_REUSED.
 */
export const decideDisputeOpening = (wish: Wish, claimId: string, complaint: Complaint, actor: Member, step: Step): Result<Outcome> => {
  const claim = findClaim(wish, claimId);
  const side = claim === null ? null : sideOf(wish, claim, actor);
  if (claim === null || side === null) return refuse('NOT_FOUND');
  const known = knownStep(claim.dispute?.steps ?? {}, step);
  if (known !== null) return known;
  const refusal = refusalOf(wish, claim, complaint.kind, side, step.nowMs);
  if (refusal !== null) return refusal;
  const round = claim.disputeRound + 1;
  const dispute = newDispute(wish, claim, complaint, side, step);
  const photos = evidencePhotos(claimId, round, step.actorId, complaint.photoFileIds, step.nowMs);
  const path = `claims.${claimId}`;
  return accept(
    changed({
      when: { ...claimGuard(claim, step), [`${path}.disputeRound`]: is(claim.disputeRound), disputeCount: { below: RULES.dispute.perWish } },
      set: { [`${path}.isDisputed`]: true, [`${path}.dispute`]: dispute, [`${path}.code`]: null, ...photoPaths(photos) },
      add: { [`${path}.disputeRound`]: 1, disputeCount: 1 },
      event: { kind: 'disputeOpened', claimId, disputeRound: round, side, photoIds: Object.keys(photos), heldPointsRound: dispute.heldPointsRound, eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId },
    }),
  );
};
