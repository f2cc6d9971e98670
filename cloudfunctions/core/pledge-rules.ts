/** The numbers of what neighbours give to a campaign besides money (RULES.md section 2); part of `RULES`. */
import { DAY_MS, MINUTE_MS } from './kernel/clock';

export const PLEDGE_RULES = {
  pledge: {
    /** Things are brought, and a place is answered, within a week, as a claim is delivered (section 1); then others may give it. */
    promisedMs: 7 * DAY_MS,
    /** The last word to bring it, so long before. */
    reminderMs: 2 * DAY_MS,
    /** A place that was said yes to and is not used for so long is free again. */
    placeMs: 60 * DAY_MS,
    /** As for every one-time code (section 1). */
    codeTries: 5,
    /** Told that a campaign is over in one step. */
    toldAtOnce: 20,
    /** Seats of an activity are counted anew so often while its campaign goes on. */
    countHoursMs: 10 * MINUTE_MS,
  },
} as const;
