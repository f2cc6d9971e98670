/**
 * Generated requests over all actions of the wire protocol: every answer has the real shape, the data stays whole, and
 * what was acknowledged is there after a restart. The same seed gives the same requests; LINYUAN_FUZZ_SEED runs another.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brokenInvariants, contentOf } from '../../devtools/local-cloud/fuzz/invariants';
import { runFuzz, type FuzzReport } from '../../devtools/local-cloud/fuzz/run-fuzz';
import { startLocalCloud } from '../../devtools/local-cloud';
import { COLLECTIONS } from './support/cloud';

const REQUESTS_A_ROUND = 1000;
const ROUNDS = process.env.LINYUAN_LONG === '1' ? 110 : 4;
const FIRST_SEED = Number(process.env.LINYUAN_FUZZ_SEED ?? 20_261_120);

interface Round {
  readonly report: FuzzReport;
  readonly broken: readonly string[];
  readonly isPolluted: boolean;
}

/** One round on an empty cloud that keeps its data, which is then opened again. */
async function round(seed: number): Promise<Round> {
  const data = mkdtempSync(join(tmpdir(), 'fuzz-'));
  const options = { data, collections: COLLECTIONS, allowScans: true, functionsDir: join(data, 'no-functions') };
  try {
    const first = await startLocalCloud(options);
    const report = await runFuzz(first.url, seed, REQUESTS_A_ROUND);
    const broken = brokenInvariants(first.cloud.store, COLLECTIONS);
    const before = contentOf(first.cloud.store);
    await first.kill();
    const second = await startLocalCloud(options);
    expect(contentOf(second.cloud.store)).toEqual(before);
    await second.close();
    return { report, broken, isPolluted: Object.keys(Object.prototype).length > 0 || 'polluted' in {} };
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

test.each(Array.from({ length: ROUNDS }, (_unused, index) => FIRST_SEED + index))('a thousand requests of seed %i', async (seed) => {
  const { report, broken, isPolluted } = await round(seed);
  expect({ problems: report.problems.slice(0, 5), broken: broken.slice(0, 5), isPolluted }).toEqual({ problems: [], broken: [], isPolluted: false });
  // The requests are worth their time: many succeed, and many kinds of refusal are met.
  expect(report.codes['']).toBeGreaterThan(REQUESTS_A_ROUND / 5);
  expect(Object.keys(report.codes).length).toBeGreaterThanOrEqual(5);
}, 120_000);
