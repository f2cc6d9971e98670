import { changedBy, changeOf, is, REPLAY, type Change, type OutcomeOf } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import { offersFor } from './gift';
import { handsOverFor, type Redemption, type RedemptionEvent } from './redemption';

type Outcome = OutcomeOf<RedemptionEvent>;

const about = (step: Step) => ({ eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId });

const stepsWith = (redemption: Redemption, step: Step): Redemption['steps'] => ({ ...redemption.steps, [step.operationId]: step.inputHash });

/**
 * Taken back, by whoever reserved it or by whoever offers it, who says why. Refusals: NOT_FOUND, BAD_INPUT (no reason),
 * GIFT_ENDED, OPERATION_REUSED.
 */
export const decideCancel = (redemption: Redemption, note: string, actor: Member, step: Step): Result<Outcome> => {
  const isTaker = redemption.takerId === actor._id;
  if (!isTaker && !offersFor(actor, redemption.offererId)) return refuse('NOT_FOUND');
  const known = knownStep(redemption.steps, step);
  if (known !== null) return known;
  if (redemption.state !== 'reserved') return refuse('GIFT_ENDED');
  if (!isTaker && note === '') return refuse('BAD_INPUT', { fields: { note: '请写一句为什么，对方会看到' } });
  return accept(changedBy<RedemptionEvent>({
    when: { state: is('reserved') },
    set: { state: 'cancelled', endedAtMs: step.nowMs, note, steps: stepsWith(redemption, step) },
    event: { kind: 'cancelled', byOfferer: !isTaker, note, ...about(step) },
  }));
};

/** Whether this very guess was counted as wrong. */
export const wasWrongCode = (redemption: Redemption, operationId: string): boolean => Object.hasOwn(redemption.wrong, operationId);

/**
 * Handed over against the code. A wrong one costs a try, whoever else guesses in the same moment. Refusals: NOT_FOUND,
 * NOT_ALLOWED (one's own), GIFT_ENDED, CODE_EXPIRED, CODE_EXHAUSTED, OPERATION_REUSED.
 */
export const decideHandOver = (redemption: Redemption, codeHash: string, actor: Member, step: Step): Result<Outcome> => {
  if (!handsOverFor(actor, redemption.offererId)) return refuse('NOT_FOUND');
  const known = knownStep(redemption.steps, step);
  if (known !== null) return known;
  if (redemption.takerId === actor._id) return refuse('NOT_ALLOWED', { message: '自己换的礼物，请别的同事来发。' });
  if (redemption.state !== 'reserved') return refuse('GIFT_ENDED');
  if (wasWrongCode(redemption, step.operationId)) return accept(REPLAY);
  if (redemption.triesLeft <= 0) return refuse('CODE_EXHAUSTED', { message: '取货码连着输错了，请对方取消后重新换一次。' });
  if (redemption.fetchByMs <= step.nowMs) return refuse('CODE_EXPIRED', { message: '过了取货的日子，积分会自己退回去。' });
  if (redemption.codeHash !== codeHash) {
    return accept(changedBy<RedemptionEvent>({
      when: { state: is('reserved'), triesLeft: { above: 0 }, [`wrong.${step.operationId}`]: { isAbsent: true } },
      set: { [`wrong.${step.operationId}`]: 1 }, add: { triesLeft: -1 }, event: { kind: 'codeMissed', ...about(step) },
    }));
  }
  return accept(changedBy<RedemptionEvent>({
    when: { state: is('reserved'), triesLeft: { above: 0 }, fetchByMs: { above: step.nowMs } },
    set: { state: 'fetched', endedAtMs: step.nowMs, steps: stepsWith(redemption, step) },
    event: { kind: 'fetched', ...about(step) },
  }));
};

const byClock = (redemption: Redemption, what: string, atMs: number) => ({ eventId: deriveId('e', redemption._id, what), atMs, byId: 'clock' });

/** Nobody fetched it in time. */
export const expiredByClock = (redemption: Redemption, nowMs: number): Change<RedemptionEvent> =>
  changeOf<RedemptionEvent>({ when: { state: is('reserved') }, set: { state: 'expired', endedAtMs: nowMs }, event: { kind: 'expired', ...byClock(redemption, 'expired', nowMs) } });

export const remindedByClock = (redemption: Redemption, nowMs: number): Change<RedemptionEvent> =>
  changeOf<RedemptionEvent>({ when: { state: is('reserved'), isReminded: is(false) }, set: { isReminded: true }, event: { kind: 'reminded', ...byClock(redemption, 'reminded', nowMs) } });

export const reminderAtMs = ({ fetchByMs }: Pick<Redemption, 'fetchByMs'>): number => fetchByMs - RULES.gift.reminderMs;
