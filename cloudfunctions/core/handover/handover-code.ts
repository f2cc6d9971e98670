import type { Step } from '../aggregate/step';
import { leaving, sharesGuard } from '../claim/claim-parts';
import { beginStep, claimFields, claimGuard, findClaim } from '../claim/claim-step';
import { isGiverSide } from '../dispute/dispute';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import { worksAt, type Member } from '../member/member';
import { RULES } from '../rules';
import { isRecipient } from '../wish/recipient';
import { isActive, isTentative, type Claim, type Wish } from '../wish/wish';
import { changed, is, REPLAY, type Outcome } from '../wish/wish-change';
import { CODE_ACTS_MAX } from './claim-handover';

/** Whoever keeps the station of the area: staff, social workers, volunteers. */
const STATION_KEEPERS = ['administrator', 'staff', 'socialWorker', 'volunteer'] as const;

export const keepsStation = (actor: Member, areaId: string): boolean => worksAt(actor, areaId, STATION_KEEPERS);

/** Whoever answers for the recipient: who posted, or staff of the area for somebody without a phone; never the giver. */
export const mayIssueCode = (wish: Wish, claim: Claim, actor: Member): boolean => !isGiverSide(claim, actor) && (isRecipient(wish, actor) || worksAt(actor, wish.areaId));

/** Acts that are forgotten so that one more finds room, the oldest first. */
const forgottenActs = (claim: Claim): readonly string[] => Object.keys(claim.codeActs).slice(0, Math.max(0, Object.keys(claim.codeActs).length + 1 - CODE_ACTS_MAX));

/**
 * The recipient's side gets a code for one claim; an older one is worth nothing from then on, and the act that
 * issued it, repeated late, is refused instead of bringing it back. Refusals: NOT_FOUND,
 * CLAIM_STATE_CHANGED, CLAIM_IN_DISPUTE, OPERATION_REUSED.
 * @param hash keyed hash of the code that belongs to this very act.
 */
export const decideCodeIssue = (wish: Wish, claimId: string, hash: string, actor: Member, step: Step): Result<Outcome> => {
  const claim = findClaim(wish, claimId);
  if (claim === null || !mayIssueCode(wish, claim, actor)) return refuse('NOT_FOUND');
  if (claim.code?.operationId === step.operationId) return accept(REPLAY);
  if (Object.hasOwn(claim.codeActs, step.operationId)) return refuse('OPERATION_REUSED', { message: '这个码已经换过新的了，请看最新的那个。' });
  if (claim.isDisputed) return refuse('CLAIM_IN_DISPUTE');
  if (!isActive(claim) || isTentative(claim)) return refuse('CLAIM_STATE_CHANGED');
  const path = `claims.${claimId}`;
  return accept(
    changed({
      when: { [`${path}.state`]: is(claim.state), [`${path}.isDisputed`]: is(false) },
      set: { [`${path}.code`]: { hash, expiresAtMs: step.nowMs + RULES.handover.codeMs, triesLeft: RULES.handover.codeTries, operationId: step.operationId, wrong: {} }, [`${path}.codeActs.${step.operationId}`]: 1 },
      removes: forgottenActs(claim).map((act) => `${path}.codeActs.${act}`),
      event: { kind: 'codeIssued', claimId, eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId },
    }),
  );
};

/** Who may put in a code: the giver, or a keeper of the station who is not the recipient. */
const mayRedeem = (wish: Wish, claim: Claim, actor: Member): boolean => isGiverSide(claim, actor) || (keepsStation(actor, wish.areaId) && !isRecipient(wish, actor));

const redeemed = (wish: Wish, claim: Claim, actor: Member, step: Step, hash: string): Outcome => {
  const path = `claims.${claim.claimId}`;
  const isNew = claim.state !== 'delivered';
  const { when, leaves } = leaving(wish, claim);
  return changed({
    when: { ...claimGuard(claim, step), [`${path}.code.hash`]: is(hash), [`${path}.code.triesLeft`]: { above: 0 }, [`${path}.code.expiresAtMs`]: { above: step.nowMs }, ...sharesGuard(claim), ...when },
    set: claimFields(claim, step, { state: 'confirmed', deliveredAtMs: claim.deliveredAtMs ?? step.nowMs, deliveredById: claim.deliveredById ?? (isGiverSide(claim, actor) ? actor._id : claim.contactId), confirmedAtMs: step.nowMs, confirmedBy: step.actorId, endedAtMs: step.nowMs, isOverdue: false, code: null }),
    add: isNew ? { sharesHeld: -claim.shares, sharesDelivered: claim.shares } : {},
    leaves,
    event: { kind: 'claimHandedOver', claimId: claim.claimId, wasOverdue: claim.isOverdue, round: claim.extensionCount, eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId },
  });
};

/** A wrong guess costs a try, whoever else guesses in the same moment. */
const missed = (claim: Claim, step: Step, standingHash: string): Outcome => {
  const path = `claims.${claim.claimId}.code`;
  return changed({
    when: { [`claims.${claim.claimId}.state`]: is(claim.state), [`${path}.hash`]: is(standingHash), [`${path}.triesLeft`]: { above: 0 }, [`${path}.wrong.${step.operationId}`]: { isAbsent: true } },
    set: { [`${path}.wrong.${step.operationId}`]: 1 },
    add: { [`${path}.triesLeft`]: -1 },
    event: { kind: 'codeMissed', claimId: claim.claimId, eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId },
  });
};

/** The claim a code is about: the one named, or the caller's own live one. */
export const claimToRedeem = (wish: Wish, claimId: string | null, actor: Member): string | null =>
  claimId ?? Object.values(wish.claims).find((claim) => isActive(claim) && isGiverSide(claim, actor))?.claimId ?? null;

/** Whether this very guess was counted as wrong. */
export const wasWrong = (wish: Wish, claimId: string, operationId: string): boolean => Object.hasOwn(findClaim(wish, claimId)?.code?.wrong ?? {}, operationId);

/**
 * A code is put in. Right: delivered and confirmed in one update, without a photo. Wrong: one try less, and `wasWrong`
 * tells it afterwards. Refusals: NOT_FOUND, CODE_MISSING, CODE_EXPIRED, CODE_EXHAUSTED, CLAIM_STATE_CHANGED,
 * CLAIM_IN_DISPUTE, OPERATION_REUSED.
 */
export const decideRedemption = (wish: Wish, claimId: string, hash: string, actor: Member, step: Step): Result<Outcome> => {
  const begun = beginStep(wish, claimId, step);
  if (!begun.ok) return begun;
  const { claim, replay } = begun.value;
  if (!mayRedeem(wish, claim, actor)) return refuse('NOT_FOUND');
  if (replay !== null) return accept(replay);
  if (!isActive(claim)) return refuse('CLAIM_STATE_CHANGED', claim.state === 'confirmed' ? { message: '这份已经交接好了，码用过了。' } : {});
  const { code } = claim;
  if (code === null) return refuse('CODE_MISSING');
  if (Object.hasOwn(code.wrong, step.operationId)) return accept(REPLAY);
  if (code.triesLeft <= 0) return refuse('CODE_EXHAUSTED');
  if (code.expiresAtMs <= step.nowMs) return refuse('CODE_EXPIRED');
  return accept(code.hash === hash ? redeemed(wish, claim, actor, step, hash) : missed(claim, step, code.hash));
};
