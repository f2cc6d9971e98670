import { advanceAggregate } from '../aggregate/settle.use-case';
import type { DueHandler } from '../jobs/due';
import { DIFFICULTY_KIND } from './settle-case';

export const difficultyDue: DueHandler = { collection: 'difficultyCases', settle: (id, nowMs) => advanceAggregate(DIFFICULTY_KIND, id, nowMs) };
