import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** What reached the stand-in: who asked for what. */
export interface SeenRequest {
  method: string
  path: string
  openid: string
  body: string
}

export interface FixtureCloud {
  url: string
  seen: SeenRequest[]
  close(): Promise<void>
}

async function readBody(req: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('latin1');
}

/** The one order there is to pay, as the local cloud tells of it. */
const ORDER = { packageId: 'prepay_id=p1', body: '缓坡，一份心意', totalFeeFen: 1250 };

function answer(path: string, body: string): object {
  if (path.startsWith('/control/pay?')) return { orders: [ORDER] };
  if (path === '/control/pay' && body.includes('"paid"')) return { errMsg: 'requestPayment:ok' };
  if (path === '/functions/echo') return { result: { heard: JSON.parse(Buffer.from(body, 'latin1').toString('utf8')) as unknown } };
  if (path.startsWith('/functions/')) return { error: { errCode: -501000, errMsg: 'FUNCTION_NOT_FOUND' } };
  if (path.startsWith('/storage/')) return { fileID: `cloud://local/${path.slice('/storage/'.length)}`, statusCode: 200 };
  return {};
}

/** The endpoints of DESIGN.md section 5 that the weapp host uses, for its own tests, on another origin than the host. */
export async function startFixtureCloud(): Promise<FixtureCloud> {
  const seen: SeenRequest[] = [];
  const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'content-type,x-openid', 'access-control-allow-methods': 'GET,POST,PUT' };
  const server = http.createServer(async (req, res) => {
    const path = decodeURIComponent(req.url ?? '/');
    const body = await readBody(req);
    if (req.method === 'OPTIONS') return void res.writeHead(204, headers).end();
    seen.push({ method: req.method ?? '', path, openid: String(req.headers['x-openid'] ?? ''), body });
    res.writeHead(200, { ...headers, 'content-type': 'application/json' }).end(JSON.stringify(answer(path, body)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
