import * as v from 'valibot';
import { cursorSchema, idSchema, momentSchema, optionalTextSchema, textSchema, type Page } from './common';
import { LIMITS } from './limits';
import { phoneSchema } from './person.contract';
import { BUDGET, route } from './route';
import { ABSENCE_REASONS, ACTIVITY_KINDS, RELATIONS, type ActivityAudience, type ActivityKind, type PictureKey, type Relation, type ShiftState, type SignUpState, type Skill } from './vocabulary';
import type { ActivityWords } from './activity.contract';

/**
 * One time of an activity (班次): when, where, how many, who leads, who comes.
 *
 * - `ShiftCardView`: a row of the activities home, a date of the strip on a shift's page, a suggestion where one is full.
 * - `ShiftDetailView`: the page of a shift (mock-up 11): the card, all words, masked names of who comes, my own sign-up,
 *   and what clashes with it.
 * - `SimilarShiftsView`: beside it, from a call of its own: the strip of dates, and what is like it when it is full.
 * - `MySignUpView`: my own sign-up: on the shift's page, in my schedule (`shift.mine`) and in every reply of a step I take.
 * - `SignUpReplyView`: what a tap on 报名 brought: in, waiting as number n, or full with what is like it.
 * - `RosterView`: the lead's list with whole names, for marking who came; small enough to be kept for a page without network.
 * - `AbsenceView`: one person's answer or appeal after "not come", for staff.
 * - `CallListView`: whom the lead telephones, since no message reached them; each reading is logged.
 */
export interface ShiftCardView {
  readonly shiftId: string;
  readonly activityId: string;
  readonly kind: ActivityKind;
  readonly state: ShiftState;
  readonly title: string;
  readonly pictureKey: PictureKey;
  readonly organiserName: string;
  readonly areaName: string;
  readonly placeText: string;
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  readonly capacity: number;
  readonly seatsLeft: number;
  /** People on the waitlist. */
  readonly waitingCount: number;
  /** Whose it is and who may sign up; until when only its team may, null when everybody may. */
  readonly teamId: string | null;
  readonly audience: ActivityAudience;
  readonly firstUntilMs: number | null;
  /** What I have there now; null when I have none that stands. */
  readonly mine: SignUpState | null;
  /** Titles of my own shifts at the same time; advice only. */
  readonly clashesWith: readonly string[];
}

export interface ShiftPersonView {
  /** As neighbours read it: the first character and a star. */
  readonly name: string;
  readonly isLead: boolean;
}

export interface ShiftDetailView extends ShiftCardView, ActivityWords {
  readonly leadName: string | null;
  /** Those who come, at most a dozen; `comingCount` says how many there are. */
  readonly people: readonly ShiftPersonView[];
  readonly comingCount: number;
  readonly mySignUp: MySignUpView | null;
  /** Why signing up is not open to the reader, in plain words; null when it is. A full shift is open: for the waitlist. */
  readonly closedText: string | null;
  readonly canLead: boolean;
  readonly canManage: boolean;
  /** Hours from which on cancelling is late, and how long an offer stands; for the words on the page. */
  readonly rules: { readonly lateHours: number; readonly offerHours: number; readonly shortOfferHours: number };
}

/** `dates`: those of the same activity that are still ahead, full ones too, in order of time. `similar`: free ones of the same activity, then of the same kind, that do not clash with mine. */
export interface SimilarShiftsView {
  readonly dates: readonly ShiftCardView[];
  readonly similar: readonly ShiftCardView[];
}

/** Somebody who comes along, or for whom one signs up. */
export interface CompanionView {
  readonly name: string;
  readonly relation: Relation;
  readonly isMinor: boolean;
}

