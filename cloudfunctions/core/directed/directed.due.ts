import { advanceAggregate } from '../aggregate/settle.use-case';
import type { DueHandler } from '../jobs/due';
import { DIRECTED_KIND } from './directed-kind';

/** What happened to a directed gift reaches its people; money is waited for and counted; reports are asked for. */
export const directedDue: DueHandler = { collection: 'directedGifts', settle: (id, nowMs) => advanceAggregate(DIRECTED_KIND, id, nowMs) };
