import { makeButton, makeElement, openOverlay } from '../chrome/layer';
import type { Host } from '../host';
import { ApiFailure, callbackApi } from './callback-api';

/** What WeChat asks for; each is made by the server together with the order. */
const NEEDED = ['timeStamp', 'nonceStr', 'package', 'signType', 'paySign'] as const;
type PaymentOptions = Record<(typeof NEEDED)[number], string>;

interface Order {
  readonly packageId: string
  readonly body: string
  readonly totalFeeFen: number
}

type Answer = { readonly orders?: readonly Order[]; readonly error?: { readonly errMsg: string } } | null;

async function ask(host: Host, method: 'GET' | 'POST', path: string, body?: object): Promise<NonNullable<Answer>> {
  const init = { method, ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }) };
  const answer = await fetch(`${host.config.cloudUrl}/control/${path}`, init).then((response) => response.json() as Promise<Answer>, () => null);
  if (answer === null) throw new ApiFailure('网络错误');
  return answer;
}

/** WeChat's cashier: what is paid, how much, and the two ways out of it. Answers whether the person paid. */
function askCashier({ body, totalFeeFen }: Order): Promise<boolean> {
  return new Promise((resolve) => {
    const sheet = makeElement('div', 'host-permission host-cashier');
    sheet.setAttribute('role', 'dialog');
    sheet.append(makeElement('div', 'host-permission-app', '微信支付'), makeElement('div', 'host-permission-heading', `¥${(totalFeeFen / 100).toFixed(2)}`), makeElement('div', 'host-permission-line', body));
    const close = (isPaid: boolean): void => {
      remove();
      resolve(isPaid);
    };
    const buttons = makeElement('div', 'host-permission-buttons');
    buttons.append(makeButton('host-permission-deny', '不付了', () => close(false)), makeButton('host-permission-allow', '确认付款', () => close(true)));
    sheet.append(buttons);
    const remove = openOverlay(sheet, 'bottom');
  });
}

async function requestPayment(host: Host, options: PaymentOptions): Promise<void> {
  const missing = NEEDED.find((name) => typeof options[name] !== 'string' || options[name] === '');
  if (missing !== undefined) throw new ApiFailure(`parameter error: parameter.${missing} should be String instead of Undefined;`);
  const openid = host.settings.person;
  const { orders = [] } = await ask(host, 'GET', `pay?openid=${encodeURIComponent(openid)}`);
  const order = orders.find(({ packageId }) => packageId === options.package);
  if (order === undefined) throw new ApiFailure('支付验证签名失败');
  const outcome = (await askCashier(order)) ? 'paid' : 'cancelled';
  const { error } = await ask(host, 'POST', 'pay', { packageId: order.packageId, openid, outcome });
  if (outcome === 'cancelled') throw new ApiFailure('cancel');
  if (error !== undefined) throw new ApiFailure(error.errMsg.replace(/^.*requestPayment:fail /, ''));
}

/** Paying an order that the program's server has opened; the local cloud keeps its books and tells the functions. */
export function paymentApi(host: Host): object {
  return { requestPayment: callbackApi<PaymentOptions>('requestPayment', (options) => requestPayment(host, options)) };
}
