import { advanceAggregate } from '../aggregate/settle.use-case';
import type { DueHandler } from '../jobs/due';
import { MATCH_BUDGET_KIND } from './match-budget-kind';

/** Asks after what is kept for long, ends what is used up, delivers what a call could not. */
export const matchBudgetDue: DueHandler = { collection: 'matchBudgets', settle: (id, nowMs) => advanceAggregate(MATCH_BUDGET_KIND, id, nowMs) };
