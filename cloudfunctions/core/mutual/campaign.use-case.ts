import { LIMITS, type ApiContract, type CampaignCardView, type CampaignRef, type CampaignView, type MutualGetView, type Page } from '@contract';
import * as v from 'valibot';
import { changeAggregate, settleAfterCommand } from '../aggregate/settle.use-case';
import { stepOf } from '../aggregate/step.use-case';
import { decodeCursor, encodeCursor } from '../kernel/cursor';
import { fail, refuse, type Result } from '../kernel/result';
import { groundFor } from '../lane/lane.repository';
import { fileOfKey } from '../media/judge-photo';
import { worksAt, type Member } from '../member/member';
import type { CallContext, MemberContext } from '../platform/context';
import { whereAfter } from '../platform/keyset';
import { assertOwnFile, isOwnFile, temporaryLinks } from '../platform/storage';
import { oneOf, store } from '../platform/store';
import { checkFewWords, checkWords } from '../shift/words-check.use-case';
import { wishTitles } from '../wish/wish-titles.repository';
import { budgetLabels } from './budget-labels.use-case';
import { wishIdsOf, type Campaign, type LeftoverTarget } from './campaign';
import { isHidden, isOfCommunity } from './campaign-access';
import { CAMPAIGN_KIND } from './campaign-kind';
import { decideJudgePhoto, toldPhotosOf } from './campaign-photos';
import { campaignCardView, campaignView, filesFor, outsiderView, wishIdsFor } from './campaign-view';
import { campaignRepository } from './campaign.repository';
import { openingFactsOf } from './carry-campaign.use-case';
import { decideClose } from './close-campaign';
import { decideDecision } from './decide-campaign';
import { givenBy } from './campaign-gifts.use-case';
import { decideSubmit, decideUpdate, decideWithdraw, filesOf, moneyLinesOf, newCampaign, textsOf, wordsRefusal, type CampaignOutcome } from './propose-campaign';
import { decideMilestone, decideReport } from './report-campaign';
import { decideCancel, decideNextStage } from './run-campaign';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];
type Words = Parsed<'mutual.propose'>;

/** For a reader of its community. One request for what they gave, one for the links of what they may see, for whoever tells of it one for the wishes it comes from; none where there is nothing. */
const show = async (context: MemberContext, campaign: Campaign): Promise<CampaignView> =>
  campaignView(campaign, { reader: context.member, nowMs: context.nowMs, links: await temporaryLinks(filesFor(campaign, context.member)), myContributionsFen: await givenBy(context.callerId, campaign), wishes: await wishTitles(wishIdsFor(campaign, context.member)) });

const refOf = ({ _id, state }: Campaign): CampaignRef => ({ campaignId: _id, state });

/** One act on a campaign that the caller may see; what they do not see is not there. */
const changeCampaign = async (context: MemberContext, campaignId: string, decide: (campaign: Campaign) => Result<CampaignOutcome>, read: Campaign | null = null): Promise<CampaignRef> => {
  const after = await changeAggregate(CAMPAIGN_KIND, context, campaignId, (standing) => (isHidden(standing, context.member) || !isOfCommunity(standing, context.member) ? refuse('NOT_FOUND') : decide(standing)), 1, read);
  return refOf(after);
};

const assertWords = async (context: MemberContext, words: Words): Promise<void> => {
  const refusal = wordsRefusal(words, context.nowMs);
  if (refusal !== null) fail(refusal.code, refusal);
  for (const fileId of filesOf(words)) assertOwnFile(fileId, context.callerId);
  await checkWords(context, textsOf(words), 'story');
};

/** Wishes it comes from are of the community. One request where there are any. */
const assertSource = async ({ member }: MemberContext, words: Words): Promise<void> => {
  const wishIds = [...new Set(wishIdsOf(words))];
  if (wishIds.length === 0) return;
  const found = await store.query<{ readonly communityId: string }>('wishes', { where: { _id: oneOf(wishIds) }, limit: wishIds.length, fields: ['communityId'] });
  if (found.length < wishIds.length || found.some(({ communityId }) => communityId !== member.communityId)) fail('NOT_FOUND', { message: '有心愿没找到，可能撤回了，重新选一遍。' });
};

