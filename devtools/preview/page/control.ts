/** The control endpoints of the local cloud (DESIGN.md section 5). */
import type { InboxMessage } from '../../local-cloud/openapi/inbox';

export interface Person {
  readonly openid: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly area: string;
  readonly note?: string;
}

export interface PayOrder {
  readonly outTradeNo: string;
  readonly body: string;
  readonly totalFeeFen: number;
  readonly packageId: string;
  readonly createdAtMs: number;
  readonly state: 'NOTPAY' | 'SUCCESS' | 'REFUND' | 'CLOSED';
}

export interface PayRefund {
  readonly outTradeNo: string;
  readonly outRefundNo: string;
  readonly refundFeeFen: number;
  readonly state: 'PROCESSING' | 'SUCCESS';
}

interface Timed {
  readonly serverNowMs: number;
}

async function send<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T & Timed> {
  const response = await fetch(`/control/${path}`, { method, ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }) });
  const answer = (await response.json()) as T & Timed & { readonly error?: { readonly errMsg: string } };
  if (answer.error !== undefined) throw new Error(answer.error.errMsg);
  return answer;
}

export const readPeople = (): Promise<{ readonly people: readonly Person[] } & Timed> => send('GET', 'people');
export const readClock = (): Promise<Timed> => send('GET', 'clock');
export const readInbox = (openid: string): Promise<{ readonly messages: readonly InboxMessage[] } & Timed> => send('GET', `inbox?openid=${encodeURIComponent(openid)}`);
export const readOrders = (openid: string): Promise<{ readonly orders: readonly PayOrder[]; readonly refunds: readonly PayRefund[] } & Timed> => send('GET', `pay?openid=${encodeURIComponent(openid)}`);
export const payOrder = (packageId: string, openid: string, outcome: 'paid' | 'cancelled'): Promise<{ readonly errMsg: string } & Timed> => send('POST', 'pay', { packageId, openid, outcome });
export const advanceClock = (advanceMs: number): Promise<Timed> => send('POST', 'clock', { advanceMs });
export const setClock = (iso: string): Promise<Timed> => send('POST', 'clock', { set: iso });
export const runJobs = (): Promise<{ readonly runs: Readonly<Record<string, { readonly result?: { readonly settled?: number; readonly failed?: number } }>> } & Timed> => send('POST', 'jobs', {});
export const resetDemo = (): Promise<Timed> => send('POST', 'reset', { seed: 'demo' });

export interface Builds {
  readonly h5: 'building' | 'ready' | 'failed';
  readonly weapp: 'building' | 'ready' | 'failed';
}
export const readBuilds = async (): Promise<Builds> => (await (await fetch('/preview/builds')).json()) as Builds;
