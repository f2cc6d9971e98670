import { isServiceKind } from '@contract';
import type { EffectOf } from '../effect/effect';
import { rosterRecordIdOf } from '../service/service-record';
import { memberIdOfSignUp, type Shift, type SignUp } from './shift';
import { toldOutside } from './told-outside';

/**
 * Pure: the record of service that a confirmed sign-up brings about, once its start and end are known. None where people
 * take part and do not serve; companions who came along have no account, so no record.
 */
export const openService = (shift: Shift, signUpId: string, signUp: SignUp, atMs: number): readonly EffectOf<'openService'>[] => {
  const memberId = memberIdOfSignUp(signUpId);
  const { kind, confirmedById } = shift;
  const { state, fromMs, toMs } = signUp;
  if (memberId === null || confirmedById === null || !isServiceKind(kind) || state !== 'attended' || fromMs === undefined || toMs === undefined) return [];
  const { _id: shiftId, activityId, organiserId, leadId, areaIds } = shift;
  return [{ kind: 'openService', opening: { recordId: rosterRecordIdOf(shiftId, signUpId), shiftId, signUpId, memberId, activityId, kind, ...toldOutside(shift), organiserId, leadId, recordedById: confirmedById, areaIds, fromMs, toMs, atMs } }];
};
