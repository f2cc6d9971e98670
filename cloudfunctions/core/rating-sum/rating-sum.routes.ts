import type { RATING_SUM_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { hideReply, mySums, replyToSum, showPraise, sumOfGiver } from './rating-sum.use-case';

export const ratingSumHandlers: Pick<Handlers, keyof typeof RATING_SUM_ROUTES> = {
  'ratingSum.mine': mySums,
  'ratingSum.ofGiver': sumOfGiver,
  'ratingSum.reply': replyToSum,
  'ratingSum.hideReply': hideReply,
  'ratingSum.showPraise': showPraise,
};
