import { LIMITS, type ApiContract, type ContributionView, type Page, type ReceiptView, type WaitingMoneyView } from '@contract';
import * as v from 'valibot';
import type { OutcomeOf } from '../aggregate/change';
import { changeAggregate, settleAfterCommand } from '../aggregate/settle.use-case';
import { stepOf } from '../aggregate/step.use-case';
import { decodeCursor, encodeCursor } from '../kernel/cursor';
import { fail, type Result } from '../kernel/result';
import { worksAt, type Member } from '../member/member';
import { checkText } from '../platform/content-check';
import type { MemberContext } from '../platform/context';
import { whereAfter } from '../platform/keyset';
import { logDefect } from '../platform/log';
import type { Contribution } from './contribution';
import type { ContributionEvent } from './contribution-event';
import { CONTRIBUTION_KIND } from './contribution-kind';
import { contributionRepository } from './contribution.repository';
import { contributionView, receiptView, waitingMoneyView } from './contribution-view';
import { decideConfirmCash, decideConfirmReturn, decideRecordReturn, decideRefuseCash } from './handle-cash';
import { lookAtOrder } from './look-outside.use-case';
import { reopenOrder } from './open-order.use-case';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

const isGiver = ({ giverId }: Contribution, reader: Member): boolean => giverId === reader._id;

/** Nobody else's gift is found; of cash, staff of its community find it. Refuses NOT_FOUND. */
const readable = async ({ member }: MemberContext, contributionId: string): Promise<Contribution> => {
  const contribution = await contributionRepository.get(contributionId);
  return isGiver(contribution, member) || (contribution.kind === 'cash' && worksAt(member, contribution.communityId)) ? contribution : fail('NOT_FOUND');
};

export const getContribution = async (context: MemberContext, { contributionId }: Parsed<'contribution.get'>): Promise<ContributionView> => contributionView(await readable(context, contributionId));

/** Refuses NOT_FOUND, NO_RECEIPT_YET. */
export const getReceipt = async (context: MemberContext, { contributionId }: Parsed<'contribution.receipt'>): Promise<ReceiptView> => receiptView(await readable(context, contributionId)) ?? fail('NO_RECEIPT_YET');

const PLACE = v.tuple([v.number(), v.string()]);
const MINE_ORDER = [['orderedAtMs', 'desc'], ['_id', 'desc']] as const;
const WAITING_ORDER = [['orderedAtMs', 'asc'], ['_id', 'asc']] as const;

const pageOf = async <T>(where: Readonly<Record<string, unknown>>, order: typeof MINE_ORDER | typeof WAITING_ORDER, cursor: string | null, viewOf: (contribution: Contribution) => T): Promise<Page<T>> => {
  const found = await contributionRepository.list({ where: whereAfter(where, order, decodeCursor(cursor, PLACE)), order, limit: LIMITS.pageSize + 1 });
  const page = found.slice(0, LIMITS.pageSize);
  const end = page.at(-1);
  return { items: page.map(viewOf), nextCursor: found.length > page.length && end ? encodeCursor([end.orderedAtMs, end._id]) : null };
};

export const myContributions = ({ member }: MemberContext, { cursor }: Parsed<'contribution.mine'>): Promise<Page<ContributionView>> => pageOf({ giverId: member._id }, MINE_ORDER, cursor, (contribution) => contributionView(contribution));

export const waitingMoney = ({ member }: MemberContext, { cursor }: Parsed<'contribution.waiting'>): Promise<Page<WaitingMoneyView>> =>
  pageOf({ communityId: member.communityId, isWaiting: true }, WAITING_ORDER, worksAt(member, member.communityId) ? cursor : fail('OUT_OF_AREA'), (contribution) => waitingMoneyView(contribution, member));

/** Asks WeChat what became of the caller's own order. Refuses NOT_FOUND, PAY_NOT_ANSWERED. */
const lookForGiver = async (context: MemberContext, contributionId: string, isOver: boolean): Promise<ContributionView> => {
  const contribution = await contributionRepository.get(contributionId);
  if (!isGiver(contribution, context.member)) return fail('NOT_FOUND');
  if (contribution.state !== 'ordered') return contributionView(contribution);
  await lookAtOrder(contribution, isOver).catch((error: unknown) => {
    logDefect(context.requestId, 'look at order', error);
    return fail('PAY_NOT_ANSWERED');
  });
  const after = await contributionRepository.get(contributionId);
  await settleAfterCommand(CONTRIBUTION_KIND, contributionId, context.nowMs, context.requestId);
  return contributionView(after);
};

export const confirmContribution = (context: MemberContext, { contributionId }: Parsed<'contribution.confirm'>): Promise<ContributionView> => lookForGiver(context, contributionId, false);
export const cancelContribution = (context: MemberContext, { contributionId }: Parsed<'contribution.cancel'>): Promise<ContributionView> => lookForGiver(context, contributionId, true);

type Decide = (contribution: Contribution) => Result<OutcomeOf<ContributionEvent>>;

const handle = async (context: MemberContext, contributionId: string, decide: Decide): Promise<WaitingMoneyView> => waitingMoneyView(await changeAggregate(CONTRIBUTION_KIND, context, contributionId, decide), context.member);

const checkNote = async ({ openid }: MemberContext, note: string): Promise<void> => {
  if (note !== '' && (await checkText(openid, [note])) === 'review') fail('TEXT_RISKY', { fields: { note: '请换个说法' } });
};

export const confirmCash = (context: MemberContext, input: Parsed<'contribution.confirmCash'>): Promise<WaitingMoneyView> =>
  handle(context, input.contributionId, (contribution) => decideConfirmCash(contribution, context.member, stepOf(context, input)));

export const refuseCash = async (context: MemberContext, input: Parsed<'contribution.refuseCash'>): Promise<WaitingMoneyView> => {
  await checkNote(context, input.note);
  return handle(context, input.contributionId, (contribution) => decideRefuseCash(contribution, input.note, context.member, stepOf(context, input)));
};

export const recordReturn = async (context: MemberContext, input: Parsed<'contribution.recordReturn'>): Promise<WaitingMoneyView> => {
  await checkNote(context, input.note);
  return handle(context, input.contributionId, (contribution) => decideRecordReturn(contribution, input.note, context.member, stepOf(context, input)));
};

export const confirmReturn = (context: MemberContext, input: Parsed<'contribution.confirmReturn'>): Promise<WaitingMoneyView> =>
  handle(context, input.contributionId, (contribution) => decideConfirmReturn(contribution, context.member, stepOf(context, input)));

/** Refuses NOT_FOUND for anybody else's, GIVE_NOT_NOW, LANE_CLOSED, GIVE_TOO_LATE, PAY_REFUSED, PAY_NOT_ANSWERED. */
export const payOn = async (context: MemberContext, { contributionId }: Parsed<'contribution.payOn'>): Promise<ContributionView> => {
  const contribution = await contributionRepository.get(contributionId);
  return isGiver(contribution, context.member) ? reopenOrder(context, contribution) : fail('NOT_FOUND');
};
