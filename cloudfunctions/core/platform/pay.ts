import type { PaymentParams } from '@contract';
import { cloud } from './cloud';
import { countPayment } from './meter';
import { withinMs } from './openapi';

/**
 * WeChat Pay of cloud development, version 2. What WeChat refuses is an answer, never an exception; only a call that got no
 * answer throws. The SDK writes `errCode: 0` over the code of a refusal (WIRE.md 1.6), so its words are all that tells
 * one from another: whoever must be sure asks `queryOrder` or `queryRefund`.
 */
const PAY_MS = 8_000;
/** The function WeChat calls back. */
const CALLBACK = 'payment';

type Reply = Readonly<Record<string, unknown>>;
type Method = 'unifiedOrder' | 'queryOrder' | 'closeOrder' | 'refund' | 'queryRefund' | 'downloadBill';

const ask = async (method: Method, args: Reply): Promise<unknown> => {
  countPayment();
  // The SDK's types leave cloudPay out.
  const { cloudPay } = cloud as unknown as { readonly cloudPay: Readonly<Record<Method, (args: Reply) => Promise<unknown>>> };
  return withinMs(PAY_MS, cloudPay[method](args));
};

const askForReply = async (method: Method, args: Reply): Promise<Reply> => (await ask(method, args)) as Reply;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const isDone = (reply: Reply): boolean => reply.returnCode === 'SUCCESS' && reply.resultCode === 'SUCCESS';
const wordsOf = (reply: Reply): string => text(reply.errCodeDes) || text(reply.returnMsg) || '没有说原因';

