import type { ApiCall } from '@contract';
import { createApiClient } from './api-client';
import { type ApiFailure, isDefinitive } from './api-failure';

const OPERATION_ID = 'operation-id-of-this-test';

/** A transport that answers by a script: an Error is a lost reply. */
function scripted(...answers: readonly unknown[]) {
  const calls: ApiCall[] = [];
  const callApi = createApiClient(
    (call) => {
      const answer = answers[calls.length];
      calls.push(call);
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
    { delaysMs: [0, 0], timeoutMs: 50 },
  );
  return { calls, callApi };
}

const refusal = (retryable: boolean) => ({ ok: false, error: { code: 'SHARES_SOLD_OUT', message: '慢了一步', retryable, requestId: 'r1' } });
const failureOf = (call: Promise<unknown>): Promise<ApiFailure> => call.then(() => { throw new Error('answered'); }, (thrown: ApiFailure) => thrown);

test('answers the data of a reply', async () => {
  const { callApi } = scripted({ ok: true, data: { wishId: 'w1' } });
  await expect(callApi('wish.withdraw', { wishId: 'w1' }, OPERATION_ID)).resolves.toEqual({ wishId: 'w1' });
});

test('a lost reply is asked for again with the same operation id', async () => {
  const { calls, callApi } = scripted(new Error('cut'), new Error('cut'), { ok: true, data: { wishId: 'w1' } });
  await callApi('wish.withdraw', { wishId: 'w1' }, OPERATION_ID);
  expect(calls.map((call) => call.operationId)).toEqual([OPERATION_ID, OPERATION_ID, OPERATION_ID]);
});

test('after three lost replies the person is told, and the fate of the act is open', async () => {
  const { calls, callApi } = scripted(new Error('cut'), new Error('cut'), new Error('cut'), { ok: true, data: {} });
  const failure = await failureOf(callApi('wish.withdraw', { wishId: 'w1' }, OPERATION_ID));
  expect(calls).toHaveLength(3);
  expect(failure.kind).toBe('offline');
  expect(isDefinitive(failure)).toBe(false);
});

test('a transport that never answers counts as a lost reply', async () => {
  const callApi = createApiClient(() => new Promise(() => undefined), { delaysMs: [], timeoutMs: 5 });
  expect((await failureOf(callApi('member.me', {}))).kind).toBe('offline');
});

test('a refusal is not sent again; it is definitive unless the server says otherwise', async () => {
  const { calls, callApi } = scripted(refusal(false), refusal(true));
  const failure = await failureOf(callApi('wish.claim', { wishId: 'w1', shares: 1 }, OPERATION_ID));
  expect(failure).toMatchObject({ kind: 'refused', code: 'SHARES_SOLD_OUT', message: '慢了一步' });
  expect(isDefinitive(failure)).toBe(true);
  expect(isDefinitive(await failureOf(callApi('wish.claim', { wishId: 'w1', shares: 1 }, OPERATION_ID)))).toBe(false);
  expect(calls).toHaveLength(2);
});

test.each([[undefined], [null], ['<html>'], [{ ok: true }], [{ ok: false }], [{ data: 1 }]])('%p is not a reply of ours', async (answer) => {
  const { callApi } = scripted(answer);
  expect((await failureOf(callApi('member.me', {}))).kind).toBe('broken');
});
