import { advanceAggregate } from '../aggregate/settle.use-case';
import type { DueHandler } from '../jobs/due';
import { FUND_KIND } from './fund-kind';
import { GRANT_KIND } from './grant-kind';

/** What happened to a fund or a grant reaches the other, the ledger and people. */
export const fundDue: DueHandler = { collection: 'funds', settle: (id, nowMs) => advanceAggregate(FUND_KIND, id, nowMs) };
export const grantDue: DueHandler = { collection: 'grants', settle: (id, nowMs) => advanceAggregate(GRANT_KIND, id, nowMs) };
