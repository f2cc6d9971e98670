import type { FollowUp } from '../aggregate/aggregate-kind';
import { byClock } from '../aggregate/versioned';
import { RULES } from '../rules';
import type { Shift } from './shift';
import type { ShiftEvent } from './shift-event';

/** How long an offer stands: a day, or two hours when the shift begins within a day (RULES.md section 3). */
const offerMsOf = (shift: Shift, nowMs: number): number => (shift.startsAtMs - nowMs <= RULES.shift.shortOfferWithinMs ? RULES.shift.shortOfferMs : RULES.shift.offerMs);

/** Free seats are offered to the first in line whose party fits; one at a time, so each has an event and a clock of its own. */
export const offerOf = (shift: Shift, nowMs: number): FollowUp<ShiftEvent> | null => {
  if (shift.state !== 'open' || shift.startsAtMs <= nowMs || shift.seatsLeft === 0 || shift.waitingCount === 0) return null;
  const next = Object.entries(shift.signUps).find(([, signUp]) => signUp.state === 'waiting' && signUp.seats <= shift.seatsLeft);
  if (next === undefined) return null;
  const [signUpId, signUp] = next;
  return {
    set: {
      [`signUps.${signUpId}.state`]: 'offered',
      [`signUps.${signUpId}.untilMs`]: Math.min(nowMs + offerMsOf(shift, nowMs), shift.startsAtMs),
      seatsLeft: shift.seatsLeft - signUp.seats,
      waitingCount: shift.waitingCount - signUp.seats,
    },
    event: { kind: 'offered', signUpId, ...byClock(shift._id, 'offered', signUpId, nowMs) },
  };
};
