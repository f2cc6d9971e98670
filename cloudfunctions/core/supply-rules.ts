/** The numbers of what people offer on the resource map (RULES.md section 6); part of `RULES`. */
import { DAY_MS } from './kernel/clock';

export const SUPPLY_RULES = {
  supply: {
    /** Offers of one party that are not ended; nobody keeps more of them true. */
    perParty: 12,
    /** Issue 8, "kept current in seconds": asked after so long whether it still holds… */
    confirmMs: 60 * DAY_MS,
    /** … and put on pause by itself when nobody answers for so long. */
    answerMs: 14 * DAY_MS,
    /** Of organisations staff ask, in working hours. */
    askWorkingHours: 24,
    /** A trade certificate is looked at by staff in so many working hours, and holds no longer than the law lets one hold: six years (特种作业人员安全技术培训考核管理规定 Art. 19). */
    certificateWorkingHours: 24,
    certificateMaxMs: 6 * 366 * DAY_MS,
    /** Personal Information Protection Law Art. 19: paused for a year, it is over. */
    pausedKeptMs: 365 * DAY_MS,
    /** What its party did is counted again so often, the last so many helps of two years. */
    countMs: 7 * DAY_MS,
    countedMs: 730 * DAY_MS,
    claimsCounted: 200,
    /** The map, the table and the gaps read so many offers and wishes of a community; beyond, they say that there are more. */
    suppliesRead: 300,
    wishesRead: 200,
    /** People in the ledger that the gaps look at: those whose visit is due first. */
    casesRead: 50,
    /** How often a home was helped is counted over a year: wishes of it that came true. */
    helpedMs: 365 * DAY_MS,
    /** The most one query returns; where it is cut, the latest count. */
    helpedRead: 1_000,
    /** A wish with fewer suitable offers than this is a gap. */
    fewSuitable: 3,
    /** Section 8: no service for 90 days. */
    unservedMs: 90 * DAY_MS,
    /** Suggestions shown at a time. */
    suggestions: 10,
    /** A place of a shop is told to a thousandth of a degree, some hundred metres. */
    placeSteps: 1_000,
  },
} as const;
