import { LIMITS, type ApiContract, type CampaignGiverView, type ContributionView, type Page } from '@contract';
import * as v from 'valibot';
import { stepOf } from '../aggregate/step.use-case';
import { contributionIdOf, COUNTED_STATES, shownName, type Contribution, type GiftDraft } from '../contribution/contribution';
import { contributionView } from '../contribution/contribution-view';
import { contributionRepository } from '../contribution/contribution.repository';
import { targetKeyOf } from '../contribution/gift-target';
import { enterCash, openOrder } from '../contribution/open-order.use-case';
import { decodeCursor, encodeCursor } from '../kernel/cursor';
import { fail, type Refusal } from '../kernel/result';
import { groundFor } from '../lane/lane.repository';
import { reserveMatch } from '../match-budget/reserve-match.use-case';
import { memberRepository } from '../member/member.repository';
import type { MemberContext } from '../platform/context';
import { whereAfter } from '../platform/keyset';
import { assertOwnFile } from '../platform/storage';
import { oneOf, store } from '../platform/store';
import { moneyOf, stageNumberOf, type Campaign } from './campaign';
import { answersForIt, isHidden, isOfCommunity, mayJudge } from './campaign-access';
import { campaignRepository } from './campaign.repository';
import { amountRefusalOf, giveRefusalOf } from './give-refusal';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

const GIFTS_READ = 100;

const targetOf = (campaign: Campaign, stage = stageNumberOf(campaign)) => ({ lane: 'mutual', campaignId: campaign._id, stage }) as const;

/** What somebody gave to any of its stages and has not got back. One request, none where no money is asked for. */
export const givenBy = async (memberId: string, campaign: Campaign): Promise<number> => {
  if (moneyOf(campaign) === null || campaign.stage === null) return 0;
  const targetKeys = [...campaign.earlierStages, campaign.stage].map(({ number }) => targetKeyOf(targetOf(campaign, number)));
  const gifts = await store.query<Pick<Contribution, 'amountFen'>>('contributions', { where: { giverId: memberId, targetKey: oneOf(targetKeys), state: oneOf(COUNTED_STATES) }, limit: GIFTS_READ, fields: ['amountFen'] });
  return gifts.reduce((sum, { amountFen }) => sum + amountFen, 0);
};

/** Of the caller's community; of others it is not there. */
const readable = async ({ member }: MemberContext, campaignId: string): Promise<Campaign> => {
  const campaign = await campaignRepository.get(campaignId);
  return isHidden(campaign, member) || !isOfCommunity(campaign, member) ? fail('NOT_FOUND') : campaign;
};

/** The lane may have been shut since the campaign opened. One request. */
const assertLane = async ({ communityId }: Campaign): Promise<void> => {
  if (((await groundFor(communityId, 'mutual'))?.collector ?? null) === null) fail('LANE_CLOSED');
};

const draftOf = (campaign: Campaign, amountFen: number, isAnonymous: boolean): GiftDraft => ({
  target: targetOf(campaign), targetTitle: campaign.title, communityId: campaign.communityId, areaIds: campaign.areaIds, amountFen, isAnonymous, matchBudgetId: null, matchedFen: 0,
});

/** Nothing is taken any more, but this very act may have been carried out before: then it answers the same. */
const answerOrRefuse = async (context: MemberContext, input: Parsed<'mutual.give'>, campaign: Campaign, refusal: Refusal): Promise<ContributionView> => {
  const known = await contributionRepository.find(contributionIdOf(context.operationId));
  const step = stepOf(context, { target: targetOf(campaign), amountFen: input.amountFen, isAnonymous: input.isAnonymous });
  return known?.steps[context.operationId] === step.inputHash ? contributionView(known) : fail(refusal.code, refusal);
};

/**
 * One gift in WeChat. The campaign's own document is only read: a thousand a minute never meet there.
 * @throws RefusedError NOT_FOUND, BAD_INPUT, GIVE_NOT_NOW, LANE_CLOSED, GIVE_TOO_LATE, PAY_NOT_HERE, PAY_REFUSED, PAY_NOT_ANSWERED, OPERATION_REUSED.
 */
