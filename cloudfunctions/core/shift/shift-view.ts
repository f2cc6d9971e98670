import type { MySignUpView, RosterEntryView, RosterView, ShiftDetailView } from '@contract';
import { HOUR_MS } from '../kernel/clock';
import { maskedName, type Member } from '../member/member';
import { RULES } from '../rules';
import { maySayWhy } from './absence';
import { isCheckInOpen, isLateToCancel } from './move-sign-up';
import { isRosterOpen } from './roster';
import { mayLead, mayManageShift } from './shift-access';
import { shiftCardView } from './shift-card';
import { isSeated, isStanding, memberIdOfSignUp, signUpOf, standsUntilMs, waitingNumberOf, type Shift, type SignUp } from './shift';
import { closedRefusalOf } from './sign-up';
import { signUpRecordOf, type SignUpNotes, type SignUpRecord } from './sign-up-record';
import { ERROR_TABLE } from '@contract';

const todoOf = (record: SignUpRecord, nowMs: number): MySignUpView['todo'] => {
  if (record.state === 'offered' && record.isActive) return 'answerOffer';
  if (record.state === 'attended' && record.fromMs !== null && record.toMs === null) return 'sayEnd';
  const { appeal } = record;
  if (!maySayWhy(record, { state: record.state, ...(appeal !== null && { appeal }) }, nowMs)) return null;
  return record.state === 'absent' ? 'sayWhy' : 'appeal';
};

const untilOf = ({ state, untilMs, startsAtMs }: SignUpRecord): number | null => {
  if (state === 'absent') return untilMs;
  return (state === 'offered' || state === 'asked') && untilMs !== null ? Math.min(untilMs, startsAtMs) : null;
};

/** Pure: a sign-up as its own person has it, from the list of their sign-ups or from the shift itself. */
export const mySignUpView = (record: SignUpRecord & Pick<SignUpNotes, 'ratedAtMs'>, nowMs: number, waitingNumber: number | null = null): MySignUpView => ({
  shiftId: record.shiftId,
  signUpId: record.signUpId,
  activityId: record.activityId,
  title: record.title,
  kind: record.kind,
  pictureKey: record.pictureKey,
  placeText: record.placeText,
  startsAtMs: record.startsAtMs,
  endsAtMs: record.endsAtMs,
  shiftState: record.shiftState,
  state: record.state,
  seats: record.seats,
  isSelf: record.isSelf,
  companions: record.companions,
  waitingNumber,
  untilMs: untilOf(record),
  lacks: record.state === 'asked' ? record.lacks : null,
  isLateToCancel: record.isActive && isLateToCancel(record, { state: record.state, atMs: record.signedUpAtMs }, nowMs),
  fromMs: record.fromMs,
  toMs: record.toMs,
  todo: todoOf(record, nowMs),
  canRate: record.state === 'attended' && record.isSelf && (record.ratedAtMs ?? null) === null,
});

/** Pure: the same from the shift as it stands now; null for somebody without one. */
export const mySignUpIn = (shift: Shift, signUpId: string, nowMs: number, ratedAtMs: number | null = null): MySignUpView | null => {
  const signUp = shift.signUps[signUpId];
  const record = signUp === undefined ? null : signUpRecordOf(shift, signUpId, signUp);
  if (record === null) return null;
  const mine = mySignUpView({ ...record, ratedAtMs }, nowMs, waitingNumberOf(shift, signUpId));
  return { ...mine, canRate: mine.canRate && record.memberId !== shift.leadId && record.memberId !== shift.organiserId };
};

const comingOf = (shift: Shift): readonly (readonly [string, SignUp])[] => Object.entries(shift.signUps).filter(([, signUp]) => (shift.state === 'confirmed' ? signUp.state === 'attended' : signUp.state === 'joined' || signUp.state === 'asked'));

const closedTextOf = (shift: Shift, reader: Member, nowMs: number): string | null => {
  const refusal = closedRefusalOf(shift, reader, nowMs);
  return refusal === null ? null : (refusal.refusal.message ?? ERROR_TABLE[refusal.refusal.code].message);
};

/** Pure: the page of a shift for one reader; names are masked as neighbours read them. */
export const shiftDetailView = (shift: Shift, reader: Member, own: readonly (SignUpRecord & Pick<SignUpNotes, 'ratedAtMs'>)[], nowMs: number): ShiftDetailView => {
  const coming = comingOf(shift);
  const mine = signUpOf(shift, reader._id);
  return {
    ...shiftCardView(shift, own),
    // From the shift itself: its list may be moments behind.
    mine: mine !== null && isStanding(mine[1].state) ? mine[1].state : null,
    ...shift.words,
    leadName: shift.leadId === null ? null : maskedName(shift.leadName),
    people: coming.slice(0, RULES.shift.peopleShown).map(([signUpId, signUp]) => ({ name: maskedName(signUp.name), isLead: shift.leadId !== null && memberIdOfSignUp(signUpId) === shift.leadId })),
    comingCount: coming.reduce((sum, [, signUp]) => sum + signUp.seats, 0),
    mySignUp: mine === null ? null : mySignUpIn(shift, mine[0], nowMs, own.find((record) => record.shiftId === shift._id)?.ratedAtMs),
    closedText: closedTextOf(shift, reader, nowMs),
    canLead: mayLead(shift, reader),
    canManage: mayManageShift(shift, reader),
    rules: { lateHours: RULES.shift.lateMs / HOUR_MS, offerHours: RULES.shift.offerMs / HOUR_MS, shortOfferHours: RULES.shift.shortOfferMs / HOUR_MS },
  };
};

const ENDED_BEFORE = ['cancelled', 'lateCancelled', 'lapsed', 'declined'];

const rosterEntry = (shift: Shift, signUpId: string, signUp: SignUp): RosterEntryView => ({
  signUpId,
  name: signUp.name,
  state: signUp.state,
  isSelf: signUp.isSelf,
  companions: signUp.with ?? [],
  seats: signUp.seats,
  checkedInAtMs: signUp.inMs ?? null,
  lacks: signUp.lacks ?? null,
  untilMs: signUp.state === 'offered' || signUp.state === 'asked' ? standsUntilMs(shift, signUp) : null,
  fromMs: signUp.fromMs ?? null,
  toMs: signUp.toMs ?? null,
  companionsCame: signUp.state === 'attended' ? (signUp.came ?? 0) : null,
});

/** Those who come before those who wait; who cancelled stands last, since somebody may come all the same. */
const rankOf = (signUp: SignUp): number => {
  if (signUp.state === 'asked') return 0;
  if (signUp.state === 'waiting') return 2;
  return ENDED_BEFORE.includes(signUp.state) ? 3 : 1;
};

/** Pure: the lead's list with whole names; `checkInCode` is made under a key outside. */
export const rosterView = (shift: Shift, checkInCode: string, nowMs: number): RosterView => ({
  shift: shiftCardView(shift),
  entries: Object.entries(shift.signUps).sort(([, a], [, b]) => rankOf(a) - rankOf(b)).map(([signUpId, signUp]) => rosterEntry(shift, signUpId, signUp)),
  checkInCode: isCheckInOpen(shift, nowMs) ? checkInCode : null,
  canConfirm: isRosterOpen(shift, nowMs),
  confirmedAtMs: shift.confirmedAtMs,
  questions: shift.words.questions,
});

/** People who are to be called: they come, and no message reached them. */
export const comingIds = (shift: Shift): readonly string[] => Object.entries(shift.signUps).filter(([, signUp]) => isSeated(signUp.state) && signUp.state !== 'offered').map(([signUpId]) => signUpId);
