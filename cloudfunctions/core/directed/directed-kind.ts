import type { AggregateKind } from '../aggregate/aggregate-kind';
import { directedClocksOf } from './directed-clocks';
import { directedEffectsOf } from './directed-effects';
import type { DirectedEvent } from './directed-event';
import { isLiveState, shownOf, waitsOf, type DirectedGift } from './directed-gift';

export const DIRECTED_KIND: AggregateKind<DirectedGift, DirectedEvent> = {
  collection: 'directedGifts',
  effectsOf: directedEffectsOf,
  clocksOf: directedClocksOf,
  derivedOf: (gift) => ({ shown: shownOf(gift), waits: waitsOf(gift), isWaiting: waitsOf(gift) !== null, isLive: isLiveState(gift.state) }),
};
