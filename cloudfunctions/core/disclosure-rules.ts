/** The numbers of telling in public what became of a campaign or a gift (RULES.md section 2); part of `RULES`. */
import { DAY_MS } from './kernel/clock';

export const DISCLOSURE_RULES = {
  disclosure: {
    /** Section 2: told every three months beyond six, the whole within three months of the end, warned seven days ahead. */
    firstMonths: 6,
    everyMonths: 3,
    finalWithinMonths: 3,
    warnAheadMs: 7 * DAY_MS,
    /** Of one campaign or gift; bounds its document. */
    max: 40,
    /** Staff hours to ask for a report that is overdue. */
    overdueWorkingHours: 16,
  },
} as const;
