import type { AbsenceReason } from '@contract';
import { changedBy, is } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { bySomebody, versionChanged } from '../aggregate/versioned';
import { accept, refuse, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import { ownSignUp, signUpSet, type ShiftOutcome } from './move-sign-up';
import { memberIdOfSignUp, type Shift, type SignUp } from './shift';
import { answersForShift } from './shift-access';
import type { ShiftEvent } from './shift-event';

/** An absence is asked after; one that counts may be appealed once, for some weeks. */
export const maySayWhy = (shift: Pick<Shift, 'confirmedAtMs'>, signUp: Pick<SignUp, 'state' | 'appeal'>, nowMs: number): boolean => {
  if (signUp.appeal !== undefined) return false;
  return signUp.state === 'absent' || (signUp.state === 'noShow' && nowMs < (shift.confirmedAtMs ?? 0) + RULES.shift.appealMs);
};

/**
 * Why somebody did not come. Ill or caring for somebody is believed; another reason, or an appeal later, goes to staff
 * with their words. Refusals: NOT_FOUND, ABSENCE_NOT_NOW, BAD_INPUT, OPERATION_REUSED.
 */
export const decideSayWhy = (shift: Shift, signUpId: string, reason: AbsenceReason, words: string, step: Step): Result<ShiftOutcome> => {
  const own = ownSignUp(shift, signUpId, step);
  if (!own.ok) return own.answer;
  const { signUp } = own;
  if (!maySayWhy(shift, signUp, step.nowMs)) return refuse('ABSENCE_NOT_NOW');
  const isForStaff = signUp.state === 'noShow' || reason === 'other';
  if (isForStaff && words === '') return refuse('BAD_INPUT', { fields: { words: '请写一句那天怎么了' } });
  return accept(
    changedBy<ShiftEvent>({
      when: { [`signUps.${signUpId}.state`]: is(signUp.state), [`signUps.${signUpId}.appeal`]: { isAbsent: true } },
      set: signUpSet(signUpId, isForStaff ? { appeal: 'open' } : { state: 'excused' }, step),
      event: { kind: 'absenceSaid', signUpId, reason, words, isForStaff, ...bySomebody(step) },
    }),
  );
};

/** Who answers for it, and neither led the shift nor are the person. */
export const mayDecideAbsence = (shift: Pick<Shift, 'areaId' | 'audience' | 'leadId' | 'confirmedById'>, signUpId: string, actor: Member): boolean =>
  answersForShift(shift, actor) && actor._id !== shift.leadId && actor._id !== shift.confirmedById && memberIdOfSignUp(signUpId) !== actor._id;

/** Refusals: OUT_OF_AREA, NOT_ALLOWED (one's own shift or sign-up), NOT_FOUND, ABSENCE_NOT_NOW, OPERATION_REUSED. */
export const decideAbsence = (shift: Shift, signUpId: string, isExcused: boolean, words: string, actor: Member, step: Step): Result<ShiftOutcome> => {
  if (!answersForShift(shift, actor)) return refuse('OUT_OF_AREA');
  if (!mayDecideAbsence(shift, signUpId, actor)) return refuse('NOT_ALLOWED', { message: '这一班是您带的，或者就是您自己，请另一位同事来看。' });
  const known = knownStep(shift.steps, step);
  if (known !== null) return known;
  const signUp = Object.hasOwn(shift.signUps, signUpId) ? shift.signUps[signUpId] : undefined;
  if (signUp === undefined) return refuse('NOT_FOUND');
  if (signUp.appeal !== 'open') return refuse('ABSENCE_NOT_NOW', { message: '这件已经有人看过了。' });
  return accept(
    versionChanged<ShiftEvent>(shift, step, signUpSet(signUpId, { state: isExcused ? 'excused' : 'noShow', appeal: 'decided' }, null), { kind: 'absenceDecided', signUpId, words, ...bySomebody(step) }, { when: { [`signUps.${signUpId}.appeal`]: is('open') } }),
  );
};
