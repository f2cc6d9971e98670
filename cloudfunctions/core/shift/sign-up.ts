import type { SignUpInput, Skill } from '@contract';
import { changeOf, is, type Change, type Condition } from '../aggregate/change';
import type { Step } from '../aggregate/step';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import { isStanding, shortOf, signUpIdOf, signUpsMaxOf, signUpsOf, type Companion, type Shift, type SignUp } from './shift';
import type { ShiftEvent } from './shift-event';
import { teamRefusalOf } from './team-first';

/** What somebody wants: how many come, and what to do when it is full. */
export type Wanted = Pick<SignUpInput, 'isSelf' | 'hasConsent' | 'answers' | 'ifFull'> & { readonly companions: readonly Companion[]; readonly sealedPhone: string | null };

/** `full`: nothing is written; the reply says what is like it. */
export type SignUpOutcome = { readonly kind: 'change'; readonly change: Change<ShiftEvent>; readonly signUpId: string } | { readonly kind: 'replay'; readonly signUpId: string } | { readonly kind: 'full'; readonly canWait: boolean };

export const seatsOf = (wanted: Pick<Wanted, 'isSelf' | 'companions'>): number => (wanted.isSelf ? 1 : 0) + wanted.companions.length;

const peopleRefusalOf = (shift: Shift, wanted: Wanted): ReturnType<typeof refuse> | null => {
  if (seatsOf(wanted) === 0) return refuse('BAD_INPUT', { fields: { companions: '写上谁来' } });
  if (seatsOf(wanted) > shift.capacity) return refuse('BAD_INPUT', { fields: { companions: `这一班一共只有 ${shift.capacity} 个位子` } });
  if (wanted.companions.length > 0 && !wanted.hasConsent) return refuse('SIGN_UP_CONSENT');
  if (!wanted.companions.some((companion) => companion.isMinor)) return null;
  if (!shift.words.minors.isAllowed) return refuse('SIGN_UP_NO_MINORS');
  // The guardian is among the people of the sign-up (RULES.md section 3).
  return wanted.isSelf ? null : refuse('SIGN_UP_CONSENT');
};

/** Why signing up is not open at all; null when it is, be it for the waitlist. The page shows the same sentence. */
export const closedRefusalOf = (shift: Pick<Shift, 'state' | 'startsAtMs' | 'teamId' | 'audience' | 'firstUntilMs'>, member: Pick<Member, 'teamIds'>, nowMs: number): ReturnType<typeof refuse> | null => {
  if (shift.state === 'cancelled') return refuse('SHIFT_STATE_CHANGED', { message: '这一班取消了，看看别的时间吧。' });
  if (shift.state === 'planned') return refuse('SHIFT_STATE_CHANGED', { message: '这个活动还没发布，过几天再来看。' });
  return shift.state !== 'open' || shift.startsAtMs <= nowMs ? refuse('SIGN_UP_TOO_LATE') : teamRefusalOf(shift, member, nowMs);
};

const ownRefusalOf = (shift: Shift, memberId: string): ReturnType<typeof refuse> | null => {
  const own = signUpsOf(shift, memberId);
  if (own.some(([, signUp]) => isStanding(signUp.state))) return refuse('SIGN_UP_ALREADY');
  if (own.length >= RULES.shift.signUpsPerPerson) return refuse('SIGN_UP_OFTEN');
  return shift.signUpCount >= signUpsMaxOf(shift.capacity) ? refuse('SIGN_UP_OFTEN', { message: '这一班来来回回报名的人太多了，想来请直接问领队。' }) : null;
};

/** Whether somebody who waits would fit into the free seats: then a newcomer lines up behind them. */
const isQueueNext = (shift: Shift): boolean => shift.waitingCount > 0 && Object.values(shift.signUps).some((signUp) => signUp.state === 'waiting' && signUp.seats <= shift.seatsLeft);

/** The skill that the activity asks for and that they have no certificate of; null when nothing stands in the way. */
export const lackingSkillOf = ({ words: { needs } }: Pick<Shift, 'words'>, { skills }: Pick<Member, 'skills'>): Skill | null => (needs !== null && needs.isMust && !skills.includes(needs.skill) ? needs.skill : null);

const entryOf = (wanted: Wanted, state: SignUp['state'], member: Member, step: Step, untilMs: number | null): SignUp => ({
  name: [...member.displayName].slice(0, RULES.shift.nameCharacters).join(''),
  state,
  isSelf: wanted.isSelf,
  ...(wanted.companions.length > 0 && { with: wanted.companions }),
  seats: seatsOf(wanted),
  atMs: step.nowMs,
  ...(untilMs !== null && { untilMs }),
  acts: { [shortOf(step.operationId)]: shortOf(step.inputHash) },
});

