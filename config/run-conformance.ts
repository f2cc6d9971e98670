/**
 * `npm run test:conformance`: the scenarios against the local cloud. `-- --live` runs those that need no control endpoint
 * against the real environment LINYUAN_LIVE_ENV, which must be empty; `--record FILE` keeps what was observed, to compare
 * two runs. Anything else is handed to Jest.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COLLECTIONS } from '../tests/conformance/support/cloud';
import { LiveEnvironment, liveTargetOf } from '../tests/conformance/support/live-environment';

const runJest = (args: readonly string[], environment: Readonly<Record<string, string>>): number =>
  spawnSync('npx', ['jest', ...args, '--selectProjects', 'conformance'], { stdio: 'inherit', env: { ...process.env, ...environment } }).status ?? 1;

const FOLDER = join(__dirname, '../tests/conformance');

/** Files of scenarios; the others test the local cloud itself and have nothing to ask of a real one. */
const scenarioFiles = (): string[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.test.ts') && readFileSync(join(FOLDER, name), 'utf8').includes('runScenarios('))
    .map((name) => join(FOLDER, name));

async function runLive(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<number> {
  const live = new LiveEnvironment(liveTargetOf(process.env));
  await live.prepare(COLLECTIONS);
  try {
    // One file after the other: they share the collections.
    return runJest(['--runInBand', ...(args.length > 0 ? args : scenarioFiles())], { ...environment, LINYUAN_LIVE: '1' });
  } finally {
    await live.remove(COLLECTIONS);
  }
}

async function run(): Promise<number> {
  const args = process.argv.slice(2).filter((argument) => argument !== '--live');
  const at = args.indexOf('--record');
  const [, file] = at < 0 ? [] : args.splice(at, 2);
  if (at >= 0 && file === undefined) throw new Error('--record needs a file');
  const environment: Record<string, string> = file === undefined ? {} : { LINYUAN_OBSERVATIONS: file };
  return process.argv.includes('--live') ? runLive(args, environment) : runJest(args, environment);
}

run().then(
  (status) => (process.exitCode = status),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
