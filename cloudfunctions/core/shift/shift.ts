import type { ActivityAudience, ActivityKind, ActivityWords, PictureKey, Relation, ShiftState, SignUpState, Skill } from '@contract';
import { STEPS_MAX, type Versioned } from '../aggregate/versioned';
import { RULES } from '../rules';
import type { Broadcast } from './broadcast';
import type { ShiftEvent } from './shift-event';

export interface Companion {
  readonly name: string;
  readonly relation: Relation;
  readonly isMinor: boolean;
}

/**
 * One sign-up: an entry of the shift's map, small, since nine hundred of them stay within 256 KB. Its key is the member
 * and how many times they signed up here (`signUpIdOf`), so two share cards at once name the same key and one gets through;
 * what only lists need (answers, a sealed number) stands in the read model.
 */
export interface SignUp {
  readonly name: string;
  readonly state: SignUpState;
  readonly isSelf: boolean;
  /** Absent when nobody comes along. */
  readonly with?: readonly Companion[];
  readonly seats: number;
  readonly atMs: number;
  /** `offered`, `asked`, `absent`: until when it stands or may be answered. */
  readonly untilMs?: number;
  /** The lead is asked because of this skill, which they have no certificate of. */
  readonly lacks?: Skill;
  readonly inMs?: number;
  readonly fromMs?: number;
  readonly toMs?: number;
  /** Companions who came. */
  readonly came?: number;
  /** What somebody said against "not come": waits for staff, or was decided. */
  readonly appeal?: 'open' | 'decided';
  /** Acts of its person → hash of their input, both cut short (`shortOf`); the first is the sign-up. */
  readonly acts: Readonly<Record<string, string>>;
}

/**
 * One time of an activity with its roster and its waitlist: one document, bounded (RULES.md section 3, DESIGN.md section 3).
 * `seatsLeft` and `waitingCount` count people; who waits is served in the order of the map, which is the order they came.
 */
export interface Shift extends Versioned<ShiftEvent> {
  readonly activityId: string;
  readonly state: ShiftState;
  /** Copied from the activity, as of its version. */
  readonly kind: ActivityKind;
  readonly title: string;
  readonly pictureKey: PictureKey;
  readonly words: ActivityWords;
  readonly wordsVersion: number;
  readonly areaId: string;
  readonly areaIds: readonly string[];
  readonly areaName: string;
  /** Where lists show it: its community, or the street or district it is for; its team when it is only for that. */
  readonly shownIn: string;
  readonly organiserId: string;
  readonly organiserName: string;
  /** Whose it is, and who may sign up; until when only the team may, null when everybody may. */
  readonly teamId: string | null;
  readonly audience: ActivityAudience;
  readonly firstUntilMs: number | null;
  readonly leadId: string | null;
  readonly leadName: string;
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  /** When its time was last changed: whoever signed up before may cancel late without its counting. */
  readonly movedAtMs: number | null;
  readonly placeText: string;
  readonly capacity: number;
  readonly seatsLeft: number;
  readonly waitingCount: number;
  readonly signUps: Readonly<Record<string, SignUp>>;
  /** Sign-ups over its life, ended ones too. */
  readonly signUpCount: number;
  readonly broadcasts: Readonly<Record<string, Broadcast>>;
  /** Reminders that went out: none, a day before, two hours before. */
  readonly reminded: 0 | 1 | 2;
  readonly isMinorsWarned: boolean;
  readonly isBegun: boolean;
  readonly isRosterLate: boolean;
  readonly confirmedAtMs: number | null;
  readonly confirmedById: string | null;
  readonly note: string;
}

/** States that take seats. */
const SEATED = ['joined', 'asked', 'offered'] as const satisfies readonly SignUpState[];
/** States in which a sign-up still stands before the shift. */
const STANDING = [...SEATED, 'waiting'] as const satisfies readonly SignUpState[];

export const isSeated = (state: SignUpState): boolean => SEATED.some((each) => each === state);
export const isStanding = (state: SignUpState): boolean => STANDING.some((each) => each === state);

export const signUpIdOf = (memberId: string, nth: number): string => `${memberId}_${nth}`;

