import type { CallResult } from '@contract';
import { changedBy, changeOf, is, type Change, type OutcomeOf } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { deriveId, keyedNumber } from '../kernel/ids';
import { HOUR_MS } from '../kernel/clock';
import { accept, refuse, type Result } from '../kernel/result';
import { addWorkingMs } from '../kernel/working-days';
import { worksAt, type Member } from '../member/member';
import { RULES } from '../rules';
import { isParty, isRater, placeOfRating, type CallBack, type Rating, type RatingEvent } from './rating';
import type { RatingTime } from './rating-time';
import { hasQuickTaps } from './writing';

const WHOLE = 2 ** 32;

/** Pure: whether a rating is drawn. By its id under a key: no chance is needed, and who rates can't foretell it. */
export const isDrawn = (ratingId: string, secret: string, share: number = RULES.callBack.share): boolean => keyedNumber(secret, 'callBack', ratingId) < share * WHOLE;

/** Pure: which part of ratings made so is called back. Haste alone takes no point; it is asked about more often. */
export const callShareOf = (time: Pick<RatingTime, 'perTap'>, isTold: boolean): number => (!isTold && hasQuickTaps(time, RULES.rating) ? RULES.callBack.quickShare : RULES.callBack.share);

/** Pure: when the point comes, and the call before it where the rating is drawn: the point waits for the call, also over holidays. */
export const callBackWindowOf = (ratingId: string, isPaid: boolean, secret: string, nowMs: number, share?: number): { readonly pointDueAtMs: number; readonly callBack: CallBack | null } => {
  const pointDueAtMs = nowMs + RULES.points.pendingMs;
  if (!isPaid || !isDrawn(ratingId, secret, share)) return { pointDueAtMs, callBack: null };
  const dueAtMs = addWorkingMs(nowMs, RULES.callBack.workingHours * HOUR_MS);
  const laterMs = Math.max(pointDueAtMs, dueAtMs + RULES.callBack.secondTryMs + RULES.callBack.beforePointMs);
  return { pointDueAtMs: laterMs, callBack: { dueAtMs, endsAtMs: laterMs - RULES.callBack.beforePointMs, phoneSealed: null, numbersLeft: 0, tries: [], triesMade: 0, outcome: null, endedAtMs: null, note: '' } };
};

/** Three questions in plain words; none of them says what was answered, so that nobody is led. */
export const callScript = (title: string): readonly string[] => [`前几天“${title}”这件事，是您自己说的感受吗？`, '人来了没有、东西用上没有，您给讲讲？', '您当时觉得满意、一般，还是不满意？为什么？'];

/** Whether staff may make this call. Refusals: OUT_OF_AREA, NOT_ALLOWED, NOT_FOUND. */
export const decideMayCall = (rating: Rating, actor: Member): Result<CallBack> => {
  if (!worksAt(actor, placeOfRating(rating))) return refuse('OUT_OF_AREA');
  if (isParty(rating, actor)) return refuse('NOT_ALLOWED', { message: '这次帮忙您也在里面，请另一位同事来打。' });
  return rating.callBack === null ? refuse('NOT_FOUND') : accept(rating.callBack);
};

const isWaiting = { 'callBack.outcome': is(null) } as const;

/**
 * Staff say what came of a call. Not reached is tried a second time; then, as when it was as said, the point stays. Not
 * as said takes it back, with the reason. Refusals: OUT_OF_AREA, NOT_ALLOWED, NOT_FOUND, CALL_BACK_OVER, BAD_INPUT,
 * OPERATION_REUSED.
 */
export const decideRecordCall = (rating: Rating, result: CallResult, note: string, actor: Member, step: Step): Result<OutcomeOf<RatingEvent>> => {
  const may = decideMayCall(rating, actor);
  if (!may.ok) return may;
  const known = knownStep(rating.steps, step);
  if (known !== null) return known;
  const callBack = may.value;
  if (callBack.outcome !== null) return refuse('CALL_BACK_OVER');
  if (result === 'notAsSaid' && note === '') return refuse('BAD_INPUT', { message: '请写一句对方是怎么说的，评的人会看到。', fields: { note: '请写一句' } });
  const tries = [...callBack.tries, { byId: actor._id, atMs: step.nowMs, result }];
  const isOver = result !== 'notReached' || tries.length >= RULES.callBack.triesMax;
  const stamp = { eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId };
  return accept(
    changedBy<RatingEvent>({
      // Two colleagues who both wrote "not reached" are two tries: the second one reads the first and decides again.
      when: { ...isWaiting, 'callBack.triesMade': is(callBack.triesMade) },
      set: {
        'callBack.tries': tries,
        'callBack.triesMade': tries.length,
        ...(isOver ? { 'callBack.outcome': result, 'callBack.endedAtMs': step.nowMs, 'callBack.phoneSealed': null, 'callBack.note': note } : {}),
        ...(result === 'notAsSaid' ? { pointState: 'takenBack', takenBack: { by: 'call', atMs: step.nowMs } } : {}),
        [`steps.${step.operationId}`]: step.inputHash,
      },
      event: isOver ? { kind: 'callBackEnded', outcome: result, ...stamp } : { kind: 'callTried', result, ...stamp },
    }),
  );
};

/**
 * Whoever rated leaves a number for the call. Refusals: NOT_FOUND, CALL_BACK_OVER, CONTACT_CHANGED_OFTEN, OPERATION_REUSED.
 * @param sealed the number, encrypted.
 */
export const decideLeaveNumber = (rating: Rating, sealed: string, actor: Member, step: Step): Result<OutcomeOf<RatingEvent>> => {
  if (!isRater(rating, actor) || rating.callBack === null) return refuse('NOT_FOUND');
  const known = knownStep(rating.steps, step);
  if (known !== null) return known;
  if (rating.callBack.outcome !== null) return refuse('CALL_BACK_OVER');
  if (rating.callBack.numbersLeft >= RULES.callBack.numbersMax) return refuse('CONTACT_CHANGED_OFTEN');
  return accept(
    changedBy<RatingEvent>({
      when: { ...isWaiting, 'callBack.numbersLeft': is(rating.callBack.numbersLeft) },
      set: { 'callBack.phoneSealed': sealed, 'callBack.numbersLeft': rating.callBack.numbersLeft + 1, [`steps.${step.operationId}`]: step.inputHash },
      event: { kind: 'numberLeft', eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId },
    }),
  );
};

/** Nobody called in time: the point stays. */
export const lapsedByClock = (rating: Rating, nowMs: number): Change<RatingEvent> =>
  changeOf<RatingEvent>({
    when: isWaiting,
    set: { 'callBack.outcome': 'lapsed', 'callBack.endedAtMs': nowMs, 'callBack.phoneSealed': null },
    event: { kind: 'callBackEnded', outcome: 'lapsed', eventId: deriveId('e', rating._id, 'callLapsed'), atMs: nowMs, byId: 'clock' },
  });
