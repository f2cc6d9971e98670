import type { Step } from '../aggregate/step';
import { accept, refuse, type Result } from '../kernel/result';
import { CLAIM_STEPS_MAX, isTentative, type Claim, type Wish } from '../wish/wish';
import { is, REPLAY, type Condition, type Outcome } from '../wish/wish-change';

export const findClaim = (wish: Wish, claimId: string): Claim | null => (Object.hasOwn(wish.claims, claimId) ? (wish.claims[claimId] ?? null) : null);

/**
 * The claim a step is about and, when the step was carried out before, that it was. The same operation with other input
 * is refused (OPERATION_REUSED); a claim that took too many steps takes no more.
 */
export const beginStep = (wish: Wish, claimId: string, step: Step): Result<{ readonly claim: Claim; readonly replay: Outcome | null }> => {
  const claim = findClaim(wish, claimId);
  if (claim === null) return refuse('NOT_FOUND');
  if (isTentative(claim)) return refuse('CLAIM_STATE_CHANGED', { message: '这份还在一起认领，稍等几秒再来。' });
  const knownHash = claim.steps[step.operationId];
  if (knownHash === step.inputHash) return accept({ claim, replay: REPLAY });
  if (knownHash !== undefined) return refuse('OPERATION_REUSED');
  // While staff sort something out, nothing else about this claim goes on.
  if (claim.isDisputed) return refuse('CLAIM_IN_DISPUTE');
  return accept({ claim, replay: null });
};

/** Planning again takes steps; room is kept for parts, extensions and what follows. */
const PLANS_MAX = 4;
/** What always finds room: extensions, the delivery of the last shares, and what the other side and staff say of it. */
const STEPS_KEPT_FREE = 6;

export const hasRoomToReplan = (claim: Claim): boolean => Object.keys(claim.steps).length < PLANS_MAX;

/** Parts delivered or given back are steps of the claim that goes on. */
export const hasRoomForPart = (claim: Claim): boolean => Object.keys(claim.steps).length < CLAIM_STEPS_MAX - STEPS_KEPT_FREE;

/** The claim is still as it was read, the step is new, and no clock made it overdue meanwhile: the event tells whether it was. */
export const claimGuard = (claim: Claim, step: Step): Readonly<Record<string, Condition>> => ({
  [`claims.${claim.claimId}.state`]: is(claim.state),
  [`claims.${claim.claimId}.isOverdue`]: is(claim.isOverdue),
  [`claims.${claim.claimId}.isDisputed`]: is(false),
  [`claims.${claim.claimId}.steps.${step.operationId}`]: { isAbsent: true },
});

const fieldPaths = (claim: Claim, fields: Partial<Claim>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(fields).map(([field, value]) => [`claims.${claim.claimId}.${field}`, value]));

/** Fields of one claim by their paths in the wish, with the step noted. */
export const claimFields = (claim: Claim, step: Step, fields: Partial<Claim>): Readonly<Record<string, unknown>> => ({
  ...fieldPaths(claim, fields),
  [`claims.${claim.claimId}.steps.${step.operationId}`]: step.inputHash,
});

/** The same for the step that ends a claim before anything came of it: earlier steps are forgotten. */
export const endedClaimFields = (claim: Claim, step: Step, fields: Partial<Claim>): Readonly<Record<string, unknown>> =>
  fieldPaths(claim, { ...fields, steps: { [step.operationId]: step.inputHash } });
