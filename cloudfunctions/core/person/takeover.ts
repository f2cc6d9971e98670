import { changedBy, is, REPLAY, type OutcomeOf } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { chinaDateText } from '../kernel/clock';
import { codeDigitsOf, deriveId, keyedId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import { worksAt, type Member } from '../member/member';
import { RULES } from '../rules';
import { withStep } from './save-person';
import type { Person } from './person';
import type { PersonEvent } from './person-event';

/** Four digits find the paper, six prove it. */
export const TAKEOVER_CODE_DIGITS = 10;
const HANDLE_DIGITS = 4;

export const handleOf = (code: string): string => code.slice(0, HANDLE_DIGITS);

/** The code of an act: asking again for the same one shows the same code, which is stored nowhere. */
export const takeoverCodeOf = (personId: string, operationId: string, secret: string): string => codeDigitsOf(TAKEOVER_CODE_DIGITS, secret, 'takeover', personId, operationId);

export const takeoverHashOf = (personId: string, code: string, secret: string): string => keyedId('th', secret, personId, code);

type Outcome = OutcomeOf<PersonEvent>;

const eventOf = (step: Step): { readonly eventId: string; readonly atMs: number; readonly byId: string } => ({ eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId });

/**
 * Staff saw who somebody is and give them a code; a new one replaces the old. Refusals: OUT_OF_AREA, PERSON_TAKEN_OVER,
 * OPERATION_REUSED.
 */
export const decideIssue = (person: Person, code: string, codeHash: string, proof: string, actor: Member, step: Step): Result<Outcome> => {
  if (!worksAt(actor, person.areaId)) return refuse('OUT_OF_AREA');
  const known = knownStep(person.steps, step);
  if (known !== null) return known;
  if (person.memberId !== null) return refuse('PERSON_TAKEN_OVER');
  return accept(
    changedBy({
      when: { memberId: is(null), [`steps.${step.operationId}`]: { isAbsent: true } },
      set: {
        takeover: { codeHash, issuedById: step.actorId, issuedAtMs: step.nowMs, untilMs: step.nowMs + RULES.takeover.codeMs, triesLeft: RULES.takeover.tries },
        takeoverHandle: handleOf(code),
        steps: withStep(person.steps, step),
      },
      event: { kind: 'takeoverIssued', proof, ...eventOf(step) },
    }),
  );
};

export type TakeoverTry = { readonly kind: 'takenOver'; readonly outcome: Outcome } | { readonly kind: 'missed'; readonly outcome: Outcome; readonly triesLeft: number };

const missed = (person: Person, step: Step, triesLeft: number): TakeoverTry => ({
  kind: 'missed',
  triesLeft,
  // The exact count stands in the guard: every wrong answer costs one try, however many guess at once.
  outcome: changedBy({
    when: { 'takeover.issuedAtMs': is(person.takeover?.issuedAtMs ?? null), 'takeover.triesLeft': is(triesLeft + 1) },
    set: { 'takeover.triesLeft': triesLeft },
    event: { kind: 'takeoverMissed', ...eventOf(step) },
  }),
});

/**
 * Somebody enters a code. Right, the paper is theirs from the same update on; wrong, a try is
 * gone. The used code stays findable until its time is over, so that a lost answer can be asked for again. Refusals:
 * TAKEOVER_CODE_OVER (none out, too late, used, no tries left), NOT_ALLOWED (staff for themselves, another community),
 * OPERATION_REUSED.
 */
export const decideTakeOver = (person: Person, codeHash: string, member: Member, step: Step): Result<TakeoverTry> => {
  const known = knownStep(person.steps, step);
  if (known !== null) return known.ok ? accept({ kind: 'takenOver', outcome: known.value }) : known;
  if (person.memberId === member._id) return accept({ kind: 'takenOver', outcome: REPLAY });
  const { takeover } = person;
  if (takeover === null || person.memberId !== null || takeover.untilMs <= step.nowMs || takeover.triesLeft === 0) return refuse('TAKEOVER_CODE_OVER');
  if (takeover.codeHash !== codeHash) return accept(missed(person, step, takeover.triesLeft - 1));
  if (takeover.issuedById === member._id) return refuse('NOT_ALLOWED', { message: '编号要给本人输，不能自己接自己开的。' });
  if (member.communityId !== person.communityId) return refuse('NOT_ALLOWED', { message: `这份记录在${person.communityName}，请先加入那个社区再来接。` });
  return accept({
    kind: 'takenOver',
    outcome: changedBy({
      when: { memberId: is(null), 'takeover.codeHash': is(codeHash), 'takeover.triesLeft': { above: 0 }, 'takeover.untilMs': { above: step.nowMs } },
      set: { state: 'takenOver', memberId: member._id, takenOverAtMs: step.nowMs, carries: 0, steps: withStep(person.steps, step) },
      event: { kind: 'takenOver', memberId: member._id, issuedById: takeover.issuedById, ...eventOf(step) },
    }),
  });
};

/**
 * It was the wrong person: the paper goes back to staff. Refusals: OUT_OF_AREA, NOT_ALLOWED (too late, nobody has it),
 * OPERATION_REUSED.
 */
export const decideUndo = (person: Person, reason: string, actor: Member, step: Step): Result<Outcome> => {
  if (!worksAt(actor, person.areaId)) return refuse('OUT_OF_AREA');
  const known = knownStep(person.steps, step);
  if (known !== null) return known;
  if (person.memberId === null || person.takenOverAtMs === null) return refuse('NOT_ALLOWED', { message: '这份记录还没有人接，不用撤回。' });
  if (person.memberId === actor._id) return refuse('NOT_ALLOWED', { message: '自己接过来的，请同事来撤回。' });
  const untilMs = person.takenOverAtMs + RULES.takeover.undoMs;
  if (step.nowMs > untilMs) return refuse('NOT_ALLOWED', { message: `${chinaDateText(untilMs)} 前才能撤回，现在请联系街道管理员。` });
  return accept(
    changedBy({
      when: { memberId: is(person.memberId), takenOverAtMs: is(person.takenOverAtMs) },
      set: { state: 'onPaper', memberId: null, takenOverAtMs: null, takeover: null, takeoverHandle: null, steps: withStep(person.steps, step) },
      event: { kind: 'takeoverUndone', memberId: person.memberId, reason, ...eventOf(step) },
    }),
  );
};

/** Whoever had taken over leaves the community: the paper is staff's again, its wishes go on. */
export const decideMemberLeft = (person: Person, memberId: string, nowMs: number): Result<Outcome> =>
  person.memberId !== memberId
    ? accept(REPLAY)
    : accept(
        changedBy({
          when: { memberId: is(memberId) },
          set: { state: 'onPaper', memberId: null, takenOverAtMs: null },
          event: { kind: 'memberLeft', memberId, eventId: deriveId('e', person._id, 'memberLeft', memberId, String(person.revision)), atMs: nowMs, byId: memberId },
        }),
      );

/** Until when staff may undo a takeover; null when there is none or it is too late. */
export const undoUntilMsOf = (person: Pick<Person, 'takenOverAtMs'>, nowMs: number): number | null => {
  if (person.takenOverAtMs === null) return null;
  const untilMs = person.takenOverAtMs + RULES.takeover.undoMs;
  return untilMs < nowMs ? null : untilMs;
};
