import type { RecheckAnswer } from '@contract';
import { changedBy, changeOf, is, type Change, type OutcomeOf } from '../aggregate/change';
import type { Step } from '../aggregate/step';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import { workingDaysAfter } from '../kernel/working-days';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import { staffDueMs } from './answer-order';
import { endedSet, escalatedSet } from './end-rectification';
import { askedRaterOf, byStep, decideMayAct, HEARD, paperRatersOf, type Rectification } from './rectification';
import type { RectificationEvent } from './rectification-event';

type Outcome = Result<OutcomeOf<RectificationEvent>>;

export type ReviewDecision = { readonly kind: 'recheck' } | { readonly kind: 'more'; readonly note: string };

/** Staff looked at the answer. More is asked for once. Refusals: OUT_OF_AREA, NOT_ALLOWED, RECTIFICATION_CHANGED, RECTIFICATION_ASKED_TWICE, OPERATION_REUSED. */
export const decideReview = (rectification: Rectification, decision: ReviewDecision, member: Member, step: Step): Outcome => {
  const may = decideMayAct(rectification, member);
  if (!may.ok) return may;
  return byStep(rectification, step, () => {
    if (rectification.state !== 'answered') return refuse('RECTIFICATION_CHANGED');
    if (decision.kind === 'recheck') return accept({ when: {}, set: { state: 'rechecking', dueAtMs: step.nowMs + RULES.rectification.recheckMs }, event: { kind: 'recheckBegun' } });
    if (rectification.moreNote !== '') return refuse('RECTIFICATION_ASKED_TWICE');
    return accept({ when: { moreNote: is('') }, set: { state: 'ordered', moreNote: decision.note, dueAtMs: workingDaysAfter(step.nowMs, RULES.rectification.moreWorkingDays) }, event: { kind: 'askedForMore' } });
  });
};

const answered = (rectification: Rectification, raterId: string, answer: RecheckAnswer): ReturnType<Parameters<typeof byStep>[2]> => {
  if (rectification.raters[raterId] !== null) return refuse('RECHECK_ALREADY');
  if (rectification.state !== 'rechecking') return refuse('RECTIFICATION_CHANGED', { message: '这次已经问完了，谢谢您。' });
  return accept({ when: { [`raters.${raterId}`]: is(null) }, set: { [`raters.${raterId}`]: answer }, event: { kind: 'recheckAnswered', raterId } });
};

/** One tap of somebody who rated, once; never told to anybody. Refusals: NOT_FOUND, RECTIFICATION_CHANGED, RECHECK_ALREADY, OPERATION_REUSED. */
export const decideRecheckAnswer = (rectification: Rectification, answer: RecheckAnswer, member: Member, step: Step): Outcome => {
  const raterId = askedRaterOf(rectification, member);
  if (raterId === null || rectification.state === 'ordered' || rectification.state === 'answered') return refuse('NOT_FOUND');
  return byStep(rectification, step, () => answered(rectification, raterId, answer));
};

/** What somebody on paper said to staff on the phone, once. Refusals: OUT_OF_AREA, NOT_ALLOWED, NOT_FOUND, RECTIFICATION_CHANGED, RECHECK_ALREADY, OPERATION_REUSED. */
export const decideRecordRecheck = (rectification: Rectification, personId: string, answer: RecheckAnswer, member: Member, step: Step): Outcome => {
  const may = decideMayAct(rectification, member);
  if (!may.ok) return may;
  if (!paperRatersOf(rectification).includes(personId)) return refuse('NOT_FOUND');
  return byStep(rectification, step, () => answered(rectification, personId, answer));
};

export interface Recheck {
  readonly answered: number;
  readonly better: number;
  readonly notBetter: number;
}

export const recheckOf = ({ raters }: Pick<Rectification, 'raters'>): Recheck => {
  const count = (answer: RecheckAnswer): number => Object.values(raters).filter((each) => each === answer).length;
  return { answered: Object.values(raters).filter((each) => each !== null).length, better: count('better'), notBetter: count('notBetter') };
};

/** People who rated since are content: their ratings decide as well as those who were asked. */
const isRecovered = ({ since }: Pick<Rectification, 'since'>): boolean => since.people >= RULES.rectification.recoveredPeopleMin && since.unsatisfied <= RULES.rectification.recoveredUnsatisfiedMost * since.people;

/** What those who rated say, once the week is over: more say better than not, fewer, or too few say anything. */
export const verdictOf = (rectification: Pick<Rectification, 'raters' | 'since'>): 'recovered' | 'notBetter' | 'undecided' => {
  if (isRecovered(rectification)) return 'recovered';
  const { answered, better, notBetter } = recheckOf(rectification);
  if (answered < RULES.rectification.recheckAnswersMin || better + notBetter === 0) return 'undecided';
  return better > notBetter ? 'recovered' : 'notBetter';
};

const RECOVERED_NOTE = '大家说好了。';

/** The week of asking is over. */
export const recheckEndedByClock = (rectification: Rectification, nowMs: number): Change<RectificationEvent> => {
  const verdict = verdictOf(rectification);
  const about = { eventId: deriveId('e', rectification._id, 'recheckEnded'), atMs: nowMs, byId: 'clock' };
  // Whoever answers in this very moment is still heard: the guard lets only one of the two through.
  const when = { state: is('rechecking'), revision: is(rectification.revision) };
  const recheckedAtMs = nowMs;
  if (verdict === 'recovered') return changeOf<RectificationEvent>({ when, set: { ...endedSet('recovered', RECOVERED_NOTE, nowMs), recheckedAtMs }, event: { kind: 'closed', outcome: 'recovered', endsRecheck: true, ...about } });
  if (verdict === 'notBetter') return changeOf<RectificationEvent>({ when, set: { ...escalatedSet('notBetter', '', nowMs), recheckedAtMs }, event: { kind: 'escalated', cause: 'notBetter', endsRecheck: true, ...about } });
  return changeOf<RectificationEvent>({ when, set: { state: 'judging', dueAtMs: staffDueMs(nowMs), recheckedAtMs }, event: { kind: 'recheckUndecided', ...about } });
};

/** Too few answered, so staff say; what is not better is for the street. Refusals: OUT_OF_AREA, NOT_ALLOWED, RECTIFICATION_CHANGED, OPERATION_REUSED. */
export const decideJudgement = (rectification: Rectification, isBetter: boolean, note: string, member: Member, step: Step): Outcome => {
  const may = decideMayAct(rectification, member);
  if (!may.ok) return may;
  return byStep(rectification, step, () => {
    if (rectification.state !== 'judging') return refuse('RECTIFICATION_CHANGED');
    return isBetter
      ? accept({ when: {}, set: endedSet('recovered', note, step.nowMs), event: { kind: 'closed', outcome: 'recovered', endsRecheck: false } })
      : accept({ when: {}, set: escalatedSet('notBetter', note, step.nowMs), event: { kind: 'escalated', cause: 'notBetter', endsRecheck: false } });
  });
};

/** The sum tells how people rated since; an older telling says nothing new. */
export const decideRatedSince = (rectification: Rectification, since: Rectification['since'], nowMs: number): Outcome => {
  if (!rectification.isOpen || since.revision <= rectification.since.revision) return HEARD;
  return accept(changedBy<RectificationEvent>({ when: { isOpen: is(true), 'since.revision': is(rectification.since.revision) }, set: { since }, event: { kind: 'ratedSince', eventId: deriveId('e', rectification._id, 'since', String(since.revision)), atMs: nowMs, byId: 'clock' } }));
};
