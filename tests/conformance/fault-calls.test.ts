import { localScenario, type Source, type World } from './support/scenario';
import { runScenarios } from './support/run-scenarios';
import { CAUGHT, withSmallFunctions, WITH_SDK } from './support/small-functions';
import type { CallFault } from '../../devtools/local-cloud';

/** What faults are is ours to say. */
const FAULTS: Source = { kind: 'document', where: 'devtools/local-cloud/README.md: faults' };

const STEPS = `${WITH_SDK} ${CAUGHT} exports.main = ({ ids = [], call, pauseMs }) => caught(async () => {
  for (const id of ids) await db.collection('notes').add({ data: { _id: id } });
  if (call) await cloud.callFunction({ name: call, data: { ids: ['nested'] } });
  if (pauseMs) await new Promise((resolve) => setTimeout(resolve, pauseMs));
  return 'done';
});`;
const READS = `${WITH_SDK} ${CAUGHT} exports.main = () => caught(async () => { await db.collection('notes').doc('x').get(); await db.collection('notes').add({ data: { _id: 'x' } }); await db.collection('notes').doc('x').get(); return 'done'; });`;

const { call, running } = withSmallFunctions({
  steps: { source: STEPS, declaration: { timeoutSeconds: 3 } },
  others: { source: STEPS, declaration: { timeoutSeconds: 3 } },
  reads: { source: READS },
});

const IDS = ['s1', 's2', 's3'];
const arm = (...rules: CallFault[]): Promise<unknown> => running().control('faults', { rules });
const steps = (name = 'steps', more: object = {}): Promise<unknown> => call(name, { ids: IDS, route: 'test.steps', ...more });
const written = (): string[] => [...running().cloud.store.get('notes').documents.keys()].map(String);
const left = async (): Promise<number[]> => ((await running().control('faults')) as { rules: { left: number }[] }).rules.map((rule) => rule.left);

/** Runs on an empty cloud without faults. */
const fault = (name: string, run: (world: World) => Promise<unknown>, expected: unknown) =>
  localScenario(name, FAULTS, async (world) => {
    await running().control('reset', { seed: 'empty' });
    return run(world);
  }, expected);

const INJECTED = expect.objectContaining({ errCode: -501001, errMsg: expect.stringContaining('injected fault') as unknown });
const DIED = { error: { errCode: -504002, errMsg: expect.stringContaining('code exit unexpected') as unknown } };
const TIMED_OUT = { error: { errCode: -504003, errMsg: expect.stringContaining('timed out after 3 seconds') as unknown } };
const CUT = expect.objectContaining({ errMsg: expect.stringMatching(/socket hang up|ECONNRESET/) as unknown });

/** What each kind does to the second of three writes: what the caller gets, and what is written. */
const atSecond = (kind: CallFault['kind'], when: 'before' | 'after', outcome: unknown, ids: readonly string[]) =>
  fault(`${kind} ${when} the second call`, async () => {
    await arm({ nth: 2, kind, when, route: 'test.steps' });
    return [await steps(), written()];
  }, [outcome, ids]);

