import { advanceAggregate } from '../aggregate/settle.use-case';
import type { DueHandler } from '../jobs/due';
import { TEAM_KIND } from './team-kind';

/** What happened to a team reaches its people; questions nobody answered end. */
export const teamDue: DueHandler = { collection: 'teams', settle: (id, nowMs) => advanceAggregate(TEAM_KIND, id, nowMs) };
