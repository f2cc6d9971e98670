import type { RATING_SUM_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { mySums, sumOfGiver } from './rating-sum.use-case';

export const ratingSumHandlers: Pick<Handlers, keyof typeof RATING_SUM_ROUTES> = {
  'ratingSum.mine': mySums,
  'ratingSum.ofGiver': sumOfGiver,
};
