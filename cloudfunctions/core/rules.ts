/**
 * Every number of RULES.md that this program obeys, by name, in one place. A community may override some of them
 * (`areas.<community>.rules`); nothing in code repeats a number.
 */
import { ACTIVITY_RULES } from './activity-rules';
import { CERTIFICATE_RULES } from './certificate-rules';
import { CALL_LIST_RULES } from './call-list-rules';
import { CONSULT_RULES } from './consult-rules';
import { DIRECTED_RULES } from './directed-rules';
import { DISCLOSURE_RULES } from './disclosure-rules';
import { FAVOUR_RULES } from './favour-rules';
import { GROUP_RULES } from './group-rules';
import { SHOP_RULES } from './shop-rules';
import { CONTRIBUTION_RULES } from './contribution-rules';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './kernel/clock';
import { LANE_RULES } from './lane-rules';
import { MESSAGE_RULES } from './message-rules';
import { MUTUAL_RULES } from './mutual-rules';
import { MATCH_RULES } from './match-rules';
import { MATCH_ROUND_RULES } from './match-round-rules';
import { MATCHING_RULES } from './matching-rules';
import { NEED_PROJECT_RULES } from './need-project-rules';
import { PLEDGE_RULES } from './pledge-rules';
import { RATING_RULES } from './rating-rules';
import { SERVICE_RULES } from './service-rules';
import { SPENDING_RULES } from './spending-rules';
import { SUPPLY_RULES } from './supply-rules';

