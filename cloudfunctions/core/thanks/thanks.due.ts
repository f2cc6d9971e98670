import { advanceAggregate } from '../aggregate/settle.use-case';
import type { DueHandler } from '../jobs/due';
import { THANKS_KIND } from './thanks-kind';

/** What was said reaches the giver; a question that nobody answers ends by itself. */
export const thanksDue: DueHandler = { collection: 'thanks', settle: (id, nowMs) => advanceAggregate(THANKS_KIND, id, nowMs) };
