import type { ApiContract, MySignUpView, RosterView, SignUpReplyView } from '@contract';
import { OUTBOX_MAX } from '../aggregate/aggregate';
import { applyChange } from '../aggregate/change';
import { changeAggregate, settleAfterCommand } from '../aggregate/settle.use-case';
import { stepOf } from '../aggregate/step.use-case';
import { codeHashOf } from '../handover/code';
import { fail, unwrap, type Result } from '../kernel/result';
import type { MemberContext } from '../platform/context';
import { environmentValue } from '../platform/environment';
import { sealText } from '../platform/field-sealer';
import { RULES } from '../rules';
import { decideSayWhy } from './absence';
import { isRightCode, rosterOf } from './check-in-code.use-case';
import { decideAnswerOffer, decideApprove, decideCancelSignUp, decideCheckIn, type ShiftOutcome } from './move-sign-up';
import { decideSayEnd } from './roster';
import { clashesOf } from './shift-card';
import { SHIFT_KIND } from './shift-kind';
import { readAhead, similarOf } from './shift-lists.use-case';
import { assertVisible, noShowsOf, ownSince } from './shift-reads.use-case';
import { shiftRepository } from './shift.repository';
import { mySignUpIn } from './shift-view';
import { signUpOf, type Shift } from './shift';
import type { ShiftEvent } from './shift-event';
import { decideSignUp, seatsOf, type SignUpOutcome, type Wanted } from './sign-up';
import type { SignUpRecord } from './sign-up-record';
import { checkFewWords, checkWords } from './words-check.use-case';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

/** A crowd signs up at the same moment: whoever loses a race, or finds the outbox full, reads again and takes what is there then. */
const TRIES = 8;

interface Signed {
  readonly shift: Shift;
  readonly outcome: SignUpOutcome;
}

const signUpOnce = async (context: MemberContext, shiftId: string, decide: (shift: Shift) => Result<SignUpOutcome>): Promise<Signed | null> => {
  const shift = assertVisible(await shiftRepository.get(shiftId), context.member);
  const outcome = unwrap(decide(shift));
  if (outcome.kind !== 'change') return { shift, outcome };
  if (await shiftRepository.change(shiftId, outcome.change)) {
    await settleAfterCommand(SHIFT_KIND, shiftId, context.nowMs, context.requestId);
    return { shift: applyChange<ShiftEvent, Shift>(shift, outcome.change), outcome };
  }
  // So many at once that the outbox is full: whoever comes then carries some of it out.
  if (shift.pendingEvents >= OUTBOX_MAX / 2) await settleAfterCommand(SHIFT_KIND, shiftId, context.nowMs, context.requestId);
  return null;
};

const signUpTrying = async (context: MemberContext, shiftId: string, decide: (shift: Shift) => Result<SignUpOutcome>): Promise<Signed> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const signed = await signUpOnce(context, shiftId, decide);
    if (signed !== null) return signed;
  }
  return fail('BUSY');
};

const outcomeOf = (view: MySignUpView | null): SignUpReplyView['outcome'] => {
  switch (view?.state) {
    case 'asked':
    case 'waiting':
      return view.state;
    default:
      return 'joined';
  }
};

const fullReply = async (context: MemberContext, shift: Shift, seats: number, canWait: boolean, own: readonly SignUpRecord[]): Promise<SignUpReplyView> => ({
  outcome: 'full', signUp: null, clashesWith: clashesOf(shift, own), canWait,
  similar: similarOf(await readAhead(context, shift.kind), { shiftId: shift._id, activityId: shift.activityId }, seats, own),
});

/** A number is soon tried by whoever sees a plain hash of it. */
const stepOfSignUp = (context: MemberContext, { phone, ...input }: Parsed<'shift.signUp'>) =>
  stepOf(context, { ...input, phone: phone === null ? null : codeHashOf(environmentValue('LINYUAN_ID_SECRET'), input.shiftId, phone) });

/**
 * Two taps from a share card. Refuses NOT_FOUND, SIGN_UP_*, SHIFT_STATE_CHANGED, TEXT_RISKY, BAD_INPUT, OPERATION_REUSED,
 * BUSY; a full shift is no refusal.
 */
