import type { AggregateKind } from '../aggregate/aggregate-kind';
import { passedChange } from './end-publicity';
import { forgetClock } from './forget-publicity';
import type { Publicity } from './publicity';
import { publicityEffectsOf } from './publicity-effects';
import type { PublicityEvent } from './publicity-event';

/** A running publicity has one clock, the ms after its last; a paused one waits for its answers, each a task with a clock; one that is over is forgotten in time. */
export const PUBLICITY_KIND: AggregateKind<Publicity, PublicityEvent> = {
  collection: 'publicities',
  effectsOf: publicityEffectsOf,
  clocksOf: (publicity, nowMs) => (publicity.state === 'running' ? [{ atMs: publicity.endsAtMs + 1, change: passedChange(publicity, nowMs) }] : forgetClock(publicity, nowMs)),
};
