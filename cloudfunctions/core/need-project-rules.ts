/** The numbers of bundling needs into projects (RULES.md section 6); part of `RULES`. Sizes are in the contract's limits: forms keep them too. */
import { DAY_MS } from './kernel/clock';

export const NEED_PROJECT_RULES = {
  needPlan: {
    /** One bundling holds so many needs, read so many at a time; bounds its document. Beyond, the page says that there are more. */
    needsRead: 2_000,
    pageRead: 500,
    /** Projects at work whose needs are not bundled again; more than any community runs. */
    projectsRead: 500,
    /** Needs of one bundle, or of none, that a page shows. */
    needsShown: 200,
    /** Nobody went on with a draft: whoever began it is asked, then it is put away. What it says grows old. */
    askMs: 7 * DAY_MS,
    keptMs: 30 * DAY_MS,
  },
  needProject: {
    /** The plan that was made from the needs is gone over within so long. */
    planMs: 14 * DAY_MS,
    /** A planned one begins at most so long after its first day. */
    startGraceMs: 3 * DAY_MS,
    /** A running one is brought to its end within so long after its last week. */
    endGraceMs: 7 * DAY_MS,
    /** Nothing happened so long after its owner was asked: then all staff of the community hear of it. */
    lateMs: 7 * DAY_MS,
    /** And have so many working hours. */
    lateWorkingHours: 24,
    /** What became of its needs is counted anew so often. */
    countMs: DAY_MS,
    /** Offers that a page suggests as partners. */
    partnersShown: 12,
  },
} as const;
