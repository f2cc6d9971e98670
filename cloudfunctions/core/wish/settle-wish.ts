import type { WishEvent } from './wish-event';
import { isFulfilled, isLiveOf, wallStateOf, type Wish } from './wish';
import { nextWakeMs } from './wish-clocks';
import { deriveId } from '../kernel/ids';

/** The one update that ends a settling: what was delivered leaves the outbox, what follows from state and shares is noted. */
export interface Settlement {
  readonly deliveredIds: readonly string[];
  readonly set: Readonly<Record<string, unknown>>;
  /** Set when the settling itself makes something happen: everything wanted has come. */
  readonly event: WishEvent | null;
}

/** Undelivered events in the order they happened. */
export const pendingEventsOf = (wish: Pick<Wish, 'outbox'>): readonly WishEvent[] =>
  Object.values(wish.outbox).sort((a, b) => a.atMs - b.atMs || (a.eventId < b.eventId ? -1 : 1));

const completionOf = (wish: Wish, nowMs: number): WishEvent | null =>
  wish.state === 'open' && isFulfilled(wish) ? { kind: 'completed', eventId: deriveId('e', wish._id, 'completed'), atMs: nowMs, byId: 'clock' } : null;

/** The wish as it stands once the settlement is written. */
export const applySettlement = (wish: Wish, settlement: Settlement): Wish => {
  const kept = Object.fromEntries(Object.entries(wish.outbox).filter(([eventId]) => !settlement.deliveredIds.includes(eventId)));
  const outbox = settlement.event === null ? kept : { ...kept, [settlement.event.eventId]: settlement.event };
  return { ...wish, ...settlement.set, outbox, revision: wish.revision + 1 };
};

/**
 * What to write after the events `deliveredIds` were carried out; null when nothing would change.
 * A wish is completed when everything wanted was delivered and confirmed.
 */
export const decideSettlement = (wish: Wish, deliveredIds: readonly string[], nowMs: number): Settlement | null => {
  const removed = deliveredIds.filter((eventId) => Object.hasOwn(wish.outbox, eventId));
  const event = completionOf(wish, nowMs);
  const completion = event === null ? {} : { state: 'completed' as const, completedAtMs: nowMs, endedAtMs: nowMs };
  const pendingEvents = wish.pendingEvents - removed.length + (event === null ? 0 : 1);
  const after: Wish = { ...applySettlement(wish, { deliveredIds: removed, set: completion, event }), pendingEvents };
  const derived = { wallState: wallStateOf(after), isLive: isLiveOf(after), wakeAtMs: nextWakeMs(after, nowMs) };
  const isSame = removed.length === 0 && event === null && derived.wallState === wish.wallState && derived.isLive === wish.isLive && derived.wakeAtMs === wish.wakeAtMs;
  return isSame ? null : { deliveredIds: removed, set: { ...completion, ...derived, pendingEvents }, event };
};
