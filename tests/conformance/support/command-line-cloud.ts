/** A local cloud in a process of its own, to be killed. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CLI = join(__dirname, '../../../devtools/local-cloud/cli.ts');
// The command line of tsx would start a second process and outlive the kill, so its loader is given to node itself.
const LOADER = join(__dirname, '../../../node_modules/tsx/dist/loader.mjs');

export interface Started {
  readonly child: ChildProcess;
  readonly url: string;
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'durability-'));

export function startCli(folder: string): Promise<Started> {
  const child = spawn(process.execPath, ['--import', LOADER, CLI, '--port', '0', '--data', folder, '--seed', 'empty'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the local cloud ended with ${code}`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(chunk.toString())?.[0];
      if (url !== undefined) resolve({ child, url });
    });
  });
}

/** kill -9, and the wait until it is gone. */
export const killed = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.removeAllListeners('exit');
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
