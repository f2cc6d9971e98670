import type { AggregateKind } from '../aggregate/aggregate-kind';
import { caseClocksOf } from './case-clocks';
import { caseEffectsOf } from './case-effects';
import type { DifficultyCase } from './difficulty-case';
import type { DifficultyEvent } from './difficulty-event';

export const DIFFICULTY_KIND: AggregateKind<DifficultyCase, DifficultyEvent> = { collection: 'difficultyCases', effectsOf: caseEffectsOf, clocksOf: caseClocksOf };
