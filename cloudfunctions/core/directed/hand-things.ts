import type { Step } from '../aggregate/step';
import { bySomebody, versionChanged } from '../aggregate/versioned';
import { accept, refuse, type Result } from '../kernel/result';
import { knownStep } from '../aggregate/step';
import type { Member } from '../member/member';
import { beginStanding } from './answer-gift';
import { actsForGiver, standsFor } from './directed-access';
import type { DirectedEvent } from './directed-event';
import { isOpenThing, type DirectedGift, type DirectedOutcome, type DirectedThing } from './directed-gift';
import { beginGiving } from './offer-gift';

/** Things come as soon as it is agreed, whether the money is in or not. */
export const takesThings = ({ state }: Pick<DirectedGift, 'state'>): boolean => state === 'agreed' || state === 'counting' || state === 'running';

const thingOf = (gift: DirectedGift, thingId: string): DirectedThing | null => gift.things.find((thing) => thing.thingId === thingId) ?? null;

const thingsWith = ({ things }: DirectedGift, after: DirectedThing): readonly DirectedThing[] => things.map((thing) => (thing.thingId === after.thingId ? after : thing));

/** By the giver: brought, or done. Refusals: NOT_ALLOWED, DIRECTED_CHANGED, NOT_FOUND, BAD_INPUT, OPERATION_REUSED. */
export const decideHandOver = (gift: DirectedGift, thingId: string, told: { readonly note: string; readonly handedAtMs: number }, actor: Member, step: Step): Result<DirectedOutcome> => {
  const begun = beginGiving(gift, actor, step);
  if (begun !== null) return begun;
  const thing = thingOf(gift, thingId);
  if (thing === null) return refuse('NOT_FOUND');
  if (!takesThings(gift) || thing.state !== 'waiting') return refuse('DIRECTED_CHANGED');
  if (told.handedAtMs > step.nowMs || told.handedAtMs < gift.offeredAtMs) return refuse('BAD_INPUT', { fields: { handedAtMs: '交的日子不能在以后，也不能在说定以前' } });
  const after: DirectedThing = { ...thing, state: 'handed', handedById: actor._id, handedAtMs: told.handedAtMs, handedNote: told.note };
  return accept(versionChanged<DirectedEvent>(gift, step, { things: thingsWith(gift, after), updatedAtMs: step.nowMs }, { kind: 'thingHanded', thingId, ...bySomebody(step) }));
};

/** By staff, who did not hand it over; also of what was brought without a word. Refusals: OUT_OF_AREA, DIRECTED_OWN, DIRECTED_CHANGED, NOT_FOUND, BAD_INPUT, OPERATION_REUSED. */
export const decideReceive = (gift: DirectedGift, thingId: string, seen: { readonly count: number; readonly note: string }, actor: Member, step: Step): Result<DirectedOutcome> => {
  const begun = beginStanding(gift, actor, step);
  if (begun !== null) return begun;
  const thing = thingOf(gift, thingId);
  if (thing === null) return refuse('NOT_FOUND');
  if (!takesThings(gift) || !isOpenThing(thing)) return refuse('DIRECTED_CHANGED');
  if (seen.count > thing.count) return refuse('BAD_INPUT', { fields: { count: `说好 ${thing.count} ${thing.unit}，多的另写一份` } });
  if (seen.count < thing.count && seen.note === '') return refuse('BAD_INPUT', { fields: { note: '少了，请写一句差在哪' } });
  const after: DirectedThing = { ...thing, state: 'received', receivedCount: seen.count, receivedById: actor._id, receivedAtMs: step.nowMs, note: seen.note };
  return accept(versionChanged<DirectedEvent>(gift, step, { things: thingsWith(gift, after), updatedAtMs: step.nowMs }, { kind: 'thingReceived', thingId, ...bySomebody(step) }));
};

/** Will not come, says either side. Refusals: NOT_ALLOWED, DIRECTED_CHANGED, NOT_FOUND, OPERATION_REUSED. */
export const decideCallOff = (gift: DirectedGift, thingId: string, reason: string, actor: Member, step: Step): Result<DirectedOutcome> => {
  if (!actsForGiver(gift, actor) && !standsFor(gift, actor)) return refuse('NOT_ALLOWED');
  const known = knownStep(gift.steps, step);
  if (known !== null) return known;
  const thing = thingOf(gift, thingId);
  if (thing === null) return refuse('NOT_FOUND');
  if (!takesThings(gift) || !isOpenThing(thing)) return refuse('DIRECTED_CHANGED');
  const after: DirectedThing = { ...thing, state: 'off', note: reason };
  return accept(versionChanged<DirectedEvent>(gift, step, { things: thingsWith(gift, after), updatedAtMs: step.nowMs }, { kind: 'thingOff', thingId, wasHanded: thing.state === 'handed', ...bySomebody(step) }));
};
