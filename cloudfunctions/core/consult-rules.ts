/** The numbers of planning together (RULES.md sections 5 to 7); part of `RULES`. How long it is open and how much one may say are in the contract's limits: forms keep them too. */
import { DAY_MS } from './kernel/clock';

export const CONSULT_RULES = {
  consult: {
    /** Somebody said something: so long nobody else says that there is something to count… */
    noteMs: 30_000,
    /** … and it is counted so long after that; longer than `noteMs` and the time a call may take together. */
    countMs: 60_000,
    /** Voices and words that a count reads in one request. */
    pageRead: 500,
    /** Words whose number of backers is written side by side, people told side by side. */
    atOnce: 20,
    /** Every addition and every objection has an answer so long after it closed (issue 9; nobody waits without a day). */
    answerMs: 7 * DAY_MS,
    /** Else all staff of the community hear of it, and have so many working hours. */
    lateWorkingHours: 24,
    /** An objection is looked at within three working days of eight hours, as at a publicity (section 8). */
    lookWorkingHours: 24,
    /** What one person backs at most; bounds their document. */
    backs: 30,
    /** How often one may take something back and say it anew. */
    sayings: 3,
    /** A page shows so many words of each kind, and lists so many consultations. */
    wordsShown: 5,
    listed: 20,
    /** An addition that was adopted, wholly or in part (section 5: suggestion adopted). */
    adoptedQuantity: 1,
  },
} as const;
