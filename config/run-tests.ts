/**
 * `npm test`: everything a change must pass, in one command. Lanes that need no built file run beside the builds; the
 * last line is the sum, in the form that continuous integration reads: "N passed, N failed".
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Lane {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly env?: Readonly<Record<string, string>>;
  /** Jest writes its counts here; a lane without counts as one check. */
  readonly report?: string;
}

interface Outcome {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
}

const reports = mkdtempSync(join(tmpdir(), 'linyuan-tests-'));

interface LaneOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Only test files whose path matches one of these. */
  readonly paths?: readonly string[];
  /** Test files side by side; two unless said: a browser test waits as long as it works, and leaves its processor to others. */
  readonly workers?: number;
}

const jestLane = (name: string, projects: readonly string[], options: LaneOptions = {}): Lane => {
  const report = join(reports, `${name}.json`);
  const args = ['jest', ...(options.paths ?? []), '--selectProjects', ...projects, '--json', `--outputFile=${report}`, '--silent=false', `--maxWorkers=${options.workers ?? 2}`];
  return { name, command: ['npx', ...args], report, ...(options.env ? { env: options.env } : {}) };
};

const countsOf = (report: string): { readonly passed: number; readonly failed: number } => {
  const json = JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number; numFailedTests: number; numRuntimeErrorTestSuites: number };
  return { passed: json.numPassedTests, failed: json.numFailedTests + json.numRuntimeErrorTestSuites };
};

/** What Jest's JSON repeats on standard output is left out; its own report goes to standard error. */
const run = (lane: Lane): Promise<Outcome> =>
  new Promise((resolve) => {
    const startedMs = Date.now();
    const [program, ...args] = lane.command;
    const child = spawn(program, args, { env: { ...process.env, ...lane.env }, stdio: ['ignore', lane.report ? 'ignore' : 'inherit', 'inherit'] });
    child.on('close', (code) => {
      const seconds = Math.round((Date.now() - startedMs) / 100) / 10;
      const ok = code === 0;
      let counts = { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
      if (lane.report) {
        try {
          const read = countsOf(lane.report);
          counts = { passed: read.passed, failed: ok ? read.failed : Math.max(1, read.failed) };
        } catch {
          counts = { passed: 0, failed: 1 };
        }
      }
      console.log(`${counts.failed === 0 ? '✓' : '✗'} ${lane.name}: ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`.replace(' passed, ', ' ok, '));
      resolve({ name: lane.name, ...counts, seconds });
    });
  });

const inTurn = async (lanes: readonly Lane[]): Promise<readonly Outcome[]> => {
  const outcomes: Outcome[] = [];
  for (const lane of lanes) outcomes.push(await run(lane));
  return outcomes;
};

const main = async (): Promise<void> => {
  const build = (target: string): Lane => ({ name: `build ${target}`, command: ['npm', 'run', '--silent', `build:${target}`] });
  const types: Lane = { name: 'types', command: ['npm', 'run', '--silent', 'types'] };
  const lint: Lane = { name: 'lint and directions', command: ['npm', 'run', '--silent', 'lint'] };
  // Days and months are UTC+8 wherever the program runs: the same tests, far east and far west of it.
  const east = jestLane('unit (Asia-Shanghai)', ['unit', 'architecture'], { env: { TZ: 'Asia/Shanghai' } });
  const west = jestLane('unit (America-Los_Angeles)', ['unit'], { env: { TZ: 'America/Los_Angeles' }, paths: ['src/', 'cloudfunctions/', 'types/', 'config/', 'devtools/(demo|preview|page-kit|weapp-host)', 'local-cloud/(functions|kernel|database/expressions)'] });
  // Side by side, each about as long as the other.
  const first = await Promise.all([inTurn([build('h5'), types, west]), inTurn([build('functions'), build('weapp'), lint, east])]);
  // One run of Jest for all of these, longest files first: no worker waits for another between two lanes.
  const whole = jestLane('conformance, flows, properties and the built app', ['together', 'flows', 'built'], { paths: ['tests/together/', 'tests/properties/', 'tests/built/'], workers: 4 });
  const second = await inTurn([whole]);
  const outcomes = [...first.flat(), ...second];
  rmSync(reports, { recursive: true, force: true });
  const sum = (key: 'passed' | 'failed'): number => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') === 0 ? 0 : 1;
};

void main();
