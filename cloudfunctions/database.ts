import { GROUP_COLLECTIONS } from './group-collections';
import { SHOP_COLLECTIONS } from './shop-collections';
import { MATCHING_COLLECTIONS } from './matching-collections';
import { MONEY_COLLECTIONS } from './money-collections';

/**
 * Every collection the program uses, with its indexes and its security rule. One declaration for the deployment, the
 * local cloud and the tests: a query that no index here serves is refused locally, before it can be slow in production.
 */

/** 1 ascending, -1 descending, '2dsphere' for places. A key is a field path; at most one array field stands in an index. */
export type IndexKey = readonly [field: string, direction: 1 | -1 | '2dsphere'];

export interface IndexDeclaration {
  /** Name as it appears in the console of the cloud database and in refusals of the local cloud. */
  readonly name: string;
  readonly keys: readonly IndexKey[];
  /** A missing field counts as null, so two documents without the field collide (MongoDB semantics). */
  readonly unique?: boolean;
}

export interface CollectionDeclaration {
  readonly name: string;
  readonly purpose: string;
  /** Beyond the index on `_id`, which every collection has. */
  readonly indexes: readonly IndexDeclaration[];
}

/** Clients never touch the database: everything goes through the functions, which are not bound by these rules. */
export const SECURITY_RULE = { read: false, write: false } as const;

const wakeIndex: IndexDeclaration = { name: 'wake', keys: [['wakeAtMs', 1]] };

