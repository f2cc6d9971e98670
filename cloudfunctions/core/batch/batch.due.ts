import { advanceAggregate } from '../aggregate/settle.use-case';
import type { DueHandler } from '../jobs/due';
import { BATCH_KIND } from './claim-batch';

/** An action that nobody finished is given up after a minute, and what it decided reaches every wish. */
export const batchDue: DueHandler = { collection: 'claimBatches', settle: (id, nowMs) => advanceAggregate(BATCH_KIND, id, nowMs) };