runScenarios('fault: calls', [
  atSecond('error', 'before', INJECTED, ['s1']),
  atSecond('error', 'after', INJECTED, ['s1', 's2']),
  atSecond('kill', 'before', DIED, ['s1']),
  atSecond('kill', 'after', DIED, ['s1', 's2']),
  atSecond('cut', 'before', CUT, ['s1']),
  atSecond('cut', 'after', CUT, ['s1', 's2']),
  atSecond('timeout', 'before', TIMED_OUT, ['s1']),
  atSecond('timeout', 'after', TIMED_OUT, ['s1', 's2']),
  atSecond('conflict', 'before', expect.objectContaining({ errMsg: expect.stringContaining('TransactionConflict') as unknown }), ['s1']),
  atSecond('latency', 'after', 'done', IDS),

  fault('latency takes its milliseconds', async () => {
    await steps('steps', { ids: [] });
    await arm({ nth: 1, kind: 'latency', ms: 600 });
    const startedAtMs = Date.now();
    await steps();
    return Date.now() - startedAtMs >= 600;
  }, true),
  fault('a rule acts once unless it says how often', async () => {
    await arm({ kind: 'error' });
    return [await steps(), await steps(), await left()];
  }, [INJECTED, 'done', [0]]),
  fault('a rule acts as often as it says', async () => {
    await arm({ kind: 'error', nth: 1, times: 2 });
    return [await steps(), await steps(), await steps()];
  }, [INJECTED, INJECTED, 'done']),
  fault('nth counts within one run', async () => {
    await arm({ kind: 'error', nth: 3, times: 2 });
    const outcomes = [await steps(), written()];
    for (const id of IDS) running().cloud.store.write(running().cloud.store.get('notes'), id, null);
    return [...outcomes, await steps(), written()];
  }, [INJECTED, ['s1', 's2'], INJECTED, ['s1', 's2']]),
  fault('function names who is met', async () => {
    await arm({ kind: 'error', function: 'others' });
    return [await steps('steps'), await steps('others')];
  }, ['done', INJECTED]),
  fault('route names the event that is met', async () => {
    await arm({ kind: 'error', route: 'test.other' });
    return [await steps(), await call('steps', { ids: ['r'], route: 'test.other' })];
  }, ['done', INJECTED]),
  fault('action names the call that is met, and only such calls count', async () => {
    await arm({ kind: 'error', action: 'database.getDocument', nth: 2 });
    return [await call('reads'), written()];
  }, [INJECTED, ['x']]),
  fault('several rules stand side by side', async () => {
    await arm({ kind: 'latency', ms: 1, nth: 1 }, { kind: 'error', nth: 2 }, { kind: 'error', function: 'others' });
    return [await steps(), await left()];
  }, [INJECTED, [0, 0, 1]]),
  fault('new rules take the place of the old', async () => {
    await arm({ kind: 'error', times: 9 });
    await arm();
    return steps();
  }, 'done'),
  fault('a reset takes all rules away', async () => {
    await arm({ kind: 'error', times: 9 });
    await running().control('reset', { seed: 'empty' });
    return steps();
  }, 'done'),
  fault('calling a function is not counted unless the rule names it', async () => {
    await arm({ kind: 'error', function: 'steps', nth: 1 });
    return [await call('steps', { call: 'others' }), written()];
  }, ['done', ['nested']]),
  fault('calling a function fails when the rule names it', async () => {
    await arm({ kind: 'error', action: 'functions.invokeFunction' });
    return [await call('steps', { call: 'others' }), written()];
  }, [expect.objectContaining({ errMsg: expect.stringContaining('injected fault') as unknown }), []]),
  fault('a killed run is not answered twice, and the next is well', async () => {
    await arm({ kind: 'kill', nth: 1, when: 'before' });
    return [await steps(), await steps(), written()];
  }, [DIED, 'done', IDS]),
  fault('calls of a killed run that come late do nothing', async () => {
    await arm({ kind: 'kill', nth: 2, when: 'after' });
    await steps();
    await new Promise((resolve) => setTimeout(resolve, 200));
    return written();
  }, ['s1', 's2']),
  fault('a process outside is met by rules that name no function', async (world) => {
    await world.local.control('faults', { rules: [{ action: 'database.insertDocument', kind: 'error' }] });
    const { errCode } = await world.refusal(() => world.add([{ _id: 'a' }]));
    await world.add([{ _id: 'a' }]);
    return errCode;
  }, -501001),
  fault('malformed rules are refused, each for its reason', async () => {
    const rules: object[] = [
      { kind: 'explode' }, { kind: 'error', typo: 1 }, { kind: 'error', when: 'later' }, { kind: 'error', nth: '2' }, { kind: 'error', nth: 0 }, { kind: 'error', times: 1.5 }, { kind: 'latency', ms: -1 }, { kind: 'error', route: 7 },
      { kind: 'error', nth: null }, { callback: 'sms', mode: 'lost' }, { callback: 'pay', mode: 'explode' }, {},
    ];
    const texts = [];
    for (const rule of rules) texts.push(((await arm(rule as CallFault)) as { error: { errMsg: string } }).error.errMsg.split(' ')[0]);
    return texts;
  }, ['kind', 'unknown', 'when', 'nth', 'nth', 'times', 'ms', 'route', 'nth', 'callback', 'mode', 'kind']),
]);
