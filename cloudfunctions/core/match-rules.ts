/** The numbers of matching budgets (RULES.md section 2); part of `RULES`. */
import { HOUR_MS, MINUTE_MS } from './kernel/clock';

export const MATCH_RULES = {
  match: {
    /** Gifts on their way at one time; more are not matched, which is said before paying. Bounds the document. */
    holdsMax: 500,
    /** What is kept and not told of for so long is asked after: the call may have been killed before it wrote the gift. Longer than any call runs. */
    askAfterMs: 3 * MINUTE_MS,
    /** That a gift gave its match back is remembered so long, against a telling that comes twice; so many at once. */
    givenBackMs: HOUR_MS,
    givenBackMax: 500,
    /** Matched gifts of one person on one day, and people whose gifts are matched on one day; bounds the document. */
    giftsPerDay: 40,
    peoplePerDay: 2_000,
    /** Whoever lost a race to somebody else looks again so often. */
    tries: 8,
    /** Section 8: staff look for the money, and pay the rest back, in working hours. */
    lookWorkingHours: 16,
  },
} as const;
