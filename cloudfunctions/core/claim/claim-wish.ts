import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import { NO_HANDOVER } from '../handover/claim-handover';
import { carrierRefusalOf } from '../last-leg/carry-errand';
import { RULES } from '../rules';
import type { Claim, Wish } from '../wish/wish';
import { changed, is, REPLAY, type Outcome } from '../wish/wish-change';
import type { Step } from '../aggregate/step';
import { givesToThemselves, type Giver } from './giver';

/** A claim's id is its cause, so the same act is the same claim however often it arrives. */
export const claimIdOf = (operationId: string): string => deriveId('c', operationId);

/** Two phases: the shares are held now, and given back by themselves unless a plan follows in time (RULES.md section 1). */
export const heldClaim = (wish: Wish, claimId: string, shares: number, giver: Giver, step: Step): Claim => ({
  claimId,
  claimerId: giver.partyId,
  claimerName: giver.name,
  giverKind: giver.kind,
  contactId: giver.contact._id,
  splitFromId: null,
  batchId: null,
  projectAmountFen: null,
  shares,
  state: 'held',
  inputHash: step.inputHash,
  heldAtMs: step.nowMs,
  holdUntilMs: Math.min(step.nowMs + RULES.claim.holdMs, wish.windowEndMs),
  isReminded: false,
  plan: null,
  plannedAtMs: null,
  deliverByMs: null,
  extensionCount: 0,
  isOverdue: false,
  deliveredAtMs: null,
  deliveredById: null,
  proofNote: '',
  confirmByMs: null,
  isFollowedUp: false,
  confirmedAtMs: null,
  confirmedBy: null,
  satisfaction: null,
  isRatingClosed: false,
  endedAtMs: null,
  steps: {},
  ...NO_HANDOVER,
});

/** What stands in a giver's way whatever they would claim; null when nothing does. */
export const giverRefusalOf = (giver: Giver, nowMs: number): ReturnType<typeof refuse> | null => {
  if (giver.contact.frozenUntilMs > nowMs) return refuse('CLAIM_ACCOUNT_FROZEN');
  if (giver.overdueClaimIds.length > 0) return giver.partyId !== giver.contact._id ? refuse('CLAIM_OVERDUE_ELSEWHERE', { message: `${giver.name}有一份认领过了日子还没送，先办好或还回去，再来认领新的。` }) : refuse('CLAIM_OVERDUE_ELSEWHERE');
  return null;
};

/** Why this giver may not claim this wish now; null when they may. The page shows the same sentence beforehand. */
export const claimRefusalOf = (wish: Wish, giver: Giver, shares: number, nowMs: number): ReturnType<typeof refuse> | null => {
  if (givesToThemselves(wish, giver)) return refuse('CLAIM_OWN_WISH');
  if (wish.activeClaimerIds.includes(giver.partyId)) return refuse('CLAIM_ALREADY_HELD');
  if (wish.state !== 'open' || wish.windowEndMs <= nowMs) return refuse('WISH_STATE_CHANGED', { message: '这个心愿现在不能认领了，看看别的吧。' });
  if (wish.sharesLeft === 0) return refuse('SHARES_SOLD_OUT');
  if (wish.sharesLeft < shares) return refuse('SHARES_NOT_ENOUGH', { message: `只剩 ${wish.sharesLeft} 份了，少认几份试试。` });
  if (wish.claimCount >= RULES.wish.claimsPerWish) return refuse('CLAIM_LIMIT_REACHED');
  return giverRefusalOf(giver, nowMs) ?? carrierRefusalOf(wish, giver) ?? (wish.tradeCertificate !== null && (giver.kind === 'member' || giver.kind === 'person') ? refuse('CLAIM_NEEDS_CERTIFICATE') : null);
};

/** The guard of every claim: the rule itself, so that while there is room nobody loses to a version number. */
export const claimGuardOf = (claimId: string, shares: number, giver: Giver, nowMs: number) => ({
  state: is('open'),
  sharesLeft: { atLeast: shares },
  activeClaimerIds: { excludes: giver.partyId },
  claimCount: { below: RULES.wish.claimsPerWish },
  windowEndMs: { above: nowMs },
  [`claims.${claimId}`]: { isAbsent: true as const },
});

/**
 * Takes shares of a wish, as the claim `claimId`. Refusals: CLAIM_*, SHARES_*, WISH_STATE_CHANGED, OPERATION_REUSED.
 */
export const decideClaimAs = (wish: Wish, claimId: string, shares: number, giver: Giver, step: Step): Result<Outcome> => {
  const known = Object.hasOwn(wish.claims, claimId) ? wish.claims[claimId] : undefined;
  if (known !== undefined) return known.inputHash === step.inputHash ? accept(REPLAY) : refuse('OPERATION_REUSED');
  const refusal = claimRefusalOf(wish, giver, shares, step.nowMs);
  if (refusal !== null) return refusal;
  return accept(
    changed({
      when: claimGuardOf(claimId, shares, giver, step.nowMs),
      set: { [`claims.${claimId}`]: heldClaim(wish, claimId, shares, giver, step) },
      add: { sharesLeft: -shares, sharesHeld: shares, claimCount: 1 },
      joins: { activeClaimerIds: giver.partyId },
      event: { kind: 'claimHeld', claimId, eventId: deriveId('e', 'held', claimId), atMs: step.nowMs, byId: step.actorId },
    }),
  );
};

/** The claim of one wish by one act. */
export const decideClaim = (wish: Wish, shares: number, giver: Giver, step: Step): Result<Outcome> => decideClaimAs(wish, claimIdOf(step.operationId), shares, giver, step);
