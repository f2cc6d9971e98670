import { trainingCertificateIdOf } from '../certificate/certificate';
import type { EffectOf } from '../effect/effect';
import { RULES } from '../rules';
import { memberIdOfSignUp, type Shift, type SignUp } from './shift';
import { toldOutside } from './told-outside';

/** From the beginning to the end, but for the minutes in which a door closes. */
const wasThereThroughout = ({ startsAtMs, endsAtMs }: Shift, fromMs: number, toMs: number): boolean => fromMs <= startsAtMs + RULES.certificate.trainingGraceMs && toMs >= endsAtMs - RULES.certificate.trainingGraceMs;

/**
 * Pure: the certificate of a training for somebody whom the roster has there from beginning to end. None for an end that
 * only they said, for whoever confirmed the roster themselves, and for companions, who have no account.
 */
export const awardTraining = (shift: Shift, signUpId: string, signUp: SignUp, atMs: number): readonly EffectOf<'awardTraining'>[] => {
  const memberId = memberIdOfSignUp(signUpId);
  const { teaches } = shift.words;
  const { state, fromMs, toMs } = signUp;
  if (memberId === null || memberId === shift.confirmedById || teaches === null || state !== 'attended' || fromMs === undefined || toMs === undefined || !wasThereThroughout(shift, fromMs, toMs)) return [];
  return [{ kind: 'awardTraining', certificateId: trainingCertificateIdOf(shift._id, memberId), memberId, shiftId: shift._id, skill: teaches, ...toldOutside(shift), areaIds: shift.areaIds, fromMs, toMs, atMs }];
};
