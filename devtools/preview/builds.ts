import { spawn } from 'node:child_process';
import path from 'node:path';
import { buildFunctions } from '../../config/build-functions';
import { isStale, root } from './stale';

/** Said to a person as it stands. */
export class BuildFailure extends Error {}

const seconds = (sinceMs: number): string => ((Date.now() - sinceMs) / 1000).toFixed(1);

export async function ensureFunctions(say: (line: string) => void): Promise<void> {
  if (!isStale('functions')) return;
  const startedMs = Date.now();
  await buildFunctions().catch((error: unknown) => {
    throw new BuildFailure(`The cloud functions do not build:\n${error instanceof Error ? error.message : String(error)}`);
  });
  say(`cloud functions built in ${seconds(startedMs)} s`);
}

/** Taro keeps much state of its own, so each app is built in a process of its own. */
const runBuild = (platform: 'h5' | 'weapp'): Promise<void> => {
  const args = [require.resolve('tsx/cli'), path.join(root, 'config/build-app.ts'), platform];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  process.once('exit', () => child.kill());
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new BuildFailure(`The build of ${platform} could not be started: ${error.message}`)));
    child.once('close', (code) => (code === 0 ? resolve() : reject(new BuildFailure(`The build of ${platform} failed:\n${output.trim()}`))));
  });
};

export type BuildState = { readonly kind: 'building' } | { readonly kind: 'ready' } | { readonly kind: 'failed'; readonly message: string };

/** One app of the preview: built when stale, in the background; pages ask for its state. */
export class AppBuild {
  private current: BuildState = { kind: 'building' };

  constructor(
    readonly platform: 'h5' | 'weapp',
    private readonly say: (line: string) => void,
  ) {}

  get state(): BuildState {
    return this.current;
  }

  /** Never throws: a failure is a state that the preview shows. */
  async ensure(): Promise<void> {
    const startedMs = Date.now();
    try {
      if (isStale(this.platform)) {
        await runBuild(this.platform);
        this.say(`${this.platform} built in ${seconds(startedMs)} s`);
      }
      this.current = { kind: 'ready' };
    } catch (error) {
      this.current = { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
      this.say(this.current.message);
    }
  }
}
