import { advanceAggregate } from '../aggregate/settle.use-case';
import type { DueHandler } from '../jobs/due';
import { SAFETY_KIND } from './safety-kind';

/** Staff are alarmed; the street is, when nobody answers; a year later the words go. */
export const safetyDue: DueHandler = { collection: 'safetyReports', settle: (id, nowMs) => advanceAggregate(SAFETY_KIND, id, nowMs) };
