import type { ApiContract, ApproverRole, GrantBudgetLine, GrantCardView, GrantView } from '@contract';
import { changeAggregate, settleAfterCommand } from '../aggregate/settle.use-case';
import { stepOf } from '../aggregate/step.use-case';
import { fail } from '../kernel/result';
import { worksAt } from '../member/member';
import type { MemberContext } from '../platform/context';
import { RULES } from '../rules';
import { checkWords } from '../shift/words-check.use-case';
import { allowedUses } from '../spending/use-table.repository';
import { teamRepository } from '../team/team.repository';
import { decideCloseGrant, decideReport } from './change-grant';
import { decideRefuseGrant, decideSupport, decideWithdrawGrant } from './change-fund';
import { FUND_KIND } from './fund-kind';
import { decidesGrants, grantCardView, grantView, maySeeGrant } from './fund-view';
import type { Fund } from './fund';
import { fundRepository, grantRepository, grantsOfContact } from './fund.repository';
import { actsForGrant, newGrant, sumOfLines, type Grant } from './grant';
import { GRANT_KIND } from './grant-kind';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];
export interface GrantRef {
  readonly grantId: string;
}

/** Two who decide in the same moment: the loser looks again. */
const TRIES = 4;

const assertMayApply = ({ member }: MemberContext, fund: Fund, lines: Parsed<'grant.apply'>['budgetLines']): void => {
  if (member.communityId !== fund.communityId) fail('OUT_OF_AREA');
  if (fund.state !== 'open') fail('FUND_CHANGED');
  if (Object.keys(fund.grants).length >= RULES.fund.grantsMax) fail('FUND_FULL');
  const askedFen = sumOfLines(lines);
  if (askedFen > fund.perGrantMaxFen) fail('BAD_INPUT', { fields: { budgetLines: `一个项目最多 ${fund.perGrantMaxFen / 100} 元` } });
  if (askedFen > fund.leftFen) fail('FUND_NOT_ENOUGH');
};

const committeeOf = async ({ member }: MemberContext, committee: Parsed<'grant.apply'>['committee']): Promise<Pick<Grant, 'teamId' | 'committeeName'>> => {
  if (committee.kind === 'named') return { teamId: null, committeeName: committee.name };
  if (!member.ledTeamIds.includes(committee.teamId)) return fail('NOT_ALLOWED', { message: '要由这支队伍的队长或副队长来申请。' });
  const team = (await teamRepository.find(committee.teamId)) ?? fail('NOT_FOUND');
  return { teamId: team._id, committeeName: team.name };
};

/** Refuses NOT_FOUND, OUT_OF_AREA, FUND_*, USE_*, NOT_ALLOWED, BAD_INPUT, TEXT_RISKY, OPERATION_REUSED. */
export const applyForGrant = async (context: MemberContext, input: Parsed<'grant.apply'>): Promise<GrantRef> => {
  const fund = await fundRepository.get(input.fundId);
  assertMayApply(context, fund, input.budgetLines);
  const uses = await allowedUses(fund.communityId, input.budgetLines.map(({ useKey }) => useKey));
  const committee = await committeeOf(context, input.committee);
  await checkWords(context, [input.title, input.story, committee.committeeName, ...input.budgetLines.map(({ text }) => text)], 'story');
  const budgetLines: readonly GrantBudgetLine[] = input.budgetLines.map((line) => ({ ...line, useLabel: uses.get(line.useKey)?.label ?? '' }));
  const grant = newGrant({ title: input.title, story: input.story, ...committee, budgetLines }, fund, stepOf(context, input));
  if ((await grantRepository.insert(grant)) === 'exists') return (await grantRepository.get(grant._id)).inputHash === grant.inputHash ? { grantId: grant._id } : fail('OPERATION_REUSED');
  await settleAfterCommand(GRANT_KIND, grant._id, context.nowMs, context.requestId);
  return { grantId: grant._id };
};

/** Refuses NOT_FOUND, also for what the reader may not see. */
export const getGrant = async ({ member }: MemberContext, { grantId }: Parsed<'grant.get'>): Promise<GrantView> => {
  const grant = await grantRepository.get(grantId);
  return maySeeGrant(grant, member) ? grantView(grant, await fundRepository.get(grant.fundId), member) : fail('NOT_FOUND');
};

export const myGrants = async ({ callerId }: MemberContext): Promise<readonly GrantCardView[]> => (await grantsOfContact(callerId)).map(grantCardView);

/** Refuses NOT_FOUND, TEXT_RISKY, NOT_ALLOWED, GRANT_*, BAD_INPUT, FUND_NOT_ENOUGH, OPERATION_REUSED, BUSY. */
export const decideOnGrant = async (context: MemberContext, input: Parsed<'grant.decide'>): Promise<GrantRef> => {
  const { grantId, decision } = input;
  if (decision.kind === 'refuse') await checkWords(context, [decision.note], 'note');
  const { fundId } = await grantRepository.get(grantId);
  const step = stepOf(context, input);
  await changeAggregate(FUND_KIND, context, fundId, (fund) => {
    const isAllowed = decidesGrants(fund, context.member);
    const role: ApproverRole = worksAt(context.member, fund.communityId, ['administrator']) ? 'administrator' : 'staff';
    return decision.kind === 'approve' ? decideSupport(fund, grantId, decision.amountFen, { role, isAllowed }, step) : decideRefuseGrant(fund, grantId, decision.note, isAllowed, step);
  }, TRIES);
  return { grantId };
};

/** Refuses NOT_FOUND, NOT_ALLOWED, GRANT_CHANGED, OPERATION_REUSED, BUSY. */
export const withdrawGrant = async (context: MemberContext, input: Parsed<'grant.withdraw'>): Promise<GrantRef> => {
  const { fundId } = await grantRepository.get(input.grantId);
  await changeAggregate(FUND_KIND, context, fundId, (fund) => decideWithdrawGrant(fund, input.grantId, stepOf(context, input)), TRIES);
  return { grantId: input.grantId };
};

/** Refuses NOT_FOUND, TEXT_RISKY, NOT_ALLOWED, GRANT_CHANGED, GRANT_OPEN_SPENDINGS, OPERATION_REUSED, BUSY. */
export const reportGrant = async (context: MemberContext, input: Parsed<'grant.report'>): Promise<GrantRef> => {
  await checkWords(context, [input.reportText], 'reportText');
  await changeAggregate(GRANT_KIND, context, input.grantId, (grant) => decideReport(grant, input.reportText, actsForGrant(grant, context.member), stepOf(context, input)), TRIES);
  return { grantId: input.grantId };
};

/** Refuses NOT_FOUND, TEXT_RISKY, NOT_ALLOWED, GRANT_OWN, GRANT_CHANGED, OPERATION_REUSED, BUSY. */
export const closeGrant = async (context: MemberContext, input: Parsed<'grant.close'>): Promise<GrantRef> => {
  if (input.askAgain !== '') await checkWords(context, [input.askAgain], 'askAgain');
  await changeAggregate(GRANT_KIND, context, input.grantId, (grant) => decideCloseGrant(grant, input.askAgain, decidesGrants(grant, context.member), stepOf(context, input)), TRIES);
  return { grantId: input.grantId };
};
