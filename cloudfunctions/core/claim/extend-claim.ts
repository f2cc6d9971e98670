import type { Step } from '../aggregate/step';
import { chinaDateText } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import { worksAt, type Member } from '../member/member';
import { RULES } from '../rules';
import type { Claim, Wish } from '../wish/wish';
import { changed, is, type Outcome } from '../wish/wish-change';
import { beginStep, claimFields, claimGuard } from './claim-step';
import { answersFor } from './giver';

/** The last moment to deliver after one more extension: some days more, never beyond the wish's window and its grace. */
export const extendedByMs = (wish: Pick<Wish, 'windowEndMs'>, deliverByMs: number): number => Math.min(deliverByMs + RULES.claim.extensionMs, wish.windowEndMs + RULES.claim.overdueGraceMs);

/** Why nobody may extend this claim now; null when somebody may. */
const extensionRefusalOf = (wish: Wish, claim: Claim, isByStaff: boolean): ReturnType<typeof refuse> | null => {
  if (claim.state !== 'planned' || claim.deliverByMs === null) return refuse('CLAIM_STATE_CHANGED', { message: claim.state === 'held' ? '先定好哪天送，来不及再延。' : '这份认领现在不用延期了。' });
  const limit = isByStaff ? RULES.claim.extensionsAtAll : RULES.claim.extensionsByGiver;
  if (claim.extensionCount >= limit) return refuse('EXTENSION_USED', isByStaff ? { message: '已经延过好几次了，请帮着还回去，让给别的邻居。' } : {});
  if (extendedByMs(wish, claim.deliverByMs) <= claim.deliverByMs) return refuse('EXTENSION_USED', { message: `这个心愿到 ${chinaDateText(wish.windowEndMs)} 为止，不能再延了。` });
  return null;
};

/** Whether the giver may still ask for more days by themselves; the page offers it only then. */
export const mayExtend = (wish: Wish, claim: Claim): boolean => extensionRefusalOf(wish, claim, false) === null;

/**
 * Some days more to deliver: the giver by themselves once, before the grace ends (then the claim lapses by itself); further
 * ones only by staff of the area. Refusals: NOT_FOUND, CLAIM_STATE_CHANGED, EXTENSION_USED, OPERATION_REUSED.
 */
export const decideExtension = (wish: Wish, claimId: string, reason: string, actor: Member, step: Step): Result<Outcome> => {
  const begun = beginStep(wish, claimId, step);
  if (!begun.ok) return begun;
  const { claim, replay } = begun.value;
  const isByStaff = !answersFor(actor, claim);
  if (isByStaff && !worksAt(actor, wish.areaId)) return refuse('NOT_FOUND');
  if (replay !== null) return accept(replay);
  const refusal = extensionRefusalOf(wish, claim, isByStaff);
  if (refusal !== null) return refusal;
  const deliverByMs = claim.deliverByMs ?? claim.holdUntilMs;
  if (deliverByMs + RULES.claim.overdueGraceMs <= step.nowMs) return refuse('CLAIM_STATE_CHANGED', { message: '过了能延的时候，这份已放回心愿墙。' });
  return accept(
    changed({
      when: { ...claimGuard(claim, step), [`claims.${claimId}.extensionCount`]: is(claim.extensionCount), [`claims.${claimId}.deliverByMs`]: is(claim.deliverByMs), [`claims.${claimId}.isOverdue`]: is(claim.isOverdue) },
      set: claimFields(claim, step, { deliverByMs: extendedByMs(wish, deliverByMs), extensionCount: claim.extensionCount + 1, isOverdue: false, isReminded: false }),
      event: { kind: 'claimExtended', claimId, reason, isByStaff, wasOverdue: claim.isOverdue, round: claim.extensionCount, eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId },
    }),
  );
};
