import { advanceAggregate } from '../aggregate/settle.use-case';
import type { DueHandler } from '../jobs/due';
import { goThroughNight } from './favour-night.use-case';
import { FREEZE_KIND } from './freeze-kind';

/** The nightly report of mutual favours, community after community. */
export const favourNightDue: DueHandler = { collection: 'favourNights', settle: goThroughNight };

/** What a freeze brings about, its end, and answers that are late. */
export const freezeDue: DueHandler = { collection: 'pointFreezes', settle: (id, nowMs) => advanceAggregate(FREEZE_KIND, id, nowMs) };
