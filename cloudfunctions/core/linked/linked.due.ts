import { advanceAggregate } from '../aggregate/settle.use-case';
import type { DueHandler } from '../jobs/due';
import { LINKED_KIND } from './linked-kind';

/** A linked campaign ends when the plan on file does. */
export const linkedDue: DueHandler = { collection: 'linkedCampaigns', settle: (id, nowMs) => advanceAggregate(LINKED_KIND, id, nowMs) };
