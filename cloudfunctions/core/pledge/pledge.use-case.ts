import { LIMITS, type ApiContract, type NeedView, type Page, type PledgeView } from '@contract';
import * as v from 'valibot';
import { activityRepository } from '../activity/activity.repository';
import { changeAggregate, settleAfterCommand } from '../aggregate/settle.use-case';
import { stepOf } from '../aggregate/step.use-case';
import { findArea } from '../area/area.repository';
import { codeHashOf, codeOf } from '../handover/code';
import { decodeCursor, encodeCursor } from '../kernel/cursor';
import { accept, fail, refuse, type Result } from '../kernel/result';
import { worksAt } from '../member/member';
import type { Campaign } from '../mutual/campaign';
import { answersForIt, isHidden, isOfCommunity } from '../mutual/campaign-access';
import { CAMPAIGN_KIND } from '../mutual/campaign-kind';
import { campaignRepository } from '../mutual/campaign.repository';
import type { MemberContext } from '../platform/context';
import { environmentValue } from '../platform/environment';
import { whereAfter } from '../platform/keyset';
import { asDelivery } from '../platform/meter';
import { oneOf, type QueryOptions } from '../platform/store';
import { checkFewWords, checkWords } from '../shift/words-check.use-case';
import { decideAnswer, decideReceive, decideUsed, decideWithdraw, wasWrongCode } from './end-pledge';
import { needOf, needViews } from './need';
import { newPledge, pledgeIdOf, pledgeView, receivesFor, type Pledge, type PledgeDraft } from './pledge';
import { PLEDGE_KIND } from './pledge-kind';
import { pledgeRepository } from './pledge.repository';
import { decideLink, decidePromise, madeBy } from './promise';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

const secret = (): string => environmentValue('LINYUAN_ID_SECRET');
/** The same digits for as long as it waits, so that whoever gives finds them again. */
const codeFor = (pledgeId: string): string => codeOf(secret(), pledgeId, 'pledge');

const viewFor = (pledge: Pledge, context: MemberContext): PledgeView => pledgeView(pledge, context.member, pledge.giverId === context.callerId ? codeFor(pledge._id) : null);

/** What is promised to which need. Refusals: NOT_FOUND, BAD_INPUT (hours are signed up for). */
const draftOf = (campaign: Campaign, { needId, count, note }: Parsed<'pledge.promise'>, stationName: string): Result<PledgeDraft> => {
  const need = needOf(campaign, needId);
  if (need === null) return refuse('NOT_FOUND');
  if (need.kind === 'hours') return refuse('BAD_INPUT', { fields: { needId: '出力请到活动里报名' } });
  return accept({
    campaignId: campaign._id, campaignTitle: campaign.title, needId, kind: need.kind, needText: need.text, unit: need.unit, count, note,
    answerableId: campaign.answerable.memberId, communityId: campaign.communityId, stationName,
  });
};

/**
 * Promises things or a place. The campaign keeps them by one guarded update whose event makes the pledge; killed anywhere
 * after that, `jobs` makes it.
 * @throws RefusedError NOT_FOUND, GIVE_NOT_NOW, BAD_INPUT, NEED_FULL, TEXT_RISKY, OPERATION_REUSED, BUSY.
 */
export const promisePledge = async (context: MemberContext, input: Parsed<'pledge.promise'>): Promise<PledgeView> => {
  const step = stepOf(context, input);
  const pledgeId = pledgeIdOf(step.operationId);
  const known = await pledgeRepository.find(pledgeId);
  if (known !== null) return known.steps[step.operationId] === step.inputHash ? viewFor(known, context) : fail('OPERATION_REUSED');
  await checkFewWords(context, [input.note], 'note');
  const own = await findArea(context.member.communityId);
  const codeHash = codeHashOf(secret(), pledgeId, codeFor(pledgeId));
  // Neighbours promise different things at once: whoever lost a race decides anew.
  const after = await changeAggregate(CAMPAIGN_KIND, context, input.campaignId, (campaign) => {
    if (isHidden(campaign, context.member) || !isOfCommunity(campaign, context.member)) return refuse('NOT_FOUND');
    const draft = draftOf(campaign, input, own?._id === campaign.communityId ? own.stationName : `${campaign.communityName}驿站`);
    return draft.ok ? decidePromise(campaign, newPledge(draft.value, context.member, codeHash, step), step) : draft;
  }, 3);
  const made = madeBy(after, step) ?? (await pledgeRepository.get(pledgeId));
  // The campaign's own delivery may have much to do; whoever promised looks at once.
  await asDelivery(() => pledgeRepository.insert(made));
  await settleAfterCommand(PLEDGE_KIND, pledgeId, context.nowMs, context.requestId);
  return viewFor(made, context);
};

const PLACE = v.tuple([v.number(), v.string()]);
const NEWEST = [['pledgedAtMs', 'desc'], ['_id', 'desc']] as const;
const SOONEST = [['untilMs', 'asc'], ['_id', 'asc']] as const;

