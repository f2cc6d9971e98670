import { store } from '../platform/store';
import { finishRating } from './finish-rating.use-case';
import type { Rating } from './rating';

/** Finishes what a call could not. */
const settle = async (ratingId: string): Promise<void> => {
  const rating = await store.find<Rating>('ratings', ratingId);
  if (rating !== null) await finishRating(rating);
};

export const ratingDue = { collection: 'ratings', settle } as const;
