import type { DifficultyCheckKind } from '@contract';
import { changedBy, is, type OutcomeOf } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import type { CalendarOverrides } from '../kernel/working-days';
import { worksAt, type Member } from '../member/member';
import { RULES } from '../rules';
import { missingChecks, type DifficultyCase, type DifficultyCheck } from './difficulty-case';
import type { DifficultyEvent } from './difficulty-event';
import { stageSet } from './propose-case';

export interface CheckWords {
  readonly kind: DifficultyCheckKind;
  readonly noteSealed: string;
  readonly participantsSealed: string;
  readonly participantCount: number;
  readonly fileIds: readonly string[];
}

const checkersOf = (found: DifficultyCase): ReadonlySet<string> => new Set(Object.values(found.checks).flatMap((check) => (check === null ? [] : [check.byId])));

/**
 * One of the four checks, each once, by whoever made it; over the four at least two people (RULES.md section 8). With
 * the fourth the case is checked. Refusals: OUT_OF_AREA, CASE_STATE_CHANGED, BAD_INPUT, NOT_ALLOWED, OPERATION_REUSED.
 */
export const decideCheck = (found: DifficultyCase, words: CheckWords, actor: Member, step: Step, overrides: CalendarOverrides = {}): Result<OutcomeOf<DifficultyEvent>> => {
  if (!worksAt(actor, found.areaId)) return refuse('OUT_OF_AREA');
  const known = knownStep(found.steps, step);
  if (known !== null) return known;
  if (found.state !== 'checking') return refuse('CASE_STATE_CHANGED');
  const standing = found.checks[words.kind];
  if (standing !== null) return refuse('CASE_STATE_CHANGED', { message: `这一项 ${standing.byName} 已经记过了，已为您刷新。` });
  if (words.kind === 'discuss' && words.participantCount < RULES.difficulty.discussers) return refuse('BAD_INPUT', { fields: { participants: `至少 ${RULES.difficulty.discussers} 个人一起议，请写上名字` } });
  if (words.kind !== 'discuss' && words.participantCount > 0) return refuse('BAD_INPUT', { fields: { participants: '只有“议”要写参加的人' } });
  const isLast = missingChecks(found).length === 1;
  if (isLast && new Set([...checkersOf(found), actor._id]).size < RULES.difficulty.checkers) return refuse('NOT_ALLOWED', { message: '前三项都是您记的，最后一项要请另一位同事来。四查至少两个人。' });
  const check: DifficultyCheck = { byId: actor._id, byName: actor.displayName, atMs: step.nowMs, noteSealed: words.noteSealed, participantsSealed: words.participantsSealed, participantCount: words.participantCount, fileIds: words.fileIds };
  return accept(
    changedBy<DifficultyEvent>({
      // Whether this is the last one, and whose the others are, must still be so.
      when: { state: is('checking'), checkCount: is(found.checkCount), [`checks.${words.kind}`]: is(null) },
      set: { [`checks.${words.kind}`]: check, ...(isLast ? { state: 'checked' } : {}), ...stageSet(found, step.nowMs, overrides), [`steps.${step.operationId}`]: step.inputHash },
      add: { checkCount: 1 },
      event: { kind: 'checkRecorded', check: words.kind, eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: actor._id },
    }),
  );
};
