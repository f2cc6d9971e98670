/** A signed call of Tencent Cloud's API (TC3-HMAC-SHA256), for what wx-server-sdk cannot do: listing and making collections. */
import { createHash, createHmac } from 'node:crypto';

export interface Credentials {
  readonly secretId: string;
  readonly secretKey: string;
  /** Of temporary credentials only. */
  readonly sessionToken?: string;
}

interface SignedText {
  readonly host: string;
  readonly service: string;
  readonly body: string;
  readonly atSeconds: number;
}

const CONTENT_TYPE = 'application/json; charset=utf-8';
const SIGNED_HEADERS = 'content-type;host';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
const keyed = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** The Authorization header of a POST (document "签名方法 v3"). */
export function authorizationOf({ secretId, secretKey }: Credentials, { host, service, body, atSeconds }: SignedText): string {
  const day = new Date(atSeconds * 1000).toISOString().slice(0, 10);
  const canonical = ['POST', '/', '', `content-type:${CONTENT_TYPE}\nhost:${host}\n`, SIGNED_HEADERS, digest(body)].join('\n');
  const scope = `${day}/${service}/tc3_request`;
  const toSign = ['TC3-HMAC-SHA256', atSeconds, scope, digest(canonical)].join('\n');
  const key = keyed(keyed(keyed(`TC3${secretKey}`, day), service), 'tc3_request');
  return `TC3-HMAC-SHA256 Credential=${secretId}/${scope}, SignedHeaders=${SIGNED_HEADERS}, Signature=${keyed(key, toSign).toString('hex')}`;
}

/** One action of the cloud-base service: its parameters, its `Response`; throws what the service refuses. */
export type TcbCall = (action: string, parameters: object) => Promise<Record<string, unknown>>;

export const tcbCall =
  (credentials: Credentials, region: string): TcbCall =>
  async (action, parameters) => {
    const service = 'tcb';
    const host = `${service}.tencentcloudapi.com`;
    const body = JSON.stringify(parameters);
    const atSeconds = Math.floor(Date.now() / 1000);
    const headers = {
      'content-type': CONTENT_TYPE,
      authorization: authorizationOf(credentials, { host, service, body, atSeconds }),
      'x-tc-action': action,
      'x-tc-version': '2018-06-08',
      'x-tc-timestamp': String(atSeconds),
      'x-tc-region': region,
      ...(credentials.sessionToken !== undefined && { 'x-tc-token': credentials.sessionToken }),
    };
    const reply = await fetch(`https://${host}/`, { method: 'POST', headers, body });
    const { Response: response } = (await reply.json()) as { Response: Record<string, unknown> & { Error?: { Code: string; Message: string } } };
    if (response.Error !== undefined) throw new Error(`${action}: ${response.Error.Code} ${response.Error.Message}`);
    return response;
  };
