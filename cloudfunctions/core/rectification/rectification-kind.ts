import type { AggregateKind } from '../aggregate/aggregate-kind';
import type { Rectification } from './rectification';
import { rectificationClocks } from './rectification-clocks';
import { rectificationEffectsOf } from './rectification-effects';
import type { RectificationEvent } from './rectification-event';

export const RECTIFICATION_KIND: AggregateKind<Rectification, RectificationEvent> = { collection: 'rectifications', effectsOf: rectificationEffectsOf, clocksOf: rectificationClocks };
