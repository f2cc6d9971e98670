import type { SignUpState } from '@contract';
import { changedBy, is, REPLAY, type OutcomeOf } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { bySomebody, versionChanged } from '../aggregate/versioned';
import { accept, refuse, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import { isSeated, memberIdOfSignUp, shortOf, standsUntilMs, type Shift, type SignUp } from './shift';
import { mayLead } from './shift-access';
import type { ShiftEvent } from './shift-event';

export type ShiftOutcome = OutcomeOf<ShiftEvent>;

type Own = { readonly ok: true; readonly signUp: SignUp } | { readonly ok: false; readonly answer: Result<ShiftOutcome> };

/** The person's own sign-up, unless this very act is known or it is somebody else's: that one is not there. */
export const ownSignUp = (shift: Shift, signUpId: string, step: Step): Own => {
  const signUp = Object.hasOwn(shift.signUps, signUpId) ? shift.signUps[signUpId] : undefined;
  if (signUp === undefined || memberIdOfSignUp(signUpId) !== step.actorId) return { ok: false, answer: refuse('NOT_FOUND') };
  const known = signUp.acts[shortOf(step.operationId)];
  if (known === undefined) return { ok: true, signUp };
  return { ok: false, answer: known === shortOf(step.inputHash) ? accept(REPLAY) : refuse('OPERATION_REUSED') };
};

/** One field after the other, each replacing what stood there; the act is noted with them. */
export const signUpSet = (signUpId: string, fields: Partial<SignUp>, step: Step | null): Readonly<Record<string, unknown>> => ({
  ...Object.fromEntries(Object.entries(fields).map(([field, value]) => [`signUps.${signUpId}.${field}`, value])),
  ...(step !== null && { [`signUps.${signUpId}.acts.${shortOf(step.operationId)}`]: shortOf(step.inputHash) }),
});

/** What leaving a state gives back. */
export const freed = (signUp: SignUp): Readonly<Record<string, number>> => {
  if (isSeated(signUp.state)) return { seatsLeft: signUp.seats };
  return signUp.state === 'waiting' ? { waitingCount: -signUp.seats } : {};
};

/** Whoever leaves takes the names of those they bring along; how many they were stays. Bounds the document. */
export const forgets = (signUpId: string, state: SignUpState): { readonly removes?: readonly string[] } => (isSeated(state) ? {} : { removes: [`signUps.${signUpId}.with`] });

const moved = (signUpId: string, signUp: SignUp, state: SignUpState, step: Step, reason = ''): ShiftOutcome =>
  changedBy<ShiftEvent>({
    when: { [`signUps.${signUpId}.state`]: is(signUp.state), startsAtMs: { above: step.nowMs } },
    set: signUpSet(signUpId, { state }, step),
    add: isSeated(state) ? {} : freed(signUp),
    ...forgets(signUpId, state),
    event: { kind: 'signUpMoved', signUpId, isLate: state === 'lateCancelled', reason, ...bySomebody(step) },
  });

/** Less than a day ahead it is late, unless the organiser moved the time after the sign-up: promises are kept on both sides. */
export const isLateToCancel = (shift: Pick<Shift, 'startsAtMs' | 'movedAtMs'>, signUp: Pick<SignUp, 'state' | 'atMs'>, nowMs: number): boolean =>
  (signUp.state === 'joined' || signUp.state === 'asked') && shift.startsAtMs - nowMs < RULES.shift.lateMs && (shift.movedAtMs === null || shift.movedAtMs < signUp.atMs);

const outStateOf = (shift: Shift, signUp: SignUp, nowMs: number): SignUpState => {
  if (isLateToCancel(shift, signUp, nowMs)) return 'lateCancelled';
  return signUp.state === 'offered' ? 'declined' : 'cancelled';
};

/** Gives a place back, or leaves the waitlist. Refusals: NOT_FOUND, SIGN_UP_CHANGED, SIGN_UP_TOO_LATE, SIGN_UP_REASON, OPERATION_REUSED. */
export const decideCancelSignUp = (shift: Shift, signUpId: string, reason: string, step: Step): Result<ShiftOutcome> => {
  const own = ownSignUp(shift, signUpId, step);
  if (!own.ok) return own.answer;
  const { signUp } = own;
  if (!isSeated(signUp.state) && signUp.state !== 'waiting') return refuse('SIGN_UP_CHANGED');
  if (shift.state !== 'open' || shift.startsAtMs <= step.nowMs) return refuse('SIGN_UP_TOO_LATE', { message: '这一班已经开始了，来不了请直接跟领队说一声。' });
  const state = outStateOf(shift, signUp, step.nowMs);
  return state === 'lateCancelled' && reason === '' ? refuse('SIGN_UP_REASON') : accept(moved(signUpId, signUp, state, step, reason));
};

/** Takes an offered place, or lets it go. Refusals: NOT_FOUND, OFFER_OVER, OPERATION_REUSED. */
export const decideAnswerOffer = (shift: Shift, signUpId: string, isTaken: boolean, step: Step): Result<ShiftOutcome> => {
  const own = ownSignUp(shift, signUpId, step);
  if (!own.ok) return own.answer;
  const { signUp } = own;
  if (signUp.state !== 'offered' || shift.state !== 'open' || standsUntilMs(shift, signUp) <= step.nowMs) return refuse('OFFER_OVER');
  return accept(moved(signUpId, signUp, isTaken ? 'joined' : 'declined', step));
};

/** The lead about one that asked first. Refusals: NOT_FOUND, NOT_ALLOWED, SIGN_UP_CHANGED, OPERATION_REUSED. */
export const decideApprove = (shift: Shift, signUpId: string, isAccepted: boolean, actor: Member, step: Step): Result<ShiftOutcome> => {
  if (!mayLead(shift, actor)) return refuse('NOT_ALLOWED');
  const known = knownStep(shift.steps, step);
  if (known !== null) return known;
  const signUp = Object.hasOwn(shift.signUps, signUpId) ? shift.signUps[signUpId] : undefined;
  if (signUp === undefined) return refuse('NOT_FOUND');
  if (memberIdOfSignUp(signUpId) === actor._id) return refuse('NOT_ALLOWED', { message: '这是您自己的报名，请另一位来回。' });
  if (signUp.state !== 'asked' || shift.state !== 'open' || shift.startsAtMs <= step.nowMs) return refuse('SIGN_UP_CHANGED');
  return accept(
    versionChanged<ShiftEvent>(shift, step, { [`signUps.${signUpId}.state`]: isAccepted ? 'joined' : 'declined' }, { kind: 'signUpMoved', signUpId, isLate: false, reason: '', ...bySomebody(step) }, {
      when: { [`signUps.${signUpId}.state`]: is('asked') },
      add: isAccepted ? {} : freed(signUp),
      ...forgets(signUpId, isAccepted ? 'joined' : 'declined'),
    }),
  );
};

/** By the code on the lead's screen; only a help for marking who came. Refusals: NOT_FOUND, CHECK_IN_*, OPERATION_REUSED. */
export const decideCheckIn = (shift: Shift, signUpId: string, isRight: boolean, step: Step): Result<ShiftOutcome> => {
  const own = ownSignUp(shift, signUpId, step);
  if (!own.ok) return own.answer;
  const { signUp } = own;
  if (!isSeated(signUp.state)) return refuse('SIGN_UP_CHANGED');
  if (!isCheckInOpen(shift, step.nowMs)) return refuse('CHECK_IN_NOT_NOW');
  if (!isRight) return refuse('CHECK_IN_WRONG');
  if (signUp.inMs !== undefined) return accept(REPLAY);
  return accept(changedBy<ShiftEvent>({ when: { [`signUps.${signUpId}.state`]: is(signUp.state), [`signUps.${signUpId}.inMs`]: { isAbsent: true } }, set: signUpSet(signUpId, { inMs: step.nowMs }, step), event: { kind: 'checkedIn', signUpId, ...bySomebody(step) } }));
};

/** From an hour before it begins until it ends. */
export const isCheckInOpen = (shift: Pick<Shift, 'state' | 'startsAtMs' | 'endsAtMs'>, nowMs: number): boolean =>
  (shift.state === 'open' || shift.state === 'over') && nowMs >= shift.startsAtMs - RULES.shift.checkInBeforeMs && nowMs <= shift.endsAtMs;
