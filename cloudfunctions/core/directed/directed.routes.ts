import type { DIRECTED_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { answerDirected, answerDirectedLeftover, callOffThing, cancelDirected, confirmDirectedReturn, correctDirectedReturn, getDirected, handOverThing, judgeDirectedPhoto, listDirected, myDirected, receiveThing, recordDirectedReturn, reportDirected, settleDirectedLeftover, waitingDirected, withdrawDirected } from './directed.use-case';
import { offerDirected, updateDirected } from './offer-gift.use-case';
import { enterCashForDirected, payDirected } from './pay-gift.use-case';

export const directedHandlers: Pick<Handlers, keyof typeof DIRECTED_ROUTES> = {
  'directed.list': listDirected,
  'directed.mine': myDirected,
  'directed.waiting': waitingDirected,
  'directed.get': getDirected,
  'directed.offer': offerDirected,
  'directed.update': updateDirected,
  'directed.withdraw': withdrawDirected,
  'directed.answer': answerDirected,
  'directed.pay': payDirected,
  'directed.enterCash': enterCashForDirected,
  'directed.handOver': handOverThing,
  'directed.receive': receiveThing,
  'directed.callOff': callOffThing,
  'directed.cancel': cancelDirected,
  'directed.report': reportDirected,
  'directed.judgePhoto': judgeDirectedPhoto,
  'directed.settleLeftover': settleDirectedLeftover,
  'directed.answerLeftover': answerDirectedLeftover,
  'directed.recordReturn': recordDirectedReturn,
  'directed.correctReturn': correctDirectedReturn,
  'directed.confirmReturn': confirmDirectedReturn,
};
