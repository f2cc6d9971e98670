import { startConformance, type Conformance } from './support/cloud';
import type { CallReply, MeterRecord } from '../../devtools/local-cloud';

let cloud: Conformance;
beforeAll(async () => {
  cloud = await startConformance();
});
afterAll(() => cloud.close());
beforeEach(() => cloud.control('reset', { seed: 'empty' }));

const probe = (event: object, openid = 'oAlice'): Promise<CallReply> => cloud.call('probe', event, openid);
const notes = () => cloud.sdk.database({ throwOnNotFound: false }).collection('notes');
const heard = async (): Promise<Record<string, unknown>[]> => (await notes().where({ kind: 'heard' }).get()).data;
const lastMeter = async (): Promise<MeterRecord> => {
  const { meters } = (await cloud.control('meters?last=1')) as { meters: MeterRecord[] };
  const [meter] = meters;
  if (meter === undefined) throw new Error('no invocation was metered');
  return meter;
};

describe('identity', () => {
  test('is what WeChat gives, never what the event says', async () => {
    const { result } = await probe({ task: 'identity', openid: 'oMallory', OPENID: 'oMallory' });
    expect(result).toMatchObject({ before: { OPENID: 'oAlice', APPID: 'wxlinyuanlocal', ENV: 'linyuan-local', SOURCE: 'wx_client' } });
    expect((await cloud.call('probe', { task: 'identity' })).result).not.toHaveProperty('before.OPENID');
  });

  test('of simultaneous calls is kept apart', async () => {
    const replies = await Promise.all(Array.from({ length: 60 }, (_, i) => probe({ task: 'identity', waitMs: i % 5 }, `oPerson${i}`)));
    replies.forEach(({ result }, i) => expect(result).toMatchObject({ before: { OPENID: `oPerson${i}` }, after: { OPENID: `oPerson${i}` } }));
  });

  test('does not outlive the call in a warm instance', async () => {
    await probe({ task: 'identity' });
    expect((await cloud.call('probe', { task: 'environment', key: 'WX_OPENID' })).result).toBeNull();
  });

  test('is refused when all digits, which the SDK would make a number', async () => {
    expect((await probe({ task: 'identity' }, '12345')).error?.errMsg).toContain('all digits');
  });

  test('travels into a nested call, which is not bound by the rules for clients', async () => {
    const { result } = await probe({ task: 'nested', name: 'jobs', event: {} });
    expect(result).toEqual({ source: 'wx_client,scf' });
    expect(await heard()).toMatchObject([{ openid: 'oAlice' }]);
  });
});

describe('a call', () => {
  test('takes the event, adds who calls, and gives the clock of the server', async () => {
    await cloud.control('clock', { set: '2026-12-01T00:00:00Z' });
    const reply = await probe({ task: 'event', list: [1, null], text: '邻愿', userInfo: { openId: 'oMallory' } });
    expect(reply.result).toEqual({ task: 'event', list: [1, null], text: '邻愿', userInfo: { appId: 'wxlinyuanlocal', openId: 'oAlice' } });
    expect(Math.abs(reply.serverNowMs - Date.parse('2026-12-01T00:00:00Z'))).toBeLessThan(5000);
  });

  test('sees the moved clock and declared environment values', async () => {
    await cloud.control('clock', { set: '2027-02-03T04:05:06Z' });
    const { programMs, stampMs } = (await probe({ task: 'clock' })).result as { programMs: number; stampMs: number };
    expect(Math.abs(programMs - Date.parse('2027-02-03T04:05:06Z'))).toBeLessThan(5000);
    expect(Math.abs(programMs - stampMs)).toBeLessThan(2000);
    expect((await probe({ task: 'environment', key: 'LINYUAN_ID_SECRET' })).result).toMatch(/local/);
  });

  test('is refused to clients unless the rules allow it', async () => {
    expect((await cloud.call('jobs', {}, 'oAlice')).error).toMatchObject({ errCode: -501023 });
    expect((await cloud.call('missing', {}, 'oAlice')).error?.errCode).toBe(-501023);
    expect((await probe({ task: 'nested', name: 'missing', event: {} })).result).toMatchObject({ errMsg: expect.stringContaining('FunctionName parameter could not be found') as string });
  });

  test('that throws, exits or takes too long answers with the codes of the cloud', async () => {
    expect((await probe({ task: 'fail' })).error).toMatchObject({ errCode: -504002, errMsg: expect.stringContaining('probe failed') as string });
    expect((await probe({ task: 'exit' })).error).toMatchObject({ errCode: -504002 });
    expect((await cloud.call('limited', { task: 'hang' }, 'oAlice')).error).toMatchObject({ errCode: -504003, errMsg: expect.stringContaining('timed out after 2 seconds') as string });
    expect((await probe({ task: 'event' })).result).toMatchObject({ task: 'event' });
  });

  test('has limits of size', async () => {
    expect((await probe({ task: 'event', text: 'x'.repeat(101 * 1024) })).error?.errMsg).toContain('EXCEED_MAX_PAYLOAD_SIZE');
    expect((await probe({ task: 'large', bytes: 1_100_000 })).error?.errCode).toBe(-604001);
  });

  test('is never lost among two hundred', async () => {
    await notes().add({ data: { _id: 'counter', n: 0 } });
    const startedAtMs = Date.now();
    const replies = await Promise.all(Array.from({ length: 200 }, (_, i) => probe({ task: 'count', id: 'counter' }, `oPerson${i}`)));
    expect(replies.filter(({ error }) => error !== undefined)).toEqual([]);
    expect((await notes().doc('counter').get()).data).toMatchObject({ n: 200 });
    expect(Date.now() - startedAtMs).toBeLessThan(60_000);
  });
});

describe('a reset', () => {
  test('ends what is running, so that nothing of the old data reaches the new', async () => {
    const running = probe({ task: 'hang' });
    await new Promise((resolve) => setTimeout(resolve, 300));
    await cloud.control('reset', { seed: 'empty' });
    expect((await running).error).toMatchObject({ errCode: -504002 });
  });
});

describe('meters', () => {
  test('tell every wire call, its cost, and the log lines', async () => {
    await notes().add({ data: { _id: 'a', n: 1 } });
    await probe({ task: 'count', id: 'a', route: 'test.count' });
    const meter = await lastMeter();
    expect(meter).toMatchObject({ function: 'probe', route: 'test.count', openid: 'oAlice', outcome: 'ok', totals: { requests: 2, documentsExamined: 2, documentsReturned: 2 } });
    expect(meter.calls[1]).toMatchObject({ action: 'database.getDocument', collection: 'notes', documentsExamined: 1, index: '_id_' });
    await probe({ task: 'log' });
    expect(await lastMeter()).toMatchObject({ logs: [{ text: 'plain' }, { level: 'log' }], meters: [{ meter: { command: 2 } }] });
    await cloud.control('meters/clear', {});
    expect(await cloud.control('meters')).toMatchObject({ meters: [] });
  });
});

describe('timers', () => {
  test('run the jobs now, as the trigger does', async () => {
    expect(await cloud.control('jobs', {})).toMatchObject({ runs: { jobs: { result: { source: 'wx_trigger' } } } });
    expect(await heard()).toMatchObject([{ source: 'wx_trigger', openid: null, event: { Type: 'Timer', TriggerName: 'every-minute' } }]);
  });
});
