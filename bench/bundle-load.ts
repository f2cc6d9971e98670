import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import esbuild from 'esbuild';

export interface BundleLoad {
  readonly apiMedianMs: number;
  readonly sdkMedianMs: number;
  readonly ratio: number;
}

const TIMES = 21;

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Time of `require` in a process of its own, in ms. */
const loadOnce = (file: string): number => {
  const script = `const t=performance.now();require(${JSON.stringify(file)});process.stdout.write(String(performance.now()-t));process.exit(0)`;
  const child = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8', env: { ...process.env, TENCENTCLOUD_RUNENV: 'SCF' } });
  const ms = Number(child.stdout);
  if (!Number.isFinite(ms) || ms <= 0) throw new Error(`could not load ${file}: ${child.stderr}`);
  return ms;
};

/** How much longer the deployed `api` takes to load than a bundle of nothing but the SDK; runs are interleaved. */
export const measureBundleLoad = async (root: string): Promise<BundleLoad> => {
  const folder = mkdtempSync(join(tmpdir(), 'linyuan-bundle-'));
  try {
    const sdkFile = join(folder, 'sdk.js');
    await esbuild.build({ stdin: { contents: "exports.main = require('wx-server-sdk').init;", resolveDir: root }, bundle: true, platform: 'node', target: 'node18', format: 'cjs', minify: true, outfile: sdkFile, logLevel: 'error' });
    const apiFile = join(root, 'dist/cloudfunctions/api/index.js');
    const api: number[] = [];
    const sdk: number[] = [];
    for (let turn = 0; turn < TIMES; turn += 1) {
      sdk.push(loadOnce(sdkFile));
      api.push(loadOnce(apiFile));
    }
    return { apiMedianMs: median(api), sdkMedianMs: median(sdk), ratio: median(api) / median(sdk) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
