import type { ApiContract, ExportPart } from '@contract';
import { ownConsults } from '../consult/own-consults.use-case';
import { ownLooks } from '../favour/own-looks.use-case';
import { memberPoints } from '../ledger/account';
import { ownProposals } from '../match-proposal/match-proposal.repository';
import { findCallee } from '../call-list/callee.repository';
import { pushWeeksOf } from '../match/push-week.repository';
import { homeOf, partiesOf } from './member';
import type { MemberContext } from '../platform/context';
import { ownShops } from '../shop/own-shops.use-case';
import { command, oneOf, store } from '../platform/store';
import { openWishQuotaId } from '../quota/quota';
import { ownServiceData } from '../service/own-service-data.use-case';
import { mySums } from '../rating-sum/rating-sum.use-case';

/** Newest of each kind; keeps the answer under the 1 MB that a function may return. What is left out is said. */
const ROWS_MAX = 300;

type Row = Readonly<Record<string, unknown>>;

/** One's own words and dates; of other people on one's wishes nothing. */
const WISH_FIELDS = ['title', 'story', 'category', 'shareNote', 'estimatedValueFen', 'urgency', 'windowEndMs', 'handover', 'areaId', 'areaName', 'state', 'sharesWanted', 'sharesLeft', 'sharesHeld', 'sharesDelivered', 'createdAtMs', 'publishedAtMs', 'completedAtMs', 'endedAtMs'] as const;
const RATING_FIELDS = ['title', 'about', 'satisfaction', 'effect', 'timeliness', 'attitude', 'chips', 'words', 'media.voice.seconds', 'media.voice.state', 'media.photo.state', 'createdAtMs', 'reasons'] as const;
const THANKS_FIELDS = ['wishTitle', 'words', 'voice.seconds', 'voice.state', 'saidAtMs', 'isOnWall'] as const;
const SAFETY_FIELDS = ['wishTitle', 'safetyKind', 'words', 'createdAtMs', 'answer.words', 'answer.atMs'] as const;
const NOTE_FIELDS = ['wishTitle', 'answer', 'words', 'createdAtMs'] as const;
const FREEZE_FIELDS = ['reason', 'frozenAtMs', 'untilMs', 'state', 'endNote', 'endedAtMs'] as const;
const SIGN_UP_FIELDS = ['title', 'placeText', 'startsAtMs', 'endsAtMs', 'state', 'isSelf', 'companions', 'answers', 'words', 'fromMs', 'toMs'] as const;
const TEAM_FIELDS = ['kind', 'name', 'purpose', 'areaName', 'state'] as const;
/** A help team around the caller: what it is for, not who is in it. */
const HELP_TEAM_FIELDS = ['name', 'purpose', 'state', 'createdAtMs', 'memberCount'] as const;
const CERTIFICATE_FIELDS = ['kind', 'number', 'state', 'skill', 'holderName', 'isNameShown', 'organiserName', 'fromDay', 'toDay', 'minutes', 'lines', 'issuedAtMs', 'revokedAtMs', 'why'] as const;
const CONTRIBUTION_FIELDS = ['kind', 'state', 'amountFen', 'matchedFen', 'targetTitle', 'entityName', 'giverName', 'isAnonymous', 'receiptNo', 'transactionId', 'orderedAtMs', 'paidAtMs', 'refund.reason', 'refund.amountFen', 'refund.doneAtMs'] as const;
const CAMPAIGN_FIELDS = ['title', 'story', 'facts', 'answerable.name', 'answerable.sinceText', 'state', 'goal', 'budgetLines', 'milestones', 'disclosures', 'createdAtMs', 'endedAtMs', 'note'] as const;
const PLEDGE_FIELDS = ['campaignTitle', 'kind', 'needText', 'unit', 'count', 'receivedCount', 'note', 'state', 'pledgedAtMs', 'endedAtMs', 'reason'] as const;
const DIRECTED_FIELDS = ['title', 'purpose', 'conditions', 'giver.kind', 'giver.name', 'isAnonymous', 'for', 'what', 'lines', 'things.text', 'things.count', 'things.unit', 'things.state', 'state', 'payByMs', 'reportByMs', 'offeredAtMs', 'endedAtMs', 'note'] as const;
const SUPPLY_FIELDS = ['partyKind', 'partyName', 'category', 'title', 'words', 'conditions', 'skills', 'certificates', 'areaName', 'point', 'slots', 'capacityPerWeek', 'record', 'state', 'confirmedAtMs', 'createdAtMs', 'endedAtMs', 'note'] as const;
const PROJECT_FIELDS = ['ownerName', 'state', 'plan', 'note', 'createdAtMs', 'startedAtMs', 'endedAtMs'] as const;
const GROUP_FIELDS = ['name', 'boundBy', 'communityName', 'areaName', 'boundAtMs'] as const;
const GRANT_FIELDS = ['title', 'story', 'committeeName', 'budgetLines', 'askedFen', 'grantedFen', 'state', 'appliedAtMs', 'reportText'] as const;
const SPENDING_FIELDS = ['hostTitle', 'useLabel', 'text', 'amountFen', 'state', 'filedAtMs'] as const;
const NOTICE_FIELDS = ['title', 'body', 'createdAtMs', 'readAtMs'] as const;
const TRANSFER_FIELDS = ['asset', 'phase', 'amount', 'debitAccount', 'creditAccount', 'cause', 'createdAtMs', 'dueAtMs', 'validUntilMs'] as const;

