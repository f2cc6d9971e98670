import { advanceAggregate } from '../aggregate/settle.use-case';
import type { DueHandler } from '../jobs/due';
import { LANE_KIND } from './lane-kind';

/** What became of a lane reaches the log. */
export const laneDue: DueHandler = { collection: 'laneGrounds', settle: (id, nowMs) => advanceAggregate(LANE_KIND, id, nowMs) };
