import { advanceAggregate } from '../aggregate/settle.use-case';
import type { DueHandler } from '../jobs/due';
import { ROUND_KIND } from './settle-round';

export const roundDue: DueHandler = { collection: 'rounds', settle: (id, nowMs) => advanceAggregate(ROUND_KIND, id, nowMs) };
