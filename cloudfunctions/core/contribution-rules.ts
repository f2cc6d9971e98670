/** The numbers of money that comes in and goes back (RULES.md section 2); part of `RULES`, in a file of their own for their length. */
import { DAY_MS, HOUR_MS, MINUTE_MS } from './kernel/clock';

export const CONTRIBUTION_RULES = {
  contribution: {
    /** An order waits at the cashier so long, never past the end of what it is for; WeChat takes none that ends sooner than the least. */
    orderMs: 30 * MINUTE_MS,
    orderMinMs: 2 * MINUTE_MS,
    /** Whether it was paid is asked by itself so long after it was opened, for callbacks that are lost, and at its end. */
    looksAfterMs: [2 * MINUTE_MS, 10 * MINUTE_MS],
    /** No single gift of money is larger, whatever a lane allows; far below what sums can hold. */
    maxFen: 100_000_000,
    /** A refund is asked about so long after it was asked for; and again. */
    refundLookMs: [MINUTE_MS, 10 * MINUTE_MS, HOUR_MS, 6 * HOUR_MS],
    /** A refused refund is tried again so long after; after so many refusals staff are told, and it goes on daily. */
    refundRetryMs: [5 * MINUTE_MS, 30 * MINUTE_MS, 2 * HOUR_MS, 6 * HOUR_MS],
    refundFailuresMax: 5,
    stuckRetryMs: DAY_MS,
    /** Staff look within working hours: at cash that somebody entered, cash to hand back, refunds that WeChat refuses. */
    cashWorkingHours: 24,
    stuckWorkingHours: 8,
    /** Sent back side by side when what they were for did not come about. */
    endedAtOnce: 10,
    endedPage: 100,
  },
  reconciliation: {
    /** WeChat makes the bill of a day from nine o'clock of the next; it is asked for from ten, in UTC+8. */
    fromMs: 10 * HOUR_MS,
    /** Days that are caught up with when `jobs` stood still. */
    daysBack: 7,
    /** A bill that is not there is asked for again, up to three hours apart, so often: about three days. */
    triesMax: 26,
    /** Kept in the document; all are counted. */
    differencesKept: 50,
    /** A refund asked so near midnight may stand in the bill of the day beside. */
    midnightMs: 15 * MINUTE_MS,
    accountsPage: 100,
    lookWorkingHours: 8,
  },
} as const;
