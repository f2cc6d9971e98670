import type { Step } from '../aggregate/step';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import { worksAt, type Member } from '../member/member';
import { isTentative, type Claim, type Wish } from '../wish/wish';
import { changed, REPLAY, type Outcome } from '../wish/wish-change';
import { leaving, sharesGuard } from './claim-parts';
import { beginStep, claimFields, claimGuard, endedClaimFields, findClaim, hasRoomForPart } from './claim-step';
import { answersFor } from './giver';

/** Staff take a delivery back only when nobody confirmed in time; what the two see differently is decided as a dispute. */
const mayReturn = (claim: Claim, isByStaff: boolean): boolean => {
  if (claim.state === 'held' || claim.state === 'planned') return true;
  return claim.state === 'delivered' && isByStaff && claim.isFollowedUp;
};

const returnAll = (wish: Wish, claim: Claim, isByStaff: boolean, step: Step): Outcome => {
  const from = claim.state === 'delivered' ? 'sharesDelivered' : 'sharesHeld';
  const { when, leaves } = leaving(wish, claim);
  return changed({
    when: { ...claimGuard(claim, step), ...sharesGuard(claim), ...when },
    // An ended claim keeps what tells its story and no more; the document stays bounded.
    set: endedClaimFields(claim, step, { state: 'returned', endedAtMs: step.nowMs, plan: null, proofNote: '', isOverdue: false }),
    add: { sharesLeft: claim.shares, [from]: -claim.shares },
    leaves,
    event: { kind: 'claimReturned', claimId: claim.claimId, isByStaff, wasOverdue: claim.isOverdue, round: claim.extensionCount, eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId },
  });
};

/** Fewer are held from now on; the claim goes on with the rest, under the same clocks. */
const returnSome = (claim: Claim, shares: number, isByStaff: boolean, step: Step): Outcome =>
  changed({
    when: { ...claimGuard(claim, step), ...sharesGuard(claim) },
    set: claimFields(claim, step, { shares: claim.shares - shares }),
    add: { sharesLeft: shares, sharesHeld: -shares },
    event: { kind: 'claimReduced', claimId: claim.claimId, shares, isByStaff, eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId },
  });

/**
 * A shop gives back what it holds, without a person behind it, because it leaves or rests. REPLAY for what was delivered, is
 * back already, or is being sorted out.
 */
export const decideShopReturn = (wish: Wish, claimId: string, step: Step): Result<Outcome> => {
  const claim = findClaim(wish, claimId);
  if (claim === null || isTentative(claim) || claim.isDisputed || !mayReturn(claim, false)) return accept(REPLAY);
  return accept(returnAll(wish, claim, false, step));
};

/**
 * Gives all or some of the shares back: always allowed to the giver before delivery and never punished; staff of the area
 * do it for them, also after a delivery that did not arrive. `shares` null means all.
 * Refusals: NOT_FOUND, CLAIM_STATE_CHANGED, SHARES_NOT_ENOUGH, CLAIM_LIMIT_REACHED, OPERATION_REUSED.
 */
export const decideGiveBack = (wish: Wish, claimId: string, actor: Member, step: Step, shares: number | null = null): Result<Outcome> => {
  const begun = beginStep(wish, claimId, step);
  if (!begun.ok) return begun;
  const { claim, replay } = begun.value;
  const isByStaff = !answersFor(actor, claim);
  if (isByStaff && !worksAt(actor, wish.areaId)) return refuse('NOT_FOUND');
  if (replay !== null) return accept(replay);
  if (claim.state === 'returned') return accept(REPLAY);
  if (!mayReturn(claim, isByStaff)) return refuse('CLAIM_STATE_CHANGED');
  if (shares === null || shares === claim.shares) return accept(returnAll(wish, claim, isByStaff, step));
  if (claim.state === 'delivered') return refuse('CLAIM_STATE_CHANGED', { message: '已经送到的要整份放回。' });
  if (shares > claim.shares) return refuse('SHARES_NOT_ENOUGH', { message: `您认领的还剩 ${claim.shares} 份没送，改一下份数。`, fields: { shares: `最多 ${claim.shares} 份` } });
  if (!hasRoomForPart(claim)) return refuse('CLAIM_LIMIT_REACHED', { message: '已经还过好几次了，剩下的请一次还清，或送到。' });
  return accept(returnSome(claim, shares, isByStaff, step));
};
