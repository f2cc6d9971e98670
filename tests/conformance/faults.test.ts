import { startConformance, type Conformance } from './support/cloud';
import type { CallFault, CallReply } from '../../devtools/local-cloud';

let cloud: Conformance;
beforeAll(async () => {
  cloud = await startConformance();
});
afterAll(() => cloud.close());
beforeEach(() => cloud.control('reset', { seed: 'empty' }));

const arm = (...rules: CallFault[]) => cloud.control('faults', { rules });
const steps = (): Promise<CallReply> => cloud.call('probe', { task: 'steps', ids: ['s1', 's2', 's3'], route: 'test.steps' }, 'oAlice');
const written = (): string[] => [...cloud.cloud.store.get('notes').documents.keys()].map(String);

describe('a fault', () => {
  test.each([
    ['before', ['s1']],
    ['after', ['s1', 's2']],
  ] as const)('kills the instance %s the second call', async (when, expected) => {
    await arm({ route: 'test.steps', nth: 2, when, kind: 'kill' });
    expect((await steps()).error).toMatchObject({ errCode: -504002 });
    expect(written()).toEqual([...expected]);
  });

  test.each([
    ['before', ['s1']],
    ['after', ['s1', 's2']],
  ] as const)('answers an error %s the second call', async (when, expected) => {
    await arm({ function: 'probe', nth: 2, when, kind: 'error' });
    expect((await steps()).error).toMatchObject({ errCode: -504002 });
    expect(written()).toEqual([...expected]);
  });

  test('cuts the connection', async () => {
    await arm({ nth: 1, when: 'before', kind: 'cut' });
    expect((await steps()).error?.errMsg).toMatch(/socket hang up|ECONNRESET/);
    expect(written()).toEqual([]);
  });

  test('never answers, until the function runs out of time', async () => {
    await arm({ function: 'limited', nth: 1, when: 'after', kind: 'timeout' });
    const reply = await cloud.call('limited', { task: 'steps', ids: ['t1'] }, 'oAlice');
    expect(reply.error).toMatchObject({ errCode: -504003 });
    expect(written()).toEqual(['t1']);
  });

  test('delays', async () => {
    await arm({ nth: 1, kind: 'latency', ms: 300 });
    const startedAtMs = Date.now();
    expect((await steps()).result).toBe('done');
    expect(Date.now() - startedAtMs).toBeGreaterThanOrEqual(300);
  });

  test('acts as often as it says, on the action it names, and can be taken back', async () => {
    await arm({ action: 'database.getDocument', kind: 'error' }, { action: 'database.insertDocument', kind: 'error', times: 2 });
    expect((await steps()).error).toBeDefined();
    expect((await steps()).error).toBeDefined();
    expect((await steps()).result).toBe('done');
    await arm({ kind: 'error', times: 9 });
    await arm();
    expect((await cloud.call('probe', { task: 'identity' }, 'oAlice')).result).toBeDefined();
  });

  test('that is malformed is refused', async () => {
    expect(await arm({ kind: 'explode' as never })).toMatchObject({ error: { errMsg: expect.stringContaining('kind must be one of') as string } });
    expect(await cloud.control('faults', { rules: [{ kind: 'error', typo: 1 }] })).toMatchObject({ error: { errMsg: expect.stringContaining('unknown field') as string } });
    expect(await cloud.control('faults', { rules: [{ callback: 'weather', mode: 'lost' }] })).toMatchObject({ error: { errMsg: expect.stringContaining('callback must be one of media, pay') as string } });
  });

  test('that kills within a transaction leaves nothing, once its time is over', async () => {
    await cloud.sdk.database().collection('notes').add({ data: { _id: 'inside', n: 0 } });
    await arm({ function: 'probe', nth: 2, when: 'after', kind: 'kill' });
    expect((await cloud.call('probe', { task: 'writeBesideTransaction' }, 'oAlice')).error).toMatchObject({ errCode: -504002 });
    const waiting = cloud.sdk.database().collection('notes').doc('inside').update({ data: { n: 5 } });
    await cloud.control('clock', { advanceMs: 31_000 });
    expect((await waiting).stats.updated).toBe(1);
    expect(cloud.cloud.store.get('notes').documents.get('inside')).toMatchObject({ n: 5 });
  });
});

test('a call of the open transaction of the same run that comes without its id is refused', async () => {
  const { result } = await cloud.call('probe', { task: 'strayWrite' }, 'oAlice');
  expect(result).toMatchObject({ errMsg: expect.stringContaining('outside the transaction this invocation has open') as string });
});
