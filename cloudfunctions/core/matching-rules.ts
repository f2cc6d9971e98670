/** The numbers of matching what is offered with what is needed (RULES.md section 6); part of `RULES`. Matching *gifts* are in match-rules.ts. */
import { DAY_MS } from './kernel/clock';

export const MATCHING_RULES = {
  matching: {
    /** What each term of suitability weighs; together 10,000, so that a score is a whole number of ten-thousandths. The kind of help first, then what decides whether it comes off at all. */
    weights: { fit: 3_000, distance: 1_500, record: 1_300, times: 1_200, capacity: 800, urgency: 800, waiting: 800, fairness: 600 },
    /** Kinds of help that are near each other: who repairs often also knows how; nothing else comes in place of another. */
    nearCategories: { skill: ['repair', 'study'], repair: ['skill'], study: ['skill'], service: ['companionship'], companionship: ['service'], goods: [] },
    nearFit: 0.5,
    /** So much of a fit is the skills that are asked for, where any are. */
    skillPart: 0.4,
    /**
     * What the program puts before somebody by itself, who might help a wish (and which wishes are gaps) and suggestions between
     * rounds, fits at least so well. The same kind of help always does (0.6 without a skill that is asked for); a near kind
     * only where it lacks no skill that is asked for (0.5), so that nobody who teaches telephones is named for a lamp (0.3).
     */
    fitFloor: 0.4,
    /** Up to so near is as good as next door, from so far on it counts for nothing (an hour and more on foot). Unknown: between. */
    nearMeters: 300,
    farMeters: 5_000,
    unknownDistance: 0.5,
    /** Free at so many times of the week it is wanted at is free enough. */
    enoughSlots: 4,
    /** A newcomer counts as having kept this share of as many promises: neither buried under those who gave often, nor put before them. */
    recordPrior: { kept: 0.8, weight: 5 },
    /** What is not urgent. Waiting counts in full after so many days (section 6: those who waited longest gain). */
    normalUrgency: 0.4,
    waitingDays: 30,
    /** Helped so often lately, fairness has no more to add; where nobody knows, between. */
    helpedEnough: 3,
    unknownFairness: 0.5,
    /** One line of why names so many reasons. */
    reasons: 3,
    /** Section 6: what a person is sent unasked in a week, suggestions and rounds together. */
    pushesPerWeek: 2,
    /** Each open offer is looked at so often for a wish that waits, between rounds; nobody is sent one in the evening or at night. */
    suggestMs: 7 * DAY_MS,
    suggestHours: { from: 9, until: 20 },
    /** How long it is kept what somebody was sent. */
    pushWeekKeptMs: 35 * DAY_MS,
  },
} as const;
