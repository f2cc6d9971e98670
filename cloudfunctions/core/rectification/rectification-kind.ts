import type { AggregateKind } from '../aggregate/aggregate-kind';
import type { WorkingDue } from '../aggregate/working-due';
import { afterWorkingHours, workingDaysAfter } from '../kernel/working-days';
import { RULES } from '../rules';
import type { Rectification } from './rectification';
import { rectificationClocks } from './rectification-clocks';
import { rectificationEffectsOf } from './rectification-effects';
import type { RectificationEvent } from './rectification-event';

/** Staff look, judge and answer within so many hours; whoever is to say more has so many days. */
const workingDuesOf = (): readonly WorkingDue[] => [
  { path: 'objection.dueAtMs', countFrom: afterWorkingHours(RULES.rectification.lookWorkingHours) },
  { path: 'dueAtMs', countFrom: afterWorkingHours(RULES.rectification.lookWorkingHours) },
  { path: 'dueAtMs', countFrom: (fromMs, overrides) => workingDaysAfter(fromMs, RULES.rectification.moreWorkingDays, overrides) },
];

export const RECTIFICATION_KIND: AggregateKind<Rectification, RectificationEvent> = { collection: 'rectifications', effectsOf: rectificationEffectsOf, workingDuesOf, clocksOf: rectificationClocks };
