/** Orders and refunds as WeChat Pay keeps them, in the state beside the documents, so they survive a kill. */
import type { StateKeeper } from '../durability/state';
import { DAY_MS } from './pay-time';

export interface PayOrder {
  readonly subMchId: string;
  readonly outTradeNo: string;
  readonly body: string;
  readonly attach?: string;
  readonly deviceInfo?: string;
  readonly totalFeeFen: number;
  /** Who may pay. */
  readonly openid: string;
  readonly prepayId: string;
  readonly envId: string;
  readonly functionName: string;
  /** What a repeated request must agree in. */
  readonly fingerprint: string;
  readonly createdAtMs: number;
  /** From then on it counts as closed when it was not paid. */
  readonly expiresAtMs: number;
  readonly closedAtMs?: number;
  readonly paid?: { readonly transactionId: string; readonly atMs: number };
}

export interface PayRefund {
  readonly subMchId: string;
  readonly outTradeNo: string;
  readonly outRefundNo: string;
  readonly refundId: string;
  readonly refundFeeFen: number;
  readonly description?: string;
  readonly envId?: string;
  readonly functionName?: string;
  readonly createdAtMs: number;
  /** Absent while it is processed. */
  readonly doneAtMs?: number;
}

export type TradeState = 'NOTPAY' | 'SUCCESS' | 'REFUND' | 'CLOSED';

/** A prepay id opens the cashier for two hours. */
export const PREPAY_LIFE_MS = 2 * 60 * 60 * 1000;
/** An order nobody pays is closed after seven days, or at its time_expire. */
export const ORDER_LIFE_MS = 7 * DAY_MS;

const ORDER_PREFIX = 'pay:order:';
const REFUND_PREFIX = 'pay:refund:';
const BALANCE = 'pay:balance';

export class PayBook {
  constructor(private readonly state: StateKeeper) {}

  order(subMchId: string, outTradeNo: string): PayOrder | undefined {
    return this.state.get<PayOrder>(`${ORDER_PREFIX}${subMchId}:${outTradeNo}`);
  }

  orders(): readonly PayOrder[] {
    return [...this.state.withPrefix(ORDER_PREFIX)].map(([, order]) => order as PayOrder);
  }

  saveOrder(order: PayOrder): PayOrder {
    this.state.set(`${ORDER_PREFIX}${order.subMchId}:${order.outTradeNo}`, order);
    return order;
  }

  refunds(): readonly PayRefund[] {
    return [...this.state.withPrefix(REFUND_PREFIX)].map(([, refund]) => refund as PayRefund);
  }

  refundsOf({ subMchId, outTradeNo }: PayOrder): readonly PayRefund[] {
    return this.refunds().filter((refund) => refund.subMchId === subMchId && refund.outTradeNo === outTradeNo);
  }

  saveRefund(refund: PayRefund): PayRefund {
    this.state.set(`${REFUND_PREFIX}${refund.subMchId}:${refund.outRefundNo}`, refund);
    return refund;
  }

  /** What the merchant can still give back, in 分; null when it is not looked at. */
  get balanceFen(): number | null {
    return this.state.get<number>(BALANCE) ?? null;
  }

  setBalance(fen: number | null): void {
    this.state.set(BALANCE, fen);
  }

  stateOf(order: PayOrder, nowMs: number): TradeState {
    if (order.paid !== undefined) return this.refundsOf(order).length > 0 ? 'REFUND' : 'SUCCESS';
    return order.closedAtMs !== undefined || nowMs >= order.expiresAtMs ? 'CLOSED' : 'NOTPAY';
  }
}