const own = (context: MemberContext): Row => {
  const { openid: _openid, outbox: _outbox, recentOperations: _operations, wakeAtMs: _wake, revision: _revision, ...rest } = context.member;
  return { ...rest, openid: '微信给的编号，保存着用来认出您，不显示' };
};

/** What stands about the help they gave, as their own page shows it: who said it stays hidden here too, and so does what waits to be shown. */
const helpPart = async (context: MemberContext): Promise<Row> => {
  const { member } = context;
  const [sums, teams, helpTeams, certificates, campaigns, contributions, pledges, grants, spendingsAsked, spendingsReceived, directedGifts, directedAnswered, supplies, groups, openedShares, pushWeeks, matchProposals, projects, shops] = await Promise.all([
    mySums(context),
    store.query<Row>('teams', { where: { peopleIds: member._id }, order: [['createdAtMs', 'asc']], limit: ROWS_MAX, fields: [...TEAM_FIELDS, `members.${member._id}`] }),
    store.query<Row>('teams', { where: { helpedId: oneOf(partiesOf(member)) }, limit: ROWS_MAX, fields: HELP_TEAM_FIELDS }),
    store.query<Row>('certificates', { where: { memberId: member._id }, order: [['issuedAtMs', 'desc'], ['_id', 'desc']], limit: ROWS_MAX, fields: CERTIFICATE_FIELDS }),
    store.query<Row>('campaigns', { where: { 'answerable.memberId': member._id }, order: [['createdAtMs', 'desc'], ['_id', 'desc']], limit: ROWS_MAX, fields: CAMPAIGN_FIELDS }),
    store.query<Row>('contributions', { where: { giverId: member._id }, order: [['orderedAtMs', 'desc'], ['_id', 'desc']], limit: ROWS_MAX, fields: CONTRIBUTION_FIELDS }),
    store.query<Row>('pledges', { where: { giverId: member._id }, order: [['pledgedAtMs', 'desc'], ['_id', 'desc']], limit: ROWS_MAX, fields: PLEDGE_FIELDS }),
    store.query<Row>('grants', { where: { contactId: member._id }, order: [['appliedAtMs', 'desc'], ['_id', 'desc']], limit: ROWS_MAX, fields: GRANT_FIELDS }),
    store.query<Row>('spendings', { where: { filedById: member._id }, order: [['filedAtMs', 'desc'], ['_id', 'desc']], limit: ROWS_MAX, fields: SPENDING_FIELDS }),
    store.query<Row>('spendings', { where: { payeeId: member._id }, limit: ROWS_MAX, fields: SPENDING_FIELDS }),
    store.query<Row>('directedGifts', { where: { 'giver.partyId': member._id }, order: [['offeredAtMs', 'desc'], ['_id', 'desc']], limit: ROWS_MAX, fields: DIRECTED_FIELDS }),
    store.query<Row>('directedGifts', { where: { 'answerable.memberId': member._id }, order: [['offeredAtMs', 'desc'], ['_id', 'desc']], limit: ROWS_MAX, fields: ['title', 'state', 'reportByMs', 'answerable.name', 'disclosures'] }),
    store.query<Row>('supplies', { where: { keeperId: member._id, isLive: command.in([true, false]) }, order: [['updatedAtMs', 'desc'], ['_id', 'desc']], limit: ROWS_MAX, fields: SUPPLY_FIELDS }),
    store.query<Row>('groups', { where: { ownerIds: member._id, state: 'bound' }, order: [['boundAtMs', 'desc'], ['_id', 'desc']], limit: ROWS_MAX, fields: GROUP_FIELDS }),
    store.query<Row>('shareOpens', { where: { personId: member._id }, limit: ROWS_MAX, fields: ['itemId', 'reached', 'openedAtMs'] }),
    pushWeeksOf(member._id, ROWS_MAX),
    ownProposals(member._id, ROWS_MAX),
    store.query<Row>('needProjects', { where: { ownerId: member._id, isLive: command.in([true, false]) }, order: [['shelfPlace', 'asc'], ['_id', 'asc']], limit: ROWS_MAX, fields: PROJECT_FIELDS }),
    ownShops(member._id),
  ]);
  return { ratingsOfMyHelp: sums.sums, teams, helpTeams, certificates, campaigns, contributions, pledges, grants, spendingsAsked, spendingsReceived, directedGifts, directedAnswered, supplies, groups, openedShares, pushWeeks, matchProposals, projects, shops };
};

