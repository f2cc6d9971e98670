/** The numbers of mutual favours (RULES.md section 5); part of `RULES`. */
import { DAY_MS, HOUR_MS } from './kernel/clock';

export const FAVOUR_RULES = {
  favours: {
    /** Section 5, a plain report of mutual favours: what was confirmed in the last so many days. */
    periodMs: 90 * DAY_MS,
    /** "Small circles": so many people at most. */
    peopleMax: 4,
    /** Confirmations among them; fewer are neighbours who know each other. */
    minConfirmations: 8,
    /** A link of a circle: so often the one confirmed what the other did. Without a way back there is no circle. */
    minEachWay: 3,
    /** "Mostly": part of all their confirmations that stayed among them, of all together and of each one's own. */
    share: 0.7,
    shareOfEach: 0.5,
    /** Somebody with more close ones than this does not help "mostly" three of them; bounds the search. */
    closeOnesLooked: 8,
    /** In one report; the clearest first. */
    circlesShown: 15,
    /** Made every night from this time of the day in UTC+8, after the proof of the ledger. */
    reportFromMs: 3 * HOUR_MS,
    /** Whose points are held may say why so long, once; another person answers in so many working hours, then one level up is told. */
    appealMs: 7 * DAY_MS,
    appealWorkingHours: 24,
    /** What is held outlives the freeze, whose clock lets it go; this one only ends what nobody looks after. */
    heldSlackMs: DAY_MS,
    /** Staff asked and all was well: so many confirmations more among them, and they are named anew. */
    growsBy: 4,
    /** Personal Information Protection Law Art. 19: of a circle that is named no more, what staff noted about it goes after so long. */
    looksKeptMs: 365 * DAY_MS,
    /** Personal Information Protection Law Art. 19: a year after it ended, what people wrote about it goes. */
    keptAfterEndMs: 365 * DAY_MS,
  },
} as const;
