import type { DisputeOutcome } from '@contract';
import { knownStep, type Step } from '../aggregate/step';
import { firstConfirmedOf, leaving, partsOf, sharesGuard } from '../claim/claim-parts';
import { findClaim } from '../claim/claim-step';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import { worksAt, type Member } from '../member/member';
import { RULES } from '../rules';
import { isActive, type Claim, type Wish } from '../wish/wish';
import { changed, is, type Condition, type Outcome } from '../wish/wish-change';
import type { WishEvent } from '../wish/wish-event';
import { mayDecide, outcomesOf, type Dispute } from './dispute';
import { evidencePhotos, photoPaths } from './open-dispute';

export interface Ruling {
  readonly outcome: DisputeOutcome;
  readonly note: string;
  readonly photoFileIds: readonly string[];
}

interface Consequence {
  readonly when?: Readonly<Record<string, Condition>>;
  readonly set: Readonly<Record<string, unknown>>;
  readonly add?: Readonly<Record<string, number>>;
}

const at = (claim: Claim, fields: Partial<Claim>): Readonly<Record<string, unknown>> => Object.fromEntries(Object.entries(fields).map(([field, value]) => [`claims.${claim.claimId}.${field}`, value]));

/** Where the shares of the claim are counted now. */
const countedIn = (claim: Claim): 'sharesHeld' | 'sharesDelivered' => (claim.state === 'held' || claim.state === 'planned' ? 'sharesHeld' : 'sharesDelivered');

/** The clocks go on where they stood: every moment still ahead is later by as long as it was disputed. */
const goesOn = (claim: Claim, dispute: Dispute, nowMs: number): Consequence => {
  const stoodMs = nowMs - dispute.openedAtMs;
  switch (claim.state) {
    case 'held':
      return { set: at(claim, { holdUntilMs: claim.holdUntilMs + stoodMs }) };
    case 'planned':
      return { set: claim.deliverByMs === null ? {} : at(claim, { deliverByMs: claim.deliverByMs + stoodMs }) };
    case 'delivered':
      return { set: claim.confirmByMs === null ? {} : at(claim, { confirmByMs: claim.confirmByMs + stoodMs }) };
    default:
      return { set: {} };
  }
};

const received = (claim: Claim, step: Step): Consequence => {
  const confirmed = { state: 'confirmed', confirmedAtMs: claim.confirmedAtMs ?? step.nowMs, confirmedBy: claim.confirmedBy ?? step.actorId, endedAtMs: claim.endedAtMs ?? step.nowMs, isOverdue: false } as const;
  if (countedIn(claim) === 'sharesDelivered') return { set: at(claim, confirmed) };
  return { set: at(claim, { ...confirmed, deliveredAtMs: step.nowMs, deliveredById: claim.contactId }), add: { sharesHeld: -claim.shares, sharesDelivered: claim.shares } };
};

/** A wish that was over or nearly over gets time for somebody else to help. */
const reopened = (wish: Wish, nowMs: number): Readonly<Record<string, unknown>> => {
  if (wish.state !== 'open' && wish.state !== 'completed' && wish.state !== 'expired') return {};
  return { state: 'open', wallState: 'claimable', completedAtMs: null, endedAtMs: null, windowEndMs: Math.max(wish.windowEndMs, nowMs + RULES.dispute.reopenMs) };
};

const returned = (wish: Wish, claim: Claim, step: Step): Consequence => ({
  when: { state: is(wish.state) },
  set: { ...at(claim, { state: 'returned', endedAtMs: step.nowMs, plan: null, proofNote: '', isOverdue: false, confirmedAtMs: null, confirmedBy: null }), ...reopened(wish, step.nowMs) },
  add: { sharesLeft: claim.shares, [countedIn(claim)]: -claim.shares },
});