/** WeChat writes the time of China: yyyyMMddHHmmss. */
const stampOf = (atMs: number): string => new Date(atMs + 8 * 3_600_000).toISOString().replace(/\D/g, '').slice(0, 14);
const momentOfStamp = (stamp: string): number => Date.parse(stamp.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6+08:00'));

export interface OrderAt {
  readonly subMchId: string;
  readonly outTradeNo: string;
}

export interface NewOrder extends OrderAt {
  /** As the payer reads it at the cashier; at most 128 characters. */
  readonly body: string;
  readonly amountFen: number;
  readonly endsAtMs: number;
}

export type OrderOpened = { readonly kind: 'opened'; readonly payment: PaymentParams } | { readonly kind: 'paid' } | { readonly kind: 'refused'; readonly words: string };

const paymentOf = (payment: unknown): PaymentParams => {
  const { timeStamp, nonceStr, package: packageText, signType, paySign } = (payment ?? {}) as Reply;
  return { timeStamp: text(timeStamp), nonceStr: text(nonceStr), package: text(packageText), signType: text(signType), paySign: text(paySign) };
};

/** Opens an order of whoever calls the function; the very same again gives the same one. @throws when WeChat did not answer. */
export const openPayOrder = async ({ subMchId, outTradeNo, body, amountFen, endsAtMs }: NewOrder): Promise<OrderOpened> => {
  const { ENV } = cloud.getWXContext() as { readonly ENV?: unknown };
  const reply = await askForReply('unifiedOrder', { subMchId, outTradeNo, body, totalFee: amountFen, spbillCreateIp: '127.0.0.1', envId: text(ENV), functionName: CALLBACK, timeExpire: stampOf(endsAtMs) });
  if (isDone(reply)) return { kind: 'opened', payment: paymentOf(reply.payment) };
  return /已支付/.test(wordsOf(reply)) ? { kind: 'paid' } : { kind: 'refused', words: wordsOf(reply) };
};

export type OrderSeen =
  | { readonly kind: 'paid'; readonly outTradeNo: string; readonly subMchId: string; readonly openid: string; readonly amountFen: number; readonly transactionId: string; readonly paidAtMs: number }
  | { readonly kind: 'unpaid' | 'closed' | 'none' }
  | { readonly kind: 'refused'; readonly words: string };

/** What WeChat says of an order; the only word on a payment that counts. @throws when WeChat did not answer. */
export const queryPayOrder = async (order: OrderAt): Promise<OrderSeen> => {
  const reply = await askForReply('queryOrder', { ...order });
  if (!isDone(reply)) return /not exist|不存在/i.test(wordsOf(reply)) ? { kind: 'none' } : { kind: 'refused', words: wordsOf(reply) };
  switch (reply.tradeState) {
    case 'SUCCESS':
    case 'REFUND':
      return { kind: 'paid', outTradeNo: text(reply.outTradeNo), subMchId: text(reply.subMchId), openid: text(reply.subOpenid), amountFen: Number(reply.totalFee), transactionId: text(reply.transactionId), paidAtMs: momentOfStamp(text(reply.timeEnd)) };
    case 'CLOSED':
    case 'REVOKED':
      return { kind: 'closed' };
    default:
      return { kind: 'unpaid' };
  }
};

/** Asks that an order be closed; whether it is, `queryPayOrder` tells: it may have been paid a moment before. @throws when WeChat did not answer. */
export const closePayOrder = async (order: OrderAt): Promise<void> => void (await askForReply('closeOrder', { ...order }));

export interface RefundAsked extends OrderAt {
  readonly outRefundNo: string;
  readonly paidFen: number;
  readonly refundFen: number;
}

export type RefundReply = { readonly kind: 'accepted' } | { readonly kind: 'notEnough' } | { readonly kind: 'refused'; readonly words: string };

/** Asks for a refund; the very same again is the same one. @throws when WeChat did not answer. */
export const askRefund = async ({ subMchId, outTradeNo, outRefundNo, paidFen, refundFen }: RefundAsked): Promise<RefundReply> => {
  const { ENV } = cloud.getWXContext() as { readonly ENV?: unknown };
  const reply = await askForReply('refund', { subMchId, outTradeNo, outRefundNo, totalFee: paidFen, refundFee: refundFen, envId: text(ENV), functionName: CALLBACK });
  if (isDone(reply)) return { kind: 'accepted' };
  return /余额不足/.test(wordsOf(reply)) ? { kind: 'notEnough' } : { kind: 'refused', words: wordsOf(reply) };
};

export type RefundSeen = { readonly kind: 'done'; readonly refundFen: number } | { readonly kind: 'processing' | 'none' } | { readonly kind: 'failed' } | { readonly kind: 'refused'; readonly words: string };

/** What WeChat says of a refund. @throws when WeChat did not answer. */
export const queryPayRefund = async ({ subMchId, outRefundNo }: Pick<RefundAsked, 'subMchId' | 'outRefundNo'>): Promise<RefundSeen> => {
  const reply = await askForReply('queryRefund', { subMchId, outRefundNo });
  if (!isDone(reply)) return /not exist|不存在/i.test(wordsOf(reply)) ? { kind: 'none' } : { kind: 'refused', words: wordsOf(reply) };
  if (reply.refundStatus_0 === 'SUCCESS') return { kind: 'done', refundFen: Number(reply.refundFee_0) };
  return { kind: reply.refundStatus_0 === 'PROCESSING' ? 'processing' : 'failed' };
};

export type BillReply = { readonly kind: 'bill'; readonly text: string } | { readonly kind: 'none' | 'notReady' } | { readonly kind: 'refused'; readonly words: string };

const billText = (reply: unknown): string | null => {
  const data: unknown = typeof reply === 'string' || Buffer.isBuffer(reply) ? reply : (reply as Reply | null)?.data;
  return typeof data === 'string' || Buffer.isBuffer(data) ? String(data) : null;
};

/** The bill of one day of a sub-merchant; "2026-11-28" in UTC+8. @throws when WeChat did not answer. */
export const downloadPayBill = async (subMchId: string, day: string): Promise<BillReply> => {
  const reply = await ask('downloadBill', { subMchId, billDate: day.replace(/-/g, ''), billType: 'ALL' });
  const bill = billText(reply);
  if (bill !== null) return { kind: 'bill', text: bill };
  const words = text((reply as Reply).returnMsg);
  if (/No Bill Exist/i.test(words)) return { kind: 'none' };
  return /Bill Creating/i.test(words) ? { kind: 'notReady' } : { kind: 'refused', words };
};
