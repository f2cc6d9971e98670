import type { MATCH_ROUND_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { cancelMatchRound, getMatchRoundView, listMatchRounds, matchCandidates, matchRows, overrideMatch, sendMatchRound, solveMatchAgain, startMatchRound } from './match-round.use-case';

export const matchRoundHandlers: Pick<Handlers, Extract<keyof typeof MATCH_ROUND_ROUTES, `matchRound.${string}`>> = {
  'matchRound.start': startMatchRound,
  'matchRound.list': listMatchRounds,
  'matchRound.get': getMatchRoundView,
  'matchRound.rows': matchRows,
  'matchRound.candidates': matchCandidates,
  'matchRound.override': overrideMatch,
  'matchRound.solveAgain': solveMatchAgain,
  'matchRound.send': sendMatchRound,
  'matchRound.cancel': cancelMatchRound,
};
