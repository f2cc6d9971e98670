import type { AggregateKind } from '../aggregate/aggregate-kind';
import type { RatingSum, RatingSumEvent } from './rating-sum';

export const RATING_SUM_KIND: AggregateKind<RatingSum, RatingSumEvent> = { collection: 'ratingSums', effectsOf: () => [], clocksOf: () => [] };