/** Refuses LANE_CLOSED, BAD_INPUT, PUBLIC_TEXT_PRIVATE, FILE_NOT_YOURS, NOT_FOUND (a wish), USE_UNKNOWN, USE_FORBIDDEN, TEXT_RISKY, OPERATION_REUSED. */
export const proposeCampaign = async (context: MemberContext, words: Words): Promise<CampaignRef> => {
  if ((await groundFor(context.member.communityId, 'mutual')) === null) fail('LANE_CLOSED');
  await assertSource(context, words);
  const labels = await budgetLabels(context.member.communityId, moneyLinesOf(words), 'goal.money.lines');
  await assertWords(context, words);
  const fresh = newCampaign(words, labels, context.member, stepOf(context, words));
  if ((await campaignRepository.insert(fresh)) === 'exists') {
    const standing = await campaignRepository.get(fresh._id);
    return standing.inputHash === fresh.inputHash ? refOf(standing) : fail('OPERATION_REUSED');
  }
  await settleAfterCommand(CAMPAIGN_KIND, fresh._id, context.nowMs, context.requestId);
  return refOf(fresh);
};

export const updateCampaign = async (context: MemberContext, { campaignId, words }: Parsed<'mutual.update'>): Promise<CampaignRef> => {
  await assertSource(context, words);
  const labels = await budgetLabels(context.member.communityId, moneyLinesOf(words), 'words.goal.money.lines');
  await assertWords(context, words);
  return changeCampaign(context, campaignId, (campaign) => decideUpdate(campaign, words, labels, context.member, stepOf(context, { campaignId, words })));
};

export const submitCampaign = (context: MemberContext, input: Parsed<'mutual.submit'>): Promise<CampaignRef> => changeCampaign(context, input.campaignId, (campaign) => decideSubmit(campaign, context.member, stepOf(context, input)));

export const withdrawCampaign = (context: MemberContext, input: Parsed<'mutual.withdraw'>): Promise<CampaignRef> => changeCampaign(context, input.campaignId, (campaign) => decideWithdraw(campaign, context.member, stepOf(context, input)));

const CLOSED_LANE = { ground: null, hasOverdueElsewhere: false } as const;

export const decideCampaign = async (context: MemberContext, input: Parsed<'mutual.decide'>): Promise<CampaignRef> => {
  const { decision, campaignId } = input;
  await checkFewWords(context, decision.kind === 'approve' ? [] : [decision.note], 'note');
  const facts = decision.kind === 'approve' ? await openingFactsOf(await campaignRepository.get(campaignId)) : CLOSED_LANE;
  return changeCampaign(context, campaignId, (campaign) => decideDecision(campaign, decision, facts, context.member, stepOf(context, input)));
};

export const cancelCampaign = async (context: MemberContext, input: Parsed<'mutual.cancel'>): Promise<CampaignRef> => {
  await checkWords(context, [input.reason], 'reason');
  return changeCampaign(context, input.campaignId, (campaign) => decideCancel(campaign, input.reason, context.member, stepOf(context, input)));
};

export const openNextStage = async (context: MemberContext, input: Parsed<'mutual.nextStage'>): Promise<CampaignRef> => {
  await checkWords(context, [...input.milestones.map(({ text }) => text), ...input.money.lines.map(({ text }) => text)], 'milestones');
  const standing = await campaignRepository.get(input.campaignId);
  const ground = await groundFor(standing.communityId, 'mutual');
  const labels = await budgetLabels(standing.communityId, input.money.lines, 'money.lines');
  return changeCampaign(context, input.campaignId, (campaign) => decideNextStage(campaign, { ...input, labels }, ground, context.member, stepOf(context, input)), standing);
};

const assertTold = async (context: MemberContext, text: string, photos: readonly string[], field: string): Promise<void> => {
  for (const fileId of photos) assertOwnFile(fileId, context.callerId);
  await checkWords(context, [text], field);
};

export const markMilestone = async (context: MemberContext, input: Parsed<'mutual.markMilestone'>): Promise<CampaignRef> => {
  const { campaignId, milestoneId, note, photos } = input;
  await assertTold(context, note, photos, 'note');
  return changeCampaign(context, campaignId, (campaign) => decideMilestone(campaign, milestoneId, { note, photos }, context.member, stepOf(context, input)));
};

