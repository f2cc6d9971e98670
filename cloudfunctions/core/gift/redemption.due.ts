import { advanceAggregate } from '../aggregate/settle.use-case';
import type { DueHandler } from '../jobs/due';
import { REDEMPTION_KIND } from './redemption-kind';

/** Reminds, ends what nobody fetched, and delivers what a call could not. */
export const redemptionDue: DueHandler = { collection: 'redemptions', settle: (id, nowMs) => advanceAggregate(REDEMPTION_KIND, id, nowMs) };
