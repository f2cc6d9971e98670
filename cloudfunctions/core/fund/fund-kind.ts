import type { AggregateKind } from '../aggregate/aggregate-kind';
import type { Fund } from './fund';
import { fundEffectsOf } from './fund-effects';
import type { FundEvent } from './fund-event';

/** A year ends when an administrator closes it with its report, so no clock is set. */
export const FUND_KIND: AggregateKind<Fund, FundEvent> = { collection: 'funds', effectsOf: fundEffectsOf, clocksOf: () => [] };
