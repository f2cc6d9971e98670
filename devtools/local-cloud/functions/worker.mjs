/**
 * Runs inside a worker thread: loads one bundle once and answers one invocation at a time. Plain JavaScript, because worker
 * threads start without the TypeScript loader and must start fast. Identity lives in this thread's own process.env.
 */
import { createRequire } from 'node:module';
import { format } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';

let currentId = 0;
for (const level of ['log', 'info', 'warn', 'error', 'debug']) {
  console[level] = (...parts) => parentPort.postMessage({ kind: 'log', id: currentId, level, text: format(...parts) });
}

let main;
let loadFailure;
try {
  ({ main } = createRequire(workerData.bundlePath)(workerData.bundlePath));
  if (typeof main !== 'function') throw new Error('the bundle does not export main');
} catch (error) {
  loadFailure = error;
}

parentPort.postMessage({ kind: 'ready', id: 0, text: '' });

const describe = (error) => (error instanceof Error ? String(error.stack ?? error.message) : format(error));

// A rejection nobody handles ends the process of a real instance; here it ends this worker.
process.on('unhandledRejection', (error) => {
  console.error('unhandled rejection', describe(error));
  process.exit(1);
});

parentPort.on('message', async ({ id, event, context, environment }) => {
  currentId = id;
  Object.assign(process.env, environment);
  try {
    if (loadFailure !== undefined) throw loadFailure;
    const result = await main(JSON.parse(event), context);
    parentPort.postMessage({ kind: 'result', id, text: JSON.stringify(result) ?? 'null' });
  } catch (error) {
    parentPort.postMessage({ kind: 'failure', id, text: describe(error) });
  } finally {
    for (const key of Object.keys(environment)) delete process.env[key];
  }
});
