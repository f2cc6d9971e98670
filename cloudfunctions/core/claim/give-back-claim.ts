import type { Step } from '../aggregate/step';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import { worksAt, type Member } from '../member/member';
import type { Claim, Wish } from '../wish/wish';
import { changed, REPLAY, type Outcome } from '../wish/wish-change';
import { beginStep, claimGuard, endedClaimFields } from './claim-step';

/** Staff take a delivery back only when the recipient said it had not come, or nobody confirmed in time. */
const mayReturn = (claim: Claim, isByStaff: boolean): boolean => {
  if (claim.state === 'held' || claim.state === 'planned') return true;
  return claim.state === 'delivered' && isByStaff && (claim.notReceivedAtMs !== null || claim.isFollowedUp);
};

/**
 * Gives the shares back: always allowed to the giver before delivery and never punished; staff of the area do it for
 * them, also after a delivery that did not arrive. Refusals: NOT_FOUND, CLAIM_STATE_CHANGED, OPERATION_REUSED.
 */
export const decideGiveBack = (wish: Wish, claimId: string, actor: Member, step: Step): Result<Outcome> => {
  const begun = beginStep(wish, claimId, step);
  if (!begun.ok) return begun;
  const { claim, replay } = begun.value;
  const isByStaff = claim.claimerId !== actor._id;
  if (isByStaff && !worksAt(actor, wish.areaId)) return refuse('NOT_FOUND');
  if (replay !== null) return accept(replay);
  if (claim.state === 'returned') return accept(REPLAY);
  if (!mayReturn(claim, isByStaff)) return refuse('CLAIM_STATE_CHANGED');
  const from = claim.state === 'delivered' ? 'sharesDelivered' : 'sharesHeld';
  return accept(
    changed({
      when: claimGuard(claim, step),
      // An ended claim keeps what tells its story and no more; the document stays bounded.
      set: endedClaimFields(claim, step, { state: 'returned', endedAtMs: step.nowMs, plan: null, proofNote: '', isOverdue: false }),
      add: { sharesLeft: claim.shares, [from]: -claim.shares },
      leaves: { activeClaimerIds: claim.claimerId },
      event: { kind: 'claimReturned', claimId, isByStaff, wasOverdue: claim.isOverdue, eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId },
    }),
  );
};
