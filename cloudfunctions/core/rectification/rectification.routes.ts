import type { RECTIFICATION_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { answerOrder, answerRecheck, closeRectification, decideOnObjection, getRecheck, getRectification, judgeRectification, listRecheckCalls, listRectifications, objectToOrder, recordRecheck, reviewAnswer } from './rectification.use-case';

export const rectificationHandlers: Pick<Handlers, keyof typeof RECTIFICATION_ROUTES> = {
  'rectification.get': getRectification,
  'rectification.list': listRectifications,
  'rectification.answer': answerOrder,
  'rectification.object': objectToOrder,
  'rectification.decideObjection': decideOnObjection,
  'rectification.review': reviewAnswer,
  'rectification.judge': judgeRectification,
  'rectification.close': closeRectification,
  'recheck.get': getRecheck,
  'recheck.calls': listRecheckCalls,
  'recheck.record': recordRecheck,
  'recheck.answer': answerRecheck,
};