/** Nobody needs these shares any more, so the wish is that much smaller, and so is its value. */
const cancelled = (wish: Wish, claim: Claim, step: Step): Consequence => {
  const wanted = wish.sharesWanted - claim.shares;
  const value = wish.estimatedValueFen === null || wanted === 0 ? {} : { estimatedValueFen: Math.round((wish.estimatedValueFen * wanted) / wish.sharesWanted) };
  return {
    when: { sharesWanted: is(wish.sharesWanted) },
    set: { ...at(claim, { state: 'cancelled', endedAtMs: step.nowMs, isOverdue: false }), ...value },
    add: { sharesWanted: -claim.shares, [countedIn(claim)]: -claim.shares },
  };
};

const consequenceOf = (wish: Wish, claim: Claim, dispute: Dispute, outcome: DisputeOutcome | 'withdrawn', step: Step): Consequence => {
  switch (outcome) {
    case 'received':
      return received(claim, step);
    case 'returned':
      return returned(wish, claim, step);
    case 'cancelled':
      return cancelled(wish, claim, step);
    case 'dismissed':
    case 'withdrawn':
      return goesOn(claim, dispute, step.nowMs);
  }
};

/** Points that were taken back come again under a new round, unless the help did not count after all. */
const pointsAfter = (claim: Claim, dispute: Dispute, outcome: DisputeOutcome | 'withdrawn'): number | null => (dispute.heldPointsRound === null || outcome === 'returned' ? null : claim.pointsRound + 1);

/** Of a claim delivered in parts: who earns instead when the part that earned goes back on the wall, and under which round. */
interface Inheritance {
  readonly heirClaimId: string | null;
  readonly when: Readonly<Record<string, Condition>>;
  readonly set: Readonly<Record<string, unknown>>;
}

const NOTHING_TO_INHERIT: Inheritance = { heirClaimId: null, when: {}, set: {} };

/**
 * The points of the whole held claim pass on to the part confirmed next, or to whichever is confirmed later: every other
 * part goes one round further, since the transfer of the old round was voided. The others must stand as they were read,
 * so that one confirmed in the same moment is not missed.
 */
const inheritanceOf = (wish: Wish, claim: Claim, dispute: Dispute, outcome: DisputeOutcome | 'withdrawn'): Inheritance => {
  if (dispute.heldPointsRound === null || outcome !== 'returned') return NOTHING_TO_INHERIT;
  const others = partsOf(wish, claim).filter((part) => part.claimId !== claim.claimId);
  return {
    heirClaimId: firstConfirmedOf(wish, claim, claim.claimId)?.claimId ?? null,
    when: Object.fromEntries(others.map((part) => [`claims.${part.claimId}.state`, is(part.state)])),
    set: Object.fromEntries(others.map((part) => [`claims.${part.claimId}.pointsRound`, claim.pointsRound + 1])),
  };
};

interface End {
  readonly outcome: DisputeOutcome | 'withdrawn';
  readonly note: string;
  readonly photoFileIds: readonly string[];
}

