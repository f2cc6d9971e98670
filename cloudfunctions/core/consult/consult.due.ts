import { advanceAggregate } from '../aggregate/settle.use-case';
import type { DueHandler } from '../jobs/due';
import { CONSULT_KIND } from './consult-kind';

/** What neighbours said is counted; it closes on its day; its owner is asked to answer, then everybody who works there is. */
export const consultDue: DueHandler = { collection: 'consults', settle: (id, nowMs) => advanceAggregate(CONSULT_KIND, id, nowMs) };