export interface MySignUpView {
  readonly shiftId: string;
  readonly signUpId: string;
  readonly activityId: string;
  readonly title: string;
  readonly kind: ActivityKind;
  readonly pictureKey: PictureKey;
  readonly placeText: string;
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  readonly shiftState: ShiftState;
  readonly state: SignUpState;
  readonly seats: number;
  /** I come myself; false when I signed up only others. */
  readonly isSelf: boolean;
  readonly companions: readonly CompanionView[];
  /** On the waitlist: 1 is next; null when not waiting, and in lists. */
  readonly waitingNumber: number | null;
  /** `offered`, `asked`, `absent`: until when it stands or may be answered; else null. */
  readonly untilMs: number | null;
  /** The lead is asked because of this skill; then silence is a no. Else null. */
  readonly lacks: Skill | null;
  readonly isLateToCancel: boolean;
  /** `attended`: as the lead recorded it; `toMs` null means that nobody knew when I left, and I am asked. */
  readonly fromMs: number | null;
  readonly toMs: number | null;
  /** Set while something is to be done: answer an offer, say when I left, say why I did not come, or appeal. */
  readonly todo: 'answerOffer' | 'sayEnd' | 'sayWhy' | 'appeal' | null;
  /** I was there and have not said how it was, as far as the list knows. */
  readonly canRate: boolean;
}

/** A tap on 报名. `full` is no error: nothing was written, and `similar` says what is like it. */
export interface SignUpReplyView {
  readonly outcome: 'joined' | 'asked' | 'waiting' | 'full';
  readonly signUp: MySignUpView | null;
  /** Titles of my own shifts at the same time; advice only. */
  readonly clashesWith: readonly string[];
  readonly similar: readonly ShiftCardView[];
  /** There is room on the waitlist. */
  readonly canWait: boolean;
}

export interface RosterEntryView {
  readonly signUpId: string;
  readonly name: string;
  readonly state: SignUpState;
  readonly isSelf: boolean;
  readonly companions: readonly CompanionView[];
  readonly seats: number;
  readonly checkedInAtMs: number | null;
  /** A skill they must have and have no certificate of; null when none. */
  readonly lacks: Skill | null;
  readonly untilMs: number | null;
  readonly fromMs: number | null;
  readonly toMs: number | null;
  /** How many of the companions came, once confirmed. */
  readonly companionsCame: number | null;
}

export interface RosterView {
  readonly shift: ShiftCardView;
  /** Those who come, those who wait for an answer, those who wait for a place; once confirmed, how it went. */
  readonly entries: readonly RosterEntryView[];
  /** Six digits for people to check in with, changing every ten minutes; only a help. Null outside the shift's time. */
  readonly checkInCode: string | null;
  /** From the beginning of the shift on, until somebody did. */
  readonly canConfirm: boolean;
  readonly confirmedAtMs: number | null;
  /** Answers to the organiser's questions stand in `shift.answers`. */
  readonly questions: readonly string[];
}

export interface SignUpAnswersView {
  readonly signUpId: string;
  readonly name: string;
  readonly answers: readonly string[];
}

export interface AbsenceView {
  readonly shiftId: string;
  readonly signUpId: string;
  readonly title: string;
  readonly startsAtMs: number;
  readonly name: string;
  readonly state: SignUpState;
  /** Their own words; empty when they said nothing. */
  readonly words: string;
  readonly canDecide: boolean;
}

export interface CallListView {
  readonly shiftId: string;
  readonly people: readonly { readonly signUpId: string; readonly name: string; readonly phone: string | null }[];
  readonly dutyPhone: string;
}

const shiftRef = { shiftId: idSchema };
const signUpRef = { shiftId: idSchema, signUpId: idSchema };
const timeSchema = v.strictObject({ startsAtMs: momentSchema, endsAtMs: momentSchema });
const capacitySchema = v.pipe(v.number(), v.integer('人数要是整数'), v.minValue(1, '至少 1 人'), v.maxValue(LIMITS.seatsPerShift, `最多 ${LIMITS.seatsPerShift} 人`));
const memberCodeSchema = v.pipe(v.string(), v.trim(), v.toUpperCase(), v.regex(/^[A-Z0-9]{8}$/, '编号是 8 位字母和数字'));
const placeSchema = textSchema(LIMITS.placeCharacters, '请写在哪儿集合');

const companionSchema = v.strictObject({ name: textSchema(LIMITS.companionCharacters, '请写怎么称呼'), relation: v.picklist(RELATIONS), isMinor: v.boolean() });

