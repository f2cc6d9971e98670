import { LIMITS } from '@contract';
import { applyChange } from '../../cloudfunctions/core/aggregate/change';
import { OUTBOX_MAX } from '../../cloudfunctions/core/aggregate/aggregate';
import { STEPS_MAX } from '../../cloudfunctions/core/aggregate/versioned';
import { deriveId } from '../../cloudfunctions/core/kernel/ids';
import { unwrap } from '../../cloudfunctions/core/kernel/result';
import { decideCancelSignUp, decideCheckIn } from '../../cloudfunctions/core/shift/move-sign-up';
import { isShiftCoherent, signUpsMaxOf, type Shift } from '../../cloudfunctions/core/shift/shift';
import type { ShiftEvent } from '../../cloudfunctions/core/shift/shift-event';
import { openShift, wanted } from '../../cloudfunctions/core/shift/shift.fixtures';
import { rosterView } from '../../cloudfunctions/core/shift/shift-view';
import { decideSignUp } from '../../cloudfunctions/core/shift/sign-up';
import { member, START_MS } from '../../cloudfunctions/core/wish/wish.fixtures';

/** DESIGN.md section 3.1: the largest document an aggregate can become. */
const LARGEST_BYTES = 256 * 1024;
const text = (characters: number): string => '愿'.repeat(characters);

const settled = (shift: Shift): Shift => ({ ...shift, outbox: {}, pendingEvents: 0 });
const personOf = (index: number) => member(deriveId('m', String(index)), { displayName: text(LIMITS.nameCharacters) });
const stepOf = (memberId: string, about: string) => ({ actorId: memberId, operationId: deriveId('op', memberId, about), inputHash: 'h'.repeat(22), nowMs: START_MS });

/** As many as ever fit, one after the other; `cancels` so many of them leave again. */
const filled = (start: Shift, companions: number): Shift => {
  let shift = start;
  for (let index = 0; index < signUpsMaxOf(start.capacity); index += 1) {
    const person = personOf(index);
    const with_ = Array.from({ length: companions }, () => ({ name: text(LIMITS.companionCharacters), relation: 'parent' as const, isMinor: false }));
    const decided = unwrap(decideSignUp(shift, wanted({ companions: with_, hasConsent: true }), person, 0, stepOf(person._id, 'signUp')));
    if (decided.kind !== 'change') {
      // Full: somebody leaves, so that the map grows to its bound.
      const [leaving] = Object.entries(shift.signUps).filter(([, signUp]) => signUp.state === 'waiting').slice(-1);
      if (leaving === undefined) break;
      const out = unwrap(decideCancelSignUp(shift, leaving[0], '', stepOf(leaving[0].slice(0, leaving[0].lastIndexOf('_')), 'cancel')));
      if (out.kind === 'change') shift = settled(applyChange<ShiftEvent, Shift>(shift, out.change));
      continue;
    }
    shift = settled(applyChange<ShiftEvent, Shift>(shift, decided.change));
  }
  return shift;
};

/** Everybody checked in, and an outbox and a memory of commands that are full. */
const largest = (start: Shift): Shift => {
  let shift: Shift = start;
  const nowMs = start.startsAtMs;
  for (const [signUpId, signUp] of Object.entries(start.signUps)) {
    if (signUp.state !== 'joined') continue;
    const out = unwrap(decideCheckIn(shift, signUpId, true, { ...stepOf(signUpId.slice(0, signUpId.lastIndexOf('_')), 'checkIn'), nowMs }));
    if (out.kind === 'change') shift = settled(applyChange<ShiftEvent, Shift>(shift, out.change));
  }
  const event: ShiftEvent = { kind: 'told', about: 'cancelled', words: text(LIMITS.noteCharacters), sinceMs: START_MS, signUpIds: Object.keys(shift.signUps).slice(0, 20), eventId: 'e', atMs: START_MS, byId: 'clock' };
  const ids = Array.from({ length: OUTBOX_MAX }, (_unused, index) => deriveId('e', String(index)));
  // Of each shift only a few broadcasts run at once: a dozen pieces, and sign-ups for the rest.
  const outbox = Object.fromEntries(ids.map((eventId, index) => [eventId, index < 12 ? { ...event, eventId } : { kind: 'signedUp' as const, signUpId: Object.keys(shift.signUps)[index] ?? '', sealedPhone: 's'.repeat(90), answers: [], eventId, atMs: START_MS, byId: personOf(index)._id }]));
  const steps = Object.fromEntries(Array.from({ length: STEPS_MAX }, (_unused, index) => [deriveId('op', String(index)), 'h'.repeat(22)]));
  return { ...shift, outbox, pendingEvents: OUTBOX_MAX, steps };
};

test.each([0, 1, LIMITS.companionsPerSignUp])('a shift of 300 seats with its waitlist and everybody who left, %i companions each, stays within 256 KB', (companions) => {
  const shift = largest(filled(openShift(LIMITS.seatsPerShift, { words: { ...openShift().words, story: text(LIMITS.storyCharacters), insurance: text(LIMITS.noteCharacters), questions: Array.from({ length: 3 }, () => text(LIMITS.questionCharacters)) } }), companions));
  const bytes = Buffer.byteLength(JSON.stringify(shift));
  process.stdout.write(`${companions} companions: ${Object.keys(shift.signUps).length} sign-ups, ${(bytes / 1024).toFixed(1)} KB\n`);
  expect(isShiftCoherent({ ...shift, outbox: {}, pendingEvents: 0 })).toBe(true);
  expect(bytes).toBeLessThanOrEqual(LARGEST_BYTES);
  expect(Buffer.byteLength(JSON.stringify(rosterView(shift, '123456', START_MS)))).toBeLessThanOrEqual(LARGEST_BYTES);
});
