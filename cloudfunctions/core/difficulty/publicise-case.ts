import { changedBy, is, type OutcomeOf } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import { workingDaysAfter, type CalendarOverrides } from '../kernel/working-days';
import { worksAt, type Member } from '../member/member';
import { publicityIdOf } from '../publicity/publicity';
import { privateWordRefusal } from '../publicity/public-words';
import { RULES } from '../rules';
import type { DifficultyCase } from './difficulty-case';
import type { DifficultyEvent } from './difficulty-event';

/** Checked in all four ways and consented: it is shown, masked. Refusals: OUT_OF_AREA, CASE_STATE_CHANGED, PUBLIC_TEXT_PRIVATE, OPERATION_REUSED. */
export const decidePublicity = (found: DifficultyCase, aidText: string, actor: Member, step: Step, overrides: CalendarOverrides = {}): Result<OutcomeOf<DifficultyEvent>> => {
  if (!worksAt(actor, found.areaId)) return refuse('OUT_OF_AREA');
  const known = knownStep(found.steps, step);
  if (known !== null) return known;
  if (found.state !== 'checked' || found.consent === null) return refuse('CASE_STATE_CHANGED');
  const isPrivate = privateWordRefusal(aidText, 'aidText');
  if (isPrivate !== null) return isPrivate;
  return accept(
    changedBy<DifficultyEvent>({
      when: { state: is('checked') },
      set: { state: 'publicity', aidText, publicityId: publicityIdOf('difficulty', found._id), publicisedById: actor._id, stageDueAtMs: null, shelfPlace: workingDaysAfter(step.nowMs, RULES.publicity.workingDays, overrides), [`steps.${step.operationId}`]: step.inputHash },
      event: { kind: 'publicised', eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: actor._id },
    }),
  );
};