export const RULES = {
  wish: {
    /** Section 1: review by the community within 24 working hours. */
    reviewWorkingHours: 24,
    /** Section 1: estimated value of a whole wish. */
    valueCapFen: 50_000,
    /** Section 1: open wishes of a household that neither staff posted nor are urgent. */
    openWishesPerHousehold: 3,
    /** A window may reach this far ahead, so that no wish stays open for ever. */
    windowMaxDays: 90,
    /** Section 1: a wish nobody claims for so long goes to a social worker. */
    unclaimedDays: 7,
    /** A wish holds at most so many claims over its life, ended ones included; bounds the document. */
    claimsPerWish: 88,
    /** Section 1: above the cap only for a person staff post for, and only after publicity; beyond this it is a project. */
    aboveCapMaxFen: 500_000,
  },
  publicity: {
    /** Section 8: five Chinese working days; the day it starts on does not count. */
    workingDays: 5,
    /** An objection is answered within three working days of eight hours. */
    answerWorkingHours: 24,
    /** A paper notice hangs by the end of the next working day. */
    postingWorkingHours: 8,
    /** Objections that wait at one time, and all that one publicity takes; bounds the document. */
    openObjections: 20,
    objections: 60,
    /** What ended stays on the board so long; a masked name is not shown for ever. */
    shownAfterEndMs: 30 * DAY_MS,
    /** No longer than its purpose needs (Personal Information Protection Law Art. 19): as long as the ledger that it led to. */
    keptAfterEndMs: 365 * DAY_MS,
  },
  difficulty: {
    /** Section 8: each stage in 24 working hours. */
    stageWorkingHours: 24,
    /** At least so many different people over the four checks, and so many who discuss. */
    checkers: 2,
    discussers: 3,
    /** Section 8: in the ledger for a year, counted in days. */
    ledgerDays: 365,
    /** Asked this long before whether it goes on. */
    renewalMs: 30 * DAY_MS,
    /** The first visit after somebody came into the ledger, and the farthest next one. */
    firstVisitDays: 30,
    visitMaxDays: 90,
    /** Personal Information Protection Law Art. 19: a year after it ended names, words and papers of a case go. */
    keptAfterEndMs: 365 * DAY_MS,
    /** Visits kept in the document. */
    visitsKept: 24,
  },
  rescue: {
    /** Staff clocks run in working hours (section 0); then the street is told that nobody chose. */
    chooseWorkingHours: 24,
  },
  referral: {
    /** Section 8: accept or decline within. */
    answerWorkingHours: 24,
    /** Section 8: at most two hops, then the owner is fixed. */
    hopsMax: 2,
    /** Whoever accepted says within so many days how it went; then they are asked, then the street. */
    reportDays: 30,
    /** A referral that came back and lies still is brought up again after so many days. */
    stuckDays: 7,
  },
  claim: {
    /** Section 1: to say how and when. */
    holdMs: 72 * HOUR_MS,
    /** Section 1: to deliver with proof, from the moment of the plan. */
    deliverMs: 7 * DAY_MS,
    /** After the last moment to deliver the hold is overdue; after this grace it is released by itself. */
    overdueGraceMs: 2 * DAY_MS,
    /** Issue 4: an action on many wishes decides within this, or is abandoned; nothing is only tried for longer. */
    tryMs: MINUTE_MS,
    /** Issue 4: an extension on request moves the last moment to deliver by so much. */
    extensionMs: 3 * DAY_MS,
    /** Issue 4: so many the giver takes by themselves; further ones only staff, up to so many in all. */
    extensionsByGiver: 1,
    extensionsAtAll: 3,
    /** Section 1: the recipient or a social worker confirms; then staff follow up. */
    confirmMs: 5 * DAY_MS,
    /** How long before a hold ends its giver is reminded. */
    reminderMs: 24 * HOUR_MS,
  },
  takeover: {
    /** Long enough to walk somebody through it at the counter. */
    codeMs: 30 * MINUTE_MS,
    /** As for every one-time code (section 1). */
    tries: 5,
    /** How long staff may undo a takeover by the wrong person. */
    undoMs: 7 * DAY_MS,
    /**
     * When the points on the paper's account become the person's: once nothing can be undone, and again for what was
     * still on its way (a claim lives a month, its points wait a week, a dispute may take longer).
     */
    carryMs: [8 * DAY_MS, 16 * DAY_MS, 30 * DAY_MS, 45 * DAY_MS, 60 * DAY_MS, 90 * DAY_MS],
  },
  helpBack: {
    /** Section 1, 受助者助人: so long after a wish came true. */
    afterMs: 14 * DAY_MS,
    /** And at most once in half a year a household. */
    pauseMs: 182 * DAY_MS,
    /** Small things that are shown, and how many near wishes they are chosen from. */
    suggestions: 3,
    lookedAt: 20,
    /** A small thing costs no more. */
    smallFen: 5_000,
  },
  unit: {
    /** Section 0: one contact; so many may stand in. */
    deputiesMax: 5,
    /** So many units one person is the contact of. */
    unitsPerContact: 5,
    /** Without a contact for so long a unit is closed by itself; its claims have ended by their own clocks long before. */
    contactlessMs: 60 * DAY_MS,
  },
  dispute: {
    /** Staff answer in working hours; then the street looks as well (section 8: staff clocks run in working hours). */
    workingHours: 24,
    /** After a confirmation something may still be said while its points wait, less an hour to take them back in. */
    afterConfirmMs: 7 * DAY_MS - HOUR_MS,
    /** Shares that go back on the wall find at least so much time. */
    reopenMs: 7 * DAY_MS,
    /** Opened and taken back so often about one claim, it is for the phone. */
    roundsPerClaim: 3,
    /** Disputes of one wish over its life; bounds the document. */
    perWish: 5,
  },
  handover: {
    /** Section 1: one-time code, 5 tries. */
    codeTries: 5,
    /** Long enough to hand it to whoever fetches the thing today. */
    codeMs: 24 * HOUR_MS,
  },
  lastLeg: {
    /** Issue 4: on the wall for so many days, to the end of the last; then a social worker calls. */
    takeDays: 3,
    /** Asked for so often for one claim, it is for the phone; bounds the document. */
    roundsPerClaim: 3,
  },
  contact: {
    /** Enough for a door that is hard to find; more is for the community to ask about. Bounds the document. */
    readingsPerSide: 6,
    /** Leaving it and putting a digit right, by both sides; bounds the document. */
    leavesPerClaim: 6,
  },
  points: {
    /** Section 5: delivery, flat whatever its value. */
    delivery: 5,
    /** Section 5: a careful rating. */
    carefulRating: 1,
    serviceHour: 10,
    meeting: 5,
    suggestion: 10,
    coPlanning: 10,
    /** Section 5: caps per person, day and month; diminishing between the same two people in a month. Where a community starts; it may set its own. */
    capPerDay: 100,
    capPerMonth: 1_000,
    pairInFull: 8,
    pairInHalf: 8,
    /** Section 5: pending until proof plus this. */
    pendingMs: 7 * DAY_MS,
    /** Section 5: whose points end is told so long before. */
    warnBeforeMs: [60 * DAY_MS, 14 * DAY_MS],
  },
  ...FAVOUR_RULES,
  gift: {
    /** Section 5: not fetched in 14 days, thing and points both come back. */
    fetchMs: 14 * DAY_MS,
    /** A thing kept for somebody whose reservation was never written is free again after this. */
    keptMs: 2 * MINUTE_MS,
    /** As for every one-time code (section 1). */
    codeTries: 5,
    /** The last word to fetch it, so long before. */
    reminderMs: 2 * DAY_MS,
    /** Our own: so often in one period a household may reserve a gift, those it gave back counted; nobody means more. Bounds what a reservation reads. */
    earlierMax: 20,
  },
  ledger: {
    /** Section 5: proved every night, from this time of the day in UTC+8, when few people are about. */
    proofFromMs: 2 * HOUR_MS,
    /** The folding writer has so much of a run of `jobs`. */
    foldMs: 15_000,
    /** The proof has so much of a look of `jobs`, of which a run has three; a slice that was begun is ended. */
    proveMs: 8_000,
    /** An account that is not what its transfers make it is looked at in one working day. */
    lookWorkingHours: 8,
  },
  ...RATING_RULES,
  safety: {
    /** Section 4: safety reports go to staff at once; they answer within half a working day (section 0: staff clocks run in working hours, the phone of the duty person is always shown), then the street has it as well. */
    answerWorkingHours: 4,
    /** One side of a claim reports so often, each time once the last was answered; then it is for the phone. */
    roundsPerSide: 3,
    /** Personal Information Protection Law Art. 19: a year after the answer the words go. */
    keptMs: 365 * DAY_MS,
  },
  giverNote: {
    /** Section 4, 没人在: somebody looks within a working day; who did not open may need help. Then the street is told. */
    followUpWorkingHours: 8,
    /** Personal Information Protection Law Art. 19: a year later the words go. */
    keptMs: 365 * DAY_MS,
  },
  thanks: {
    /** Whoever said thanks is asked for so long whether the neighbours may read it; then it stays private. */
    askMs: 14 * DAY_MS,
    /** Staff listen to a recording within so many working hours (section 8: staff clocks run in working hours). */
    hearWorkingHours: 24,
    /** A recording that was not passed on is kept so long for whoever spoke, then erased. */
    refusedVoiceKeptMs: 30 * DAY_MS,
  },
  media: {
    /** Section 9: without an answer for so long a person looks. */
    answerMs: 30 * MINUTE_MS,
    /** A photo in doubt hides what was told in public: looked at by the next working day. */
    lookWorkingHours: 8,
    /** Life of a picture link. */
    linkSeconds: 7_200,
  },
  round: {
    /** A themed round stays readable and its document small. */
    wishesMax: 300,
    /** What a hall reads every two seconds. */
    onSiteWishesMax: 100,
    daysMax: 60,
    /** An on-site event is one day's. */
    onSiteHoursMax: 14,
    /** After its end the report is made again every day until all claims ended, at most for so long. */
    reportDays: 30,
    /** Wishes folded into a report, or let go by a cancelled round, in one step. */
    foldWishes: 50,
    releaseWishes: 20,
    /** Distinct givers counted exactly; beyond, the report says "at least". */
    giversCounted: 3_000,
    /** Shops and units thanked by name in a report. */
    namesThanked: 60,
    /** Section 8: figures about people are never told below this. */
    peopleMin: 5,
  },
  ...CONTRIBUTION_RULES,
  ...ACTIVITY_RULES,
  ...SERVICE_RULES,
  ...CERTIFICATE_RULES,
  ...PLEDGE_RULES,
  ...MATCH_RULES,
  ...MATCHING_RULES,
  ...MATCH_ROUND_RULES,
  ...MUTUAL_RULES,
  ...DIRECTED_RULES,
  ...DISCLOSURE_RULES,
  ...SPENDING_RULES,
  ...NEED_PROJECT_RULES,
  ...CALL_LIST_RULES,
  ...CONSULT_RULES,
  ...GROUP_RULES,
  ...SHOP_RULES,
  ...SUPPLY_RULES,
  ...LANE_RULES,
  ...MESSAGE_RULES,
  map: {
    /** Wishes one look at the map reads; beyond, it says "100 多个". */
    wishesRead: 100,
  },
  /** Per person and hour, on everything that costs quota. */
  ratePerHour: { contentCheck: 40, upload: 60, code: 20, certificate: 6, verify: 30 },
  /** Calls of somebody who has not joined that cost quota or guess at a secret: joining, the first administrator's secret. */
  visitorCallsPerHour: 20,
  jobs: {
    /** One due aggregate a slot; so many slots run side by side. */
    parallel: 20,
    /** One run stops taking new work after this, before its function's timeout. */
    runMs: 45_000,
    /** A run's lease; another run takes over when it was killed. */
    leaseMs: 55_000,
  },
  /** Days a week and hours of a day in which staff clocks run, UTC+8, working days of the State Council's calendar. */
  workingHours: [
    { fromMinute: 9 * 60, toMinute: 12 * 60 },
    { fromMinute: 13 * 60, toMinute: 18 * 60 },
  ],
  walk: {
    /** Metres a minute on foot; walks are told in steps of this many minutes. */
    metersPerMinute: 70,
    stepMinutes: 5,
  },
} as const;
