import { tellAggregate } from '../aggregate/tell.use-case';
import { systemClock } from '../kernel/clock';
import { memberIdOf } from '../kernel/ids';
import { environmentValue } from '../platform/environment';
import { askRefund, closePayOrder, queryPayOrder, queryPayRefund, type RefundReply, type RefundSeen } from '../platform/pay';
import { refundNoOf, type Contribution } from './contribution';
import { CONTRIBUTION_KIND } from './contribution-kind';
import { decideRefundWord, type RefundWord } from './refund-contribution';
import { decideSeen, type Seen } from './see-order';

const orderOf = ({ _id, subMchId }: Contribution): { readonly subMchId: string; readonly outTradeNo: string } => {
  if (subMchId === null) throw new Error(`contribution ${_id} has no order at WeChat`);
  return { subMchId, outTradeNo: _id };
};

/** What WeChat says now, in our words. @throws when it did not answer, or would not say. */
const seenNow = async (contribution: Contribution): Promise<Seen> => {
  const seen = await queryPayOrder(orderOf(contribution));
  if (seen.kind === 'refused') throw new Error(`order ${contribution._id}: ${seen.words}`);
  if (seen.kind === 'paid') return { ...seen, payerId: memberIdOf(seen.openid, environmentValue('LINYUAN_ID_SECRET')) };
  return { kind: seen.kind };
};

/** Closes an order that is over and was not paid; what WeChat says after that counts, since it may be paid at that very moment. */
const seenAtEnd = async (contribution: Contribution): Promise<Seen> => {
  const seen = await seenNow(contribution);
  if (seen.kind !== 'unpaid') return seen;
  await closePayOrder(orderOf(contribution));
  return seenNow(contribution);
};

/** Asks WeChat what became of an order and notes it; `isOver` closes it as well. @throws when WeChat did not answer: the clock asks again. */
export const lookAtOrder = async (contribution: Contribution, isOver: boolean): Promise<void> => {
  const seen = isOver ? await seenAtEnd(contribution) : await seenNow(contribution);
  await tellAggregate(CONTRIBUTION_KIND, contribution._id, (standing) => decideSeen(standing, seen, systemClock.nowMs()));
};

const wordOfReply = (reply: RefundReply): RefundWord => {
  if (reply.kind === 'accepted') return { kind: 'accepted' };
  return { kind: 'refused', isEmpty: reply.kind === 'notEnough', words: reply.kind === 'notEnough' ? '收款户里的钱不够退' : reply.words };
};

const wordOfSeen = (seen: RefundSeen): RefundWord => {
  if (seen.kind === 'failed') return { kind: 'refused', isEmpty: true, words: '退款没有成，要在微信商户平台看一眼' };
  if (seen.kind === 'refused') return { kind: 'refused', isEmpty: false, words: seen.words };
  return seen.kind === 'done' ? seen : { kind: seen.kind };
};

/** Asks for a refund, or how far it is, and notes it. @throws when WeChat did not answer: the clock asks again. */
export const lookAtRefund = async (contribution: Contribution): Promise<void> => {
  const { refund, paidFen } = contribution;
  if (refund === null || paidFen === null) return;
  const order = orderOf(contribution);
  const outRefundNo = refundNoOf(contribution._id);
  const word = refund.askedAtMs === null
    ? wordOfReply(await askRefund({ ...order, outRefundNo, paidFen, refundFen: refund.amountFen }))
    : wordOfSeen(await queryPayRefund({ subMchId: order.subMchId, outRefundNo }));
  await tellAggregate(CONTRIBUTION_KIND, contribution._id, (standing) => decideRefundWord(standing, word, systemClock.nowMs()));
};

/** What is to be asked of WeChat in the state it is in. */
export const lookOutside = async (contribution: Contribution, nowMs: number): Promise<void> => {
  if (contribution.kind === 'cash') return;
  if (contribution.state === 'ordered') await lookAtOrder(contribution, nowMs >= contribution.orderEndsAtMs);
  if (contribution.state === 'refunding' || contribution.state === 'refundStuck') await lookAtRefund(contribution);
};
