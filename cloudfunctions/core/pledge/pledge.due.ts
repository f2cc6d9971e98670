import { advanceAggregate } from '../aggregate/settle.use-case';
import type { DueHandler } from '../jobs/due';
import { countNeedHours } from './carry-need.use-case';
import { PLEDGE_KIND } from './pledge-kind';

/** Reminds, ends what did not come, and delivers what a call could not. */
export const pledgeDue: DueHandler = { collection: 'pledges', settle: (id, nowMs) => advanceAggregate(PLEDGE_KIND, id, nowMs) };

/** Brings hours in line with the shifts of their activity. */
export const needHoursDue: DueHandler = { collection: 'needHours', settle: countNeedHours };
