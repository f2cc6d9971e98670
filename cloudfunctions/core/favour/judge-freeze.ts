import { changedBy, changeOf, is, type Change, type OutcomeOf } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { HOUR_MS } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Refusal, type Result } from '../kernel/result';
import { addWorkingMs } from '../kernel/working-days';
import { worksAt, type Member } from '../member/member';
import { isPersonId } from '../person/person-id';
import { RULES } from '../rules';
import { appealUntilMsOf, isInCircle, ownIdIn, type FreezeAppeal, type FreezeEvent, type JudgeLevel, type PointFreeze } from './point-freeze';

type Outcome = OutcomeOf<FreezeEvent>;
type Refused = { readonly ok: false; readonly refusal: Refusal };

const eventParts = (step: Step): Pick<FreezeEvent, 'eventId' | 'atMs' | 'byId'> => ({ eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId });

const answerDueMs = (nowMs: number): number => addWorkingMs(nowMs, RULES.favours.appealWorkingHours * HOUR_MS);

const OVER = '这次冻结已经结束了，积分照常。';

/** Whom an appeal is for: the person themselves, or somebody on paper who told staff; those in the circle write down nobody else's. */
const appealsFor = (freeze: PointFreeze, personId: string | null, actor: Member): string | null => {
  if (personId === null) return ownIdIn(freeze.circle, actor);
  const mayWrite = isPersonId(personId) && freeze.memberIds.includes(personId) && worksAt(actor, freeze.communityId) && !isInCircle(freeze.circle, actor);
  return mayWrite ? personId : null;
};

/** Who appeals and for whom; `level`: who is there to answer. */
export interface Appealing {
  readonly words: string;
  readonly personId: string | null;
  readonly level: JudgeLevel;
}

/** Refusals: NOT_FOUND, APPEAL_ALREADY, APPEAL_NOT_NOW, OPERATION_REUSED. */
export const decideAppeal = (freeze: PointFreeze, { words, personId, level }: Appealing, actor: Member, step: Step): Result<Outcome> => {
  const memberId = appealsFor(freeze, personId, actor);
  if (memberId === null) return refuse('NOT_FOUND');
  const known = knownStep(freeze.steps, step);
  if (known !== null) return known;
  if (Object.hasOwn(freeze.appeals, memberId)) return refuse('APPEAL_ALREADY', { message: '已经说过一次了，社区看过会答复。' });
  if (freeze.state !== 'frozen') return refuse('APPEAL_NOT_NOW', { message: OVER });
  if (step.nowMs >= appealUntilMsOf(freeze)) return refuse('APPEAL_NOT_NOW', { message: '能说的日子过了。到期会自己放开，有话请打社区电话。' });
  const appeal: FreezeAppeal = { words, byId: actor._id, atMs: step.nowMs, dueAtMs: answerDueMs(step.nowMs), level, state: 'open', note: '', decidedById: null };
  return accept(
    changedBy<FreezeEvent>({
      when: { state: is('frozen'), [`appeals.${memberId}`]: { isAbsent: true } },
      set: { [`appeals.${memberId}`]: appeal, [`steps.${step.operationId}`]: step.inputHash },
      event: { kind: 'appealed', memberId, ...eventParts(step) },
    }),
  );
};

/** Whether somebody works for the place and is not in it themselves. Refusals: OUT_OF_AREA, NOT_ALLOWED. */
export const decideMayLook = (freeze: Pick<PointFreeze, 'communityId' | 'circle'>, actor: Member): Result<true> => {
  if (!worksAt(actor, freeze.communityId)) return refuse('OUT_OF_AREA');
  return isInCircle(freeze.circle, actor) ? refuse('NOT_ALLOWED', { message: '这里面有您自己，请另一位同事来看。' }) : accept(true);
};

/** A second pair of eyes: not who froze. */
const secondPair = (freeze: PointFreeze, actor: Member): Refused | null => (freeze.frozenById === actor._id ? refuse('NOT_ALLOWED', { message: '是您冻结的，请另一位同事来看。' }) : null);

/** What ends a freeze before its day. */
const ending = (freeze: PointFreeze, kind: 'lifted' | 'voided', note: string, appeals: PointFreeze['appeals'], step: Step): Outcome =>
  changedBy<FreezeEvent>({
    when: { state: is('frozen'), revision: is(freeze.revision) },
    set: { state: kind, appeals, endNote: note, endedById: step.actorId, endedAtMs: step.nowMs, [`steps.${step.operationId}`]: step.inputHash },
    event: { kind, ...eventParts(step) },
  });

/** With the freeze what was still asked is over. */
const closed = (appeals: PointFreeze['appeals']): PointFreeze['appeals'] =>
  Object.fromEntries(Object.entries(appeals).map(([memberId, appeal]) => [memberId, appeal.state === 'open' ? { ...appeal, state: 'over' } : appeal]));

/** Who may do the next thing to a standing freeze; a replay when they just did. */
const standing = (freeze: PointFreeze, actor: Member, step: Step, needsSecond: boolean): Result<Outcome> | null => {
  const may = decideMayLook(freeze, actor);
  if (!may.ok) return may;
  const known = knownStep(freeze.steps, step);
  if (known !== null) return known;
  if (freeze.state !== 'frozen') return refuse('CASE_STATE_CHANGED', { message: OVER });
  return needsSecond ? secondPair(freeze, actor) : null;
};