const pageOf = async (context: MemberContext, where: Readonly<Record<string, unknown>>, order: NonNullable<QueryOptions['order']>, placeOf: (pledge: Pledge) => number, cursor: string | null): Promise<Page<PledgeView>> => {
  const rows = await pledgeRepository.list({ where: whereAfter(where, order, decodeCursor(cursor, PLACE)), order, limit: LIMITS.pageSize + 1 });
  const shown = rows.slice(0, LIMITS.pageSize);
  const end = shown.at(-1);
  return { items: shown.map((pledge) => viewFor(pledge, context)), nextCursor: rows.length > shown.length && end ? encodeCursor([placeOf(end), end._id]) : null };
};

export const myPledges = (context: MemberContext, { cursor }: Parsed<'pledge.mine'>): Promise<Page<PledgeView>> => pageOf(context, { giverId: context.callerId }, NEWEST, ({ pledgedAtMs }) => pledgedAtMs, cursor);

export const campaignPledges = async (context: MemberContext, { campaignId, cursor }: Parsed<'pledge.ofCampaign'>): Promise<Page<PledgeView>> => {
  const campaign = await campaignRepository.get(campaignId);
  if (!answersForIt(campaign, context.member) && !worksAt(context.member, campaign.communityId)) return fail('NOT_FOUND');
  return pageOf(context, { campaignId }, NEWEST, ({ pledgedAtMs }) => pledgedAtMs, cursor);
};

export const waitingPledges = (context: MemberContext, { cursor }: Parsed<'pledge.waiting'>): Promise<Page<PledgeView>> => {
  const { member } = context;
  const communityIds = [...new Set([member.communityId, ...member.roles.map(({ areaId }) => areaId)])].filter((communityId) => receivesFor(member, { communityId }));
  return pageOf(context, { communityId: oneOf(communityIds), kind: 'goods', state: 'promised' }, SOONEST, ({ untilMs }) => untilMs, cursor);
};

export const withdrawPledge = async (context: MemberContext, input: Parsed<'pledge.withdraw'>): Promise<PledgeView> =>
  viewFor(await changeAggregate(PLEDGE_KIND, context, input.pledgeId, (pledge) => decideWithdraw(pledge, context.member, stepOf(context, input))), context);

export const answerPledge = async (context: MemberContext, input: Parsed<'pledge.answer'>): Promise<PledgeView> => {
  if (input.answer.kind === 'refuse') await checkWords(context, [input.answer.reason], 'reason');
  return viewFor(await changeAggregate(PLEDGE_KIND, context, input.pledgeId, (pledge) => decideAnswer(pledge, input.answer, context.member, stepOf(context, input))), context);
};

export const markPledgeUsed = async (context: MemberContext, input: Parsed<'pledge.markUsed'>): Promise<PledgeView> =>
  viewFor(await changeAggregate(PLEDGE_KIND, context, input.pledgeId, (pledge) => decideUsed(pledge, context.member, stepOf(context, input))), context);

/** @throws RefusedError as `decideReceive`, and CODE_WRONG with the tries that are left. */
export const receivePledge = async (context: MemberContext, input: Parsed<'pledge.receive'>): Promise<PledgeView> => {
  const hash = codeHashOf(secret(), input.pledgeId, input.code);
  const pledge = await changeAggregate(PLEDGE_KIND, context, input.pledgeId, (standing) => decideReceive(standing, input.count, hash, context.member, stepOf(context, input)));
  if (wasWrongCode(pledge, context.operationId)) return fail('CODE_WRONG', { message: `交接码不对，还能试 ${pledge.triesLeft} 次。`, fields: { code: '请再核对一遍' } });
  return viewFor(pledge, context);
};

/** Refuses NOT_FOUND, NOT_ALLOWED, ACTIVITY of another place (OUT_OF_AREA), BAD_INPUT, CAMPAIGN_STATE_CHANGED. */
export const linkHours = async (context: MemberContext, input: Parsed<'pledge.linkHours'>): Promise<NeedView> => {
  const activity = await activityRepository.get(input.activityId);
  if (activity.state !== 'published') return fail('BAD_INPUT', { fields: { activityId: '这个活动还没有发布' } });
  const campaign = await changeAggregate(CAMPAIGN_KIND, context, input.campaignId, (standing) => {
    if (!isOfCommunity(standing, context.member)) return refuse('NOT_FOUND');
    if (!answersForIt(standing, context.member) && !worksAt(context.member, standing.communityId)) return refuse('NOT_ALLOWED');
    if (!activity.areaIds.includes(standing.communityId) && !standing.areaIds.includes(activity.areaId)) return refuse('OUT_OF_AREA', { message: '请选本社区的活动。' });
    return decideLink(standing, input.needId, input.activityId, stepOf(context, input));
  });
  return needViews(campaign).find(({ needId }) => needId === input.needId) ?? fail('NOT_FOUND');
};
