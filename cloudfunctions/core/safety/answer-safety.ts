import { changedBy, changeOf, is, type Change, type OutcomeOf } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { decideMayHandle, type SafetyEvent, type SafetyReport } from './safety-report';

/** Staff say what was done. Refusals: OUT_OF_AREA, NOT_ALLOWED, CASE_STATE_CHANGED (answered before), OPERATION_REUSED. */
export const decideAnswer = (report: SafetyReport, words: string, actor: Member, step: Step): Result<OutcomeOf<SafetyEvent>> => {
  const may = decideMayHandle(report, actor);
  if (!may.ok) return may;
  const known = knownStep(report.steps, step);
  if (known !== null) return known;
  if (report.answer !== null) return refuse('CASE_STATE_CHANGED', { message: '这件已经有同事答复了，刷新看看。' });
  return accept(
    changedBy<SafetyEvent>({
      when: { answer: is(null) },
      set: { answer: { words, byId: actor._id, atMs: step.nowMs }, phoneSealed: null, [`steps.${step.operationId}`]: step.inputHash },
      event: { kind: 'answered', eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId },
    }),
  );
};

/** Nobody answered in time: the street has it as well, and whoever reported it is told. */
export const lateByClock = (report: SafetyReport, nowMs: number): Change<SafetyEvent> =>
  changeOf<SafetyEvent>({ when: { answer: is(null), isLate: is(false) }, set: { isLate: true }, event: { kind: 'late', eventId: deriveId('e', report._id, 'late'), atMs: nowMs, byId: 'clock' } });

/** A year after the answer the words and the name go; that there was a report, and that it was answered, stays. */
export const forgottenByClock = (report: SafetyReport, nowMs: number): Change<SafetyEvent> =>
  changeOf<SafetyEvent>({ when: { isForgotten: is(false) }, set: { isForgotten: true, words: '', reporterName: '', 'answer.words': '' }, event: { kind: 'forgotten', eventId: deriveId('e', report._id, 'forgotten'), atMs: nowMs, byId: 'clock' } });
