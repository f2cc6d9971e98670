import { changedBy, changeOf, is, REPLAY, type Change, type OutcomeOf } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { byClock, bySomebody } from '../aggregate/versioned';
import { accept, refuse, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import { answersFor, isWaiting, receivesFor, seesPledge, type Pledge, type PledgeEvent } from './pledge';

type Outcome = OutcomeOf<PledgeEvent>;

const stepsWith = (pledge: Pledge, step: Step): Pledge['steps'] => ({ ...pledge.steps, [step.operationId]: step.inputHash });

/** Whoever may act goes on, unless this very act is known; for whoever does not see it, it is not there. */
const begin = (pledge: Pledge, isAllowed: boolean, actor: Member, step: Step): Result<Outcome> | null => {
  if (!seesPledge(actor, pledge)) return refuse('NOT_FOUND');
  const known = knownStep(pledge.steps, step);
  if (known !== null) return known;
  return isAllowed ? null : refuse('NOT_ALLOWED');
};

const ended = (pledge: Pledge, step: Step, set: Partial<Pledge>, event: PledgeEvent): Result<Outcome> =>
  accept(changedBy<PledgeEvent>({ when: { state: is(pledge.state) }, set: { ...set, endedAtMs: step.nowMs, steps: stepsWith(pledge, step) }, event }));

/** Taken back by whoever gives: always allowed. Refusals: NOT_FOUND, NOT_ALLOWED, PLEDGE_ENDED, OPERATION_REUSED. */
export const decideWithdraw = (pledge: Pledge, actor: Member, step: Step): Result<Outcome> => {
  const begun = begin(pledge, pledge.giverId === actor._id, actor, step);
  if (begun !== null) return begun;
  if (!isWaiting(pledge)) return refuse('PLEDGE_ENDED');
  return ended(pledge, step, { state: 'withdrawn' }, { kind: 'withdrawn', ...bySomebody(step) });
};

export type PledgeAnswer = { readonly kind: 'accept' } | { readonly kind: 'refuse'; readonly reason: string };

/** A place is said yes or no to. Refusals: NOT_FOUND, NOT_ALLOWED, PLEDGE_ENDED, OPERATION_REUSED. */
export const decideAnswer = (pledge: Pledge, answer: PledgeAnswer, actor: Member, step: Step): Result<Outcome> => {
  const begun = begin(pledge, answersFor(actor, pledge) && pledge.giverId !== actor._id, actor, step);
  if (begun !== null) return begun;
  if (pledge.kind !== 'place' || pledge.state !== 'promised' || pledge.untilMs <= step.nowMs) return refuse('PLEDGE_ENDED');
  if (answer.kind === 'refuse') return ended(pledge, step, { state: 'refused', reason: answer.reason }, { kind: 'refused', ...bySomebody(step) });
  return accept(changedBy<PledgeEvent>({ when: { state: is('promised') }, set: { state: 'accepted', untilMs: step.nowMs + RULES.pledge.placeMs, isReminded: false, steps: stepsWith(pledge, step) }, event: { kind: 'accepted', ...bySomebody(step) } }));
};

/** The place was used. Refusals: NOT_FOUND, NOT_ALLOWED, PLEDGE_ENDED, OPERATION_REUSED. */
export const decideUsed = (pledge: Pledge, actor: Member, step: Step): Result<Outcome> => {
  const begun = begin(pledge, answersFor(actor, pledge), actor, step);
  if (begun !== null) return begun;
  if (pledge.state !== 'accepted') return refuse('PLEDGE_ENDED');
  return ended(pledge, step, { state: 'used', receivedCount: pledge.count }, { kind: 'used', ...bySomebody(step) });
};

/** Whether this very guess was counted as wrong. */
export const wasWrongCode = (pledge: Pledge, operationId: string): boolean => Object.hasOwn(pledge.wrong, operationId);

/**
 * `count` of the things came, against the code. A wrong one costs a try, whoever else guesses in the same moment.
 * Refusals: NOT_FOUND, NOT_ALLOWED (one's own), BAD_INPUT, PLEDGE_ENDED, CODE_EXPIRED, CODE_EXHAUSTED, OPERATION_REUSED.
 */
export const decideReceive = (pledge: Pledge, count: number, codeHash: string, actor: Member, step: Step): Result<Outcome> => {
  const begun = begin(pledge, receivesFor(actor, pledge), actor, step);
  if (begun !== null) return begun;
  if (pledge.giverId === actor._id) return refuse('NOT_ALLOWED', { message: '自己出的东西，请别的同事来收。' });
  if (pledge.kind !== 'goods' || pledge.state !== 'promised') return refuse('PLEDGE_ENDED');
  if (count > pledge.count) return refuse('BAD_INPUT', { fields: { count: `说好的是 ${pledge.count} ${pledge.unit}，多的另外登记` } });
  if (wasWrongCode(pledge, step.operationId)) return accept(REPLAY);
  if (pledge.triesLeft <= 0) return refuse('CODE_EXHAUSTED', { message: '交接码连着输错了，请对方取消后重新说一次。' });
  if (pledge.untilMs <= step.nowMs) return refuse('CODE_EXPIRED', { message: '过了送来的日子，请对方重新说一次。' });
  if (pledge.codeHash !== codeHash) {
    return accept(changedBy<PledgeEvent>({
      when: { state: is('promised'), triesLeft: { above: 0 }, [`wrong.${step.operationId}`]: { isAbsent: true } },
      set: { [`wrong.${step.operationId}`]: 1 }, add: { triesLeft: -1 }, event: { kind: 'codeMissed', ...bySomebody(step) },
    }));
  }
  return accept(changedBy<PledgeEvent>({
    when: { state: is('promised'), triesLeft: { above: 0 }, untilMs: { above: step.nowMs } },
    set: { state: 'received', receivedCount: count, endedAtMs: step.nowMs, steps: stepsWith(pledge, step) },
    event: { kind: 'received', count, ...bySomebody(step) },
  }));
};

/** The campaign itself is over: nothing is to be brought any more. */
export const decideOver = (pledge: Pledge, reason: string, atMs: number): Result<Outcome> => {
  if (!isWaiting(pledge)) return accept(REPLAY);
  return accept(changedBy<PledgeEvent>({ when: { state: is(pledge.state) }, set: { state: 'over', reason, endedAtMs: atMs }, event: { kind: 'over', ...byClock(pledge._id, 'over', '', atMs) } }));
};

/** Nobody brought it, answered it or used it in time. */
export const lapsedByClock = (pledge: Pledge, nowMs: number): Change<PledgeEvent> =>
  changeOf<PledgeEvent>({ when: { state: is(pledge.state), untilMs: is(pledge.untilMs) }, set: { state: 'lapsed', endedAtMs: nowMs }, event: { kind: 'lapsed', ...byClock(pledge._id, 'lapsed', '', nowMs) } });

export const remindedByClock = (pledge: Pledge, nowMs: number): Change<PledgeEvent> =>
  changeOf<PledgeEvent>({ when: { state: is(pledge.state), isReminded: is(false) }, set: { isReminded: true }, event: { kind: 'reminded', ...byClock(pledge._id, 'reminded', pledge.state, nowMs) } });

export const reminderAtMs = ({ untilMs }: Pick<Pledge, 'untilMs'>): number => untilMs - RULES.pledge.reminderMs;
