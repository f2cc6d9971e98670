import { byDocument, byMeasurement, localScenario } from './support/scenario';
import { runScenarios } from './support/run-scenarios';
import { CAUGHT, withSmallFunctions, WITH_SDK } from './support/small-functions';

const TIMEOUT = byMeasurement('errCode -504003, "Invoking task timed out after 3 seconds", FUNCTIONS_TIME_LIMIT_EXCEEDED');
const MEMORY = byDocument('docs.cloudbase.net/error-code/FUNCTIONS_MEMORY_LIMIT_EXCEEDED');
const EXIT = byMeasurement('errCode -504002, errMsg "0 code exit unexpected"');
const WARM = byDocument('wxcloud/guide/functions/mechanism: an instance is kept and used again');

const { call, running } = withSmallFunctions({
  slow: { source: 'exports.main = ({ ms }) => new Promise((resolve) => setTimeout(() => resolve("done"), ms));', declaration: { timeoutSeconds: 1 } },
  loops: { source: 'exports.main = async ({ ms }) => { const end = Date.now() + ms; while (Date.now() < end); return "done"; };', declaration: { timeoutSeconds: 1 } },
  hoards: {
    source: `const kept = []; exports.main = async ({ kind }) => {
      if (kind === 'objects') for (;;) kept.push({ at: Math.random() });
      if (kind === 'list') kept.push(new Array(2e8).fill(1));
      if (kind === 'map') { const map = new Map(); for (let i = 0; ; i += 1) map.set(i, i); }
      if (kind === 'buffers') for (let i = 0; i < 400; i += 1) { kept.push(Buffer.alloc(1024 * 1024, 1)); await new Promise((resolve) => setTimeout(resolve, 2)); }
      if (kind === 'texts') for (;;) kept.push('x'.repeat(100000) + Math.random());
      if (kind === 'little') return Buffer.alloc(10 * 1024 * 1024, 1).length;
      return 'kept';
    };`,
    declaration: { memoryMegabytes: 128, timeoutSeconds: 20 },
  },
  counts: { source: 'let n = 0; const born = Date.now(); exports.main = async () => ({ n: (n += 1), born });' },
  exits: { source: 'exports.main = async ({ code }) => process.exit(code);' },
  aborts: { source: 'exports.main = async () => { setTimeout(() => { throw new Error("out of nowhere"); }, 5); await new Promise((resolve) => setTimeout(resolve, 2000)); return "alive"; };' },
  rejects: {
    source: `let n = 0; exports.main = async ({ late }) => {
      n += 1;
      if (late) { setTimeout(() => Promise.reject(new Error('nobody waits')), 5); return n; }
      Promise.reject(new Error('nobody waits'));
      await new Promise((resolve) => setTimeout(resolve, 300));
      return n;
    };`,
  },
  leaves: {
    source: `${WITH_SDK} ${CAUGHT} let left; exports.main = async ({ task, ms }) => {
      if (task === 'see') return left ?? null;
      setTimeout(async () => { left = await caught(() => db.collection('notes').add({ data: { _id: 'late' } })); }, ms);
      return 'answered';
    };`,
  },
  keeps: { source: `${WITH_SDK} exports.main = async ({ set }) => { if (set) process.env.MINE = set; return { mine: process.env.MINE ?? null, openid: cloud.getWXContext().OPENID ?? null }; };` },
  logs: { source: 'exports.main = async ({ times, text }) => { for (let i = 0; i < times; i += 1) console.log(text, i); return "logged"; };' },
  outer: { source: `${WITH_SDK} ${CAUGHT} exports.main = ({ name, data }) => caught(async () => (await cloud.callFunction({ name, data })).result);` },
  recurses: {
    source: `${WITH_SDK} exports.main = async ({ depth }) => depth === 0 ? { source: cloud.getWXContext().SOURCE } : (await cloud.callFunction({ name: 'recurses', data: { depth: depth - 1 } })).result;`,
  },
}, { workers: 3 });

const timedOut = (seconds: number) => ({ error: { errCode: -504003, errMsg: expect.stringContaining(`Invoking task timed out after ${seconds} seconds`) as unknown } });
const overMemory = { error: { errCode: -504002, errMsg: expect.stringContaining('memory limit exceeded') as unknown } };
const exited = (code: number) => ({ error: { errCode: -504002, errMsg: expect.stringContaining(`${code} code exit unexpected`) as unknown } });
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

