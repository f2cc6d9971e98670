import { knownStep, type Step } from '../aggregate/step';
import { findClaim } from '../claim/claim-step';
import { isGiverSide } from '../dispute/dispute';
import { DAY_MS, endOfChinaDayMs } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import { isRecipientSide } from '../wish/recipient';
import { isTentative, type Claim, type Wish } from '../wish/wish';
import { changed, is, REPLAY, type Outcome } from '../wish/wish-change';
import { errandIdOf, isLegLive, type ClaimErrand } from './last-leg';

/** The recipient's side, or staff of the area for whoever phones; never the giver. */
const speaksForIt = (wish: Wish, claim: Claim, actor: Member): boolean => !isTentative(claim) && !isGiverSide(claim, actor) && isRecipientSide(wish, actor);

/** Left at a station, or agreed to be left there. */
const goesByStation = (wish: Wish, claim: Claim): boolean =>
  (claim.state === 'planned' || claim.state === 'delivered') && (claim.plan?.handover ?? wish.handover) === 'station';

/** Whether somebody may ask for the last leg of this claim now; the page offers it only then. */
export const mayAskErrand = (wish: Wish, claim: Claim, actor: Member): boolean =>
  speaksForIt(wish, claim, actor) && goesByStation(wish, claim) && !claim.isDisputed && !isLegLive(claim.errand) && claim.errandRound < RULES.lastLeg.roundsPerClaim;

export const mayCallOff = (wish: Wish, claim: Claim, actor: Member): boolean => speaksForIt(wish, claim, actor) && (claim.errand?.state === 'asked' || claim.errand?.state === 'taken');

/** By the end of that day, as everywhere a day is named. */
const takeByMsOf = (nowMs: number): number => endOfChinaDayMs(nowMs + RULES.lastLeg.takeDays * DAY_MS);

/**
 * Asks a neighbour to bring it home. One errand stands at a time: asked again, it is the same. Refusals: NOT_FOUND,
 * CLAIM_IN_DISPUTE, LAST_LEG_NOT_NOW, LAST_LEG_ASKED_OFTEN, OPERATION_REUSED.
 */
export const decideErrandRequest = (wish: Wish, claimId: string, actor: Member, step: Step): Result<Outcome> => {
  const claim = findClaim(wish, claimId);
  if (claim === null || !speaksForIt(wish, claim, actor)) return refuse('NOT_FOUND');
  const known = knownStep(claim.errand?.steps ?? {}, step);
  if (known !== null) return known;
  if (isLegLive(claim.errand)) return accept(REPLAY);
  if (claim.isDisputed) return refuse('CLAIM_IN_DISPUTE');
  if (!goesByStation(wish, claim)) return refuse('LAST_LEG_NOT_NOW');
  if (claim.errandRound >= RULES.lastLeg.roundsPerClaim) return refuse('LAST_LEG_ASKED_OFTEN');
  const path = `claims.${claimId}`;
  const errand: ClaimErrand = {
    errandId: errandIdOf(claimId, claim.errandRound),
    state: 'asked',
    carrierName: '',
    revision: 0,
    takeByMs: takeByMsOf(step.nowMs),
    steps: { ...claim.errand?.steps, [step.operationId]: step.inputHash },
  };
  return accept(
    changed({
      when: { [`${path}.state`]: is(claim.state), [`${path}.isDisputed`]: is(false), [`${path}.plan.handover`]: is(claim.plan?.handover ?? null), [`${path}.errandRound`]: is(claim.errandRound) },
      set: { [`${path}.errand`]: errand },
      add: { [`${path}.errandRound`]: 1 },
      event: { kind: 'errandRequested', claimId, legRound: claim.errandRound, eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId },
    }),
  );
};

/** Not needed after all; whoever took it is told. Refusals: NOT_FOUND, LAST_LEG_NOT_NOW (it was brought), OPERATION_REUSED. */
export const decideErrandCancel = (wish: Wish, claimId: string, actor: Member, step: Step): Result<Outcome> => {
  const claim = findClaim(wish, claimId);
  const errand = claim?.errand ?? null;
  if (claim === null || errand === null || !speaksForIt(wish, claim, actor)) return refuse('NOT_FOUND');
  const known = knownStep(errand.steps, step);
  if (known !== null) return known;
  if (!isLegLive(errand)) return accept(REPLAY);
  if (!mayCallOff(wish, claim, actor)) return refuse('LAST_LEG_NOT_NOW', { message: '送的邻居说已经送到了，看看收到没有；没收到就点“有问题”。' });
  const path = `claims.${claimId}`;
  return accept(
    changed({
      when: { [`${path}.errandRound`]: is(claim.errandRound), [`${path}.errand.state`]: is(errand.state) },
      set: { [`${path}.errand.state`]: 'withdrawn', [`${path}.errand.carrierName`]: '', [`${path}.errand.steps.${step.operationId}`]: step.inputHash },
      event: { kind: 'errandCancelled', claimId, eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId },
    }),
  );
};
