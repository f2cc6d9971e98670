import type { ROUND_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { enterRound, followHall, getReport, getRound, listRounds, roundCandidates, roundWishes, screenPicture } from './round-lists.use-case';
import { addWishes, createRound, removeWish, runRound, updateRound } from './round.use-case';

export const roundHandlers: Pick<Handlers, keyof typeof ROUND_ROUTES> = {
  'round.create': createRound,
  'round.update': updateRound,
  'round.addWishes': addWishes,
  'round.removeWish': removeWish,
  'round.open': runRound('open'),
  'round.close': runRound('close'),
  'round.cancel': runRound('cancel'),
  'round.list': listRounds,
  'round.get': getRound,
  'round.wishes': roundWishes,
  'round.candidates': roundCandidates,
  'round.enter': enterRound,
  'round.hall': followHall,
  'round.screenPicture': screenPicture,
  'round.report': getReport,
};
