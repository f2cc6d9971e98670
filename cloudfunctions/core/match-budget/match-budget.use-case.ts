import { LIMITS, type ApiContract, type MatchBudgetView, type Page } from '@contract';
import * as v from 'valibot';
import { changeAggregate, settleAfterCommand } from '../aggregate/settle.use-case';
import { stepOf } from '../aggregate/step.use-case';
import { isWithin } from '../kernel/area-tree';
import { decodeCursor, encodeCursor } from '../kernel/cursor';
import { fail, type Result } from '../kernel/result';
import { partiesOf, worksAt, type Member } from '../member/member';
import { campaignRepository } from '../mutual/campaign.repository';
import type { MemberContext } from '../platform/context';
import { whereAfter } from '../platform/keyset';
import { oneOf } from '../platform/store';
import { assertShopGives } from '../shop/shop-gives.use-case';
import { checkFewWords, checkWords } from '../shift/words-check.use-case';
import { decideConfirmReturn, decideEndMatch, decideMatch, decideRecordReturn, decideWithdrawMatch, type MatchOutcome } from './change-match';
import { isOwnBudget, matchBudgetView, newMatchBudget, type MatchBudget } from './match-budget';
import { MATCH_BUDGET_KIND } from './match-budget-kind';
import { matchBudgetRepository } from './match-budget.repository';
import { wantsMatch } from './match-terms';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

/** The caller's shop that is admitted to a community; null when none is. */
const shopAt = (member: Member, communityId: string): { readonly merchantId: string; readonly merchantName: string } | null => {
  const held = member.roles.find(({ role, areaId }) => role === 'merchant' && isWithin(communityId, areaId));
  return held === undefined ? null : { merchantId: held.shopId ?? member._id, merchantName: held.merchantName ?? member.displayName };
};

/** Refuses NOT_FOUND, OUT_OF_AREA, MATCH_STATE_CHANGED, OPERATION_REUSED. */
export const offerMatch = async (context: MemberContext, input: Parsed<'match.offer'>): Promise<MatchBudgetView> => {
  const campaign = await campaignRepository.get(input.campaignId);
  const shop = shopAt(context.member, campaign.communityId) ?? fail('OUT_OF_AREA', { message: '您的店还没有入驻这个社区。' });
  await assertShopGives(shop.merchantId);
  const fresh = newMatchBudget(input, { campaignId: campaign._id, campaignTitle: campaign.title, communityId: campaign.communityId, areaIds: campaign.areaIds }, shop, stepOf(context, input));
  const standing = wantsMatch(campaign) ? null : await matchBudgetRepository.find(fresh._id);
  if (standing === null && !wantsMatch(campaign)) return fail('MATCH_STATE_CHANGED', { message: '这件事现在不收钱，或者已经有别家在配。' });
  if ((await matchBudgetRepository.insert(fresh)) === 'exists') {
    const known = standing ?? (await matchBudgetRepository.get(fresh._id));
    return known.inputHash === fresh.inputHash ? matchBudgetView(known, context.member) : fail('OPERATION_REUSED');
  }
  await settleAfterCommand(MATCH_BUDGET_KIND, fresh._id, context.nowMs, context.requestId);
  return matchBudgetView(fresh, context.member);
};

const PLACE = v.tuple([v.number(), v.string()]);
const NEWEST = [['offeredAtMs', 'desc'], ['_id', 'desc']] as const;

export const myMatchBudgets = async (context: MemberContext, { cursor }: Parsed<'match.mine'>): Promise<Page<MatchBudgetView>> => {
  const rows = await matchBudgetRepository.list({ where: whereAfter({ merchantId: oneOf(partiesOf(context.member)) }, NEWEST, decodeCursor(cursor, PLACE)), order: NEWEST, limit: LIMITS.pageSize + 1 });
  const shown = rows.slice(0, LIMITS.pageSize);
  const end = shown.at(-1);
  return { items: shown.map((budget) => matchBudgetView(budget, context.member)), nextCursor: rows.length > shown.length && end ? encodeCursor([end.offeredAtMs, end._id]) : null };
};

/** The shop itself and staff of the community; for anybody else it is not there. */
export const getMatchBudget = async ({ member }: MemberContext, { matchBudgetId }: Parsed<'match.get'>): Promise<MatchBudgetView> => {
  const budget = await matchBudgetRepository.get(matchBudgetId);
  return isOwnBudget(budget, member) || worksAt(member, budget.communityId) ? matchBudgetView(budget, member) : fail('NOT_FOUND');
};

const change = async (context: MemberContext, matchBudgetId: string, decide: (budget: MatchBudget) => Result<MatchOutcome>): Promise<MatchBudgetView> =>
  matchBudgetView(await changeAggregate(MATCH_BUDGET_KIND, context, matchBudgetId, decide), context.member);

export const withdrawMatch = (context: MemberContext, input: Parsed<'match.withdraw'>): Promise<MatchBudgetView> => change(context, input.matchBudgetId, (budget) => decideWithdrawMatch(budget, context.member, stepOf(context, input)));

export const decideOnMatch = async (context: MemberContext, input: Parsed<'match.decide'>): Promise<MatchBudgetView> => {
  const { matchBudgetId, decision } = input;
  await checkFewWords(context, [decision.kind === 'refuse' ? decision.note : ''], 'note');
  const standing = await matchBudgetRepository.get(matchBudgetId);
  const campaign = await campaignRepository.find(standing.campaignId);
  return change(context, matchBudgetId, (budget) => decideMatch(budget, decision, campaign !== null && wantsMatch(campaign), context.member, stepOf(context, input)));
};

export const endMatchBudget = async (context: MemberContext, input: Parsed<'match.end'>): Promise<MatchBudgetView> => {
  await checkWords(context, [input.note], 'note');
  return change(context, input.matchBudgetId, (budget) => decideEndMatch(budget, input.note, context.member, stepOf(context, input)));
};

export const recordMatchReturn = (context: MemberContext, input: Parsed<'match.recordReturn'>): Promise<MatchBudgetView> => change(context, input.matchBudgetId, (budget) => decideRecordReturn(budget, input.voucherNo, context.member, stepOf(context, input)));

export const confirmMatchReturn = (context: MemberContext, input: Parsed<'match.confirmReturn'>): Promise<MatchBudgetView> => change(context, input.matchBudgetId, (budget) => decideConfirmReturn(budget, context.member, stepOf(context, input)));
