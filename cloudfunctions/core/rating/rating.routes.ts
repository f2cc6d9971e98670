import type { RATING_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { rate } from './rate.use-case';

export const ratingHandlers: Pick<Handlers, keyof typeof RATING_ROUTES> = {
  'rating.rate': rate,
};
