import { advanceAggregate } from '../aggregate/settle.use-case';
import type { DueHandler } from '../jobs/due';
import { ACTIVITY_KIND } from './activity-kind';

export const activityDue: DueHandler = { collection: 'activities', settle: (id, nowMs) => advanceAggregate(ACTIVITY_KIND, id, nowMs) };