export const signUp = async (context: MemberContext, input: Parsed<'shift.signUp'>): Promise<SignUpReplyView> => {
  await checkFewWords(context, [...input.companions.map((companion) => companion.name), ...input.answers], 'companions');
  const own = await ownSince(context, context.nowMs - RULES.shift.noShowsMs);
  const step = stepOfSignUp(context, input);
  const { isSelf, hasConsent, answers, ifFull, companions, phone } = input;
  const wanted: Wanted = { isSelf, hasConsent, answers, ifFull, companions, sealedPhone: phone === null ? null : sealText(phone) };
  const noShows = noShowsOf(own, context.nowMs);
  const { shift, outcome } = await signUpTrying(context, input.shiftId, (found) => decideSignUp(found, wanted, context.member, noShows, step));
  if (outcome.kind === 'full') return fullReply(context, shift, seatsOf(wanted), outcome.canWait, own);
  const view = mySignUpIn(shift, outcome.signUpId, context.nowMs);
  return { outcome: outcomeOf(view), signUp: view, clashesWith: clashesOf(shift, own), similar: [], canWait: false };
};

const changeMine = async (context: MemberContext, shiftId: string, signUpId: string, decide: (shift: Shift) => Result<ShiftOutcome>): Promise<MySignUpView> => {
  const shift = await changeAggregate(SHIFT_KIND, context, shiftId, (found) => decide(assertVisible(found, context.member)));
  return mySignUpIn(shift, signUpId, context.nowMs) ?? fail('NOT_FOUND');
};

export const cancelSignUp = async (context: MemberContext, input: Parsed<'shift.cancelSignUp'>): Promise<MySignUpView> => {
  await checkFewWords(context, [input.reason], 'reason');
  return changeMine(context, input.shiftId, input.signUpId, (shift) => decideCancelSignUp(shift, input.signUpId, input.reason, stepOf(context, input)));
};

export const answerOffer = (context: MemberContext, input: Parsed<'shift.answerOffer'>): Promise<MySignUpView> =>
  changeMine(context, input.shiftId, input.signUpId, (shift) => decideAnswerOffer(shift, input.signUpId, input.accept, stepOf(context, input)));

export const approveSignUp = async (context: MemberContext, input: Parsed<'shift.approve'>): Promise<RosterView> =>
  rosterOf(await changeAggregate(SHIFT_KIND, context, input.shiftId, (shift) => decideApprove(shift, input.signUpId, input.accept, context.member, stepOf(context, input))), context.nowMs);

/** A wrong code costs one of the tries of the hour, like every code. */
export const checkIn = async (context: MemberContext, input: Parsed<'shift.checkIn'>): Promise<MySignUpView> => {
  const step = stepOf(context, input);
  const shift = await changeAggregate(SHIFT_KIND, context, input.shiftId, (found) => {
    const [signUpId] = signUpOf(found, context.callerId) ?? fail('NOT_FOUND', { message: '您没有报这一班，请领队把您记上。' });
    return decideCheckIn(found, signUpId, isRightCode(found._id, input.code, context.nowMs), step);
  });
  const [signUpId] = signUpOf(shift, context.callerId) ?? fail('NOT_FOUND');
  return mySignUpIn(shift, signUpId, context.nowMs) ?? fail('NOT_FOUND');
};

export const sayEnd = (context: MemberContext, input: Parsed<'shift.sayEnd'>): Promise<MySignUpView> =>
  changeMine(context, input.shiftId, input.signUpId, (shift) => decideSayEnd(shift, input.signUpId, input.toMs, stepOf(context, input)));

export const sayWhy = async (context: MemberContext, input: Parsed<'shift.sayWhy'>): Promise<MySignUpView> => {
  await checkWords(context, [input.words], 'words');
  return changeMine(context, input.shiftId, input.signUpId, (shift) => decideSayWhy(shift, input.signUpId, input.reason, input.words, stepOf(context, input)));
};