export const signUpInputSchema = v.strictObject({
  ...shiftRef,
  /** I come myself. */
  isSelf: v.optional(v.boolean(), true),
  companions: v.optional(v.pipe(v.array(companionSchema), v.maxLength(LIMITS.companionsPerSignUp, `最多一起报 ${LIMITS.companionsPerSignUp} 人`)), []),
  /** They agreed to be signed up; for a minor, as the guardian who comes along. Needed with companions. */
  hasConsent: v.optional(v.boolean(), false),
  answers: v.optional(v.pipe(v.array(optionalTextSchema(LIMITS.answerCharacters)), v.maxLength(LIMITS.questionsPerActivity)), []),
  /** So that the lead can call when no message reaches me; sealed, gone after the shift. */
  phone: v.optional(v.nullable(phoneSchema), null),
  /** Full: on the waitlist at once, or be told what is like it. */
  ifFull: v.optional(v.picklist(['wait', 'similar']), 'similar'),
});
export type SignUpInput = v.InferOutput<typeof signUpInputSchema>;

/** How it went for one sign-up; the same for a page that was filled in without network and is sent later. */
const cameSchema = v.strictObject({
  signUpId: idSchema,
  /** Came themselves, with actual times; `toMs` null: nobody knows when they left, so they are asked. */
  self: v.nullable(v.strictObject({ fromMs: momentSchema, toMs: v.nullable(momentSchema) })),
  companionsCame: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LIMITS.companionsPerSignUp)), 0),
});

/** Somebody who came without a sign-up: by the code they read out, or only by name. */
const walkInSchema = v.strictObject({ code: v.nullable(memberCodeSchema), name: textSchema(LIMITS.companionCharacters, '请写怎么称呼'), fromMs: momentSchema, toMs: v.nullable(momentSchema) });

export const rosterInputSchema = v.strictObject({
  ...shiftRef,
  /** Everybody who came; who is not named did not come. */
  came: v.pipe(v.array(cameSchema), v.maxLength(LIMITS.seatsPerShift)),
  walkIns: v.optional(v.pipe(v.array(walkInSchema), v.maxLength(LIMITS.walkInsPerShift, `最多补 ${LIMITS.walkInsPerShift} 位`)), []),
});
export type RosterInput = v.InferOutput<typeof rosterInputSchema>;

/** The use case looks who may: staff, group owners, leads of the activity's team. */
const ORGANISERS = 'member' as const;
const STAFF = { roles: ['administrator', 'staff', 'socialWorker'] } as const;

