import type { Step } from '../aggregate/step';
import { DAY_MS, HOUR_MS } from '../kernel/clock';
import { accept, refuse, type Result } from '../kernel/result';
import { addWorkingMs } from '../kernel/working-days';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import type { Wish } from '../wish/wish';
import { changed, type Outcome } from '../wish/wish-change';
import { referralNodesOf } from './offer-referral';
import { referralTaskId, withLine, type Referral, type ReferralParty } from './referral';
import { beginReferralStep, mayAnswer, referralEvent, referralGuard, steppedReferral } from './referral-step';

/** Of two who answer at once the second is told what the first said. */
const answeredAlready = (referral: Referral): string => (referral.state === 'accepted' ? `${referral.helper?.name ?? referral.owner.name}刚刚接下了。` : '这个转介已经退回去了。');

const notOffered = (referral: Referral, actor: Member): ReturnType<typeof refuse> | null => {
  if (referral.state !== 'offered') return refuse('WISH_STATE_CHANGED', { message: answeredAlready(referral) });
  return mayAnswer(referral, actor) ? null : refuse('NOT_ALLOWED', { message: `这件要由${referral.toAreaName}的人来接。` });
};

/**
 * The other side accepts: of a transfer it becomes the owner, else the sender stays owner and the other side helps. A
 * word on how it went is due within 30 days. Refusals: NOT_FOUND, NOT_ALLOWED, WISH_STATE_CHANGED, OPERATION_REUSED.
 */
export const decideAccept = (wish: Wish, note: string, actor: Member, step: Step): Result<Outcome> => {
  const begun = beginReferralStep(wish, actor, step);
  if (!begun.ok) return begun;
  const { referral, replay } = begun.value;
  if (replay !== null) return accept(replay);
  const refusal = notOffered(referral, actor);
  if (refusal !== null) return refusal;
  const party: ReferralParty = { memberId: actor._id, name: actor.displayName, areaId: referral.toAreaId, areaName: referral.toAreaName };
  const isTransfer = referral.class === 'transfer';
  const words = `${party.areaName}的${party.name}接下了${isTransfer ? '，以后由 TA 负责' : `，和${referral.owner.name}一起办`}`;
  const accepted = steppedReferral(
    referral,
    {
      state: 'accepted',
      owner: isTransfer ? party : referral.owner,
      helper: isTransfer ? null : party,
      dueAtMs: step.nowMs + RULES.referral.reportDays * DAY_MS,
      taskId: null,
      history: withLine(referral, step.nowMs, note === '' ? words : `${words}：${note}`),
    },
    step,
  );
  return accept(changed({ when: referralGuard(referral), set: { referral: accepted, referralAreaIds: referralNodesOf(accepted) }, event: { kind: 'referralAccepted', ...referralEvent(referral, step) } }));
};

/** The other side cannot: it goes back to the sender with the reason. Refusals as above. */
export const decideDecline = (wish: Wish, reason: string, actor: Member, step: Step): Result<Outcome> => {
  const begun = beginReferralStep(wish, actor, step);
  if (!begun.ok) return begun;
  const { referral, replay } = begun.value;
  if (replay !== null) return accept(replay);
  const refusal = notOffered(referral, actor);
  if (refusal !== null) return refusal;
  const declined = steppedReferral(
    referral,
    {
      state: 'declined',
      dueAtMs: addWorkingMs(step.nowMs, RULES.referral.answerWorkingHours * HOUR_MS),
      taskId: referralTaskId('referralReturned', wish._id, referral.turn + 1),
      history: withLine(referral, step.nowMs, `${referral.toAreaName}接不了：${reason}`),
    },
    step,
  );
  return accept(changed({ when: referralGuard(referral), set: { referral: declined }, event: { kind: 'referralDeclined', isLate: false, reason, ...referralEvent(referral, step) } }));
};
