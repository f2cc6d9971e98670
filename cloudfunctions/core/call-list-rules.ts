/** The numbers of the call list of staff (RULES.md section 9, issue 9 point 6); part of `RULES`. */
import { DAY_MS } from './kernel/clock';

export const CALL_LIST_RULES = {
  callList: {
    /** What asks something of a person and was not read for so long, and which no message told them of, is said by telephone. */
    afterMs: DAY_MS,
    /** Of one person so many open lines are looked at, the most pressing first, and so many of them stand in their row; bounds the row and its reads. */
    linesRead: 20,
    lines: 5,
    /** Not reached, or asked to be called later: the row comes back on the next day at this hour of UTC+8. */
    againHour: 9,
    /** So often in a row nobody answered: the row says that somebody may go there. */
    goThereAfter: 3,
    /** Rows are compared anew with their lines so often, for what a kill left behind. */
    lookAgainMs: DAY_MS,
    /** Operation ids a row remembers. */
    steps: 10,
  },
} as const;
