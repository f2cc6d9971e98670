/** The numbers of shops (RULES.md section 7: checked licence, members with roles); part of `RULES`. */
import { DAY_MS, HOUR_MS, MINUTE_MS } from './kernel/clock';

export const SHOP_RULES = {
  shop: {
    /** Section 1, the clock of every review: staff answer within so many working hours. */
    reviewWorkingHours: 24,
    /** What staff asked for is waited for so long; then the application is put away. */
    askedMs: 14 * DAY_MS,
    /** Section 7, licence checked: its shop hears so long before it runs out that a new one is wanted. */
    expiryWarnMs: 30 * DAY_MS,
    /** Section 7, members with roles; bounds the document. */
    people: 12,
    /** Shops of one owner that are at work. */
    perOwner: 5,
    /** An invitation is good for so long, once. */
    inviteMs: 3 * DAY_MS,
    inviteDigits: 8,
    /** A licence that was noted for an application which was never written is free again after this. */
    licenceKeptMs: 10 * MINUTE_MS,
    /** Claims handed back in one step; the next step comes with the next run. */
    handBackClaims: 20,
    /** Nothing to hand back is looked at once more after so long, since a claim may have been under way; longer than a call may take. */
    lookAgainMs: 2 * MINUTE_MS,
    /** A shop that leaves waits for what others still owe it (a confirmation, a gift to be fetched, money on its way back); looked at so often. */
    waitMs: 6 * HOUR_MS,
    /** Its record is counted so often … */
    countMs: DAY_MS,
    /** … over so many of its last claims. */
    claimsCounted: 1_000,
    /** Offers and gifts its page shows. */
    shown: 20,
    /** Words of thanks its page shows. */
    thanksShown: 5,
    /** Shops one person is shown as theirs. */
    mineRead: 20,
    /** A year's shop card counts so many claims and gifts; beyond, it says "at least". */
    yearRead: 1_000,
  },
} as const;
