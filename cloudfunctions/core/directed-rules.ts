/** The numbers of directed gifts (RULES.md section 2, lane C); part of `RULES`. */
import { DAY_MS, MINUTE_MS } from './kernel/clock';

export const DIRECTED_RULES = {
  directed: {
    /** Section 8: staff clocks run in working hours; an offer is answered, things are counted, what is left is settled within. */
    answerWorkingHours: 24,
    thingsWorkingHours: 16,
    leftoverWorkingHours: 40,
    /** Section 2: nothing waits longer than forty days to be paid. */
    payDaysMax: 40,
    /** The whole is told within two years. */
    reportMonthsMax: 24,
    /** In parts of at least so much, but for the last; so many parts bound the document. */
    minFenPerPayment: 10_000,
    paymentsMax: 20,
    /** At the end of paying, while something is on its way. */
    lookAgainMs: MINUTE_MS,
    /** A call that began before an end is over by then: what it left behind is seen. */
    afterCallsMs: 2 * MINUTE_MS,
    /** The giver is asked where the rest shall go; after so long staff talk to them. */
    leftoverAnswerMs: 30 * DAY_MS,
    /** A voucher that had to be put right this often is a matter for the ledger, not for this page. */
    correctionsMax: 5,
    /** An offer that was asked back and nobody went on with is put away. */
    askedKeptMs: 60 * DAY_MS,
  },
} as const;
