/** refund and queryRefund. A refund is accepted at once and done a while later. */
import { randomInt } from 'node:crypto';
import { fee, merchant, optionalText, refundNumber } from './pay-arguments';
import type { PayBook, PayOrder, PayRefund } from './pay-book';
import type { PayOrders } from './pay-orders';
import { payRefusal, paySuccess, type PayArguments, type PayReply } from './pay-reply';
import { dayOf, momentOf } from './pay-time';

const OTHER_AMOUNTS = '订单金额或退款金额与之前请求不一致，请核实后再试';
const REFUNDS_LIMIT = 50;
const PAGE = 10;

const newRefundId = (nowMs: number): string => `503${String(randomInt(1e9)).padStart(9, '0')}${dayOf(nowMs)}${String(randomInt(1e9)).padStart(9, '0')}`;

const accepted = (order: PayOrder, refund: PayRefund): PayReply =>
  paySuccess(order.subMchId, {
    transaction_id: order.paid?.transactionId ?? '',
    out_trade_no: order.outTradeNo,
    out_refund_no: refund.outRefundNo,
    refund_id: refund.refundId,
    refund_channel: [],
    refund_fee: refund.refundFeeFen,
    total_fee: order.totalFeeFen,
    cash_fee: order.totalFeeFen,
    cash_refund_fee: refund.refundFeeFen,
    coupon_refund_fee: 0,
    coupon_refund_count: 0,
    coupon_type_list: [],
    coupon_refund_id_list: [],
    coupon_refund_fee_list: [],
  });

/** The fields of one refund in queryRefund, numbered from 0 (documentation of CloudPay.queryRefund). */
const numbered = (refund: PayRefund, n: number): Record<string, unknown> => ({
  [`out_refund_no_${n}`]: refund.outRefundNo,
  [`refund_id_${n}`]: refund.refundId,
  [`refund_channel_${n}`]: 'ORIGINAL',
  [`refund_fee_${n}`]: refund.refundFeeFen,
  [`refund_status_${n}`]: refund.doneAtMs === undefined ? 'PROCESSING' : 'SUCCESS',
  [`refund_account_${n}`]: 'REFUND_SOURCE_RECHARGE_FUNDS',
  [`refund_recv_accout_${n}`]: '支付用户的零钱',
  ...(refund.doneAtMs !== undefined && { [`refund_success_time_${n}`]: momentOf(refund.doneAtMs) }),
});

/** Lists that a real environment was seen to send beside refund_count, empty although there was a refund. */
const EMPTY_LISTS = Object.fromEntries(
  ['out_refund_no_list', 'refund_id_list', 'refund_channel', 'refund_fee_list', 'settlement_refund_fee_list', 'coupon_type_array', 'coupon_refund_fee_list', 'coupon_refund_count_list', 'coupon_refund_id_array', 'coupon_refund_fee_array', 'refund_status_list', 'refund_account_list', 'refund_recv_accout_list', 'refund_success_time_list'].map((name) => [name, []]),
);

export class PayRefunds {
  constructor(
    private readonly book: PayBook,
    private readonly orders: PayOrders,
    private readonly onAccepted: (refund: PayRefund) => void,
  ) {}

  refund(args: PayArguments, nowMs: number): PayReply {
    const subMchId = merchant(args);
    const outRefundNo = refundNumber(args);
    const totalFeeFen = fee(args, 'total_fee');
    const refundFeeFen = fee(args, 'refund_fee');
    const refuse = (code: string, description: string): PayReply => payRefusal(subMchId, code, description);
    const order = this.orders.find(args);
    if (order === undefined) return refuse('ORDERNOTEXIST', '订单不存在');
    if (order.paid === undefined) return refuse('TRADE_STATE_ERROR', '订单状态错误');
    const known = this.book.refunds().find((refund) => refund.subMchId === subMchId && refund.outRefundNo === outRefundNo);
    if (totalFeeFen !== order.totalFeeFen) return refuse('INVALID_REQUEST', OTHER_AMOUNTS);
    if (known !== undefined) return known.outTradeNo === order.outTradeNo && known.refundFeeFen === refundFeeFen ? accepted(order, known) : refuse('INVALID_REQUEST', OTHER_AMOUNTS);
    const before = this.book.refundsOf(order);
    if (before.length >= REFUNDS_LIMIT) return refuse('ERROR', '部分退款次数超过限制');
    if (before.reduce((sum, refund) => sum + refund.refundFeeFen, refundFeeFen) > order.totalFeeFen) return refuse('ERROR', '累计退款金额大于支付金额');
    const { balanceFen } = this.book;
    if (balanceFen !== null && balanceFen < refundFeeFen) return refuse('NOTENOUGH', '基本账户余额不足，请充值后重新发起');
    if (balanceFen !== null) this.book.setBalance(balanceFen - refundFeeFen);
    const description = optionalText(args, 'refund_desc', 80);
    const envId = optionalText(args, 'env_id');
    const functionName = optionalText(args, 'function_name');
    const refund = this.book.saveRefund({
      subMchId, outTradeNo: order.outTradeNo, outRefundNo, refundId: newRefundId(nowMs), refundFeeFen, createdAtMs: nowMs,
      ...(description !== undefined && { description }),
      ...(envId !== undefined && { envId }),
      ...(functionName !== undefined && { functionName }),
    });
    this.onAccepted(refund);
    return accepted(order, refund);
  }

  /** By refund_id, out_refund_no, transaction_id or out_trade_no, in this order; ten at a time. */
  queryRefund(args: PayArguments): PayReply {
    const subMchId = merchant(args);
    const found = this.select(args, subMchId);
    const order = found[0] === undefined ? undefined : this.book.order(subMchId, found[0].outTradeNo);
    if (order === undefined) return payRefusal(subMchId, 'REFUNDNOTEXIST', 'not exist');
    const { offset = 0 } = args;
    if (typeof offset !== 'number' || !Number.isInteger(offset) || offset < 0 || offset >= found.length) return payRefusal(subMchId, 'PARAM_ERROR', 'invalid offset');
    const page = found.slice(offset, offset + PAGE);
    return paySuccess(subMchId, {
      transaction_id: order.paid?.transactionId ?? '',
      out_trade_no: order.outTradeNo,
      total_fee: order.totalFeeFen,
      cash_fee: order.totalFeeFen,
      total_refund_count: found.length,
      refund_count: page.length,
      ...Object.assign({}, ...page.map(numbered)) as Record<string, unknown>,
      ...EMPTY_LISTS,
    });
  }

  private select(args: PayArguments, subMchId: string): readonly PayRefund[] {
    const own = this.book.refunds().filter((refund) => refund.subMchId === subMchId);
    const refundId = optionalText(args, 'refund_id', 32);
    if (refundId !== undefined) return own.filter((refund) => refund.refundId === refundId);
    if (optionalText(args, 'out_refund_no', 64) !== undefined) return own.filter((refund) => refund.outRefundNo === refundNumber(args));
    const order = this.orders.find(args);
    return order === undefined ? [] : this.book.refundsOf(order);
  }
}
