/** Controls of WeChat's side: what people do on their phones and at the cashier, and the limits of its calls. */
import { invalidParameter } from '../kernel/cloud-error';
import type { Exchange } from '../http/exchange';
import type { Wechat } from '../openapi/wechat';

type Body = Readonly<Record<string, unknown>>;
type WechatHandler = (wechat: Wechat, body: Body, exchange: Exchange, nowMs: number) => object;

function grant({ inbox }: Wechat, { openid, templateId, count = 1 }: Body): object {
  const isCount = typeof count === 'number' && Number.isInteger(count) && count > 0;
  if (typeof openid !== 'string' || typeof templateId !== 'string' || !isCount) throw invalidParameter('give openid, templateId and count (1 or more)');
  return { left: inbox.grant(openid, templateId, count) };
}

function mintPhoneCode({ phoneCodes }: Wechat, { openid, phoneNumber, countryCode = '86' }: Body, _exchange: Exchange, nowMs: number): object {
  if (typeof openid !== 'string' || typeof phoneNumber !== 'string' || typeof countryCode !== 'string') throw invalidParameter('give openid and phoneNumber, countryCode if it is not 86');
  return { code: phoneCodes.mint(openid, { number: phoneNumber, countryCode }, nowMs) };
}

/** An act at the cashier, or the balance from which the merchant refunds (null: never too little). */
function pay({ pay: payment }: Wechat, { outTradeNo, packageId, openid, outcome, merchantBalanceFen }: Body): object {
  if (merchantBalanceFen === undefined) return payment.payAsPerson({ outTradeNo, packageId }, openid, outcome);
  if (merchantBalanceFen !== null && !(typeof merchantBalanceFen === 'number' && Number.isInteger(merchantBalanceFen) && merchantBalanceFen >= 0)) throw invalidParameter('merchantBalanceFen is a whole number of fen, or null');
  payment.setMerchantBalance(merchantBalanceFen);
  return { merchantBalanceFen };
}

function changeQuota({ quotas }: Wechat, { apiName, perMinute, perDay }: Body): object {
  const isLimit = (value: unknown): value is number => typeof value === 'number' && value >= 0;
  if (typeof apiName !== 'string' || !(isLimit(perMinute) || isLimit(perDay))) throw invalidParameter('give apiName and perMinute or perDay');
  return { apiName, ...quotas.change(apiName, { ...(isLimit(perMinute) && { perMinute }), ...(isLimit(perDay) && { perDay }) }) };
}

const personOf = ({ url }: Exchange): string | undefined => url.searchParams.get('openid') ?? undefined;

export const WECHAT_ROUTES: Readonly<Record<string, WechatHandler>> = {
  'GET /control/inbox': ({ inbox }, _body, exchange) => ({ messages: inbox.messagesOf(personOf(exchange)) }),
  'GET /control/grants': ({ inbox }, _body, exchange) => ({ grants: inbox.grantsOf(personOf(exchange) ?? '') }),
  'POST /control/grants': grant,
  'POST /control/phone-code': mintPhoneCode,
  'POST /control/open-data': ({ openData }, { openid, kind, data }, _exchange, nowMs) => ({ cloudID: openData.mint(openid, kind, data, nowMs) }),
  'GET /control/pay': ({ pay: payment }, _body, exchange) => payment.overview(personOf(exchange)),
  'POST /control/pay': pay,
  'POST /control/quotas': changeQuota,
};

/**
 * GET /scan: where a code of wxacode.getUnlimited leads. In the preview on to the page, with the scene as WeChat hands it
 * over; on the bare cloud the page and the scene are told.
 */
export function answerScan(exchange: Exchange, preview: string | undefined): void {
  const page = exchange.url.searchParams.get('page') ?? '';
  const scene = exchange.url.searchParams.get('scene') ?? '';
  if (preview === undefined) return exchange.json(200, { page, scene });
  exchange.response.writeHead(302, { location: `${preview}/h5/#/${page}?scene=${encodeURIComponent(scene)}` }).end();
}
