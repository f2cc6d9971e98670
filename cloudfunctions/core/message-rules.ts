/** The numbers of subscription messages (RULES.md section 9, issue 9 point 6); part of `RULES`. */
import { DAY_MS, MINUTE_MS } from './kernel/clock';

export const MESSAGE_RULES = {
  message: {
    /** Quiet hours: what can wait is sent by day only, on the clock of UTC+8. */
    dayHours: { from: 8, until: 21 },
    /** More grants than a person could ever use up; keeps a count that nobody can inflate for ever. */
    grantsMax: 50,
    /** Whoever said no to a kind of message is not asked for it again at their taps for so long; they may always ask for it themselves. */
    askAgainMs: 30 * DAY_MS,
    /** Lines kept of what was granted and used; bounds the member's document. */
    grantLines: 60,
    /** Of a kind that waited over one night, so many become one message. */
    digestMax: 100,
    /** A part of a message that was not sent is looked at again after so long: longer than a run of the timer lasts. */
    partLooksMs: 10 * MINUTE_MS,
  },
} as const;
