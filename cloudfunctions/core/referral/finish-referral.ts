import { REFERRAL_OUTCOME_LABEL, type ReferralOutcome } from '@contract';
import type { Step } from '../aggregate/step';
import { accept, refuse, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import type { Wish } from '../wish/wish';
import { changed, type Outcome } from '../wish/wish-change';
import { withLine } from './referral';
import { beginReferralStep, isOwnerSide, referralEvent, referralGuard, steppedReferral } from './referral-step';

/** What becomes of the wish itself. */
const wishAfter = (outcome: ReferralOutcome, note: string, nowMs: number): Readonly<Record<string, unknown>> => {
  switch (outcome) {
    case 'helped':
      return { state: 'completed', wallState: 'done', completedAtMs: nowMs, endedAtMs: nowMs };
    case 'impossible':
      return { state: 'refused', endedAtMs: nowMs, 'review.note': note };
    case 'backToWall':
      return { state: 'open', wallState: 'claimable', 'rescue.sinceMs': nowMs };
  }
};

/**
 * The owner says how it went: helped, not to be done (with the reason, to the poster), or back on the wall, where the
 * clock of unclaimed wishes begins anew. Refusals: NOT_FOUND, NOT_ALLOWED, WISH_STATE_CHANGED, WISH_WINDOW_PAST,
 * OPERATION_REUSED.
 */
export const decideFinishReferral = (wish: Wish, outcome: ReferralOutcome, note: string, actor: Member, step: Step): Result<Outcome> => {
  const begun = beginReferralStep(wish, actor, step);
  if (!begun.ok) return begun;
  const { referral, replay } = begun.value;
  if (replay !== null) return accept(replay);
  if (!isOwnerSide(referral, actor)) return refuse('NOT_ALLOWED', { message: `这件由${referral.owner.name}负责，请 TA 来说办得怎么样。` });
  if (referral.state === 'offered') return refuse('WISH_STATE_CHANGED', { message: `正在等${referral.toAreaName}回话，回了话再说办得怎么样。` });
  if (outcome === 'backToWall' && wish.windowEndMs <= step.nowMs) return refuse('WISH_WINDOW_PAST', { message: '这个心愿要的日子已经过了，不能再放回墙上。' });
  const done = steppedReferral(referral, { state: 'done', outcome, note, taskId: null, history: withLine(referral, step.nowMs, `${REFERRAL_OUTCOME_LABEL[outcome]}：${note}`) }, step);
  return accept(
    changed({
      when: referralGuard(referral),
      set: { ...wishAfter(outcome, note, step.nowMs), referral: done, referralAreaIds: [] },
      event: { kind: 'referralFinished', outcome, note, ...referralEvent(referral, step) },
    }),
  );
};
