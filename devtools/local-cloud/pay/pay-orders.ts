/** unifiedOrder, queryOrder, closeOrder: an order from its first request to the end of its life. */
import { randomInt } from 'node:crypto';
import { isIP } from 'node:net';
import { APP_ID } from '../functions/environment';
import { fee, merchant, neededText, optionalText, orderNumber, PayArgumentError } from './pay-arguments';
import { ORDER_LIFE_MS, PREPAY_LIFE_MS, type PayBook, type PayOrder, type TradeState } from './pay-book';
import { newNonce, payRefusal, paySuccess, PROVIDER, signatureOf, type PayArguments, type PayReply } from './pay-reply';
import { dayOf, parseStamp, stampOf } from './pay-time';

const SAME_NUMBER = '201 商户订单号重复';
const STATE_WORDS: Readonly<Record<TradeState, string>> = { NOTPAY: '订单未支付', SUCCESS: '支付成功', REFUND: '订单发生过退款，退款详情请查询退款单', CLOSED: '订单已关闭' };

const randomDigits = (count: number): string => Array.from({ length: count }, () => randomInt(10)).join('');

/** 28 digits that begin with 4200, the day among them. */
export const newTransactionId = (nowMs: number): string => `4200${randomDigits(6)}${dayOf(nowMs)}${randomDigits(10)}`;

/** What wx.requestPayment needs. A prepay id is the same for a repeated request, its signature is made anew. */
function paymentOf({ prepayId }: PayOrder, nowMs: number): Record<string, string> {
  const fields = { appId: APP_ID, timeStamp: String(Math.floor(nowMs / 1000)), nonceStr: newNonce(), package: `prepay_id=${prepayId}`, signType: 'MD5' };
  return { ...fields, paySign: signatureOf(fields) };
}

function readOrder(args: PayArguments, caller: string | undefined, nowMs: number): PayOrder {
  const subMchId = merchant(args);
  const outTradeNo = orderNumber(args);
  const body = neededText(args, 'body', 128);
  const totalFeeFen = fee(args, 'total_fee');
  if (isIP(neededText(args, 'spbill_create_ip')) === 0) throw new PayArgumentError('invalid spbill_create_ip');
  const envId = neededText(args, 'env_id');
  const functionName = neededText(args, 'function_name');
  if ((optionalText(args, 'trade_type') ?? 'JSAPI') !== 'JSAPI') throw new PayArgumentError('invalid trade_type');
  const openid = caller ?? optionalText(args, 'sub_openid') ?? optionalText(args, 'openid');
  if (openid === undefined) throw new PayArgumentError('JSAPI支付必须传openid');
  const attach = optionalText(args, 'attach', 127);
  const deviceInfo = optionalText(args, 'device_info', 32);
  const expire = optionalText(args, 'time_expire');
  const expiresAtMs = expire === undefined ? nowMs + ORDER_LIFE_MS : parseStamp(expire);
  if (Number.isNaN(expiresAtMs) || expiresAtMs <= nowMs) throw new PayArgumentError('invalid time_expire');
  return {
    subMchId, outTradeNo, body, totalFeeFen, openid, envId, functionName, expiresAtMs,
    ...(attach !== undefined && { attach }),
    ...(deviceInfo !== undefined && { deviceInfo }),
    prepayId: `wx${stampOf(nowMs).slice(6)}${randomDigits(9)}${newNonce().slice(0, 13)}0000`,
    fingerprint: JSON.stringify([body, totalFeeFen, openid, attach, optionalText(args, 'detail')]),
    createdAtMs: nowMs,
  };
}

export class PayOrders {
  constructor(private readonly book: PayBook) {}

  /** `caller`: the person of the invocation, who is the payer. */
  unifiedOrder(args: PayArguments, caller: string | undefined, nowMs: number): PayReply {
    const asked = readOrder(args, caller, nowMs);
    const { subMchId } = asked;
    const known = this.book.order(subMchId, asked.outTradeNo);
    if (known === undefined) return this.prepaid(this.book.saveOrder(asked), nowMs);
    if (known.paid !== undefined) return payRefusal(subMchId, 'ORDERPAID', '该订单已支付');
    if (known.fingerprint !== asked.fingerprint || this.book.stateOf(known, nowMs) === 'CLOSED') return payRefusal(subMchId, 'INVALID_REQUEST', SAME_NUMBER);
    // A prepay id that ran out is replaced; the order stays the same one.
    const isFresh = nowMs - known.createdAtMs < PREPAY_LIFE_MS;
    return this.prepaid(isFresh ? known : this.book.saveOrder({ ...asked, expiresAtMs: known.expiresAtMs }), nowMs);
  }

  queryOrder(args: PayArguments, nowMs: number): PayReply {
    const order = this.find(args);
    if (order === undefined) return payRefusal(merchant(args), 'ORDERNOTEXIST', 'order not exist');
    const state = this.book.stateOf(order, nowMs);
    const { subMchId, outTradeNo, attach = '', deviceInfo = '', totalFeeFen, openid, paid } = order;
    const told = { trade_state: state, trade_state_desc: STATE_WORDS[state], out_trade_no: outTradeNo, attach, device_info: deviceInfo, total_fee: totalFeeFen };
    if (paid === undefined) return paySuccess(subMchId, told);
    return paySuccess(subMchId, {
      ...told,
      openid: providerOpenid(openid),
      is_subscribe: 'N',
      sub_openid: openid,
      sub_is_subscribe: 'N',
      trade_type: 'JSAPI',
      bank_type: 'OTHERS',
      fee_type: 'CNY',
      cash_fee: totalFeeFen,
      cash_fee_type: 'CNY',
      transaction_id: paid.transactionId,
      time_end: stampOf(paid.atMs),
    });
  }

  closeOrder(args: PayArguments, nowMs: number): PayReply {
    const subMchId = merchant(args);
    const order = this.book.order(subMchId, orderNumber(args));
    if (order === undefined) return payRefusal(subMchId, 'ORDERNOTEXIST', 'order not exist');
    if (order.paid !== undefined) return payRefusal(subMchId, 'ORDERPAID', '该订单已支付');
    if (this.book.stateOf(order, nowMs) === 'CLOSED') return payRefusal(subMchId, 'ORDERCLOSED', '该订单已关闭');
    this.book.saveOrder({ ...order, closedAtMs: nowMs });
    return paySuccess(subMchId, {});
  }

  /** By transaction_id, or else by out_trade_no; only orders of the merchant that asks. */
  find(args: PayArguments): PayOrder | undefined {
    const subMchId = merchant(args);
    const transactionId = optionalText(args, 'transaction_id', 32);
    if (transactionId === undefined) return this.book.order(subMchId, orderNumber(args));
    return this.book.orders().find((order) => order.subMchId === subMchId && order.paid?.transactionId === transactionId);
  }

  private prepaid(order: PayOrder, nowMs: number): PayReply {
    return paySuccess(order.subMchId, { trade_type: 'JSAPI', prepay_id: order.prepayId, payment: paymentOf(order, nowMs) });
  }
}

/** The same person under the service provider's appid has another openid. */
export const providerOpenid = (openid: string): string => `oP${signatureOf({ appid: PROVIDER.appid, openid }).slice(0, 26).toLowerCase()}`;