export const giveToCampaign = async (context: MemberContext, input: Parsed<'mutual.give'>): Promise<ContributionView> => {
  const campaign = await readable(context, input.campaignId);
  const { collector, stage } = campaign;
  const refusal = amountRefusalOf(input.amountFen) ?? giveRefusalOf(campaign, context.nowMs);
  if (refusal !== null || collector === null || stage === null) return answerOrRefuse(context, input, campaign, refusal ?? { code: 'GIVE_NOT_NOW' });
  await assertLane(campaign);
  const asked = { contributionId: contributionIdOf(context.operationId), memberId: context.callerId, amountFen: input.amountFen, nowMs: context.nowMs };
  const kept = campaign.match === null || collector.kind !== 'subMerchant' ? null : await reserveMatch(campaign.match, asked);
  const matched = kept === null ? {} : { matchBudgetId: campaign.match?.matchBudgetId ?? null, matchedFen: kept.fen, matchHeldAtMs: kept.heldAtMs };
  return openOrder(context, { ...draftOf(campaign, input.amountFen, input.isAnonymous), ...matched, collector, acceptsUntilMs: stage.endsAtMs });
};

const giverIdOf = async (code: string | null): Promise<string | null> => (code === null ? null : ((await memberRepository.findByCode(code)) ?? fail('PERSON_NOT_FOUND', { fields: { giverCode: '没找到这个编号' } }))._id);

/**
 * Cash that staff took in: another one of them confirms it. Whoever answers for the campaign takes in none for it.
 * @throws RefusedError NOT_FOUND, CAMPAIGN_OWN, OUT_OF_AREA, BAD_INPUT, GIVE_NOT_NOW, LANE_CLOSED, PERSON_NOT_FOUND, FILE_NOT_YOURS, TEXT_RISKY, OPERATION_REUSED.
 */
export const enterCashForCampaign = async (context: MemberContext, input: Parsed<'mutual.enterCash'>): Promise<ContributionView> => {
  assertOwnFile(input.photo, context.callerId);
  const campaign = await readable(context, input.campaignId);
  if (!mayJudge(campaign, context.member)) return fail(answersForIt(campaign, context.member) ? 'CAMPAIGN_OWN' : 'OUT_OF_AREA');
  const refusal = amountRefusalOf(input.amountFen) ?? giveRefusalOf(campaign, context.nowMs, 'cash');
  if (refusal !== null || campaign.collector === null) return fail(refusal?.code ?? 'GIVE_NOT_NOW', refusal ?? {});
  await assertLane(campaign);
  const { giverName, receiptNo, photo } = input;
  return enterCash(context, { ...draftOf(campaign, input.amountFen, input.isAnonymous), giverId: await giverIdOf(input.giverCode), giverName, receiptNo, receiptFileId: photo, entityName: campaign.collector.entityName });
};

const PLACE = v.tuple([v.number(), v.string()]);
const NEWEST = [['paidAtMs', 'desc'], ['_id', 'desc']] as const;

type Given = Pick<Contribution, '_id' | 'giverName' | 'isAnonymous' | 'amountFen' | 'paidAtMs' | 'paidDay'>;
const GIVEN_FIELDS = ['giverName', 'isAnonymous', 'amountFen', 'paidAtMs', 'paidDay'] as const;

const giverView = (given: Given): CampaignGiverView => ({ contributionId: given._id, name: shownName(given), amountFen: given.amountFen, day: given.paidDay ?? '' });

/** By WeChat and in cash are two ranges of one index, brought together by their time. */
export const listGivers = async (context: MemberContext, { campaignId, cursor }: Parsed<'mutual.givers'>): Promise<Page<CampaignGiverView>> => {
  const campaign = await readable(context, campaignId);
  const last = decodeCursor(cursor, PLACE);
  const ranges = COUNTED_STATES.map((state) => store.query<Given>('contributions', { where: whereAfter({ targetKey: targetKeyOf(targetOf(campaign)), state }, NEWEST, last), order: NEWEST, limit: LIMITS.pageSize + 1, fields: GIVEN_FIELDS }));
  const found = (await Promise.all(ranges)).flat().sort((a, b) => (b.paidAtMs ?? 0) - (a.paidAtMs ?? 0) || (a._id < b._id ? 1 : -1));
  const shown = found.slice(0, LIMITS.pageSize);
  const end = shown.at(-1);
  return { items: shown.map(giverView), nextCursor: found.length > shown.length && end ? encodeCursor([end.paidAtMs ?? 0, end._id]) : null };
};