const WALK_IN = 'walkin';
/** Somebody who came without a sign-up and is only a name; a known member's has their id. */
export const walkInIdOf = (memberId: string | null, index: number): string => (memberId === null ? `${WALK_IN}_${index}` : `${memberId}_w`);

/** Every id that sign-ups of one person can have on one shift: so often they signed up, and came without. */
export const signUpIdsOf = (memberId: string): readonly string[] => [...Array.from({ length: RULES.shift.signUpsPerPerson }, (_unused, index) => signUpIdOf(memberId, index + 1)), walkInIdOf(memberId, 0)];

/** Whose sign-up it is; null for a walk-in by name. */
export const memberIdOfSignUp = (signUpId: string): string | null => {
  const memberId = signUpId.slice(0, signUpId.lastIndexOf('_'));
  return memberId === WALK_IN ? null : memberId;
};

/** All sign-ups of one person, the first one first. */
export const signUpsOf = (shift: Pick<Shift, 'signUps'>, memberId: string): readonly (readonly [signUpId: string, signUp: SignUp])[] => Object.entries(shift.signUps).filter(([signUpId]) => memberIdOfSignUp(signUpId) === memberId);

/** Their sign-up that counts now: the one that stands, else the last. */
export const signUpOf = (shift: Pick<Shift, 'signUps'>, memberId: string): readonly [signUpId: string, signUp: SignUp] | null => {
  const own = signUpsOf(shift, memberId);
  return own.find(([, signUp]) => isStanding(signUp.state)) ?? own.at(-1) ?? null;
};

/** Ids and hashes kept in a sign-up are cut: ten characters of base64 tell the few acts of one person apart. */
export const shortOf = (text: string): string => text.slice(-10);

export const signUpsMaxOf = (capacity: number): number => capacity + RULES.shift.waitingPerSeat * capacity + RULES.shift.extraSignUps;

/** Place on the waitlist, 1 is next; null when not waiting. */
export const waitingNumberOf = (shift: Pick<Shift, 'signUps'>, signUpId: string): number | null => {
  if (shift.signUps[signUpId]?.state !== 'waiting') return null;
  const waiting = Object.entries(shift.signUps).filter(([, signUp]) => signUp.state === 'waiting');
  return waiting.findIndex(([id]) => id === signUpId) + 1;
};

/** Until when an offer or a question stands: never beyond the beginning. */
export const standsUntilMs = (shift: Pick<Shift, 'startsAtMs'>, signUp: SignUp): number => Math.min(signUp.untilMs ?? shift.startsAtMs, shift.startsAtMs);

const sumOf = (signUps: readonly SignUp[], isCounted: (signUp: SignUp) => boolean): number => signUps.filter(isCounted).reduce((sum, signUp) => sum + signUp.seats, 0);

const hasOneEach = (shift: Shift): boolean => {
  const standing = Object.entries(shift.signUps).filter(([, signUp]) => isStanding(signUp.state)).map(([signUpId]) => memberIdOfSignUp(signUpId));
  return new Set(standing).size === standing.length;
};

const areSeatsRight = (shift: Shift): boolean => {
  const all = Object.values(shift.signUps);
  return sumOf(all, (signUp) => isSeated(signUp.state)) + shift.seatsLeft === shift.capacity && shift.seatsLeft >= 0 && sumOf(all, (signUp) => signUp.state === 'waiting') === shift.waitingCount;
};

const areTimesRight = (signUp: SignUp): boolean =>
  (signUp.state !== 'attended' || signUp.fromMs === undefined || signUp.toMs === undefined || signUp.toMs > signUp.fromMs) && ((signUp.state !== 'offered' && signUp.state !== 'asked' && signUp.state !== 'absent') || signUp.untilMs !== undefined);

/** What must hold at every moment; a false is a defect. Once confirmed or called off seats say nothing any more. */
export const isShiftCoherent = (shift: Shift): boolean =>
  (shift.state === 'confirmed' || shift.state === 'cancelled' || areSeatsRight(shift)) &&
  hasOneEach(shift) &&
  Object.values(shift.signUps).every(areTimesRight) &&
  Object.keys(shift.signUps).length === shift.signUpCount &&
  Object.keys(shift.outbox).length === shift.pendingEvents &&
  Object.keys(shift.steps).length <= STEPS_MAX &&
  shift.endsAtMs > shift.startsAtMs;
