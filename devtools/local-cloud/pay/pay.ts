/** cloudPay (wx.wxPayApi) and what people do at the cashier. */
import type { SeedPayment } from '../seed';
import type { StateKeeper } from '../durability/state';
import { APP_ID } from '../functions/environment';
import type { Faults } from '../functions/faults';
import type { Functions } from '../functions/functions';
import type { Invocation } from '../functions/invocation';
import { invalidParameter } from '../kernel/cloud-error';
import type { Clock } from '../kernel/clock';
import { PayArgumentError } from './pay-arguments';
import { downloadBill } from './pay-bill';
import { PayBook, PREPAY_LIFE_MS, type PayOrder, type PayRefund, type TradeState } from './pay-book';
import { PayCallbacks, type PayCallback } from './pay-callbacks';
import { newTransactionId, PayOrders, providerOpenid } from './pay-orders';
import { PayRefunds } from './pay-refunds';
import { newNonce, payFailure, PROVIDER, type PayArguments, type PayReply } from './pay-reply';
import { momentOf, stampOf } from './pay-time';

const REFUND_TIMES = 5;

/** Stands for the payer of an order that a process outside made for nobody; whoever pays it becomes its payer. */
const OUTSIDE_PAYER = 'o-outside';

export interface PayOverview {
  readonly orders: readonly (Omit<PayOrder, 'fingerprint'> & { readonly state: TradeState; readonly packageId: string })[];
  readonly refunds: readonly (PayRefund & { readonly state: 'PROCESSING' | 'SUCCESS' })[];
  readonly callbacks: readonly PayCallback[];
  readonly merchantBalanceFen: number | null;
}

export class Pay {
  private readonly book: PayBook;
  private readonly orders: PayOrders;
  private readonly refunds: PayRefunds;
  private readonly callbacks: PayCallbacks;
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(
    functions: Functions,
    faults: Faults,
    state: StateKeeper,
    private readonly clock: Clock,
    /** Milliseconds between an act and its callback; a refund takes REFUND_TIMES as long. */
    private readonly delayMs: number,
  ) {
    clock.onMove(() => this.settleDue());
    this.book = new PayBook(state);
    this.orders = new PayOrders(this.book);
    this.refunds = new PayRefunds(this.book, this.orders, (refund) => this.settleSoon(refund));
    this.callbacks = new PayCallbacks(functions, faults, state, clock, delayMs);
  }

  /** What was paid before the world begins; nobody is told of it any more. */
  seed(payments: readonly SeedPayment[]): void {
    for (const { paidAtMs, transactionId, ...order } of payments) this.book.saveOrder({ ...order, prepayId: '', envId: '', functionName: '', fingerprint: '', expiresAtMs: paidAtMs, paid: { transactionId, atMs: paidAtMs } });
  }

  /** The bytes of the answer of one call: JSON in snake case, or a bill. */
  call(apiName: string, requestData: Buffer, invocation: Invocation): Buffer {
    const args = readArguments(requestData);
    const caller = invocation.openid ?? (invocation.openapi === undefined && args.openid === undefined && args.sub_openid === undefined ? OUTSIDE_PAYER : undefined);
    try {
      if (apiName === 'downloadBill') return downloadBill(this.book, args, this.clock.nowMs());
      return Buffer.from(JSON.stringify(this.answer(apiName, args, caller)));
    } catch (error) {
      if (error instanceof PayArgumentError) return Buffer.from(JSON.stringify(payFailure(error.message)));
      throw error;
    }
  }

  /** A person at the cashier, by the number of the order or the `package` of its payment. Gives what wx.requestPayment gives. */
  payAsPerson(named: { readonly outTradeNo?: unknown; readonly packageId?: unknown }, openid: unknown, outcome: unknown): { readonly errMsg: string; readonly outTradeNo: string } {
    const order = this.orderNamed(named);
    const { outTradeNo } = order;
    const nowMs = this.clock.nowMs();
    if (outcome !== 'paid' && outcome !== 'cancelled') throw invalidParameter('outcome must be "paid" or "cancelled"');
    const payer = order.openid === OUTSIDE_PAYER && typeof openid === 'string' && openid !== '' ? openid : order.openid;
    if (payer !== (openid ?? OUTSIDE_PAYER)) throw invalidParameter('requestPayment:fail 下单账号与支付账号不一致，请核实后再支付');
    if (order.paid !== undefined) throw invalidParameter('requestPayment:fail 该订单已支付，请勿重复支付');
    if (this.book.stateOf(order, nowMs) === 'CLOSED') throw invalidParameter('requestPayment:fail 订单已关闭');
    if (nowMs - order.createdAtMs >= PREPAY_LIFE_MS) throw invalidParameter('requestPayment:fail 订单已过期，请返回商家后重新下单');
    if (outcome === 'cancelled') return { errMsg: 'requestPayment:fail cancel', outTradeNo };
    const paid = this.book.saveOrder({ ...order, openid: payer, paid: { transactionId: newTransactionId(nowMs), atMs: nowMs } });
    this.callbacks.queue({ kind: 'payment', envId: paid.envId, functionName: paid.functionName, openid: paid.openid, event: paymentEvent(paid) });
    return { errMsg: 'requestPayment:ok', outTradeNo };
  }

  /** null: the merchant can always give back. */
  setMerchantBalance(fen: number | null): void {
    this.book.setBalance(fen);
  }