/**
 * Another one answers an appeal. Granted, everything goes on at once, for all of them; refused, it stays as it is.
 * Refusals: OUT_OF_AREA, NOT_ALLOWED (in the circle, froze it, wrote the appeal down), NOT_FOUND, APPEAL_ALREADY, CASE_STATE_CHANGED, OPERATION_REUSED.
 */
export const decideAnswer = (freeze: PointFreeze, memberId: string, isGranted: boolean, note: string, actor: Member, step: Step): Result<Outcome> => {
  const ended = standing(freeze, actor, step, true);
  if (ended !== null) return ended;
  const appeal = Object.hasOwn(freeze.appeals, memberId) ? freeze.appeals[memberId] : undefined;
  if (appeal === undefined) return refuse('NOT_FOUND');
  if (appeal.state !== 'open') return refuse('APPEAL_ALREADY', { message: '这句话已经有人答复了。' });
  if (appeal.byId === actor._id) return refuse('NOT_ALLOWED', { message: '是您替 TA 写下的，请另一位同事来看。' });
  const answered: FreezeAppeal = { ...appeal, state: isGranted ? 'granted' : 'refused', note, decidedById: actor._id };
  const appeals = { ...freeze.appeals, [memberId]: answered };
  if (isGranted) return accept(ending(freeze, 'lifted', note, closed(appeals), step));
  return accept(
    changedBy<FreezeEvent>({
      when: { state: is('frozen'), [`appeals.${memberId}.state`]: is('open') },
      set: { [`appeals.${memberId}`]: answered, [`steps.${step.operationId}`]: step.inputHash },
      event: { kind: 'appealRefused', memberId, ...eventParts(step) },
    }),
  );
};

/** Staff who see it otherwise let go before the day; whoever froze it may. Refusals: OUT_OF_AREA, NOT_ALLOWED, CASE_STATE_CHANGED, OPERATION_REUSED. */
export const decideLift = (freeze: PointFreeze, note: string, actor: Member, step: Step): Result<Outcome> =>
  standing(freeze, actor, step, false) ?? accept(ending(freeze, 'lifted', note, closed(freeze.appeals), step));

/** Pure: from when what is held may be voided: each had their say and was answered, or let the days pass; null while an answer is due. */
export const voidableFromMs = (freeze: PointFreeze): number | null => {
  const appeals = freeze.memberIds.map((memberId) => freeze.appeals[memberId]);
  if (appeals.some((appeal) => appeal?.state === 'open')) return null;
  return appeals.some((appeal) => appeal === undefined) ? appealUntilMsOf(freeze) : freeze.frozenAtMs;
};

/**
 * Another one than who froze it voids what is held, once everybody had their say. What was posted before stays.
 * Refusals: OUT_OF_AREA, NOT_ALLOWED (in the circle, froze it, somebody may still speak), CASE_STATE_CHANGED, OPERATION_REUSED.
 */
export const decideVoid = (freeze: PointFreeze, reason: string, actor: Member, step: Step): Result<Outcome> => {
  const ended = standing(freeze, actor, step, true);
  if (ended !== null) return ended;
  const fromMs = voidableFromMs(freeze);
  if (fromMs === null) return refuse('NOT_ALLOWED', { message: '还有人说的话没答复，先答复再说。' });
  if (step.nowMs < fromMs) return refuse('NOT_ALLOWED', { message: '他们还在可以说话的日子里，过了再来。' });
  return accept(ending(freeze, 'voided', reason, freeze.appeals, step));
};

/** Its days are over: everything goes on, whatever was still asked. */
export const endedByClock = (freeze: PointFreeze, nowMs: number): Change<FreezeEvent> =>
  changeOf<FreezeEvent>({
    when: { state: is('frozen'), revision: is(freeze.revision) },
    set: { state: 'ended', appeals: closed(freeze.appeals), endedAtMs: nowMs },
    event: { kind: 'ended', eventId: deriveId('e', freeze._id, 'ended'), atMs: nowMs, byId: 'clock' },
  });

const ABOVE: Readonly<Record<JudgeLevel, JudgeLevel | null>> = { community: 'street', street: 'district', district: null };

/** Nobody answered in time: one level up is asked as well. Null where there is none. */
export const lateByClock = (freeze: PointFreeze, memberId: string, appeal: FreezeAppeal, nowMs: number): Change<FreezeEvent> | null => {
  const level = ABOVE[appeal.level];
  if (level === null) return null;
  return changeOf<FreezeEvent>({
    when: { [`appeals.${memberId}.state`]: is('open'), [`appeals.${memberId}.level`]: is(appeal.level) },
    set: { [`appeals.${memberId}.level`]: level, [`appeals.${memberId}.dueAtMs`]: answerDueMs(nowMs) },
    event: { kind: 'appealLate', memberId, from: appeal.level, eventId: deriveId('e', freeze._id, 'appealLate', memberId, level), atMs: nowMs, byId: 'clock' },
  });
};

/** Long after: who wrote what is nobody's business any more; that it was, and how it ended, stays. */
export const forgottenByClock = (freeze: PointFreeze, nowMs: number): Change<FreezeEvent> =>
  changeOf<FreezeEvent>({
    when: { isForgotten: is(false) },
    set: { isForgotten: true, reason: '', endNote: '', appeals: Object.fromEntries(Object.entries(freeze.appeals).map(([memberId, appeal]) => [memberId, { ...appeal, words: '', note: '' }])) },
    event: { kind: 'forgotten', eventId: deriveId('e', freeze._id, 'forgotten'), atMs: nowMs, byId: 'clock' },
  });