interface Attempt {
  readonly shift: Shift;
  readonly signUpId: string;
  readonly wanted: Wanted;
  readonly member: Member;
  readonly step: Step;
}

/** The guard of every sign-up: the rule itself, so that nobody loses to a version number while there is room. */
const guardOf = ({ shift, signUpId, step }: Attempt, more: Readonly<Record<string, Condition>>): Readonly<Record<string, Condition>> => ({
  state: is('open'),
  startsAtMs: { above: step.nowMs },
  signUpCount: { below: signUpsMaxOf(shift.capacity) },
  [`signUps.${signUpId}`]: { isAbsent: true },
  ...more,
});

const written = (attempt: Attempt, entry: SignUp, when: Readonly<Record<string, Condition>>, add: Readonly<Record<string, number>>): SignUpOutcome => {
  const { shift, signUpId, step, wanted } = attempt;
  const event: ShiftEvent = { kind: 'signedUp', signUpId, sealedPhone: wanted.sealedPhone, answers: wanted.answers, eventId: deriveId('e', shift._id, 'signedUp', signUpId), atMs: step.nowMs, byId: step.actorId };
  return { kind: 'change', signUpId, change: changeOf<ShiftEvent>({ when: guardOf(attempt, when), set: { [`signUps.${signUpId}`]: entry }, add: { ...add, signUpCount: 1 }, event }) };
};

/** Seats, or a question to the lead that holds them: for somebody who stayed away several times (RULES.md section 3), or who lacks a skill. */
const seated = (attempt: Attempt, asksFirst: boolean, lacks: Skill | null): SignUpOutcome => {
  const { shift, wanted, member, step } = attempt;
  const seats = seatsOf(wanted);
  const asked = (): SignUp => ({ ...entryOf(wanted, 'asked', member, step, Math.min(step.nowMs + RULES.shift.askedMs, shift.startsAtMs)), ...(lacks !== null && { lacks }) });
  const entry = asksFirst || lacks !== null ? asked() : entryOf(wanted, 'joined', member, step, null);
  // Nobody jumps the queue: it must be as it was read.
  return written(attempt, entry, { seatsLeft: { atLeast: seats }, waitingCount: is(shift.waitingCount) }, { seatsLeft: -seats });
};

/** People a waitlist takes at most (RULES.md section 3). */
const waitingMaxOf = (shift: Pick<Shift, 'capacity'>): number => RULES.shift.waitingPerSeat * shift.capacity;

const waiting = (attempt: Attempt): SignUpOutcome => {
  const { shift, wanted, member, step } = attempt;
  const seats = seatsOf(wanted);
  const isFull: Condition = shift.seatsLeft < seats ? { below: seats } : is(shift.seatsLeft);
  return written(attempt, entryOf(wanted, 'waiting', member, step, null), { seatsLeft: isFull, capacity: is(shift.capacity), waitingCount: { below: waitingMaxOf(shift) - seats + 1 } }, { waitingCount: seats });
};

/**
 * Signs somebody up with whom they bring. `noShows`: how often they stayed away of late.
 * Refusals: SHIFT_STATE_CHANGED, SIGN_UP_*, BAD_INPUT, OPERATION_REUSED.
 */
export const decideSignUp = (shift: Shift, wanted: Wanted, member: Member, noShows: number, step: Step): Result<SignUpOutcome> => {
  const own = signUpsOf(shift, member._id);
  const act = shortOf(step.operationId);
  const known = own.find(([, signUp]) => Object.hasOwn(signUp.acts, act));
  if (known !== undefined) return known[1].acts[act] === shortOf(step.inputHash) ? accept({ kind: 'replay', signUpId: known[0] }) : refuse('OPERATION_REUSED');
  const refusal = closedRefusalOf(shift, member, step.nowMs) ?? ownRefusalOf(shift, member._id) ?? peopleRefusalOf(shift, wanted);
  if (refusal !== null) return refusal;
  const attempt = { shift, signUpId: signUpIdOf(member._id, own.length + 1), wanted, member, step };
  const seats = seatsOf(wanted);
  const lacks = lackingSkillOf(shift, member);
  if (shift.seatsLeft >= seats && !isQueueNext(shift)) return accept(seated(attempt, noShows >= RULES.shift.noShowsMax, lacks));
  // A place that comes free is offered without asking the lead, so it goes to whoever has the skill.
  const canWait = lacks === null && shift.waitingCount + seats <= waitingMaxOf(shift);
  return accept(wanted.ifFull === 'wait' && canWait ? waiting(attempt) : { kind: 'full', canWait });
};
