import type { CONSULT_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { answerWords, judgeWord } from './answer.use-case';
import { closeConsult, finishConsult, getConsult, listConsults, listWords, openConsult } from './consult.use-case';
import { backWord, rankPoints, sayWord, withdrawWord } from './speak.use-case';

export const consultHandlers: Pick<Handlers, keyof typeof CONSULT_ROUTES> = {
  'consult.open': openConsult,
  'consult.list': listConsults,
  'consult.get': getConsult,
  'consult.words': listWords,
  'consult.rank': rankPoints,
  'consult.say': sayWord,
  'consult.back': backWord,
  'consult.withdraw': withdrawWord,
  'consult.judge': judgeWord,
  'consult.close': closeConsult,
  'consult.answer': answerWords,
  'consult.finish': finishConsult,
};
