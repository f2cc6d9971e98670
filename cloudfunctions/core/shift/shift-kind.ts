import type { AggregateKind } from '../aggregate/aggregate-kind';
import { offerOf } from './offer';
import type { Shift } from './shift';
import { shiftClocksOf } from './shift-clocks';
import { shiftEffectsOf } from './shift-effects';
import type { ShiftEvent } from './shift-event';

export const SHIFT_KIND: AggregateKind<Shift, ShiftEvent> = { collection: 'shifts', effectsOf: shiftEffectsOf, clocksOf: shiftClocksOf, followUpOf: offerOf };
