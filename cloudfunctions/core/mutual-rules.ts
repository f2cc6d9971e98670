/** The numbers of mutual aid inside a community (RULES.md section 2, lane B); part of `RULES`. */
import { DAY_MS, MINUTE_MS } from './kernel/clock';

export const MUTUAL_RULES = {
  mutual: {
    /** Section 8: staff clocks run in working hours; a proposal handed in is looked at within. */
    reviewWorkingHours: 24,
    /** Stages of one campaign over its life; bounds its document. */
    stagesMax: 6,
    /** Steps and lines of all its stages together. */
    milestonesMax: 40,
    minFenPerGift: 100,
    maxFenPerGift: 500_000,
    /** So much asked for is shown to the neighbourhood first; a common part of a building always is. */
    publicityFromFen: 2_000_000,
    /** Civil Code Art. 278: so many owners, and so much of the area, take part; of those so many, and so much, are for it. */
    ownersVote: { takePart: [2, 3], inFavour: [3, 4] },
    /** At the end of a stage, while something is on its way. */
    lookAgainMs: MINUTE_MS,
    /** A call that began before an end is over by then: what it left behind is seen. */
    afterCallsMs: 2 * MINUTE_MS,
    /** A draft nobody goes on with is put away. */
    draftKeptMs: 60 * DAY_MS,
  },
} as const;
