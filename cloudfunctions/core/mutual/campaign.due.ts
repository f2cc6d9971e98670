import { advanceAggregate } from '../aggregate/settle.use-case';
import type { DueHandler } from '../jobs/due';
import { CAMPAIGN_KIND } from './campaign-kind';

/** What happened to a campaign reaches its people; stages end and are counted; reports are asked for. */
export const campaignDue: DueHandler = { collection: 'campaigns', settle: (id, nowMs) => advanceAggregate(CAMPAIGN_KIND, id, nowMs) };