export const COLLECTIONS = [
  {
    name: 'areas',
    purpose: 'The area tree: district, street, community, grid.',
    indexes: [
      { name: 'children', keys: [['parentId', 1], ['order', 1]] },
      { name: 'subtree', keys: [['areaIds', 1], ['level', 1], ['order', 1]] },
    ],
  },
  {
    name: 'members',
    purpose: 'One document a person: community, roles scoped to a node, grants of messages, rate windows.',
    indexes: [
      { name: 'code', keys: [['code', 1]], unique: true },
      { name: 'roleHolders', keys: [['roleAreaIds', 1], ['_id', 1]] },
      { name: 'teams', keys: [['teamIds', 1]] },
      wakeIndex,
    ],
  },
  {
    name: 'wishes',
    purpose: 'The aggregate of a wish with its claims, photos and outbox.',
    indexes: [
      { name: 'wallNear', keys: [['areaIds', 1], ['wallState', 1], ['communityId', 1], ['windowEndMs', 1], ['_id', 1]] },
      { name: 'wallNearCategory', keys: [['areaIds', 1], ['wallState', 1], ['category', 1], ['communityId', 1], ['windowEndMs', 1], ['_id', 1]] },
      { name: 'wallNew', keys: [['areaIds', 1], ['wallState', 1], ['publishedAtMs', -1], ['_id', -1]] },
      { name: 'wallNewCategory', keys: [['areaIds', 1], ['wallState', 1], ['category', 1], ['publishedAtMs', -1], ['_id', -1]] },
      { name: 'wallSoon', keys: [['areaIds', 1], ['wallState', 1], ['windowEndMs', 1], ['_id', 1]] },
      { name: 'wallSoonCategory', keys: [['areaIds', 1], ['wallState', 1], ['category', 1], ['windowEndMs', 1], ['_id', 1]] },
      { name: 'wallUrgent', keys: [['areaIds', 1], ['wallState', 1], ['urgency', 1], ['windowEndMs', 1], ['_id', 1]] },
      { name: 'wallUrgentCategory', keys: [['areaIds', 1], ['wallState', 1], ['urgency', 1], ['category', 1], ['windowEndMs', 1], ['_id', 1]] },
      { name: 'search', keys: [['searchTokens', 1], ['wallState', 1], ['publishedAtMs', -1], ['_id', -1]] },
      { name: 'mine', keys: [['recipientIds', 1], ['createdAtMs', -1], ['_id', -1]] },
      { name: 'done', keys: [['communityId', 1], ['completedAtMs', -1]] },
      { name: 'helped', keys: [['householdId', 1], ['completedAtMs', -1], ['_id', -1]] },
      { name: 'round', keys: [['roundId', 1], ['wallState', 1], ['windowEndMs', 1], ['_id', 1]] },
      { name: 'referrals', keys: [['referralAreaIds', 1], ['referralDueAtMs', 1], ['_id', 1]] },
      { name: 'bundled', keys: [['communityId', 1], ['state', 1], ['category', 1], ['_id', 1]] },
      { name: 'household', keys: [['householdId', 1], ['isLive', 1], ['createdAtMs', -1]] },
      wakeIndex,
    ],
  },
  {
    name: 'claims',
    purpose: 'Read model: one document a claim, for the giver\'s own list. Written by the events of wishes.',
    indexes: [
      { name: 'mine', keys: [['claimerId', 1], ['isOpen', 1], ['updatedAtMs', -1], ['_id', -1]] },
      { name: 'round', keys: [['roundId', 1], ['heldAtMs', -1], ['_id', -1]] },
      { name: 'station', keys: [['communityId', 1], ['stationState', 1], ['updatedAtMs', -1], ['_id', -1]] },
    ],
  },
  {
    name: 'claimBatches',
    purpose: 'One document an action on many wishes: decides once what becomes of its tentative holds, and remembers the answer.',
    indexes: [wakeIndex],
  },
  {
    name: 'units',
    purpose: 'Groups of people that give under one name: their contact, deputies and outbox.',
    indexes: [{ name: 'people', keys: [['memberIds', 1], ['createdAtMs', 1]] }, { name: 'code', keys: [['joinCode', 1]], unique: true }, wakeIndex],
  },
  ...GROUP_COLLECTIONS,
  ...SHOP_COLLECTIONS,
  ...MATCHING_COLLECTIONS,
  {
    name: 'rounds',
    purpose: 'The aggregate of a themed round or an on-site event: its wishes, its clocks, its report.',
    indexes: [{ name: 'street', keys: [['streetId', 1], ['state', 1], ['endsAtMs', -1], ['_id', -1]] }, wakeIndex],
  },
  {
    name: 'teams',
    purpose: 'The aggregate of a team: who leads it, who is in, who asked, who was invited; of a help team also for whom.',
    indexes: [
      { name: 'people', keys: [['peopleIds', 1], ['createdAtMs', 1]] },
      { name: 'listed', keys: [['listedIn', 1], ['state', 1], ['createdAtMs', -1], ['_id', -1]] },
      { name: 'code', keys: [['joinCode', 1]], unique: true },
      { name: 'helped', keys: [['helpedId', 1]] },
      wakeIndex,
    ],
  },
  ...MONEY_COLLECTIONS,
  {
    name: 'activities',
    purpose: 'The aggregate of an activity: its words, its check by staff, which shifts it has.',
    indexes: [
      { name: 'mine', keys: [['organiserId', 1], ['state', 1], ['updatedAtMs', -1], ['_id', -1]] },
      { name: 'queue', keys: [['areaIds', 1], ['state', 1], ['submittedAtMs', 1], ['_id', 1]] },
      wakeIndex,
    ],
  },
  {
    name: 'shifts',
    purpose: 'The aggregate of one time of an activity: seats, sign-ups, waitlist, roster, clocks.',
    indexes: [
      { name: 'calendar', keys: [['shownIn', 1], ['state', 1], ['startsAtMs', 1], ['_id', 1]] },
      { name: 'calendarKind', keys: [['shownIn', 1], ['state', 1], ['kind', 1], ['startsAtMs', 1], ['_id', 1]] },
      { name: 'activity', keys: [['activityId', 1], ['startsAtMs', 1], ['_id', 1]] },
      { name: 'lead', keys: [['leadId', 1], ['state', 1], ['startsAtMs', 1], ['_id', 1]] },
      { name: 'team', keys: [['teamId', 1], ['state', 1], ['startsAtMs', 1], ['_id', 1]] },
      wakeIndex,
    ],
  },
  {
    name: 'signUps',
    purpose: 'Read model: one document a sign-up, for the person\'s schedule and what clashes with it. Written by the events of shifts.',
    indexes: [
      { name: 'schedule', keys: [['memberId', 1], ['isActive', 1], ['startsAtMs', 1], ['_id', 1]] },
      { name: 'lately', keys: [['memberId', 1], ['endsAtMs', 1]] },
      { name: 'shift', keys: [['shiftId', 1], ['_id', 1]] },
    ],
  },
  {
    name: 'serviceRecords',
    purpose: 'The aggregate of one person\'s service at one time: from when to when, who recorded it, what counts, corrections.',
    indexes: [
      { name: 'mine', keys: [['memberId', 1], ['fromMs', -1], ['_id', -1]] },
      { name: 'shift', keys: [['shiftId', 1], ['fromMs', -1], ['_id', -1]] },
      { name: 'second', keys: [['secondId', 1], ['state', 1], ['fromMs', -1], ['_id', -1]] },
      { name: 'area', keys: [['areaIds', 1], ['state', 1], ['fromMs', -1], ['_id', -1]] },
      { name: 'community', keys: [['communityId', 1], ['recordedAtMs', -1], ['_id', -1]] },
      // Who leaves takes their name along, also where they recorded or changed.
      { name: 'changedBy', keys: [['changerIds', 1], ['_id', 1]] },
      { name: 'recordedBy', keys: [['recordedById', 1], ['_id', 1]] },
      // What is certified: the days of one person.
      { name: 'certified', keys: [['memberId', 1], ['state', 1], ['day', -1]] },
      wakeIndex,
    ],
  },
  {
    name: 'serviceDays',
    purpose: 'What counts of one person on one day: a span a record, so that a day holds at most eight hours and nothing twice.',
    indexes: [{ name: 'person', keys: [['memberId', 1], ['day', 1]] }],
  },
  {
    name: 'certificates',
    purpose: 'The aggregate of a certificate: what an organiser\'s own records of one person added up to when it was issued, and whether it was revoked.',
    indexes: [
      { name: 'mine', keys: [['memberId', 1], ['issuedAtMs', -1], ['_id', -1]] },
      { name: 'number', keys: [['number', 1]], unique: true },
      // The same facts are certified once.
      { name: 'facts', keys: [['factsKey', 1]], unique: true },
      { name: 'skills', keys: [['memberId', 1], ['kind', 1], ['state', 1]] },
      wakeIndex,
    ],
  },
  { name: 'roundCodes', purpose: 'Which on-site event a screen code opens; the code is the id.', indexes: [] },
  {
    name: 'tasks',
    purpose: 'Read model: what staff must do, sorted by the time left. Written by events.',
    indexes: [
      { name: 'queue', keys: [['areaIds', 1], ['state', 1], ['rank', 1], ['dueAtMs', 1], ['_id', 1]] },
      // Who leaves takes their name along.
      { name: 'wish', keys: [['wishId', 1]] },
      { name: 'subject', keys: [['subjectId', 1]] },
    ],
  },
  {
    name: 'notices',
    purpose: 'The inbox of a person. Written by events.',
    indexes: [
      { name: 'inbox', keys: [['memberId', 1], ['place', -1]] },
      { name: 'unread', keys: [['memberId', 1], ['readAtMs', 1]] },
      { name: 'todos', keys: [['memberId', 1], ['todoState', 1], ['todoDueAtMs', 1], ['_id', 1]] },
      // Who leaves takes their name out of what others were told.
      { name: 'wish', keys: [['target.wishId', 1]] },
      { name: 'subject', keys: [['target.subjectId', 1]] },
      wakeIndex,
    ],
  },
  {
    name: 'callees',
    purpose: 'Read model: people whom no message reached and for whom something waits, as staff call them; made from their inbox, with what came of the calls.',
    indexes: [{ name: 'list', keys: [['areaIds', 1], ['state', 1], ['place', 1]] }, wakeIndex],
  },
  {
    name: 'benefits',
    purpose: 'The list of benefits that staff keep, compared with wishes before they go out.',
    indexes: [{ name: 'place', keys: [['areaId', 1], ['isActive', 1], ['name', 1]] }],
  },
  { name: 'reviewReasons', purpose: 'Sentences a community\'s reviewers saved; one document a community.', indexes: [] },
  {
    name: 'messages',
    purpose: 'One document a subscription message: at most once each; what waits for the morning keeps its words so long.',
    indexes: [{ name: 'waiting', keys: [['memberId', 1], ['state', 1], ['template', 1], ['wakeAtMs', 1]] }, { name: 'moment', keys: [['memberId', 1], ['atMs', 1]] }, { name: 'wish', keys: [['held.target.wishId', 1]] }, { name: 'subject', keys: [['held.target.subjectId', 1]] }, wakeIndex],
  },
  {
    name: 'media',
    purpose: 'One document an uploaded file: who owns it, where it is used, what the content check said.',
    indexes: [{ name: 'trace', keys: [['traceId', 1]] }, /** Who leaves takes their files along. */ { name: 'owner', keys: [['ownerId', 1]] }, wakeIndex],
  },
  { name: 'mediaResults', purpose: 'Results of mediaCheckAsync as they arrived, by trace id: a result may come before its file is known.', indexes: [] },
  {
    name: 'quotas',
    purpose: 'Limits that reach across documents, as dated reservations: open wishes of a household.',
    indexes: [wakeIndex],
  },
  {
    name: 'ratings',
    purpose: 'One document a rater and subject.',
    indexes: [
      { name: 'rater', keys: [['raterId', 1], ['createdAtMs', -1], ['_id', -1]] },
      // Who leaves takes along the voice and the photo they sent, also where they rated for somebody else.
      { name: 'recordedBy', keys: [['recordedBy', 1]] },
      wakeIndex,
    ],
  },
  {
    name: 'ratingSums',
    purpose: 'What people think of one party: a line of each rating, without its words. Written by the events of ratings.',
    indexes: [{ name: 'party', keys: [['partyId', 1], ['_id', 1]] }, { name: 'thanked', keys: [['communityId', 1], ['isPraised', 1], ['praisedLower', -1], ['_id', 1]] }, wakeIndex],
  },
  {
    name: 'rectifications',
    purpose: 'The aggregate of an order to put something right after a rate of low ratings: answers, objection, re-check, end.',
    indexes: [
      { name: 'place', keys: [['areaIds', 1], ['isOpen', 1], ['orderedAtMs', -1], ['_id', -1]] },
      // Who leaves takes their name along.
      { name: 'party', keys: [['partyId', 1]] },
      wakeIndex,
    ],
  },
  { name: 'ratingPrints', purpose: 'Fingerprints of the last sentences of ratings, never the sentences; one document a community and one a rater.', indexes: [] },
  {
    name: 'safetyReports',
    purpose: 'What either side of a claim says is not safe, with the answer of staff; the other side never has it.',
    // For whoever asks what is kept about them.
    indexes: [{ name: 'reportedBy', keys: [['reportedById', 1], ['createdAtMs', -1], ['_id', -1]] }, wakeIndex],
  },
  {
    name: 'giverNotes',
    purpose: 'What a giver tells the social worker after a delivery, one a claim; never for the recipient.',
    indexes: [{ name: 'wish', keys: [['wishId', 1], ['createdAtMs', -1], ['_id', -1]] }, { name: 'leftBy', keys: [['leftById', 1], ['createdAtMs', -1], ['_id', -1]] }, wakeIndex],
  },
  {
    name: 'thanks',
    purpose: 'Words of thanks for confirmed claims, private to the giver; on the wall exactly while both sides want it.',
    indexes: [
      { name: 'mine', keys: [['partyIds', 1], ['saidAtMs', -1], ['_id', -1]] },
      { name: 'wall', keys: [['communityId', 1], ['isOnWall', 1], ['shownAtMs', -1], ['_id', -1]] },
      // On the page of a shop, what was said to it.
      { name: 'ofGiver', keys: [['giverIds', 1], ['communityId', 1], ['isOnWall', 1], ['shownAtMs', -1], ['_id', -1]] },
      // Who leaves takes along what they said, also where they spoke for somebody else.
      { name: 'saidBy', keys: [['saidById', 1]] },
      wakeIndex,
    ],
  },
  {
    name: 'thanksNames',
    purpose: 'Who wants to be named on the monthly page of thanks, and how; the id is the person. The page asks here each time, so a no counts at once.',
    indexes: [{ name: 'shown', keys: [['communityId', 1], ['shows', 1], ['name', 1], ['_id', 1]] }],
  },
  {
    name: 'transfers',
    purpose: 'The ledger: immutable transfers, one insert each, the id is the cause.',
    indexes: [
      // Resolutions carry their pending transfer's id, so a person's list takes those without one.
      { name: 'account', keys: [['accounts', 1], ['pendingId', 1], ['place', -1]] },
      // For the nightly proof: every line of one account, counted or page by page.
      { name: 'proof', keys: [['accounts', 1], ['asset', 1], ['place', 1]] },
    ],
  },
  { name: 'accounts', purpose: 'Balance of a person\'s own account, changed in the same transaction as the transfer.', indexes: [wakeIndex] },
  {
    name: 'ruleVersions',
    purpose: 'What a community gives points for: each change a version that begins on a later day; only added.',
    indexes: [{ name: 'inForce', keys: [['communityId', 1], ['fromMs', -1], ['number', -1]] }],
  },
  {
    name: 'earningMonths',
    purpose: 'What a person earned in a month: each cause once with what it brought, so that caps hold.',
    indexes: [{ name: 'month', keys: [['communityId', 1], ['month', 1], ['_id', 1]] }],
  },
  {
    name: 'gifts',
    purpose: 'Small things for points, with what is left of them and who has one kept.',
    indexes: [
      { name: 'open', keys: [['communityId', 1], ['state', 1], ['points', 1], ['_id', 1]] },
      { name: 'offerer', keys: [['offererId', 1], ['createdAtMs', -1], ['_id', -1]] },
      wakeIndex,
    ],
  },
  {
    name: 'needHours',
    purpose: 'Which activity gives a campaign its hours: its shifts are counted from time to time.',
    indexes: [wakeIndex],
  },
  {
    name: 'redemptions',
    purpose: 'The aggregate of one reserved gift: points held, code, fetched or given back.',
    indexes: [
      { name: 'mine', keys: [['takerId', 1], ['reservedAtMs', -1], ['_id', -1]] },
      { name: 'household', keys: [['limitKey', 1], ['reservedAtMs', -1]] },
      { name: 'waiting', keys: [['offererId', 1], ['state', 1], ['fetchByMs', 1], ['_id', 1]] },
      wakeIndex,
    ],
  },
  { name: 'payAccounts', purpose: 'Sub-merchants that ever received something for a community; the id is both.', indexes: [] },
  { name: 'postings', purpose: 'Sides of transfers that wait to be folded into a shared account; written with the transfer, removed once folded.', indexes: [{ name: 'book', keys: [['book', 1], ['_id', 1]] }] },
  { name: 'sharedAccounts', purpose: 'Shared accounts as far as they are folded: what a community issued, what was redeemed, what ended.', indexes: [{ name: 'folded', keys: [['foldedAtMs', 1]] }] },
  { name: 'folds', purpose: 'What each fold took into a shared account; never changed.', indexes: [] },
  { name: 'proofs', purpose: 'The nightly proofs of the ledger: what was gone through, what was found; the id is the day.', indexes: [wakeIndex] },
  {
    name: 'pendingTransfers',
    purpose: 'The clock of each pending transfer; removed in the transaction that resolves it.',
    indexes: [wakeIndex, { name: 'account', keys: [['account', 1], ['wakeAtMs', 1]] }, { name: 'held', keys: [['account', 1], ['heldById', 1]] }],
  },
  { name: 'favourReports', purpose: 'Pairs and small circles that mostly confirm each other, as of last night; one document a community.', indexes: [{ name: 'lookPeople', keys: [['lookPeopleIds', 1]] }] },
  { name: 'favourNights', purpose: 'Which communities a night\'s report of mutual favours has gone through; the id is the day.', indexes: [wakeIndex] },
  {
    name: 'pointFreezes',
    purpose: 'The aggregate of points held for some days: the circle as it was reported, the reason, appeals, how it ended.',
    indexes: [
      { name: 'open', keys: [['communityId', 1], ['state', 1], ['frozenAtMs', -1], ['_id', -1]] },
      { name: 'people', keys: [['memberIds', 1], ['frozenAtMs', -1], ['_id', -1]] },
      wakeIndex,
    ],
  },
  { name: 'pointHolds', purpose: 'Whose points are held now and by whom they must have come; the id is the person.', indexes: [] },
  { name: 'helpBacks', purpose: 'When a household was last invited, privately, to help others; and who does not want to be.', indexes: [] },
  {
    name: 'persons',
    purpose: 'People without WeChat for whom staff act: sealed name, number and address, found by a keyed hash of the number.',
    indexes: [
      { name: 'phone', keys: [['phoneKey', 1], ['_id', 1]] },
      { name: 'area', keys: [['areaIds', 1], ['createdAtMs', -1], ['_id', -1]] },
      { name: 'takeover', keys: [['takeoverHandle', 1]] },
      wakeIndex,
    ],
  },
  { name: 'audit', purpose: 'Who read or changed what, and why. Append-only.', indexes: [{ name: 'area', keys: [['areaIds', 1], ['atMs', -1]] }] },
  {
    name: 'publicities',
    purpose: 'What is shown to the neighbourhood before it counts: masked name, kind of aid, objections, paper notices.',
    indexes: [{ name: 'board', keys: [['areaIds', 1], ['isOpen', 1], ['shownAtMs', -1], ['_id', -1]] }, wakeIndex],
  },
  {
    name: 'difficultyCases',
    purpose: 'People in special difficulty, from proposal over the four checks to the ledger; what is told of them is sealed.',
    indexes: [{ name: 'shelf', keys: [['areaIds', 1], ['shelf', 1], ['shelfPlace', 1], ['_id', 1]] }, wakeIndex],
  },
  { name: 'calendarDays', purpose: 'Days off and made-up working days of a year that an administrator entered; the id is the year.', indexes: [] },
  { name: 'leases', purpose: 'One writer at a time for a job.', indexes: [] },
  { name: 'settings', purpose: 'One-time facts of a deployment, such as that its first administrator exists.', indexes: [] },
] as const satisfies readonly CollectionDeclaration[];

export type CollectionName = (typeof COLLECTIONS)[number]['name'];
