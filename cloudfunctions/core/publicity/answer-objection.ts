import { changedBy, is, REPLAY, type OutcomeOf } from '../aggregate/change';
import type { Step } from '../aggregate/step';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import type { CalendarOverrides } from '../kernel/working-days';
import { worksAt, type Member } from '../member/member';
import { isOver, type ObjectionAnswer, type Publicity } from './publicity';
import type { PublicityEvent } from './publicity-event';
import { periodFrom } from './publicity-period';
import { privateWordRefusal } from './public-words';

export interface AnswerWords {
  readonly objectionId: string;
  readonly isUpheld: boolean;
  readonly text: string;
}

/** The days not yet completed run on from the day after the last answer. */
const resumeOf = (publicity: Publicity, nowMs: number, overrides: CalendarOverrides): Readonly<Record<string, unknown>> => {
  const run = { daysNeeded: publicity.daysNeeded, daysDone: publicity.daysDone, runFromMs: nowMs };
  return { state: 'running', runFromMs: nowMs, ...periodFrom(run, overrides) };
};

const consequenceOf = (publicity: Publicity, answer: AnswerWords, nowMs: number, overrides: CalendarOverrides): Readonly<Record<string, unknown>> => {
  if (answer.isUpheld) return { state: 'overturned', isOpen: false, endedAtMs: nowMs, shownAtMs: nowMs };
  return publicity.openObjections === 1 ? resumeOf(publicity, nowMs, overrides) : {};
};

/**
 * Staff of the area answer an objection, but not to what they started themselves: the clock goes on when none is left,
 * or the publicity ends. Refusals: OUT_OF_AREA, NOT_FOUND, NOT_ALLOWED, PUBLICITY_OVER, PUBLIC_TEXT_PRIVATE,
 * OPERATION_REUSED.
 */
export const decideAnswerToObjection = (publicity: Publicity, words: AnswerWords, actor: Member, step: Step, overrides: CalendarOverrides): Result<OutcomeOf<PublicityEvent>> => {
  if (!worksAt(actor, publicity.areaId)) return refuse('OUT_OF_AREA');
  const objection = Object.hasOwn(publicity.objections, words.objectionId) ? publicity.objections[words.objectionId] : undefined;
  if (objection === undefined) return refuse('NOT_FOUND');
  if (objection.answer?.operationId === step.operationId) return objection.answer.inputHash === step.inputHash ? accept(REPLAY) : refuse('OPERATION_REUSED');
  if (isOver(publicity)) return refuse('PUBLICITY_OVER', { message: '这次公示已经结束了，不用再答复。' });
  if (objection.answer !== null) return refuse('CASE_STATE_CHANGED', { message: '同事已经答复过这条异议了，已为您刷新。' });
  if (publicity.startedById === actor._id) return refuse('NOT_ALLOWED', { message: '公示是您发起的，请另一位同事来核实这条异议。' });
  if (objection.byId === actor._id) return refuse('NOT_ALLOWED', { message: '这条异议是您提的，请另一位同事来核实。' });
  const isPrivate = privateWordRefusal(words.text, 'text');
  if (isPrivate !== null) return isPrivate;
  const answer: ObjectionAnswer = { byId: actor._id, atMs: step.nowMs, text: words.text, isUpheld: words.isUpheld, operationId: step.operationId, inputHash: step.inputHash };
  const common = { objectionId: words.objectionId, eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: actor._id };
  return accept(
    changedBy<PublicityEvent>({
      // The last answer starts the clock, so it must know that it is the last: an objection meanwhile makes it look again.
      when: { state: is('paused'), openObjections: is(publicity.openObjections), [`objections.${words.objectionId}.answer`]: is(null) },
      set: { ...consequenceOf(publicity, words, step.nowMs, overrides), [`objections.${words.objectionId}.answer`]: answer },
      add: { openObjections: -1 },
      event: words.isUpheld ? { kind: 'overturned', ...common } : { kind: 'answered', ...common },
    }),
  );
};
