import type { Step } from '../aggregate/step';
import { HOUR_MS } from '../kernel/clock';
import { accept, type Result } from '../kernel/result';
import { addWorkingMs } from '../kernel/working-days';
import type { Member } from '../member/member';
import { offerRefusalOf, offeredReferral, referralNodesOf, type ReferralOffer } from '../referral/offer-referral';
import { referralTaskId } from '../referral/referral';
import { RULES } from '../rules';
import type { Wish } from '../wish/wish';
import { changed, type Outcome } from '../wish/wish-change';
import { beginRescue, rescueEvent, rescueFields, rescueGuard } from './begin-rescue';

/**
 * The wish leaves the wall and is offered to somebody who can do more. The sender answers for it until it is accepted.
 * Refusals: those of every choice, BAD_INPUT (a place it cannot go to).
 */
export const decideRefer = (wish: Wish, offer: ReferralOffer, actor: Member, step: Step): Result<Outcome> => {
  const begun = beginRescue(wish, actor, step);
  if (!begun.ok) return begun;
  if (begun.value !== null) return accept(begun.value);
  const refusal = offerRefusalOf(wish, offer);
  if (refusal !== null) return refusal;
  const turn = (wish.referral?.turn ?? 0) + 1;
  const referral = offeredReferral(offer, {
    hop: 1,
    turn,
    sender: { memberId: actor._id, name: actor.displayName, areaId: wish.areaId, areaName: wish.communityName },
    dueAtMs: addWorkingMs(step.nowMs, RULES.referral.answerWorkingHours * HOUR_MS),
    taskId: referralTaskId('referralOffer', wish._id, turn),
    nowMs: step.nowMs,
    history: [],
    steps: wish.referral?.steps ?? {},
  });
  const text = `转介给${offer.toAreaName}，对方 24 个工作小时内回话；${actor.displayName}一直跟着。`;
  return accept(
    changed({
      when: rescueGuard(wish, step),
      set: { ...rescueFields(wish, 'refer', text, actor, step), state: 'referred', wallState: 'hidden', referral, referralAreaIds: referralNodesOf(referral) },
      event: { kind: 'referralOffered', turn, closesTaskId: null, ...rescueEvent(step) },
    }),
  );
};