runScenarios('function: instances', [
  localScenario('one that waits too long is ended at its timeout', TIMEOUT, () => call('slow', { ms: 30_000 }), timedOut(1)),
  localScenario('one that ends in time answers', TIMEOUT, () => call('slow', { ms: 50 }), 'done'),
  localScenario('one that never gives up the processor is ended at its timeout', TIMEOUT, async () => {
    const startedAtMs = Date.now();
    const outcome = await call('loops', { ms: 60_000 });
    return [outcome, Date.now() - startedAtMs < 6000];
  }, [timedOut(1), true]),
  localScenario('while one loops, the cloud and other functions answer', TIMEOUT, async () => {
    await call('counts');
    const looping = call('loops', { ms: 60_000 });
    const { born } = (await call('counts')) as { born: number };
    return [typeof born, await looping];
  }, ['number', timedOut(1)]),
  localScenario('a nested call that times out tells its code', TIMEOUT, () => call('outer', { name: 'slow', data: { ms: 30_000 } }), {
    errCode: -1, code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED', errMsg: expect.stringContaining('timed out after 1 seconds') as unknown,
  }),
  localScenario('after a timeout the next call gets a fresh instance', WARM, async () => {
    await call('slow', { ms: 30_000 });
    return call('slow', { ms: 1 });
  }, 'done'),

  localScenario('one that hoards objects dies of its memory limit', MEMORY, () => call('hoards', { kind: 'objects' }), overMemory),
  localScenario('one that makes a list larger than its memory dies, the cloud does not', MEMORY, async () => [await call('hoards', { kind: 'list' }), await call('slow', { ms: 1 })], [overMemory, 'done']),
  localScenario('one that grows a map dies, the cloud does not', MEMORY, async () => [await call('hoards', { kind: 'map' }), await call('slow', { ms: 1 })], [overMemory, 'done']),
  localScenario('buffers count too', MEMORY, () => call('hoards', { kind: 'buffers' }), overMemory),
  localScenario('texts count too', MEMORY, () => call('hoards', { kind: 'texts' }), overMemory),
  localScenario('one that stays within its memory answers', MEMORY, () => call('hoards', { kind: 'little' }), 10 * 1024 * 1024),
  localScenario('a nested call over its memory tells its code', MEMORY, () => call('outer', { name: 'hoards', data: { kind: 'texts' } }), {
    errCode: -1, code: 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED', errMsg: expect.stringContaining('memory limit exceeded') as unknown,
  }),

  localScenario('one that exits has not answered', EXIT, () => call('exits', { code: 0 }), exited(0)),
  localScenario('one that exits with a code tells it', EXIT, () => call('exits', { code: 3 }), exited(3)),
  localScenario('an error thrown outside of every call ends the instance', EXIT, () => call('aborts'), exited(1)),
  localScenario('a rejection nobody handles ends the instance', EXIT, () => call('rejects', {}), exited(1)),
  localScenario('a rejection after the answer leaves the answer, the next call gets a fresh instance', EXIT, async () => {
    const first = await call('rejects', { late: true });
    await pause(500);
    return [first, await call('rejects', { late: true })];
  }, [1, 1]),

  localScenario('module state is kept between calls of a warm instance', WARM, async () => {
    const first = (await call('counts')) as { n: number; born: number };
    const second = (await call('counts')) as { n: number; born: number };
    return [second.born === first.born, second.n - first.n];
  }, [true, 1]),
  localScenario('simultaneous calls are on different instances', WARM, async () => {
    const [a, b] = await Promise.all([call('slow', { ms: 400 }), call('slow', { ms: 400 })]);
    return [a, b];
  }, ['done', 'done']),
  localScenario('the identity of one call is gone in the next', WARM, async () => {
    await call('keeps', { set: 'x' }, 'oAlice');
    const reply = await running().call('keeps', {});
    return reply.result;
  }, { mine: 'x', openid: null }),
  localScenario('work left running after the answer is not taken for a living call', byDocument('wxcloud/guide/functions/mechanism: an instance is frozen after its answer'), async () => {
    await call('leaves', { ms: 100 });
    let seen: unknown = null;
    // The instance tells what became of its late call once it has an answer; it may be one of several.
    for (let look = 0; seen === null && look < 100; look += 1) {
      await pause(200);
      const looks = await Promise.all([1, 2, 3].map(() => call('leaves', { task: 'see' })));
      seen = looks.find((told) => told !== null) ?? null;
    }
    return [seen, running().cloud.store.get('notes').documents.has('late')];
  }, [{ errCode: expect.any(Number) as unknown, errMsg: expect.stringContaining('is over') as unknown }, false]),
  localScenario('functions call each other deeper than there are instances', WARM, () => call('recurses', { depth: 5 }), { source: 'wx_client,scf,scf,scf,scf,scf' }),
  localScenario('a flood of log lines is cut and harms nobody', MEMORY, async () => {
    const answer = await call('logs', { times: 200_000, text: 'y'.repeat(200) });
    const { meters } = (await running().control('meters?last=1')) as { meters: { logs: { text: string }[] }[] };
    const logs = meters[0]?.logs ?? [];
    const characters = logs.reduce((sum, { text }) => sum + text.length, 0);
    return [answer, characters <= 1_100_000, logs.at(-1)?.text.includes('cut')];
  }, ['logged', true, true]),
  localScenario('a function that only logs is heard', MEMORY, async () => {
    await call('logs', { times: 2, text: 'hello' });
    const { meters } = (await running().control('meters?last=1')) as { meters: { logs: { text: string }[] }[] };
    return meters[0]?.logs.map(({ text }) => text);
  }, ['hello 0', 'hello 1']),
]);
