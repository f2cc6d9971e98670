/** The numbers of rounds of matching (RULES.md section 6, issue 8 point 4); part of `RULES`. Themed rounds are in rules.ts. */
import { DAY_MS, HOUR_MS, MINUTE_MS } from './kernel/clock';

export const MATCH_ROUND_RULES = {
  matchRound: {
    /** The offers that suit a wish best are its candidates; thirty reach .9990 of all of them (docs/matching.md). */
    candidates: 30,
    /** A round reads so many offers and wishes, a page at a time; a page stays well under the 256 KB of a document. */
    offersMax: 600,
    wishesMax: 4_000,
    offersPerPage: 100,
    wishesPerPage: 50,
    /** Section 6, those who waited longest gain: a pair of theirs is worth so much more, of 10,000. */
    fairnessBonus: 2_000,
    longestPart: 0.15,
    /** Issue 8: at first, and what was declined solved again at most twice. */
    passes: 3,
    /** What was computed from yesterday's wishes is not sent next week. */
    previewMs: 3 * DAY_MS,
    /** A round whose answers are awaited is looked at so often, and once more soon after its time is up. */
    lookMs: HOUR_MS,
    lateLookMs: MINUTE_MS,
    /** One look works so long, then saves where it is; `jobs.runMs` and three looks a run keep it under the function's 60 s. */
    sliceMs: 10_000,
    givers: 20,
    giversAtOnce: 10,
    rowPagesAtOnce: 10,
    proposalsPerFold: 200,
    /** Bounds the document. */
    overrides: 40,
    areas: 80,
    /** What a round was computed from is kept so long after it ended; answers as long as what was promised is counted. */
    keptMs: 90 * DAY_MS,
    proposalKeptMs: 365 * DAY_MS,
  },
} as const;
