import { changedBy, is, REPLAY, type OutcomeOf } from '../aggregate/change';
import type { Step } from '../aggregate/step';
import { ancestorAt } from '../kernel/area-tree';
import { HOUR_MS } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Refusal, type Result } from '../kernel/result';
import { addWorkingMs, type CalendarOverrides } from '../kernel/working-days';
import { worksAt, type Member } from '../member/member';
import { RULES } from '../rules';
import { isOver, objectionIdOf, type Objection, type Publicity } from './publicity';
import type { PublicityEvent } from './publicity-event';
import { daysDoneAt } from './publicity-period';

export interface ObjectionWords {
  readonly textSealed: string;
  readonly isAnonymousToPublic: boolean;
}

/** Whoever lives or works in the district may read and object. */
export const isOfItsDistrict = (publicity: Pick<Publicity, 'areaId'>, reader: Member): boolean => {
  const district = ancestorAt(publicity.areaId, 'district');
  return district === ancestorAt(reader.areaId, 'district') || worksAt(reader, publicity.areaId);
};

/** Why this person may not object now, or null. Until the last ms of the last day everybody may, once. */
export const objectionRefusalOf = (publicity: Publicity, objector: Member, nowMs: number): { readonly ok: false; readonly refusal: Refusal } | null => {
  if (!isOfItsDistrict(publicity, objector)) return refuse('NOT_FOUND');
  if (Object.hasOwn(publicity.objections, objectionIdOf(publicity._id, objector._id))) return refuse('OBJECTION_ALREADY');
  if (isOver(publicity) || (publicity.state === 'running' && nowMs > publicity.endsAtMs)) return refuse('PUBLICITY_OVER');
  if (publicity.openObjections >= RULES.publicity.openObjections || Object.keys(publicity.objections).length >= RULES.publicity.objections) return refuse('OBJECTIONS_FULL');
  return null;
};

export const objectionDueMs = (nowMs: number, overrides: CalendarOverrides): number => addWorkingMs(nowMs, RULES.publicity.answerWorkingHours * HOUR_MS, overrides);

/** The first objection stops the clock; a further one changes nothing about it. */
const pauseOf = (publicity: Publicity, nowMs: number, overrides: CalendarOverrides): Readonly<Record<string, unknown>> =>
  publicity.state === 'running' ? { state: 'paused', daysDone: daysDoneAt(publicity, nowMs, overrides) } : {};

/**
 * A member of the district objects. Refusals: NOT_FOUND, PUBLICITY_OVER, OBJECTION_ALREADY, OBJECTIONS_FULL,
 * OPERATION_REUSED.
 */
export const decideObjection = (publicity: Publicity, words: ObjectionWords, objector: Member, step: Step, overrides: CalendarOverrides): Result<OutcomeOf<PublicityEvent>> => {
  const objectionId = objectionIdOf(publicity._id, objector._id);
  const standing = publicity.objections[objectionId];
  if (standing !== undefined && standing.operationId === step.operationId) return standing.inputHash === step.inputHash ? accept(REPLAY) : refuse('OPERATION_REUSED');
  const refusal = objectionRefusalOf(publicity, objector, step.nowMs);
  if (refusal !== null) return refusal;
  const objection: Objection = {
    objectionId,
    byId: objector._id,
    byName: objector.displayName,
    ...words,
    atMs: step.nowMs,
    dueAtMs: objectionDueMs(step.nowMs, overrides),
    operationId: step.operationId,
    inputHash: step.inputHash,
    answer: null,
  };
  return accept(
    changedBy<PublicityEvent>({
      when: {
        state: is(publicity.state),
        // Of a run that another objection stopped and an answer started again meanwhile, the days must be counted anew.
        runFromMs: is(publicity.runFromMs),
        ...(publicity.state === 'running' ? { endsAtMs: { atLeast: step.nowMs } } : {}),
        openObjections: { below: RULES.publicity.openObjections },
        [`objections.${objectionId}`]: { isAbsent: true },
      },
      set: { ...pauseOf(publicity, step.nowMs, overrides), [`objections.${objectionId}`]: objection },
      add: { openObjections: 1 },
      event: { kind: 'objected', objectionId, eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: objector._id },
    }),
  );
};
