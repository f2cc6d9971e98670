/** The numbers of service hours (RULES.md section 3; 民政部令第 67 号《志愿服务记录与证明出具办法》); part of `RULES`. */
import { DAY_MS } from './kernel/clock';

export const SERVICE_RULES = {
  service: {
    /** Section 3: at most eight hours a day. */
    minutesADayMax: 480,
    /** One record is one stretch of service; setting up and clearing away with it. */
    durationMaxMs: DAY_MS,
    /** Section 3: back entry needs a reason and a second person; so far back. */
    backDays: 30,
    /** The second person answers within; then the entry lapses. */
    secondMs: 7 * DAY_MS,
    /** Bounds of one document: corrections, and how often a person says that it is wrong. */
    changesMax: 12,
    asksMax: 3,
    /** A correction puts times right; another day is another record. */
    moveMaxMs: DAY_MS,
    /** Section 8: staff clocks run in working hours. */
    askWorkingHours: 24,
    clashWorkingHours: 24,
    /** Days that one year's sum reads. */
    daysOfYear: 366,
    /** A piece of a month: rows that one query returns, and bytes well under the 1 MB a function may answer. */
    exportRows: 1_000,
    exportBytes: 600_000,
    /** "Mass entry and always-the-same-pair shown to staff": of so many days, so many records of a community, the newest first. */
    oddityMs: 60 * DAY_MS,
    oddityRows: 1_000,
    /** In one day by one hand: more than the largest usual roster. */
    massRecords: 60,
    massMinutes: 100 * 60,
    /** Back entries by one hand, or of one person. */
    backEntriesMax: 5,
    /** The same two, and at least this part of what that hand recorded. */
    pairRecords: 8,
    secondRecords: 4,
    pairShare: 0.5,
    ownRecords: 8,
  },
} as const;
