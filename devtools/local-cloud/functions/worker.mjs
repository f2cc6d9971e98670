/**
 * The process of one function instance: loads one bundle once and answers one invocation at a time. Plain JavaScript,
 * because it must start fast and without the TypeScript loader. Identity lives in this process's own environment.
 */
import { format } from 'node:util';
import { loadBundle } from './load-bundle.mjs';

const [bundlePath] = process.argv.slice(2);
const send = process.send.bind(process);
// The channel is ours; code of a function finds an ordinary process.
process.send = undefined;
process.on('disconnect', () => process.exit(0));

const LOG_LIMIT_CHARACTERS = 1_000_000;
let currentId = 0;
let loggedCharacters = 0;
for (const level of ['log', 'info', 'warn', 'error', 'debug']) {
  console[level] = (...parts) => {
    const text = format(...parts);
    loggedCharacters += text.length;
    // One message past the limit tells the receiver that the rest is cut.
    if (loggedCharacters - text.length <= LOG_LIMIT_CHARACTERS) send({ kind: 'log', id: currentId, level, text: text.slice(0, LOG_LIMIT_CHARACTERS) });
  };
}

let main;
let loadFailure;
try {
  ({ main } = loadBundle(bundlePath));
  if (typeof main !== 'function') throw new Error('the bundle does not export main');
} catch (error) {
  loadFailure = error;
}

send({ kind: 'ready', id: 0, text: '' });

const TEXT_LIMIT_CHARACTERS = 10_000;
const describe = (error) => (error instanceof Error ? String(error.stack ?? error.message) : format(error)).slice(0, TEXT_LIMIT_CHARACTERS);

// A rejection nobody handles ends the process, as it does in a real instance.
process.on('unhandledRejection', (error) => {
  console.error('unhandled rejection', describe(error));
  process.exit(1);
});

/** The environment of a run ends with it; the token stays, so that work left running is known to belong to what is over. */
function leave(environment) {
  for (const key of Object.keys(environment)) delete process.env[key];
  Object.assign(process.env, { WX_CONTEXT_KEYS: 'WX_API_TOKEN', WX_API_TOKEN: environment.WX_API_TOKEN });
}

process.on('message', async ({ id, event, context, environment, resultLimitBytes }) => {
  currentId = id;
  loggedCharacters = 0;
  Object.assign(process.env, environment);
  let answer;
  try {
    if (loadFailure !== undefined) throw loadFailure;
    const text = JSON.stringify(await main(JSON.parse(event), context)) ?? 'null';
    answer = Buffer.byteLength(text) > resultLimitBytes ? { kind: 'tooLarge', id, text: '' } : { kind: 'result', id, text };
  } catch (error) {
    answer = { kind: 'failure', id, text: describe(error) };
  }
  leave(environment);
  send(answer);
});