const ended = (wish: Wish, claim: Claim, dispute: Dispute, end: End, step: Step): Outcome => {
  const path = `claims.${claim.claimId}`;
  const { when, set, add } = consequenceOf(wish, claim, dispute, end.outcome, step);
  const photos = evidencePhotos(claim.claimId, claim.disputeRound, step.actorId, end.photoFileIds, step.nowMs);
  const pointsRound = pointsAfter(claim, dispute, end.outcome);
  const inheritance = inheritanceOf(wish, claim, dispute, end.outcome);
  const goesAway = isActive(claim) && end.outcome !== 'dismissed' && end.outcome !== 'withdrawn';
  const away = goesAway ? leaving(wish, claim) : { when: {}, leaves: {} };
  const event: WishEvent = {
    kind: 'disputeEnded', claimId: claim.claimId, disputeRound: claim.disputeRound, round: claim.extensionCount, outcome: end.outcome, fromState: claim.state, wasOverdue: claim.isOverdue,
    photoIds: Object.keys(photos), voidedPointsRound: dispute.heldPointsRound, pointsRound, heirClaimId: inheritance.heirClaimId, eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId,
  };
  return changed({
    when: { [`${path}.state`]: is(claim.state), [`${path}.isOverdue`]: is(claim.isOverdue), [`${path}.isDisputed`]: is(true), [`${path}.disputeRound`]: is(claim.disputeRound), ...sharesGuard(claim), ...inheritance.when, ...away.when, ...when },
    set: {
      ...set,
      ...inheritance.set,
      [`${path}.isDisputed`]: false,
      [`${path}.dispute.state`]: end.outcome === 'withdrawn' ? 'withdrawn' : 'decided',
      [`${path}.dispute.outcome`]: end.outcome === 'withdrawn' ? null : end.outcome,
      [`${path}.dispute.outcomeNote`]: end.note,
      [`${path}.dispute.phoneSealed`]: null,
      [`${path}.dispute.endedAtMs`]: step.nowMs,
      [`${path}.dispute.steps.${step.operationId}`]: step.inputHash,
      ...(pointsRound === null ? {} : { [`${path}.pointsRound`]: pointsRound }),
      ...photoPaths(photos),
    },
    add: add ?? {},
    leaves: away.leaves,
    event,
  });
};

/** Whether somebody hears both sides of an open dispute. Refusals: NOT_FOUND, OUT_OF_AREA, NOT_ALLOWED, DISPUTE_CLOSED. */
export const decideMayReach = (wish: Wish, claimId: string, actor: Member): Result<Claim> => {
  const claim = findClaim(wish, claimId);
  if (claim === null || claim.dispute === null) return refuse('NOT_FOUND');
  if (!worksAt(actor, wish.areaId)) return refuse('OUT_OF_AREA');
  if (!mayDecide(wish, claim, actor)) return refuse('NOT_ALLOWED', { message: '您是这件事的一方，请同事来办。' });
  return claim.isDisputed ? accept(claim) : refuse('DISPUTE_CLOSED');
};

/** Whoever opened it takes it back: it was found, or the two have settled it. Refusals: NOT_FOUND, DISPUTE_CLOSED, OPERATION_REUSED. */
export const decideDisputeWithdrawal = (wish: Wish, claimId: string, step: Step): Result<Outcome> => {
  const claim = findClaim(wish, claimId);
  const dispute = claim?.dispute ?? null;
  if (claim === null || dispute === null || dispute.openedById !== step.actorId) return refuse('NOT_FOUND');
  const known = knownStep(dispute.steps, step);
  if (known !== null) return known;
  if (dispute.state !== 'open') return refuse('DISPUTE_CLOSED');
  return accept(ended(wish, claim, dispute, { outcome: 'withdrawn', note: '', photoFileIds: [] }, step));
};

/**
 * Staff who are neither side say how it ends, and why; both sides read it. Refusals: NOT_FOUND, OUT_OF_AREA, NOT_ALLOWED
 * (a side, or who opened it), DISPUTE_CLOSED, DISPUTE_NOT_NOW (not for where the claim stands), OPERATION_REUSED.
 */
export const decideDispute = (wish: Wish, claimId: string, ruling: Ruling, actor: Member, step: Step): Result<Outcome> => {
  const claim = findClaim(wish, claimId);
  const dispute = claim?.dispute ?? null;
  if (claim === null || dispute === null) return refuse('NOT_FOUND');
  if (!worksAt(actor, wish.areaId)) return refuse('OUT_OF_AREA');
  const known = knownStep(dispute.steps, step);
  if (known !== null) return known;
  if (!mayDecide(wish, claim, actor)) return refuse('NOT_ALLOWED', { message: '您是这件事的一方，请同事来办。' });
  if (dispute.state !== 'open') return refuse('DISPUTE_CLOSED');
  if (!outcomesOf(claim).includes(ruling.outcome)) return refuse('DISPUTE_NOT_NOW', { message: '东西还没送，这样断不了，换一种试试。' });
  return accept(ended(wish, claim, dispute, ruling, step));
};