  overview(openid: string | undefined): PayOverview {
    const nowMs = this.clock.nowMs();
    const orders = this.book.orders().filter((order) => openid === undefined || order.openid === openid);
    const numbers = new Set(orders.map(({ subMchId, outTradeNo }) => `${subMchId}:${outTradeNo}`));
    return {
      orders: orders.map(({ fingerprint: _fingerprint, ...order }) => ({ ...order, state: this.book.stateOf(this.book.order(order.subMchId, order.outTradeNo) as PayOrder, nowMs), packageId: `prepay_id=${order.prepayId}` })),
      refunds: this.book.refunds().filter(({ subMchId, outTradeNo }) => numbers.has(`${subMchId}:${outTradeNo}`)).map((refund) => ({ ...refund, state: refund.doneAtMs === undefined ? 'PROCESSING' : 'SUCCESS' })),
      callbacks: this.callbacks.list().filter((callback) => openid === undefined || callback.openid === openid),
      merchantBalanceFen: this.book.balanceFen,
    };
  }

  /** Goes on where the process ended: refunds that are processed, callbacks that are not answered. */
  resume(): void {
    for (const refund of this.book.refunds()) if (refund.doneAtMs === undefined) this.settleSoon(refund);
    this.callbacks.resume();
  }

  close(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
    this.callbacks.close();
  }

  private answer(apiName: string, args: PayArguments, caller: string | undefined): PayReply {
    const nowMs = this.clock.nowMs();
    switch (apiName) {
      case 'unifiedOrder':
        return this.orders.unifiedOrder(args, caller, nowMs);
      case 'queryOrder':
        return this.orders.queryOrder(args, nowMs);
      case 'closeOrder':
        return this.orders.closeOrder(args, nowMs);
      case 'refund':
        return this.refunds.refund(args, nowMs);
      case 'queryRefund':
        return this.refunds.queryRefund(args);
      default:
        throw invalidParameter(`the local cloud does not support cloudPay.${apiName}`);
    }
  }

  private orderNamed({ outTradeNo, packageId }: { readonly outTradeNo?: unknown; readonly packageId?: unknown }): PayOrder {
    const prepayId = typeof packageId === 'string' ? packageId.replace(/^prepay_id=/, '') : undefined;
    const order = this.book.orders().find((each) => (prepayId === undefined ? each.outTradeNo === outTradeNo : each.prepayId === prepayId));
    if (order === undefined) throw invalidParameter('no such order: give outTradeNo or packageId');
    return order;
  }

  private settleSoon(refund: PayRefund): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      // A timer may be a moment early, and the clock may have been set back.
      if (this.dueAtMs(refund) > this.clock.nowMs()) this.settleSoon(refund);
      else this.settleDue();
    }, Math.max(0, this.dueAtMs(refund) - this.clock.nowMs()));
    timer.unref();
    this.timers.add(timer);
  }

  /** Ends the refunds whose time is over, be it that time passed or that the clock was moved. */
  private settleDue(): void {
    const nowMs = this.clock.nowMs();
    for (const refund of this.book.refunds()) if (refund.doneAtMs === undefined && this.dueAtMs(refund) <= nowMs) this.settle(refund);
  }

  private dueAtMs({ createdAtMs }: PayRefund): number {
    return createdAtMs + this.delayMs * REFUND_TIMES;
  }

  private settle(refund: PayRefund): void {
    const done = this.book.saveRefund({ ...refund, doneAtMs: this.clock.nowMs() });
    const order = this.book.order(done.subMchId, done.outTradeNo);
    if (order === undefined || done.functionName === undefined || done.envId === undefined) return;
    this.callbacks.queue({ kind: 'refund', envId: done.envId, functionName: done.functionName, openid: order.openid, event: refundEvent(order, done) });
  }
}

function readArguments(requestData: Buffer): PayArguments {
  let value: unknown;
  try {
    value = JSON.parse(requestData.toString('utf8'));
  } catch {
    throw invalidParameter('requestData is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalidParameter('requestData must be a JSON object');
  return value as PayArguments;
}

const eventHead = ({ subMchId, openid }: PayOrder): Record<string, unknown> => ({
  appid: PROVIDER.appid,
  mchId: PROVIDER.mchId,
  subAppid: APP_ID,
  subMchId,
  nonceStr: newNonce(),
  returnCode: 'SUCCESS',
  userInfo: { appId: APP_ID, openId: openid },
});

/** The event of a payment, field for field as real environments were seen to send it. */
const paymentEvent = (order: PayOrder): Record<string, unknown> => ({
  ...eventHead(order),
  bankType: 'OTHERS',
  cashFee: order.totalFeeFen,
  feeType: 'CNY',
  isSubscribe: 'N',
  openid: providerOpenid(order.openid),
  outTradeNo: order.outTradeNo,
  resultCode: 'SUCCESS',
  subIsSubscribe: 'N',
  subOpenid: order.openid,
  timeEnd: stampOf(order.paid?.atMs ?? 0),
  totalFee: order.totalFeeFen,
  tradeType: 'JSAPI',
  transactionId: order.paid?.transactionId,
  ...(order.attach !== undefined && { attach: order.attach }),
});

/** The event of a refund: the fields of WeChat Pay's refund notification, after it was opened. */
const refundEvent = (order: PayOrder, refund: PayRefund): Record<string, unknown> => ({
  ...eventHead(order),
  transactionId: order.paid?.transactionId,
  outTradeNo: order.outTradeNo,
  refundId: refund.refundId,
  outRefundNo: refund.outRefundNo,
  totalFee: order.totalFeeFen,
  settlementTotalFee: order.totalFeeFen,
  refundFee: refund.refundFeeFen,
  settlementRefundFee: refund.refundFeeFen,
  refundStatus: 'SUCCESS',
  successTime: momentOf(refund.doneAtMs ?? 0),
  refundRecvAccout: '支付用户零钱',
  refundAccount: 'REFUND_SOURCE_RECHARGE_FUNDS',
  refundRequestSource: 'API',
});
