import { advanceAggregate } from '../aggregate/settle.use-case';
import { RATING_KIND } from './rating-kind';

export const ratingDue = { collection: 'ratings', settle: (ratingId: string, nowMs: number) => advanceAggregate(RATING_KIND, ratingId, nowMs) } as const;
