import type { Due } from '../aggregate/aggregate-kind';
import { changeOf, is } from '../aggregate/change';
import { byClock, versionMoved } from '../aggregate/versioned';
import { RULES } from '../rules';
import { broadcast, broadcastClocks } from './broadcast';
import { forgets, freed, signUpSet } from './move-sign-up';
import { hasLoneMinors } from './minors';
import { remindedAt } from './reminders';
import { isSeated, standsUntilMs, type Shift, type SignUp } from './shift';
import type { ShiftEvent } from './shift-event';

type Clock = Due<ShiftEvent>;

/** One sign-up's own clock: an offer ends, a question to the lead stands unanswered, nobody said why they did not come. */
const signUpClock = (shift: Shift, signUpId: string, signUp: SignUp, nowMs: number): Clock | null => {
  const change = (atMs: number, state: SignUp['state'], kind: 'offerLapsed' | 'askLapsed' | 'noShow'): Clock => ({
    atMs,
    change: changeOf<ShiftEvent>({
      when: { [`signUps.${signUpId}.state`]: is(signUp.state) },
      set: signUpSet(signUpId, { state }, null),
      ...(state === 'lapsed' && { add: freed(signUp), ...forgets(signUpId, state) }),
      event: { kind, signUpId, ...byClock(shift._id, kind, signUpId, nowMs) },
    }),
  });
  if (signUp.state === 'offered') return change(standsUntilMs(shift, signUp), 'lapsed', 'offerLapsed');
  // Silence is a yes to somebody, never to a skill that they must have.
  if (signUp.state === 'asked') return change(standsUntilMs(shift, signUp), signUp.lacks === undefined ? 'joined' : 'lapsed', 'askLapsed');
  if (signUp.state === 'absent' && signUp.appeal !== 'open') return change(signUp.untilMs ?? nowMs, 'noShow', 'noShow');
  return null;
};

const signUpClocks = (shift: Shift, nowMs: number): readonly Clock[] => Object.entries(shift.signUps).flatMap(([signUpId, signUp]) => signUpClock(shift, signUpId, signUp, nowMs) ?? []);

/** A day before, and two hours before; when both are due only the nearer one goes out. */
const reminderClock = (shift: Shift, nowMs: number): readonly Clock[] => {
  if (shift.reminded === 2) return [];
  const atMs = shift.startsAtMs - (shift.reminded === 0 ? RULES.shift.dayBeforeMs : RULES.shift.soonMs);
  const reminded = Math.max(remindedAt(shift.startsAtMs, nowMs), shift.reminded + 1) as 1 | 2;
  const kind = reminded === 2 ? 'soon' : 'dayBefore';
  return [{ atMs, change: versionMoved<ShiftEvent>(shift, { reminded, ...broadcast(kind, nowMs) }, { kind: 'reminderDue', ...byClock(shift._id, 'reminderDue', `${shift.startsAtMs}_${reminded}`, nowMs) }) }];
};

const minorsClock = (shift: Shift, nowMs: number): readonly Clock[] =>
  shift.isMinorsWarned || !hasLoneMinors(shift) ? [] : [{ atMs: shift.startsAtMs - RULES.shift.dayBeforeMs, change: versionMoved<ShiftEvent>(shift, { isMinorsWarned: true }, { kind: 'minorsAlone', ...byClock(shift._id, 'minorsAlone', '', nowMs) }) }];

/** Whoever still waits when it begins has waited in vain; offers and questions ended with their own clocks just before. */
const beginning = (shift: Shift, nowMs: number): Clock => {
  const waiting = Object.entries(shift.signUps).filter(([, signUp]) => signUp.state === 'waiting');
  const lapsed = Object.fromEntries(waiting.map(([signUpId]) => [`signUps.${signUpId}.state`, 'lapsed']));
  const set = { isBegun: true, ...lapsed, waitingCount: 0, ...(waiting.length > 0 && broadcast('unreached', nowMs)) };
  // Somebody may still have been offered a place or have left: then it is looked at again.
  const when = { revision: is(shift.revision) };
  return { atMs: shift.startsAtMs, change: versionMoved<ShiftEvent>(shift, set, { kind: 'began', ...byClock(shift._id, 'began', String(shift.startsAtMs), nowMs) }, { when }) };
};

const openClocks = (shift: Shift, nowMs: number): readonly Clock[] => {
  if (!shift.isBegun) return [...signUpClocks(shift, nowMs), ...reminderClock(shift, nowMs), ...minorsClock(shift, nowMs), beginning(shift, nowMs)];
  return [{ atMs: shift.endsAtMs, change: versionMoved<ShiftEvent>(shift, { state: 'over', ...broadcast('over', nowMs) }, { kind: 'ended', ...byClock(shift._id, 'ended', '', nowMs) }) }];
};

/** Nobody signed up and nobody noted anything: it is put away. Else staff ask after the roster. */
const overClocks = (shift: Shift, nowMs: number): readonly Clock[] => {
  const atMs = shift.endsAtMs + RULES.shift.rosterMs;
  const isEmpty = !Object.values(shift.signUps).some((signUp) => isSeated(signUp.state));
  if (isEmpty) return [{ atMs, change: versionMoved<ShiftEvent>(shift, { state: 'confirmed', confirmedAtMs: nowMs }, { kind: 'rosterConfirmed', wasLate: false, ...byClock(shift._id, 'rosterConfirmed', '', nowMs) }) }];
  return shift.isRosterLate ? [] : [{ atMs, change: versionMoved<ShiftEvent>(shift, { isRosterLate: true }, { kind: 'rosterLate', ...byClock(shift._id, 'rosterLate', '', nowMs) }) }];
};

const lateToPublish = (shift: Shift, nowMs: number): Clock => ({
  atMs: shift.startsAtMs,
  change: versionMoved<ShiftEvent>(shift, { state: 'cancelled', note: '到了时间还没发布，这一班就不办了。' }, { kind: 'cancelled', ...byClock(shift._id, 'cancelled', '', nowMs) }),
});

/** Every clock of a shift. */
export const shiftClocksOf = (shift: Shift, nowMs: number): readonly Clock[] => {
  const telling = broadcastClocks(shift, nowMs);
  switch (shift.state) {
    case 'planned':
      return [lateToPublish(shift, nowMs), ...telling];
    case 'open':
      return [...openClocks(shift, nowMs), ...telling];
    case 'over':
      return [...overClocks(shift, nowMs), ...telling];
    case 'confirmed':
      return [...signUpClocks(shift, nowMs), ...telling];
    case 'cancelled':
      return telling;
  }
};
