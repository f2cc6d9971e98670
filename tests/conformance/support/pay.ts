/** What the payment scenarios share: an order, acts at the cashier, what the function `payment` was told. */
import type { Fields } from '../../../devtools/local-cloud/sdk-types';
import type { World } from './scenario';

export const ENVIRONMENT = 'linyuan-local';
export const MERCHANT = '1900000109';

export type PayMethod = 'unifiedOrder' | 'queryOrder' | 'closeOrder' | 'refund' | 'queryRefund' | 'downloadBill';

/** A call of a process outside, which pays as `o-outside` unless it names somebody. */
export const cloudPay = (world: World, method: PayMethod, args: object): Promise<Fields> => world.sdk.cloudPay[method]({ subMchId: MERCHANT, ...args });

/** The same inside of a function that this person called: the person is the payer. */
export const cloudPayAs = async (world: World, openid: string, method: PayMethod, args: object): Promise<Fields> =>
  (await world.local.call('probe', { task: 'pay', method, args: { subMchId: MERCHANT, ...args } }, openid)).result as Fields;

export const ORDER = { body: '社区食堂-团餐', outTradeNo: 'T20261120-1', spbillCreateIp: '127.0.0.1', totalFee: 500, envId: ENVIRONMENT, functionName: 'payment' } as const;

export const order = (world: World, change: object = {}, openid = 'oAlice'): Promise<Fields> => cloudPayAs(world, openid, 'unifiedOrder', { ...ORDER, ...change });

/** A person at the cashier. */
export const atCashier = async (world: World, change: object = {}): Promise<Record<string, unknown>> => {
  const { serverNowMs: _, ...reply } = await world.local.control('pay', { outTradeNo: ORDER.outTradeNo, openid: 'oAlice', outcome: 'paid', ...change });
  return reply;
};

export const orderAndPay = async (world: World, change: object = {}): Promise<void> => {
  await order(world, change);
  const { outTradeNo = ORDER.outTradeNo } = change as { outTradeNo?: string };
  await atCashier(world, { outTradeNo });
};

export const tradeState = async (world: World): Promise<unknown> => (await cloudPay(world, 'queryOrder', { outTradeNo: ORDER.outTradeNo })).tradeState;

/**
 * A refusal as a program sees it: an answer, not an exception. Its `err_code` is gone, because the SDK writes `errCode: 0`
 * over it; the description is all that is left.
 */
export const refusedOrder = (method: PayMethod, errCodeDes: string): unknown =>
  expect.objectContaining({ returnCode: 'SUCCESS', resultCode: 'FAIL', errCode: 0, errCodeDes, errMsg: `cloudPay.${method}:ok` });

/** The answer on the wire, where `err_code` still stands. */
export async function payWire(world: World, method: PayMethod, args: object): Promise<Fields> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ action: 'wx.wxPayApi', apiName: method })) form.append(name, value);
  form.append('requestData', new Blob([JSON.stringify({ sub_mch_id: MERCHANT, ...args })], { type: 'application/octet-stream' }), 'data');
  return (await (await fetch(`${world.local.url}/admin?env=${ENVIRONMENT}`, { method: 'POST', body: form })).json()) as Fields;
}

/** How the payee answers its next callbacks: `times` times like this, then {errcode: 0}. */
export const answerWith = (world: World, answer: unknown, times: number): Promise<void> => world.add([{ _id: 'answer', left: times, with: answer }]);

export interface ShownCallback {
  readonly state: string;
  readonly attempts: number;
  readonly nextAtMs: number;
}

export const callbacks = async (world: World): Promise<readonly ShownCallback[]> => (await world.local.control('pay')).callbacks as readonly ShownCallback[];

/** Waits until a callback was tried so often (all together). */
export async function triedTimes(world: World, attempts: number): Promise<readonly ShownCallback[]> {
  for (let turn = 0; turn < 600; turn += 1) {
    const list = await callbacks(world);
    if (list.reduce((sum, callback) => sum + callback.attempts, 0) >= attempts) return list;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`no callback was tried ${attempts} times`);
}
