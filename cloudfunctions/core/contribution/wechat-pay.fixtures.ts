import type { RefundWord } from './refund-contribution';
import type { Seen } from './see-order';

interface PayOrder {
  readonly orderNo: string;
  readonly subMchId: string;
  readonly payerId: string;
  readonly amountFen: number;
  readonly endsAtMs: number;
  isClosed: boolean;
  paidAtMs: number | null;
}

interface PayRefund {
  readonly amountFen: number;
  isDone: boolean;
}

/** WeChat Pay as far as our decisions see it: orders, refunds, what the collector's account holds. */
export class WechatPay {
  readonly orders = new Map<string, PayOrder>();
  readonly refunds = new Map<string, PayRefund>();
  /** Refusals still to come before a refund is taken. */
  refusals = 0;
  isEmpty = false;

  /** The very same again is the same order; a closed number opens no more. */
  open(order: Pick<PayOrder, 'orderNo' | 'subMchId' | 'payerId' | 'amountFen' | 'endsAtMs'>): void {
    if (!this.orders.has(order.orderNo)) this.orders.set(order.orderNo, { ...order, isClosed: false, paidAtMs: null });
  }

  pay(orderNo: string, nowMs: number): boolean {
    const order = this.orders.get(orderNo);
    if (order === undefined || order.paidAtMs !== null || order.isClosed || nowMs >= order.endsAtMs) return false;
    order.paidAtMs = nowMs;
    return true;
  }

  close(orderNo: string): void {
    const order = this.orders.get(orderNo);
    if (order !== undefined && order.paidAtMs === null) order.isClosed = true;
  }

  see(orderNo: string, nowMs: number): Seen {
    const order = this.orders.get(orderNo);
    if (order === undefined) return { kind: 'none' };
    if (order.paidAtMs !== null) return { kind: 'paid', outTradeNo: order.orderNo, subMchId: order.subMchId, payerId: order.payerId, amountFen: order.amountFen, transactionId: `4200${orderNo}`, paidAtMs: order.paidAtMs };
    return { kind: order.isClosed || nowMs >= order.endsAtMs ? 'closed' : 'unpaid' };
  }

  askRefund(orderNo: string, refundNo: string, amountFen: number): RefundWord {
    const order = this.orders.get(orderNo);
    if (order === undefined || order.paidAtMs === null || amountFen > order.amountFen) throw new Error(`a refund of ${amountFen} of ${orderNo}, which never came to that`);
    const known = this.refunds.get(refundNo);
    if (known !== undefined) {
      if (known.amountFen !== amountFen) throw new Error(`refund ${refundNo} of another sum`);
      return { kind: 'accepted' };
    }
    if (this.isEmpty) return { kind: 'refused', isEmpty: true, words: '基本账户余额不足' };
    if (this.refusals > 0) {
      this.refusals -= 1;
      return { kind: 'refused', isEmpty: false, words: '系统繁忙' };
    }
    this.refunds.set(refundNo, { amountFen, isDone: false });
    return { kind: 'accepted' };
  }

  seeRefund(refundNo: string): RefundWord {
    const refund = this.refunds.get(refundNo);
    if (refund === undefined) return { kind: 'none' };
    return refund.isDone ? { kind: 'done', refundFen: refund.amountFen } : { kind: 'processing' };
  }

  finishRefunds(): void {
    for (const refund of this.refunds.values()) refund.isDone = true;
  }

  get paidFen(): number {
    return [...this.orders.values()].reduce((sum, { paidAtMs, amountFen }) => sum + (paidAtMs === null ? 0 : amountFen), 0);
  }

  get refundedFen(): number {
    return [...this.refunds.values()].reduce((sum, { isDone, amountFen }) => sum + (isDone ? amountFen : 0), 0);
  }
}
