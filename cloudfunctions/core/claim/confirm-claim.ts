import type { Step } from '../aggregate/step';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { isRecipientSide } from '../wish/recipient';
import type { Claim, Wish } from '../wish/wish';
import { changed, REPLAY, type Outcome } from '../wish/wish-change';
import { leaving } from './claim-parts';
import { beginStep, claimFields, claimGuard } from './claim-step';
import { answersFor } from './giver';

/** The recipient's side, or staff and social workers of the area on their behalf; never the giver. */
export const speaksForRecipient = (wish: Wish, claim: Claim, actor: Member): boolean => !answersFor(actor, claim) && actor._id !== claim.deliveredById && isRecipientSide(wish, actor);

/**
 * The recipient's side says it arrived. Refusals: NOT_FOUND (also to whoever has no say), CLAIM_STATE_CHANGED,
 * OPERATION_REUSED.
 */
export const decideConfirmation = (wish: Wish, claimId: string, actor: Member, step: Step): Result<Outcome> => {
  const begun = beginStep(wish, claimId, step);
  if (!begun.ok) return begun;
  const { claim, replay } = begun.value;
  if (!speaksForRecipient(wish, claim, actor)) return refuse('NOT_FOUND');
  if (replay !== null || claim.state === 'confirmed') return accept(REPLAY);
  if (claim.state !== 'delivered') return refuse('CLAIM_STATE_CHANGED');
  const { when, leaves } = leaving(wish, claim);
  return accept(
    changed({
      when: { ...claimGuard(claim, step), ...when },
      set: claimFields(claim, step, { state: 'confirmed', confirmedAtMs: step.nowMs, confirmedBy: actor._id, endedAtMs: step.nowMs }),
      leaves,
      event: { kind: 'claimConfirmed', claimId, eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId },
    }),
  );
};
