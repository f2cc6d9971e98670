/** The numbers of lanes; part of `RULES`. */
import { HOUR_MS } from './kernel/clock';

export const LANE_RULES = {
  lane: {
    /** Lines of history a lane's document keeps; older ones stay in the audit log. */
    historyMax: 40,
    /** So many are told on one page that a lane was shut. */
    toldAtOnce: 50,
    /** Section 8: a record that waits is looked at by the second person in working hours. */
    secondLookMs: 16 * HOUR_MS,
  },
} as const;
