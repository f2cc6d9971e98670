import type { AggregateKind } from '../aggregate/aggregate-kind';
import type { Grant } from './grant';
import { grantEffectsOf } from './grant-effects';
import type { GrantEvent } from './grant-event';

export const GRANT_KIND: AggregateKind<Grant, GrantEvent> = { collection: 'grants', effectsOf: grantEffectsOf, clocksOf: () => [] };
