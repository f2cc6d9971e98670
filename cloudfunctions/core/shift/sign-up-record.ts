import type { ActivityKind, PictureKey, ShiftState, SignUpState, Skill } from '@contract';
import { isStanding, memberIdOfSignUp, type Companion, type Shift, type SignUp } from './shift';

/**
 * Read model: one document a sign-up, for the person's own schedule, for what clashes with it, and for how often somebody
 * stayed away. Written by the events of shifts, never over a newer revision.
 */
export interface SignUpRecord {
  readonly _id: string;
  readonly shiftId: string;
  readonly signUpId: string;
  readonly memberId: string;
  readonly activityId: string;
  readonly areaIds: readonly string[];
  readonly kind: ActivityKind;
  readonly title: string;
  readonly pictureKey: PictureKey;
  readonly placeText: string;
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  readonly shiftState: ShiftState;
  readonly state: SignUpState;
  /** It stands, and its shift is neither over nor called off. */
  readonly isActive: boolean;
  readonly isSelf: boolean;
  readonly companions: readonly Companion[];
  readonly seats: number;
  readonly signedUpAtMs: number;
  readonly movedAtMs: number | null;
  readonly untilMs: number | null;
  readonly fromMs: number | null;
  readonly toMs: number | null;
  readonly confirmedAtMs: number | null;
  readonly appeal: 'open' | 'decided' | null;
  readonly lacks: Skill | null;
  readonly revision: number;
}

/** What comes with one event and stays in the list only: no part of the shift. */
export interface SignUpNotes {
  /** When they agreed for those they bring (RULES.md section 3); null when nobody comes along. */
  readonly consentAtMs?: number | null;
  readonly answers?: readonly string[];
  /** For the lead's call list; gone once the sign-up no longer stands. */
  readonly sealedPhone?: string | null;
  /** Why somebody cancelled late or did not come, in their own words. */
  readonly words?: string;
  /** When they said how it was. */
  readonly ratedAtMs?: number | null;
}

export const recordIdOf = (shiftId: string, signUpId: string): string => `${shiftId}_${signUpId}`;

/** Pure: the record of a sign-up as it stands; null for somebody who is only a name. */
export const signUpRecordOf = (shift: Shift, signUpId: string, signUp: SignUp): SignUpRecord | null => {
  const memberId = memberIdOfSignUp(signUpId);
  if (memberId === null) return null;
  return {
    _id: recordIdOf(shift._id, signUpId),
    shiftId: shift._id,
    signUpId,
    memberId,
    activityId: shift.activityId,
    areaIds: shift.areaIds,
    kind: shift.kind,
    title: shift.title,
    pictureKey: shift.pictureKey,
    placeText: shift.placeText,
    startsAtMs: shift.startsAtMs,
    endsAtMs: shift.endsAtMs,
    shiftState: shift.state,
    state: signUp.state,
    isActive: isStanding(signUp.state) && shift.state === 'open',
    isSelf: signUp.isSelf,
    companions: signUp.with ?? [],
    seats: signUp.seats,
    signedUpAtMs: signUp.atMs,
    movedAtMs: shift.movedAtMs,
    untilMs: signUp.untilMs ?? null,
    fromMs: signUp.fromMs ?? null,
    toMs: signUp.toMs ?? null,
    confirmedAtMs: shift.confirmedAtMs,
    appeal: signUp.appeal ?? null,
    lacks: signUp.lacks ?? null,
    revision: shift.revision,
  };
};