const ownPart = async (context: MemberContext): Promise<Row> => {
  const { member } = context;
  const page = { limit: ROWS_MAX + 1 };
  const [wishes, claims, ratings, safetyReports, giverNotes, thanks, notices, transfers, pointFreezes, signUps, account, openWishes, thanksName, callee] = await Promise.all([
    store.query<Row>('wishes', { ...page, where: { recipientIds: oneOf(partiesOf(member)) }, order: [['createdAtMs', 'desc'], ['_id', 'desc']], fields: WISH_FIELDS }),
    store.query<Row>('claims', { ...page, where: { claimerId: member._id, isOpen: command.in([true, false]) }, order: [['updatedAtMs', 'desc'], ['_id', 'desc']] }),
    store.query<Row>('ratings', { ...page, where: { raterId: member._id }, order: [['createdAtMs', 'desc']], fields: RATING_FIELDS }),
    store.query<Row>('safetyReports', { ...page, where: { reportedById: member._id }, order: [['createdAtMs', 'desc'], ['_id', 'desc']], fields: SAFETY_FIELDS }),
    store.query<Row>('giverNotes', { ...page, where: { leftById: member._id }, order: [['createdAtMs', 'desc'], ['_id', 'desc']], fields: NOTE_FIELDS }),
    store.query<Row>('thanks', { ...page, where: { partyIds: oneOf(partiesOf(member)) }, order: [['saidAtMs', 'desc'], ['_id', 'desc']], fields: THANKS_FIELDS }),
    store.query<Row>('notices', { ...page, where: { memberId: member._id }, order: [['place', 'desc']], fields: NOTICE_FIELDS }),
    store.query<Row>('transfers', { ...page, where: { accounts: memberPoints(member._id), pendingId: null }, order: [['place', 'desc']], fields: TRANSFER_FIELDS }),
    store.query<Row>('pointFreezes', { ...page, where: { memberIds: member._id }, order: [['frozenAtMs', 'desc'], ['_id', 'desc']], fields: [...FREEZE_FIELDS, `appeals.${member._id}`] }),
    store.query<Row>('signUps', { ...page, where: { memberId: member._id, endsAtMs: command.gt(0) }, order: [['endsAtMs', 'desc']], fields: SIGN_UP_FIELDS }),
    store.find<Row>('accounts', memberPoints(member._id)),
    store.find<Row>('quotas', openWishQuotaId(homeOf(member))),
    store.find<Row>('thanksNames', member._id),
    findCallee(member._id),
  ]);
  const lists = { wishes, claims, ratings, safetyReports, giverNotes, thanks, notices, transfers, pointFreezes, signUps };
  const cutLists = Object.entries(lists).filter(([, rows]) => rows.length > ROWS_MAX).map(([name]) => name);
  const kept = Object.fromEntries(Object.entries(lists).map(([name, rows]) => [name, rows.slice(0, ROWS_MAX)]));
  return { exportedAtMs: context.nowMs, onlyNewest: cutLists, member: own(context), ...kept, account, openWishes, thanksName, callList: callee === null ? null : { state: callee.state, sinceMs: callee.sinceMs, calls: callee.calls, lastOutcome: callee.last?.outcome ?? null, lastAtMs: callee.last?.atMs ?? null } };
};

/** Their service, what staff wrote about who confirms whom, and what they said about plans. */
const countedPart = async (context: MemberContext): Promise<Row> => {
  const [service, favourLooks, consults] = await Promise.all([ownServiceData(context), ownLooks(context.callerId), ownConsults(context.callerId, ROWS_MAX)]);
  return { ...service, favourLooks, ...consults };
};

const PARTS: Readonly<Record<ExportPart, (context: MemberContext) => Promise<Row>>> = { own: ownPart, help: helpPart, service: countedPart };

/**
 * Everything held about the caller, as JSON text they can keep (个人信息保护法 Art. 45), part by part. Other people's names
 * and ids on the caller's wishes are not theirs to take.
 */
export const exportData = async (context: MemberContext, { part }: ApiContract['member.exportData']['parsed']): Promise<{ readonly json: string }> => ({ json: JSON.stringify(await PARTS[part](context), null, 2) });
