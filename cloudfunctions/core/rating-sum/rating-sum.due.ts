import { advanceAggregate } from '../aggregate/settle.use-case';
import { RATING_SUM_KIND } from './rating-sum-kind';

/** What a sum brings about. */
export const ratingSumDue = { collection: 'ratingSums', settle: (sumId: string, nowMs: number) => advanceAggregate(RATING_SUM_KIND, sumId, nowMs) } as const;
