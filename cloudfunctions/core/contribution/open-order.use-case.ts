import type { ContributionView, PaymentParams } from '@contract';
import { settleAfterCommand } from '../aggregate/settle.use-case';
import { stepOf } from '../aggregate/step.use-case';
import { tellAggregate } from '../aggregate/tell.use-case';
import { fail, unwrap } from '../kernel/result';
import { groundFor } from '../lane/lane.repository';
import { checkText } from '../platform/content-check';
import type { MemberContext } from '../platform/context';
import { logDefect } from '../platform/log';
import { openPayOrder } from '../platform/pay';
import { newCash, newOrder, type CashDraft, type Collector, type Contribution, type GiftDraft } from './contribution';
import { CONTRIBUTION_KIND } from './contribution-kind';
import { contributionRepository } from './contribution.repository';
import { contributionView } from './contribution-view';
import { lookAtOrder } from './look-outside.use-case';
import { decideClosed } from './see-order';

/** WeChat takes 128 characters; a title may hold anything else too. */
const bodyOf = (title: string): string => [...`${title}`].slice(0, 40).join('');

/** The same act again finds what it made; the same operation with other input is refused. One request, two for a repeat. */
const insertOrFind = async (contribution: Contribution, operationId: string, inputHash: string): Promise<Contribution> => {
  if ((await contributionRepository.insert(contribution)) === 'inserted') return contribution;
  const standing = await contributionRepository.get(contribution._id);
  return standing.steps[operationId] === inputHash ? standing : fail('OPERATION_REUSED');
};

/** Refuses PAY_NOT_ANSWERED, when the same call again finds the same order; PAY_REFUSED. */
const openAtWechat = async (context: MemberContext, contribution: Contribution): Promise<PaymentParams | null> => {
  const { _id, subMchId, targetTitle, amountFen, orderEndsAtMs, state } = contribution;
  if (state !== 'ordered' || subMchId === null || orderEndsAtMs <= context.nowMs) return null;
  const opened = await openPayOrder({ subMchId, outTradeNo: _id, body: bodyOf(targetTitle), amountFen, endsAtMs: orderEndsAtMs }).catch((error: unknown) => {
    logDefect(context.requestId, 'unifiedOrder', error);
    return fail('PAY_NOT_ANSWERED');
  });
  if (opened.kind === 'opened') return opened.payment;
  if (opened.kind === 'paid') {
    await lookAtOrder(contribution, false);
    return null;
  }
  logDefect(context.requestId, 'unifiedOrder', new Error(opened.words));
  await tellAggregate(CONTRIBUTION_KIND, _id, (standing) => decideClosed(standing, context.nowMs));
  return fail('PAY_REFUSED');
};

/**
 * The cashier once more for an order of the caller's that waits; one that came to an end meanwhile answers how it ended.
 * The lane may have been shut since, or what it is for be over. One request besides the payment call.
 * @throws RefusedError GIVE_NOT_NOW, LANE_CLOSED, GIVE_TOO_LATE, PAY_REFUSED, PAY_NOT_ANSWERED.
 */
export const reopenOrder = async (context: MemberContext, contribution: Contribution): Promise<ContributionView> => {
  const { _id, state, communityId, target, orderEndsAtMs, endReason } = contribution;
  if (state !== 'ordered') return contributionView(contribution);
  if (endReason !== null) return fail('GIVE_NOT_NOW');
  if (orderEndsAtMs <= context.nowMs) return fail('GIVE_TOO_LATE');
  if ((await groundFor(communityId, target.lane)) === null) return fail('LANE_CLOSED');
  const payment = await openAtWechat(context, contribution);
  return contributionView(payment === null ? await contributionRepository.get(_id) : contribution, payment);
};

export interface OrderAsked extends GiftDraft {
  readonly collector: Collector;
  /** No order lives longer: the end of the stage. */
  readonly acceptsUntilMs: number;
  /** As the receipt says it, where that is not whoever pays: a shop, a unit. */
  readonly giverName?: string;
}

/**
 * Opens an order of the caller's at WeChat and notes it first, so that whatever happens to it is found. The same operation
 * again gives the same order. One request besides the payment call, two for a repeat; the ledger hears of it as delivery.
 * @throws RefusedError BAD_INPUT, GIVE_TOO_LATE, PAY_NOT_HERE, PAY_REFUSED, PAY_NOT_ANSWERED, OPERATION_REUSED.
 */
export const openOrder = async (context: MemberContext, { collector, acceptsUntilMs, giverName, ...draft }: OrderAsked): Promise<ContributionView> => {
  if (collector.kind !== 'subMerchant') return fail('PAY_NOT_HERE');
  const step = stepOf(context, { target: draft.target, amountFen: draft.amountFen, isAnonymous: draft.isAnonymous });
  const order = unwrap(newOrder(draft, collector, { memberId: context.member._id, name: giverName ?? context.member.displayName }, acceptsUntilMs, step));
  const contribution = await insertOrFind(order, step.operationId, step.inputHash);
  const payment = await openAtWechat(context, contribution);
  await settleAfterCommand(CONTRIBUTION_KIND, contribution._id, context.nowMs, context.requestId);
  return contributionView(payment === null ? await contributionRepository.get(contribution._id) : contribution, payment);
};

/**
 * Notes cash that the caller took in; another person confirms it. The caller's right to do so is the lane's to check.
 * @throws RefusedError BAD_INPUT, TEXT_RISKY, OPERATION_REUSED.
 */
export const enterCash = async (context: MemberContext, draft: CashDraft): Promise<ContributionView> => {
  const { target, amountFen, giverName, receiptNo, isAnonymous } = draft;
  const step = stepOf(context, { target, amountFen, giverName, receiptNo, isAnonymous });
  const cash = unwrap(newCash(draft, { memberId: context.member._id, name: context.member.displayName }, step));
  if ((await checkText(context.openid, [giverName, receiptNo])) === 'review') fail('TEXT_RISKY', { fields: { giverName: '请换个写法' } });
  const contribution = await insertOrFind(cash, step.operationId, step.inputHash);
  await settleAfterCommand(CONTRIBUTION_KIND, contribution._id, context.nowMs, context.requestId);
  return contributionView(contribution);
};
