import type { AggregateKind } from '../aggregate/aggregate-kind';
import type { Round } from './round';
import { roundClocksOf } from './round-clocks';
import { roundEffectsOf } from './round-effects';
import type { RoundEvent } from './round-event';

export const ROUND_KIND: AggregateKind<Round, RoundEvent> = { collection: 'rounds', effectsOf: roundEffectsOf, clocksOf: roundClocksOf };
