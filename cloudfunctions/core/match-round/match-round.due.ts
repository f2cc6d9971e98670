import type { DueHandler } from '../jobs/due';
import { advanceMatchRound } from './work-match-round.use-case';

/** Rounds of matching, worked on by the function of their own. */
export const matchRoundDue: DueHandler = { collection: 'matchRounds', settle: advanceMatchRound };
