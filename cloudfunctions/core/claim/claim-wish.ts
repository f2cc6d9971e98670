import { deriveId } from '../kernel/ids';
import { holdsAt, type RoleHeld } from '../kernel/access';
import { isWithin } from '../kernel/area-tree';
import { accept, refuse, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import type { Claim, Wish } from '../wish/wish';
import { changed, is, REPLAY, type Outcome } from '../wish/wish-change';
import type { Step } from '../aggregate/step';

export interface ClaimRequest {
  readonly shares: number;
  readonly asMerchant: boolean;
}

/** A claim's id is its cause, so the same act is the same claim however often it arrives. */
export const claimIdOf = (operationId: string): string => deriveId('c', operationId);

const merchantRoleFor = (roles: readonly RoleHeld[], areaId: string): RoleHeld | undefined =>
  roles.find((held) => held.role === 'merchant' && isWithin(areaId, held.areaId));

/** Two phases: the shares are held now, and given back by themselves unless a plan follows in time (RULES.md section 1). */
const heldClaim = (wish: Wish, request: ClaimRequest, giver: Member, step: Step): Claim => ({
  claimId: claimIdOf(step.operationId),
  claimerId: giver._id,
  claimerName: (request.asMerchant ? merchantRoleFor(giver.roles, wish.areaId)?.merchantName : null) ?? giver.displayName,
  isMerchant: request.asMerchant,
  shares: request.shares,
  state: 'held',
  inputHash: step.inputHash,
  heldAtMs: step.nowMs,
  holdUntilMs: Math.min(step.nowMs + RULES.claim.holdMs, wish.windowEndMs),
  isReminded: false,
  plan: null,
  plannedAtMs: null,
  deliverByMs: null,
  isOverdue: false,
  deliveredAtMs: null,
  proofNote: '',
  confirmByMs: null,
  isFollowedUp: false,
  notReceivedAtMs: null,
  confirmedAtMs: null,
  confirmedBy: null,
  satisfaction: null,
  isRatingClosed: false,
  endedAtMs: null,
  steps: {},
});

/** Why this person may not claim this wish now; null when they may. The page shows the same sentence beforehand. */
export const claimRefusalOf = (wish: Wish, giver: Member, shares: number, nowMs: number): ReturnType<typeof refuse> | null => {
  if (wish.posterId === giver._id) return refuse('CLAIM_OWN_WISH');
  if (wish.activeClaimerIds.includes(giver._id)) return refuse('CLAIM_ALREADY_HELD');
  if (wish.state !== 'open' || wish.windowEndMs <= nowMs) return refuse('WISH_STATE_CHANGED', { message: '这个心愿现在不能认领了，看看别的吧。' });
  if (wish.sharesLeft === 0) return refuse('SHARES_SOLD_OUT');
  if (wish.sharesLeft < shares) return refuse('SHARES_NOT_ENOUGH', { message: `只剩 ${wish.sharesLeft} 份了，少认几份试试。` });
  if (wish.claimCount >= RULES.wish.claimsPerWish) return refuse('CLAIM_LIMIT_REACHED');
  if (giver.overdueClaimIds.length > 0) return refuse('CLAIM_OVERDUE_ELSEWHERE');
  return null;
};

/**
 * Takes shares of a wish. The guard is the rule: while there is room nobody loses to a version number, and when there is
 * none nobody gets in. Refusals: CLAIM_*, SHARES_*, WISH_STATE_CHANGED, OUT_OF_AREA, OPERATION_REUSED.
 */
export const decideClaim = (wish: Wish, request: ClaimRequest, giver: Member, step: Step): Result<Outcome> => {
  const claimId = claimIdOf(step.operationId);
  const known = Object.hasOwn(wish.claims, claimId) ? wish.claims[claimId] : undefined;
  if (known !== undefined) return known.inputHash === step.inputHash ? accept(REPLAY) : refuse('OPERATION_REUSED');
  const refusal = claimRefusalOf(wish, giver, request.shares, step.nowMs);
  if (refusal !== null) return refusal;
  if (request.asMerchant && !holdsAt(giver.roles, ['merchant'], wish.areaId)) return refuse('OUT_OF_AREA', { message: '您的店没有登记在这片社区，可以用自己的名义认领。' });
  const claim = heldClaim(wish, request, giver, step);
  return accept(
    changed({
      when: {
        state: is('open'),
        sharesLeft: { atLeast: request.shares },
        activeClaimerIds: { excludes: giver._id },
        claimCount: { below: RULES.wish.claimsPerWish },
        windowEndMs: { above: step.nowMs },
        [`claims.${claimId}`]: { isAbsent: true },
      },
      set: { [`claims.${claimId}`]: claim },
      add: { sharesLeft: -request.shares, sharesHeld: request.shares, claimCount: 1 },
      joins: { activeClaimerIds: giver._id },
      event: { kind: 'claimHeld', claimId, eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId },
    }),
  );
};