export const judgeCampaignPhoto = async (context: MemberContext, input: Parsed<'mutual.judgePhoto'>): Promise<CampaignRef> => {
  const { campaignId, ...judgement } = input;
  await checkWords(context, judgement.decision.kind === 'refuse' ? [judgement.decision.reason] : [], 'decision.reason');
  const isOwn = (campaign: Campaign): boolean => isOwnFile(fileOfKey(toldPhotosOf(campaign), judgement.photoKey) ?? '', context.callerId);
  return changeCampaign(context, campaignId, (campaign) => decideJudgePhoto(campaign, judgement, isOwn(campaign), context.member, stepOf(context, input)));
};

export const reportCampaign = async (context: MemberContext, input: Parsed<'mutual.report'>): Promise<CampaignRef> => {
  const { campaignId, ...report } = input;
  await assertTold(context, report.text, report.photos, 'text');
  return changeCampaign(context, campaignId, (campaign) => decideReport(campaign, report, context.member, stepOf(context, input)));
};

/** Another one of the same community that is at work. */
const leftoverTargetOf = async (from: Campaign, leftover: Parsed<'mutual.close'>['leftover']): Promise<LeftoverTarget | null> => {
  if (leftover === null) return null;
  if (leftover.kind === 'fund') return { kind: 'fund' };
  const target = await campaignRepository.get(leftover.campaignId);
  const takes = target._id !== from._id && target.communityId === from.communityId && target.goal.subjectKind !== 'person' && (target.state === 'open' || target.state === 'succeeded');
  return takes ? { kind: 'campaign', campaignId: target._id, title: target.title } : fail('CAMPAIGN_STATE_CHANGED', { message: '那一件已经办完了，另选一件。' });
};

export const closeCampaign = async (context: MemberContext, input: Parsed<'mutual.close'>): Promise<CampaignRef> => {
  await checkWords(context, [input.reason], 'reason');
  const to = await leftoverTargetOf(await campaignRepository.get(input.campaignId), input.leftover);
  return changeCampaign(context, input.campaignId, (campaign) => decideClose(campaign, to, input.reason, context.member, stepOf(context, input)));
};

/** What is not of the reader's community is a title; what has not passed yet is nothing. */
export const getCampaign = async (context: CallContext & { readonly member: Member | null }, input: Parsed<'mutual.get'>): Promise<MutualGetView> => {
  const campaign = await campaignRepository.get(input.campaignId);
  const { member } = context;
  if (isHidden(campaign, member)) return fail('NOT_FOUND');
  return isOfCommunity(campaign, member) ? show({ ...context, member }, campaign) : outsiderView(campaign);
};

const PLACE = v.tuple([v.number(), v.string()]);
const NEWEST = [['createdAtMs', 'desc'], ['_id', 'desc']] as const;

const pageOf = async (where: Readonly<Record<string, unknown>>, cursor: string | null): Promise<Page<CampaignCardView>> => {
  const rows = await campaignRepository.list({ where: whereAfter(where, NEWEST, decodeCursor(cursor, PLACE)), order: NEWEST, limit: LIMITS.pageSize + 1 });
  const shown = rows.slice(0, LIMITS.pageSize);
  const end = shown.at(-1);
  return { items: shown.map(campaignCardView), nextCursor: rows.length > shown.length && end ? encodeCursor([end.createdAtMs, end._id]) : null };
};

/** Of the own community, or of one the reader works in or has a shop in. Refuses OUT_OF_AREA. */
export const listCampaigns = async ({ member }: MemberContext, input: Parsed<'mutual.list'>): Promise<Page<CampaignCardView>> => {
  const communityId = input.areaId ?? member.communityId;
  if (!isOfCommunity({ communityId }, member) && !worksAt(member, communityId)) return fail('OUT_OF_AREA');
  return pageOf({ communityId, shown: input.shown }, input.cursor);
};

export const myCampaigns = (context: MemberContext, input: Parsed<'mutual.mine'>): Promise<Page<CampaignCardView>> => pageOf({ 'answerable.memberId': context.callerId }, input.cursor);
