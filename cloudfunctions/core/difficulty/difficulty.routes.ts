import type { DIFFICULTY_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { acceptSuggestion, closeCase, decideOnCase, proposePerson, publicisePerson, recordCheck, recordVisit, suggestPerson } from './difficulty.use-case';
import { getCase, listCases, openCase } from './read-cases.use-case';

export const difficultyHandlers: Pick<Handlers, keyof typeof DIFFICULTY_ROUTES> = {
  'difficulty.suggest': suggestPerson,
  'difficulty.propose': proposePerson,
  'difficulty.accept': acceptSuggestion,
  'difficulty.check': recordCheck,
  'difficulty.publicise': publicisePerson,
  'difficulty.decide': decideOnCase,
  'difficulty.close': closeCase,
  'difficulty.visit': recordVisit,
  'difficulty.list': listCases,
  'difficulty.get': getCase,
  'difficulty.open': openCase,
};
