import { advanceAggregate } from '../aggregate/settle.use-case';
import type { DueHandler } from '../jobs/due';
import { UNIT_KIND } from './unit-kind';

/** What happened to a unit reaches its people; one without a contact for weeks closes. */
export const unitDue: DueHandler = { collection: 'units', settle: (id, nowMs) => advanceAggregate(UNIT_KIND, id, nowMs) };
