import { changedBy, is, REPLAY, type OutcomeOf } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import type { EffectOf } from '../effect/effect';
import { DAY_MS, endOfChinaDayMs } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Refusal, type Result } from '../kernel/result';
import type { CalendarOverrides } from '../kernel/working-days';
import { worksAt, type Member } from '../member/member';
import { RULES } from '../rules';
import { DIFFICULTY_STEPS_MAX, isLiveCase, type DifficultyCase } from './difficulty-case';
import type { DifficultyEvent } from './difficulty-event';
import { stageSet } from './propose-case';

/** Off the open shelf, the latest ended first. */
const endedSet = (nowMs: number): Readonly<Record<string, unknown>> => ({ shelf: 'ended', shelfPlace: -nowMs, endedAtMs: nowMs, stageDueAtMs: null });

/** The publicity says how it ended; told twice, or told to a case that is over, changes nothing. */
export const decidePublicityEnd = (found: DifficultyCase, told: EffectOf<'publicityEnded'>, overrides: CalendarOverrides = {}): Result<OutcomeOf<DifficultyEvent>> => {
  if (found.state !== 'publicity' || found.publicityId !== told.publicityId) return accept(REPLAY);
  const common = { eventId: deriveId('e', told.publicityId, told.outcome, found._id), atMs: told.atMs, byId: 'clock' };
  return accept(
    changedBy<DifficultyEvent>(
      told.outcome === 'passed'
        ? { when: { state: is('publicity') }, set: { state: 'toDecide', ...stageSet(found, told.atMs, overrides) }, event: { kind: 'publicityPassed', ...common } }
        : { when: { state: is('publicity') }, set: { state: 'refused', outcomeNote: `公示中的异议属实：${told.note}`, ...endedSet(told.atMs) }, event: { kind: 'publicityOverturned', ...common } },
    ),
  );
};

/** Why this person may not decide, or null: whoever suggested or opened a case never decides it. */
export const decisionRefusalOf = (found: DifficultyCase, actor: Member): { readonly ok: false; readonly refusal: Refusal } | null => {
  if (!worksAt(actor, found.areaId)) return refuse('OUT_OF_AREA');
  if (found.openedById === actor._id || found.proposerId === actor._id) return refuse('NOT_ALLOWED', { message: '这件是您提出来的，请另一位同事来决定。' });
  return null;
};

/** Into the ledger for a year, by the day. */
const ledgerSet = (nowMs: number): Readonly<Record<string, unknown>> => {
  const nextVisitAtMs = endOfChinaDayMs(nowMs + RULES.difficulty.firstVisitDays * DAY_MS);
  return { state: 'inLedger', shelf: 'ledger', shelfPlace: nextVisitAtMs, nextVisitAtMs, validUntilMs: endOfChinaDayMs(nowMs + RULES.difficulty.ledgerDays * DAY_MS), stageDueAtMs: null };
};

/**
 * After its publicity the case is decided by staff who did not propose it. Refusals: OUT_OF_AREA, NOT_ALLOWED,
 * CASE_STATE_CHANGED, OPERATION_REUSED.
 */
export const decideCase = (found: DifficultyCase, decision: { readonly kind: 'approve' | 'refuse'; readonly note: string }, actor: Member, step: Step): Result<OutcomeOf<DifficultyEvent>> => {
  const refusal = decisionRefusalOf(found, actor);
  if (refusal !== null) return refusal;
  const known = knownStep(found.steps, step);
  if (known !== null) return known;
  if (found.state !== 'toDecide') return refuse('CASE_STATE_CHANGED');
  return accept(
    changedBy<DifficultyEvent>({
      when: { state: is('toDecide') },
      set: { ...(decision.kind === 'approve' ? ledgerSet(step.nowMs) : { state: 'refused', ...endedSet(step.nowMs) }), outcomeNote: decision.note, decidedById: actor._id, [`steps.${step.operationId}`]: step.inputHash },
      event: { kind: decision.kind === 'approve' ? 'approved' : 'refused', eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: actor._id },
    }),
  );
};

/** Staff end a case at any point, e.g. when the person takes the consent back. Refusals: OUT_OF_AREA, CASE_STATE_CHANGED, OPERATION_REUSED. */
export const decideClosing = (found: DifficultyCase, note: string, actor: Member, step: Step): Result<OutcomeOf<DifficultyEvent>> => {
  if (!worksAt(actor, found.areaId)) return refuse('OUT_OF_AREA');
  const known = knownStep(found.steps, step);
  if (known !== null) return known;
  if (!isLiveCase(found)) return refuse('CASE_STATE_CHANGED');
  return accept(
    changedBy<DifficultyEvent>({
      when: { state: is(found.state) },
      set: { state: 'closed', outcomeNote: note, ...endedSet(step.nowMs), [`steps.${step.operationId}`]: step.inputHash },
      event: { kind: 'closed', wasPublic: found.state === 'publicity', eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: actor._id },
    }),
  );
};

export interface VisitWords {
  readonly noteSealed: string;
  readonly nextVisitAtMs: number;
}

/** Somebody was there, and says when somebody comes again. Refusals: OUT_OF_AREA, CASE_STATE_CHANGED, BAD_INPUT, NOT_ALLOWED, OPERATION_REUSED. */
export const decideVisit = (found: DifficultyCase, words: VisitWords, actor: Member, step: Step): Result<OutcomeOf<DifficultyEvent>> => {
  if (!worksAt(actor, found.areaId)) return refuse('OUT_OF_AREA');
  const known = knownStep(found.steps, step);
  if (known !== null) return known;
  if (found.state !== 'inLedger') return refuse('CASE_STATE_CHANGED');
  const nextVisitAtMs = endOfChinaDayMs(words.nextVisitAtMs);
  if (nextVisitAtMs <= endOfChinaDayMs(step.nowMs) || nextVisitAtMs > endOfChinaDayMs(step.nowMs + RULES.difficulty.visitMaxDays * DAY_MS)) return refuse('BAD_INPUT', { fields: { nextVisitAtMs: `下次上门选在明天以后、${RULES.difficulty.visitMaxDays} 天以内` } });
  if (found.visitCount >= RULES.difficulty.visitsKept || Object.keys(found.steps).length >= DIFFICULTY_STEPS_MAX) return refuse('NOT_ALLOWED', { message: '这一年的走访记满了，到期续办时再记。' });
  const visitId = deriveId('v', step.operationId);
  return accept(
    changedBy<DifficultyEvent>({
      when: { state: is('inLedger'), nextVisitAtMs: is(found.nextVisitAtMs), [`visits.${visitId}`]: { isAbsent: true } },
      set: { [`visits.${visitId}`]: { byName: actor.displayName, atMs: step.nowMs, noteSealed: words.noteSealed }, nextVisitAtMs, shelfPlace: nextVisitAtMs, isVisitTold: false, [`steps.${step.operationId}`]: step.inputHash },
      add: { visitCount: 1 },
      event: { kind: 'visited', plannedMs: found.nextVisitAtMs, eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: actor._id },
    }),
  );
};
