/** The numbers of activities, shifts and teams (RULES.md section 3); part of `RULES`, in a file of their own for their length. */
import { DAY_MS, HOUR_MS, MINUTE_MS } from './kernel/clock';
import { TEAM_RULES } from './team-rules';

export const ACTIVITY_RULES = {
  ...TEAM_RULES,
  activity: {
    /** Section 8: staff clocks run in working hours; a draft handed in is looked at within. */
    reviewWorkingHours: 24,
    /** Times of one activity over its life; bounds its document and what publishing tells. */
    shiftsMax: 48,
    /** Ends by itself so long after its last shift: until then times may be added. */
    endAfterMs: 14 * DAY_MS,
    /** A draft nobody goes on with is put away. */
    draftKeptMs: 60 * DAY_MS,
    /** Rows of the home, and dates on a page. */
    datesShown: 24,
    similarShown: 3,
    similarRead: 40,
  },
  shift: {
    /** One shift is one stretch of a day; planned a year ahead at most. */
    durationMaxMs: DAY_MS,
    aheadMaxMs: 366 * DAY_MS,
    /** Section 3: people on the waitlist for each seat. */
    waitingPerSeat: 2,
    /** Section 3: an offered place stands a day, or two hours when the shift begins within a day. */
    offerMs: 24 * HOUR_MS,
    shortOfferMs: 2 * HOUR_MS,
    shortOfferWithinMs: 24 * HOUR_MS,
    /** Section 3: cancelling less than a day ahead is late. */
    lateMs: 24 * HOUR_MS,
    /** Section 3: so many times not come in so many days, and the lead is asked first. */
    noShowsMax: 3,
    noShowsMs: 90 * DAY_MS,
    /** A lead who says nothing for so long has said yes. */
    askedMs: 24 * HOUR_MS,
    /** Signing up and leaving again, so often a person; and so many sign-ups beyond seats and waitlist. Bounds the document. */
    signUpsPerPerson: 3,
    extraSignUps: 100,
    /** Names as the roster keeps them; bounds the document. */
    nameCharacters: 12,
    /** Sign-ups of one person that are looked at for clashes and absences. */
    ownRead: 200,
    /** Section 3: reminders a day and two hours before. */
    dayBeforeMs: 24 * HOUR_MS,
    soonMs: 2 * HOUR_MS,
    /** People told in one step. */
    toldAtOnce: 20,
    /** Section 3: with minors two grown-ups. */
    adultsWithMinors: 2,
    /** A check-in code opens an hour before, and changes every ten minutes, so that a photographed one is soon old. */
    checkInBeforeMs: HOUR_MS,
    checkInCodeMs: 10 * MINUTE_MS,
    /** Actual times: setting up before, clearing away after. */
    earlyMs: 2 * HOUR_MS,
    overtimeMs: 4 * HOUR_MS,
    /** The lead confirms the roster within three days; then staff ask, in working hours, and find a lead where there is none. */
    rosterMs: 72 * HOUR_MS,
    leadWorkingHours: 8,
    /** Section 3: asked first; unanswered for three days it counts, and may be appealed for some weeks. Staff answer in working hours. */
    absenceMs: 72 * HOUR_MS,
    appealMs: 30 * DAY_MS,
    appealWorkingHours: 24,
    /** How long the question when somebody left stands on the first page. */
    sayEndDays: 7,
    /** Numbers are read when the shift is near. */
    callListMs: 2 * DAY_MS,
    /** Names on a shift's page. */
    peopleShown: 12,
  },
} as const;
