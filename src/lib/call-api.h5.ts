import type { ApiCall } from '@contract';
import { createApiClient } from './api-client';
import { previewPerson } from './preview-person';
import { noteServerNow } from './server-clock';

interface FunctionAnswer {
  readonly result?: unknown;
  readonly error?: { readonly errCode: number; readonly errMsg: string };
  readonly serverNowMs?: number;
}

async function sendByHttp(call: ApiCall): Promise<unknown> {
  const response = await fetch(`${window.location.origin}/functions/api`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-openid': previewPerson() },
    body: JSON.stringify(call),
  });
  const answer = (await response.json()) as FunctionAnswer;
  if (typeof answer.serverNowMs === 'number') noteServerNow(answer.serverNowMs);
  if (answer.error !== undefined) throw new Error(answer.error.errMsg);
  return answer.result;
}

/** The same caller in the browser preview, as the person named in `?as=`. */
export const callApi = createApiClient(sendByHttp);
