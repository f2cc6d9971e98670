import type { AggregateKind, FollowUp } from '../aggregate/aggregate-kind';
import { settlementOf, type Settlement } from '../aggregate/settlement';
import { deriveId } from '../kernel/ids';
import type { WishEvent } from './wish-event';
import { isFulfilled, isLiveOf, wallStateOf, type Wish } from './wish';
import { clocksOf } from './wish-clocks';
import { effectsOf } from './wish-effects';

export { pendingEventsOf } from '../aggregate/aggregate';
export { applySettlement } from '../aggregate/settlement';

/** A wish is completed when everything wanted was delivered and confirmed. */
const completionOf = (wish: Wish, nowMs: number): FollowUp<WishEvent> | null =>
  wish.state === 'open' && isFulfilled(wish)
    ? { set: { state: 'completed', completedAtMs: nowMs, endedAtMs: nowMs }, event: { kind: 'completed', eventId: deriveId('e', wish._id, 'completed'), atMs: nowMs, byId: 'clock' } }
    : null;

export const WISH_KIND: AggregateKind<Wish, WishEvent> = {
  collection: 'wishes',
  effectsOf,
  clocksOf,
  derivedOf: (wish) => ({ wallState: wallStateOf(wish), isLive: isLiveOf(wish) }),
  followUpOf: completionOf,
};

/** What to write after the events `deliveredIds` were carried out; null when nothing would change. */
export const decideSettlement = (wish: Wish, deliveredIds: readonly string[], nowMs: number): Settlement<WishEvent> | null => settlementOf(WISH_KIND, wish, deliveredIds, nowMs);
