import type { ApiContract, FundPageView } from '@contract';
import { findArea } from '../area/area.repository';
import { changeAggregate, settleAfterCommand } from '../aggregate/settle.use-case';
import { stepOf } from '../aggregate/step.use-case';
import { levelOf } from '../kernel/area-tree';
import { fail } from '../kernel/result';
import { worksAt } from '../member/member';
import { memberRepository } from '../member/member.repository';
import type { MemberContext } from '../platform/context';
import { checkWords } from '../shift/words-check.use-case';
import { decideAgent, decideCloseFund } from './change-fund';
import { communityOfFund, newFund } from './fund';
import { FUND_KIND } from './fund-kind';
import { fundPageView } from './fund-view';
import { fundRepository, fundsOfCommunity, grantsOfFund } from './fund.repository';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];
export interface FundRef {
  readonly fundId: string;
}

/** Two administrators at once decide one after the other. */
const TRIES = 3;

/** Refuses NOT_FOUND. */
export const getFund = async ({ member, nowMs }: MemberContext, input: Parsed<'fund.get'>): Promise<FundPageView> => {
  const communityId = input.fundId === null ? (input.areaId ?? member.communityId) : communityOfFund(input.fundId);
  const funds = await fundsOfCommunity(communityId);
  const shown = input.fundId === null ? (funds[0] ?? null) : (funds.find(({ _id }) => _id === input.fundId) ?? fail('NOT_FOUND'));
  const grants = shown === null ? [] : await grantsOfFund(shown._id);
  const communityName = shown?.communityName ?? (communityId === member.communityId ? member.communityName : '');
  return fundPageView(funds, shown, grants, member, { communityId, communityName }, nowMs);
};

/** Refuses OUT_OF_AREA, BAD_INPUT, NOT_FOUND, TEXT_RISKY, FUND_EXISTS, OPERATION_REUSED. */
export const openFund = async (context: MemberContext, input: Parsed<'fund.open'>): Promise<FundRef> => {
  if (levelOf(input.communityId) !== 'community') return fail('BAD_INPUT', { fields: { communityId: '请选到社区这一级' } });
  if (!worksAt(context.member, input.communityId, ['administrator'])) return fail('OUT_OF_AREA');
  if (input.perGrantMaxFen > input.budgetFen) return fail('BAD_INPUT', { fields: { perGrantMaxFen: '不能比一年的总数多' } });
  const community = (await findArea(input.communityId)) ?? fail('NOT_FOUND');
  await checkWords(context, [input.documentNo, input.rulesText], 'rulesText');
  const { documentNo, budgetFen, perGrantMaxFen, rulesText } = input;
  const fund = newFund({ documentNo, budgetFen, perGrantMaxFen, rulesText }, community, stepOf(context, input));
  if ((await fundRepository.insert(fund)) === 'exists') {
    const standing = await fundRepository.get(fund._id);
    if (standing.operationId !== fund.operationId) return fail('FUND_EXISTS');
    return standing.inputHash === fund.inputHash ? { fundId: fund._id } : fail('OPERATION_REUSED');
  }
  await settleAfterCommand(FUND_KIND, fund._id, context.nowMs, context.requestId);
  return { fundId: fund._id };
};

const manages = ({ member }: MemberContext, communityId: string): boolean => worksAt(member, communityId, ['administrator']);

/** Refuses NOT_FOUND, PERSON_NOT_FOUND, NOT_ALLOWED, FUND_CHANGED, OPERATION_REUSED, BUSY. */
export const setAgent = async (context: MemberContext, input: Parsed<'fund.setAgent'>): Promise<FundRef> => {
  const agentId = input.code === null ? null : ((await memberRepository.findByCode(input.code)) ?? fail('PERSON_NOT_FOUND', { fields: { code: '没找到这个编号' } }))._id;
  await changeAggregate(FUND_KIND, context, input.fundId, (fund) => decideAgent(fund, agentId, manages(context, fund.communityId), stepOf(context, input)), TRIES);
  return { fundId: input.fundId };
};

/** Refuses NOT_FOUND, TEXT_RISKY, NOT_ALLOWED, FUND_CHANGED, FUND_OPEN_GRANTS, OPERATION_REUSED, BUSY. */
export const closeFund = async (context: MemberContext, input: Parsed<'fund.close'>): Promise<FundRef> => {
  await checkWords(context, [input.reportText], 'reportText');
  await changeAggregate(FUND_KIND, context, input.fundId, (fund) => decideCloseFund(fund, input.reportText, manages(context, fund.communityId), stepOf(context, input)), TRIES);
  return { fundId: input.fundId };
};
