/**
 * Builds the mini-program (`weapp`) or its browser preview (`h5`) into `dist/`.
 * Taro's own command line is run as a child and kept quiet: its output is shown only when the build fails.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '..');

/** What a whole build of each platform must have left behind; Taro can end with 0 after a failed compilation. */
const proofOf = { weapp: 'dist/weapp/app.json', h5: 'dist/h5/index.html' } as const;
type Platform = keyof typeof proofOf;

function parsePlatform(word: string | undefined): Platform {
  if (word === 'weapp' || word === 'h5') return word;
  throw new Error('usage: tsx config/build-app.ts weapp|h5');
}

/** Runs Taro and resolves with its exit code and everything it printed. */
function runTaro(platform: Platform): Promise<{ code: number; output: string }> {
  const cli = path.join(root, 'node_modules/@tarojs/cli/bin/taro');
  // `--no-check` leaves out Taro's doctor, which fetches its rules from the network; types and lint check more.
  const args = [cli, 'build', '--type', platform, '--disable-global-config', '--no-check'];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', TARO_ENV: platform, DO_NOT_TRACK: '1', FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

async function main(): Promise<void> {
  const platform = parsePlatform(process.argv[2]);
  const startedAtMs = Date.now();
  const { code, output } = await runTaro(platform);
  const proof = path.join(root, proofOf[platform]);
  const failed = code !== 0 || /ERROR in|Module not found|编译失败/.test(output) || !existsSync(proof);
  if (failed || readFileSync(proof, 'utf8').length === 0) {
    process.stderr.write(output);
    process.stderr.write(`\nbuild of ${platform} failed\n`);
    process.exitCode = 1;
    return;
  }
  const seconds = ((Date.now() - startedAtMs) / 1000).toFixed(1);
  process.stdout.write(`built dist/${platform} in ${seconds} s\n`);
}

void main();
