import type { Step } from '../aggregate/step';
import { HOUR_MS } from '../kernel/clock';
import { accept, refuse, type Result } from '../kernel/result';
import { addWorkingMs } from '../kernel/working-days';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import type { Wish } from '../wish/wish';
import { changed, type Outcome } from '../wish/wish-change';
import { offeredReferral, offerRefusalOf, referralNodesOf, type ReferralOffer } from './offer-referral';
import { referralTaskId, withStep } from './referral';
import { beginReferralStep, isOwnerSide, referralEvent, referralGuard } from './referral-step';

/**
 * The owner refers it once more, after a decline or because somebody else can do more still. After two hops the owner
 * stays (RULES.md section 8). Refusals: NOT_FOUND, NOT_ALLOWED, WISH_STATE_CHANGED, BAD_INPUT, OPERATION_REUSED.
 */
export const decideReferOn = (wish: Wish, offer: ReferralOffer, actor: Member, step: Step): Result<Outcome> => {
  const begun = beginReferralStep(wish, actor, step);
  if (!begun.ok) return begun;
  const { referral, replay } = begun.value;
  if (replay !== null) return accept(replay);
  if (!isOwnerSide(referral, actor)) return refuse('NOT_ALLOWED', { message: `这件现在由${referral.owner.name}负责。` });
  if (referral.state === 'offered') return refuse('WISH_STATE_CHANGED', { message: `正在等${referral.toAreaName}回话。` });
  if (referral.hop >= RULES.referral.hopsMax) return refuse('NOT_ALLOWED', { message: `最多转两次，现在由${referral.owner.name}负责到底；要帮手请打电话。` });
  const refusal = offerRefusalOf(wish, offer, referral.owner.areaId);
  if (refusal !== null) return refusal;
  const turn = referral.turn + 1;
  const offered = offeredReferral(offer, {
    hop: referral.hop + 1,
    turn,
    sender: { memberId: actor._id, name: actor.displayName, areaId: referral.owner.areaId, areaName: referral.owner.areaName },
    dueAtMs: addWorkingMs(step.nowMs, RULES.referral.answerWorkingHours * HOUR_MS),
    taskId: referralTaskId('referralOffer', wish._id, turn),
    nowMs: step.nowMs,
    history: referral.history,
    steps: withStep(referral.steps, step.operationId, step.inputHash),
  });
  return accept(changed({ when: referralGuard(referral), set: { referral: offered, referralAreaIds: referralNodesOf(offered) }, event: { kind: 'referralOffered', ...referralEvent(referral, step) } }));
};
