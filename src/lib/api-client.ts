import type { ApiCall, ApiContract, ApiReply, RouteName } from '@contract';
import { ApiFailure, brokenFailure, offlineFailure } from './api-failure';

/** Carries one call to the function `api`; throws when no reply came back. */
export type Send = (call: ApiCall) => Promise<unknown>;

export type CallApi = <R extends RouteName>(route: R, input: ApiContract[R]['input'], operationId?: string) => Promise<ApiContract[R]['output']>;

/** Waits before the second and the third attempt, in ms. After that the person decides. */
const RETRY_DELAYS_MS = [500, 1500] as const;

/** Longer than the function may run (deploy.ts), so that a slow answer is not taken for a lost one. */
const REPLY_TIMEOUT_MS = 20_000;

const wait = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

function isReply(value: unknown): value is ApiReply<unknown> {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false;
  if (value.ok === true) return 'data' in value;
  return value.ok === false && 'error' in value && typeof value.error === 'object' && value.error !== null;
}

/** Sends once and gives up after `timeoutMs`; every way of not getting a reply is the same to the caller. */
async function sendWithTimeout(send: Send, call: ApiCall, timeoutMs: number): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(offlineFailure()), timeoutMs);
  });
  try {
    return await Promise.race([send(call), timeout]);
  } catch {
    throw offlineFailure();
  } finally {
    clearTimeout(timer);
  }
}

/**
 * The client of the function `api` over a transport. A lost reply is asked for again, at most twice, with the very same
 * operation id: the server answers the same act with the same answer. Only reading
 * routes go without one, and reading twice harms nobody.
 */
export function createApiClient(send: Send, options: { delaysMs?: readonly number[]; timeoutMs?: number } = {}): CallApi {
  const delaysMs = options.delaysMs ?? RETRY_DELAYS_MS;
  const timeoutMs = options.timeoutMs ?? REPLY_TIMEOUT_MS;

  async function attempt(call: ApiCall): Promise<unknown> {
    for (const delayMs of delaysMs) {
      try {
        return await sendWithTimeout(send, call, timeoutMs);
      } catch {
        await wait(delayMs);
      }
    }
    return sendWithTimeout(send, call, timeoutMs);
  }

  return async <R extends RouteName>(route: R, input: ApiContract[R]['input'], operationId?: string) => {
    const call = { route, input, ...(operationId === undefined ? {} : { operationId }) } as ApiCall;
    const reply = await attempt(call);
    if (!isReply(reply)) throw brokenFailure();
    if (reply.ok) return reply.data as ApiContract[R]['output'];
    const { code, message, retryable, fields } = reply.error;
    throw new ApiFailure('refused', message, { code, isRetryable: retryable, ...(fields === undefined ? {} : { fields }) });
  };
}
