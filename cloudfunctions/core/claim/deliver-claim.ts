import type { Step } from '../aggregate/step';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import { RULES } from '../rules';
import type { Photo, Wish } from '../wish/wish';
import { changed, type Outcome } from '../wish/wish-change';
import { beginStep, claimFields, claimGuard } from './claim-step';

export interface Delivery {
  readonly note: string;
  readonly proofFileIds: readonly string[];
}

/** A photo's id says whose proof it is, so the same file twice is one photo. */
export const proofPhotos = (claimId: string, fileIds: readonly string[], nowMs: number): Readonly<Record<string, Photo>> =>
  Object.fromEntries(fileIds.map((fileId, order) => [deriveId('p', claimId, fileId), { fileId, order, state: 'checking' as const, claimId, addedAtMs: nowMs }]));

/**
 * The giver says it was handed over and shows it. A late delivery is welcome as long as the shares are still held.
 * Refusals: NOT_FOUND, CLAIM_STATE_CHANGED, PROOF_MISSING, OPERATION_REUSED.
 */
export const decideDelivery = (wish: Wish, claimId: string, delivery: Delivery, step: Step): Result<Outcome> => {
  const begun = beginStep(wish, claimId, step);
  if (!begun.ok) return begun;
  const { claim, replay } = begun.value;
  if (claim.claimerId !== step.actorId) return refuse('NOT_FOUND');
  if (replay !== null) return accept(replay);
  if (claim.state !== 'held' && claim.state !== 'planned') return refuse('CLAIM_STATE_CHANGED');
  if (delivery.proofFileIds.length === 0) return refuse('PROOF_MISSING', { fields: { proofFileIds: '请拍一张送到的照片' } });
  const photos = proofPhotos(claimId, delivery.proofFileIds, step.nowMs);
  return accept(
    changed({
      when: claimGuard(claim, step),
      set: {
        ...claimFields(claim, step, {
          state: 'delivered',
          deliveredAtMs: step.nowMs,
          // The words of the plan have done their work; the document stays bounded.
          plan: claim.plan === null ? null : { ...claim.plan, note: '' },
          proofNote: delivery.note,
          confirmByMs: step.nowMs + RULES.claim.confirmMs,
          isOverdue: false,
        }),
        ...Object.fromEntries(Object.entries(photos).map(([photoId, photo]) => [`photos.${photoId}`, photo])),
      },
      add: { sharesHeld: -claim.shares, sharesDelivered: claim.shares },
      event: { kind: 'claimDelivered', claimId, photoIds: Object.keys(photos), wasOverdue: claim.isOverdue, eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId },
    }),
  );
};
