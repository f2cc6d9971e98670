import type { AggregateKind } from '../aggregate/aggregate-kind';
import type { Activity } from './activity';
import { activityClocksOf } from './activity-clocks';
import { activityEffectsOf } from './activity-effects';
import type { ActivityEvent } from './activity-event';

export const ACTIVITY_KIND: AggregateKind<Activity, ActivityEvent> = { collection: 'activities', effectsOf: activityEffectsOf, clocksOf: activityClocksOf };
