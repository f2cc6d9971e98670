import { advanceAggregate } from '../aggregate/settle.use-case';
import type { DueHandler } from '../jobs/due';
import { SUPPLY_KIND } from './supply-kind';

/** An offer is asked after, rests when nobody answers, and its record is counted. */
export const supplyDue: DueHandler = { collection: 'supplies', settle: (id, nowMs) => advanceAggregate(SUPPLY_KIND, id, nowMs) };