export const SHIFT_ROUTES = {
  /** One or several times of an activity in one act; each is a shift of its own. `leadCode` null: whoever adds them leads. */
  'shift.add': route<readonly ShiftCardView[]>()({
    input: v.strictObject({ activityId: idSchema, times: v.pipe(v.array(timeSchema), v.minLength(1, '先排一个时间'), v.maxLength(LIMITS.shiftsPerAdd, `一次最多排 ${LIMITS.shiftsPerAdd} 个`)), placeText: placeSchema, capacity: capacitySchema, leadCode: v.optional(v.nullable(memberCodeSchema), null) }),
    mutating: true, access: ORGANISERS, requestBudget: BUDGET.publish, quota: 'contentCheck',
  }),
  /** By the organiser, its lead or staff; `leadCode` null leaves the lead. Sign-ups stand, everybody is told of a new time or place. Fewer seats than taken are refused with the number. */
  'shift.update': route<ShiftCardView>()({
    input: v.strictObject({ ...shiftRef, ...timeSchema.entries, placeText: placeSchema, capacity: capacitySchema, leadCode: v.optional(v.nullable(memberCodeSchema), null) }),
    mutating: true, access: 'member', requestBudget: BUDGET.publish, quota: 'contentCheck',
  }),
  'shift.cancel': route<ShiftCardView>()({ input: v.strictObject({ ...shiftRef, reason: textSchema(LIMITS.noteCharacters, '请写一句为什么，大家会看到') }), mutating: true, access: 'member', requestBudget: BUDGET.command, quota: 'contentCheck' }),
  'shift.get': route<ShiftDetailView>()({ input: v.strictObject(shiftRef), mutating: false, access: 'member', requestBudget: BUDGET.detail }),
  'shift.similar': route<SimilarShiftsView>()({ input: v.strictObject({ ...shiftRef, activityId: idSchema, kind: v.picklist(ACTIVITY_KINDS) }), mutating: false, access: 'member', requestBudget: BUDGET.detail }),
  /** Its quota of content checks is spent only where names of companions or answers are to be checked. */
  'shift.signUp': route<SignUpReplyView>()({ input: signUpInputSchema, mutating: true, access: 'member', requestBudget: BUDGET.command }),
  /** Gives a place back or leaves the waitlist. Less than a day ahead it is late and asks a reason. */
  'shift.cancelSignUp': route<MySignUpView>()({ input: v.strictObject({ ...signUpRef, reason: optionalTextSchema(LIMITS.noteCharacters) }), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  'shift.answerOffer': route<MySignUpView>()({ input: v.strictObject({ ...signUpRef, accept: v.boolean() }), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  /** The lead says yes or no to a sign-up that asks first. */
  'shift.approve': route<RosterView>()({ input: v.strictObject({ ...signUpRef, accept: v.boolean() }), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  'shift.roster': route<RosterView>()({ input: v.strictObject(shiftRef), mutating: false, access: 'member', requestBudget: BUDGET.list }),
  /** What people answered to the organiser's questions; for the lead. */
  'shift.answers': route<readonly SignUpAnswersView[]>()({ input: v.strictObject(shiftRef), mutating: false, access: 'member', requestBudget: BUDGET.detail }),
  'shift.confirmRoster': route<RosterView>()({ input: rosterInputSchema, mutating: true, access: 'member', requestBudget: BUDGET.publish }),
  'shift.checkIn': route<MySignUpView>()({ input: v.strictObject({ ...shiftRef, code: v.pipe(v.string(), v.regex(/^\d{6}$/, '签到码是六位数字')) }), mutating: true, access: 'member', requestBudget: BUDGET.command, quota: 'code' }),
  /** My schedule: what is ahead, the soonest first; or what is over, the latest first. */
  'shift.mine': route<Page<MySignUpView>>()({ input: v.strictObject({ ahead: v.boolean(), cursor: cursorSchema }), mutating: false, access: 'member', requestBudget: BUDGET.list }),
  /** Shifts the reader leads, the soonest first; those whose roster is still to be confirmed among them. */
  'shift.led': route<Page<ShiftCardView>>()({ input: v.strictObject({ cursor: cursorSchema }), mutating: false, access: 'member', requestBudget: BUDGET.list }),
  /** When I left, where nobody noted it; at most the planned end. */
  'shift.sayEnd': route<MySignUpView>()({ input: v.strictObject({ ...signUpRef, toMs: momentSchema }), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  /** Why I did not come: ill or caring for somebody is excused at once, another reason goes to staff. Later, the appeal. */
  'shift.sayWhy': route<MySignUpView>()({ input: v.strictObject({ ...signUpRef, reason: v.picklist(ABSENCE_REASONS), words: optionalTextSchema(LIMITS.noteCharacters) }), mutating: true, access: 'member', requestBudget: BUDGET.command, quota: 'contentCheck' }),
  'shift.absence': route<AbsenceView>()({ input: v.strictObject(signUpRef), mutating: false, access: STAFF, requestBudget: BUDGET.detail }),
  /** By staff of the area who neither led the shift nor are the person. */
  'shift.decideAbsence': route<{ readonly shiftId: string; readonly signUpId: string }>()({ input: v.strictObject({ ...signUpRef, excuse: v.boolean(), words: textSchema(LIMITS.noteCharacters, '请写一句，对方会看到') }), mutating: true, access: STAFF, requestBudget: BUDGET.command, quota: 'contentCheck' }),
  /** For the lead, from two days before on: who comes and got no message. */
  'shift.callList': route<CallListView>()({ input: v.strictObject(shiftRef), mutating: true, access: 'member', requestBudget: BUDGET.publish }),
} as const;
