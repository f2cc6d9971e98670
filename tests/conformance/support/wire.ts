/** Raw requests to the endpoint of the SDK, for what the SDK itself would never send. */
import { connect } from 'node:net';

export interface WireAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** POST of these bytes; the answer's JSON, or its text when it is none. */
export async function post(url: string, body: string | Uint8Array<ArrayBuffer>, contentType = 'application/json'): Promise<WireAnswer> {
  const answer = await fetch(`${url}/admin?env=linyuan-local&seqId=1`, { method: 'POST', body, headers: { 'content-type': contentType } });
  const text = await answer.text();
  try {
    return { status: answer.status, body: JSON.parse(text) as unknown };
  } catch {
    return { status: answer.status, body: text };
  }
}

export const send = (url: string, parameters: object): Promise<WireAnswer> => post(url, JSON.stringify(parameters));

/** Bytes as they are over a bare connection; what comes back until it is closed or half a second passes. */
export function speak(url: string, bytes: string | Buffer): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    let heard = '';
    socket.on('data', (chunk) => (heard += chunk.toString('latin1')));
    socket.on('error', reject);
    socket.on('close', () => resolve(heard));
    setTimeout(() => socket.destroy(), 500);
  });
}

/** An error of the real shape. */
export const wireError = (code: string | RegExp, message: string | RegExp = /./): object => ({
  status: 200,
  body: {
    code: typeof code === 'string' ? code : (expect.stringMatching(code) as unknown),
    message: expect.stringMatching(typeof message === 'string' ? new RegExp(message.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')) : message) as unknown,
    requestId: expect.stringMatching(/./) as unknown,
  },
});
