/** /control and POST /functions/:name: the controls of the local cloud. They exist only here, on 127.0.0.1. */
import { describeCollections, readDocuments } from '../console/console-data';
import { APP_ID } from '../functions/environment';
import { CloudError, invalidParameter } from '../kernel/cloud-error';
import { parseJsonObject, readBytes } from '../http/body';
import type { Exchange } from '../http/exchange';
import type { LocalCloud } from '../local-cloud';
import { isSeedName } from '../seed';
import { answerScan, WECHAT_ROUTES } from './wechat-routes';

type Body = Readonly<Record<string, unknown>>;
type Handler = (cloud: LocalCloud, body: Body, exchange: Exchange) => object | Promise<object>;

function moveClock(cloud: LocalCloud, { advanceMs, set }: Body): object {
  if (typeof advanceMs === 'number' && Number.isFinite(advanceMs)) cloud.clock.advance(advanceMs);
  else if (typeof set === 'string' && !Number.isNaN(Date.parse(set))) cloud.clock.set(Date.parse(set));
  else throw invalidParameter('give advanceMs (a number) or set (an ISO time)');
  return { offsetMs: cloud.clock.offsetMs };
}

async function reset(cloud: LocalCloud, { seed = 'demo' }: Body): Promise<object> {
  if (!isSeedName(seed)) throw invalidParameter('seed must be "demo" or "empty"');
  await cloud.reset(seed);
  return { seed };
}

function readMeters(cloud: LocalCloud, _body: Body, { url }: Exchange): object {
  const last = Number(url.searchParams.get('last') ?? 100);
  if (!Number.isInteger(last) || last < 1) throw invalidParameter('last must be a whole number from 1');
  return { meters: cloud.meters.last(last) };
}

function clearMeters(cloud: LocalCloud): object {
  cloud.meters.clear();
  return {};
}

function armFaults(cloud: LocalCloud, { rules }: Body): object {
  cloud.faults.arm(rules);
  return { rules: cloud.faults.list() };
}

const ROUTES: Readonly<Record<string, Handler>> = {
  'GET /control/collections': (cloud) => describeCollections(cloud),
  'GET /control/documents': (cloud, _body, { url }) => readDocuments(cloud, url.searchParams),
  'GET /control/people': (cloud) => ({ people: cloud.people() }),
  'GET /control/clock': (cloud) => ({ offsetMs: cloud.clock.offsetMs }),
  'POST /control/clock': moveClock,
  'GET /control/faults': (cloud) => ({ rules: cloud.faults.list() }),
  'POST /control/faults': armFaults,
  'POST /control/jobs': async (cloud) => ({ runs: await cloud.timer.runNow() }),
  'GET /control/meters': readMeters,
  'DELETE /control/meters': clearMeters,
  'POST /control/meters/clear': clearMeters,
  'POST /control/reset': reset,
};

async function invoke(cloud: LocalCloud, name: string, exchange: Exchange): Promise<object> {
  const openid = exchange.header('x-openid');
  if (openid !== undefined && /^\d+$/.test(openid)) throw invalidParameter('x-openid must not be all digits: getWXContext would give a number');
  const event = parseJsonObject(await readBytes(exchange.request));
  // The cloud puts who calls into the event as well; a client that sends the field is overwritten.
  const nowMs = cloud.clock.nowMs();
  const filled = cloud.wechat.openData.fillEvent(event, openid, nowMs);
  const withCaller = openid === undefined ? filled : { ...filled, userInfo: { appId: APP_ID, openId: openid } };
  if (openid !== undefined) cloud.wechat.visits.record(openid, nowMs);
  return cloud.functions.invokeAsClient({ name, event: JSON.stringify(withCaller), source: 'wx_client', openid });
}

/** Answers /control/… and /functions/…; false when the path is neither. */
export async function handleControl(exchange: Exchange, cloud: LocalCloud): Promise<boolean> {
  const { pathname } = exchange.url;
  const functionName = exchange.method === 'POST' ? /^\/functions\/([\w-]+)$/.exec(pathname)?.[1] : undefined;
  if (pathname === '/scan') {
    answerScan(exchange, cloud.previewUrl);
    return true;
  }
  if (functionName === undefined && !pathname.startsWith('/control/')) return false;
  const reply = (status: number, value: object): void => exchange.json(status, { ...value, serverNowMs: cloud.clock.nowMs() });
  try {
    if (functionName !== undefined) {
      reply(200, await invoke(cloud, functionName, exchange));
      return true;
    }
    const name = `${exchange.method} ${pathname}`;
    const handler = ROUTES[name];
    const wechatHandler = WECHAT_ROUTES[name];
    if (handler !== undefined) reply(200, await handler(cloud, parseJsonObject(await readBytes(exchange.request)), exchange));
    else if (wechatHandler !== undefined) reply(200, wechatHandler(cloud.wechat, parseJsonObject(await readBytes(exchange.request)), exchange, cloud.clock.nowMs()));
    else reply(404, { error: { errMsg: `no control ${name}` } });
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    reply(400, { error: { errMsg: error.message } });
  }
  return true;
}
