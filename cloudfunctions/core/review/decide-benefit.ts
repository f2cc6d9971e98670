import type { BenefitDecision } from '@contract';
import type { Step } from '../aggregate/step';
import { knownStep } from '../aggregate/step';
import { HOUR_MS } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import { addWorkingMs } from '../kernel/working-days';
import { worksAt, type Member } from '../member/member';
import { RULES } from '../rules';
import { reviewTaskIdOf } from '../wish/submit-wish';
import { benefitsPending, type BenefitCheck, type Wish } from '../wish/wish';
import { changed, is, type Outcome } from '../wish/wish-change';

export interface BenefitAnswer {
  readonly decision: BenefitDecision;
  readonly note: string;
}

const STATE_OF: Readonly<Record<BenefitDecision, BenefitCheck['state']>> = { notApplicable: 'cleared', together: 'together', applyOnly: 'applyOnly' };

export const benefitNamesOf = (wish: Pick<Wish, 'review'>): string => wish.review.benefits.hits.map((hit) => `“${hit.name}”`).join('、');

/** What the poster reads when government already gives it: the benefit by name, and that somebody helps to apply. */
const applyNoteOf = (wish: Wish, note: string): string => `这件可以申请${benefitNamesOf(wish)}，社工会联系您，帮您一起办。${note}`;

/**
 * A social worker says what a hit in the list of benefits means (微爱1+1): it does not apply, or both help together, and
 * then the ordinary review begins with its own 24 working hours; or government gives it, and the wish ends with help to
 * apply. `mayDecide`: the actor is a social worker of the area, or the area has none.
 * Refusals: OUT_OF_AREA, NOT_ALLOWED, WISH_STATE_CHANGED, OPERATION_REUSED.
 */
export const decideBenefit = (wish: Wish, answer: BenefitAnswer, actor: Member, mayDecide: boolean, step: Step): Result<Outcome> => {
  if (!worksAt(actor, wish.areaId)) return refuse('OUT_OF_AREA');
  const known = knownStep(wish.review.steps, step);
  if (known !== null) return known;
  if (!mayDecide) return refuse('NOT_ALLOWED', { message: '这件先由社工看能不能申请补贴。' });
  if (wish.posterId === actor._id && !wish.postedByStaff) return refuse('NOT_ALLOWED', { message: '自己的心愿要请同事来看。' });
  if (wish.state !== 'review') return refuse('WISH_STATE_CHANGED');
  if (!benefitsPending(wish)) return refuse('WISH_STATE_CHANGED', { message: `${wish.review.benefits.byName || '同事'}刚刚已经看过补贴了。` });
  const eventId = deriveId('e', step.operationId);
  const common = { eventId, atMs: step.nowMs, byId: step.actorId, closesTaskId: wish.review.taskId, closesNoticeId: wish.review.askNoticeId };
  const isRefused = answer.decision === 'applyOnly';
  const note = isRefused ? applyNoteOf(wish, answer.note) : '';
  return accept(
    changed({
      when: { state: is('review'), 'review.benefits.state': is('pending'), [`review.steps.${step.operationId}`]: { isAbsent: true } },
      set: {
        'review.benefits': { ...wish.review.benefits, state: STATE_OF[answer.decision], byId: actor._id, byName: actor.displayName, note: answer.note },
        [`review.steps.${step.operationId}`]: step.inputHash,
        ...(isRefused
          ? { state: 'refused', endedAtMs: step.nowMs, 'review.note': note, 'review.taskId': null, 'review.askNoticeId': null, 'review.reviewerId': actor._id, 'review.reviewerName': actor.displayName, 'review.decidedAtMs': step.nowMs }
          : { 'review.taskId': reviewTaskIdOf(eventId), 'review.dueAtMs': addWorkingMs(step.nowMs, RULES.wish.reviewWorkingHours * HOUR_MS) }),
      },
      event: isRefused ? { kind: 'refused', note, ...common } : { kind: 'benefitDecided', isTogether: answer.decision === 'together', ...common },
    }),
  );
};
