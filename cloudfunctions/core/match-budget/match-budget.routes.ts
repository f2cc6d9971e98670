import type { MATCH_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { confirmMatchReturn, decideOnMatch, endMatchBudget, getMatchBudget, myMatchBudgets, offerMatch, recordMatchReturn, withdrawMatch } from './match-budget.use-case';

export const matchHandlers: Pick<Handlers, keyof typeof MATCH_ROUTES> = {
  'match.offer': offerMatch,
  'match.mine': myMatchBudgets,
  'match.get': getMatchBudget,
  'match.withdraw': withdrawMatch,
  'match.decide': decideOnMatch,
  'match.end': endMatchBudget,
  'match.recordReturn': recordMatchReturn,
  'match.confirmReturn': confirmMatchReturn,
};
