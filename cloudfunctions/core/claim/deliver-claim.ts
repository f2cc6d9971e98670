import type { Step } from '../aggregate/step';
import { NO_HANDOVER } from '../handover/claim-handover';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import type { Claim, Photo, Wish } from '../wish/wish';
import { changed, type Outcome } from '../wish/wish-change';
import { partIdOf, rootIdOf, sharesGuard } from './claim-parts';
import { beginStep, claimFields, claimGuard, hasRoomForPart } from './claim-step';
import { takesStepsFor } from './giver';

export interface Delivery {
  readonly note: string;
  readonly proofFileIds: readonly string[];
  /** How many of the held shares came; null means all of them. */
  readonly shares: number | null;
}

/** A photo's id says whose proof it is, so the same file twice is one photo. */
export const proofPhotos = (claimId: string, fileIds: readonly string[], nowMs: number): Readonly<Record<string, Photo>> =>
  Object.fromEntries(fileIds.map((fileId, order) => [deriveId('p', claimId, fileId), { fileId, order, state: 'checking' as const, claimId, addedAtMs: nowMs }]));

const photoPaths = (photos: Readonly<Record<string, Photo>>): Readonly<Record<string, unknown>> => Object.fromEntries(Object.entries(photos).map(([photoId, photo]) => [`photos.${photoId}`, photo]));

/** What a delivery says of the claim, or of the part of it, that came. */
const deliveredFields = (claim: Claim, delivery: Delivery, step: Step) => ({
  state: 'delivered' as const,
  deliveredAtMs: step.nowMs,
  deliveredById: step.actorId,
  // The words of the plan have done their work; the document stays bounded.
  plan: claim.plan === null ? null : { ...claim.plan, note: '' },
  proofNote: delivery.note,
  confirmByMs: step.nowMs + RULES.claim.confirmMs,
  isOverdue: false,
});

/** Everything held was handed over. */
const deliverAll = (claim: Claim, delivery: Delivery, step: Step): Outcome => {
  const photos = proofPhotos(claim.claimId, delivery.proofFileIds, step.nowMs);
  return changed({
    when: { ...claimGuard(claim, step), ...sharesGuard(claim) },
    set: { ...claimFields(claim, step, deliveredFields(claim, delivery, step)), ...photoPaths(photos) },
    add: { sharesHeld: -claim.shares, sharesDelivered: claim.shares },
    event: { kind: 'claimDelivered', claimId: claim.claimId, restClaimId: null, photoIds: Object.keys(photos), wasOverdue: claim.isOverdue, round: claim.extensionCount, eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId },
  });
};

/** Some of it was: that part becomes a claim of its own, delivered now; the rest stays held with its clocks. */
const deliverPart = (claim: Claim, shares: number, delivery: Delivery, step: Step): Outcome => {
  const partId = partIdOf(claim.claimId, step.operationId);
  const photos = proofPhotos(partId, delivery.proofFileIds, step.nowMs);
  const part: Claim = { ...claim, claimId: partId, splitFromId: rootIdOf(claim), shares, steps: {}, ...NO_HANDOVER, isHomeAgreed: claim.isHomeAgreed, pointsRound: claim.pointsRound, ...deliveredFields(claim, delivery, step) };
  return changed({
    when: { ...claimGuard(claim, step), ...sharesGuard(claim), claimCount: { below: RULES.wish.claimsPerWish }, [`claims.${partId}`]: { isAbsent: true } },
    set: { ...claimFields(claim, step, { shares: claim.shares - shares }), [`claims.${partId}`]: part, ...photoPaths(photos) },
    add: { sharesHeld: -shares, sharesDelivered: shares, claimCount: 1 },
    event: { kind: 'claimDelivered', claimId: partId, restClaimId: claim.claimId, photoIds: Object.keys(photos), wasOverdue: false, round: claim.extensionCount, eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId },
  });
};

/**
 * The giver says that all or some of it was handed over and shows it. A late delivery is welcome as long as the shares are
 * still held. Refusals: NOT_FOUND, CLAIM_STATE_CHANGED, PROOF_MISSING, SHARES_NOT_ENOUGH, CLAIM_LIMIT_REACHED, OPERATION_REUSED.
 */
export const decideDelivery = (wish: Wish, claimId: string, delivery: Delivery, actor: Member, step: Step): Result<Outcome> => {
  const begun = beginStep(wish, claimId, step);
  if (!begun.ok) return begun;
  const { claim, replay } = begun.value;
  if (!takesStepsFor(actor, wish, claim)) return refuse('NOT_FOUND');
  if (replay !== null) return accept(replay);
  if (claim.state !== 'held' && claim.state !== 'planned') return refuse('CLAIM_STATE_CHANGED');
  if (delivery.proofFileIds.length === 0) return refuse('PROOF_MISSING', { fields: { proofFileIds: '请拍一张送到的照片' } });
  const shares = delivery.shares ?? claim.shares;
  if (shares > claim.shares) return refuse('SHARES_NOT_ENOUGH', { message: `您认领的还剩 ${claim.shares} 份没送，改一下份数。`, fields: { shares: `最多 ${claim.shares} 份` } });
  if (shares === claim.shares) return accept(deliverAll(claim, delivery, step));
  if (!hasRoomForPart(claim) || wish.claimCount >= RULES.wish.claimsPerWish) return refuse('CLAIM_LIMIT_REACHED', { message: '已经分了好几次送，剩下的请一次送齐。' });
  return accept(deliverPart(claim, shares, delivery, step));
};
