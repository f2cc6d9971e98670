import { settleAfterCommand } from '../aggregate/settle.use-case';
import { contributionIdOfNumber, type Contribution } from './contribution';
import { CONTRIBUTION_KIND } from './contribution-kind';
import { contributionRepository } from './contribution.repository';
import { lookAtOrder, lookAtRefund } from './look-outside.use-case';

/** The order a callback names. Nothing else of it is read: it only says where to look. */
export const contributionIdOfCallback = (event: unknown): string | null => {
  const { outRefundNo, outTradeNo } = (typeof event === 'object' && event !== null ? event : {}) as { readonly outRefundNo?: unknown; readonly outTradeNo?: unknown };
  return contributionIdOfNumber(outRefundNo ?? outTradeNo);
};

const lookNow = async (contribution: Contribution): Promise<void> => {
  const { state, refund } = contribution;
  if (state === 'ordered' || state === 'closed') return lookAtOrder(contribution, false);
  if (refund !== null && refund.askedAtMs !== null && (state === 'refunding' || state === 'refundStuck')) return lookAtRefund(contribution);
};

/**
 * A callback came: WeChat is asked what is so, and that is kept before this ends. Late, double, forged or out of order
 * makes no difference. An order nobody made here says nothing.
 * @throws when WeChat did not answer or nothing could be kept: it calls again.
 */
export const receivePayment = async (contributionId: string, nowMs: number, requestId: string): Promise<'looked' | 'unknown'> => {
  const contribution = await contributionRepository.find(contributionId);
  if (contribution === null || contribution.kind === 'cash') return 'unknown';
  await lookNow(contribution);
  await settleAfterCommand(CONTRIBUTION_KIND, contributionId, nowMs, requestId);
  return 'looked';
};
