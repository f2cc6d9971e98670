/** The numbers of money going out and of the development fund (RULES.md section 2); part of `RULES`, in a file of their own for their length. */
export const SPENDING_RULES = {
  spending: {
    /** So many of one campaign, gift or grant over its life; bounds its document. */
    perHost: 60,
    /** Section 2: two different people say yes, never whoever asked. */
    approvals: 2,
    receiptsMax: 6,
    /** Ten million yuan: no one payment of a community is larger, so a slip of the hand is refused. */
    amountMaxFen: 1_000_000_000,
    /** Section 0: staff clocks run in working hours; somebody looks at it, then pays it, within. */
    lookWorkingHours: 24,
    payWorkingHours: 40,
  },
  fund: {
    /** Applications a year; bounds its document. */
    grantsMax: 60,
    /** Two different people grant the same amount. */
    yesses: 2,
    decideWorkingHours: 40,
    reportWorkingHours: 40,
    /** Years that a page lists. */
    yearsShown: 10,
  },
} as const;
