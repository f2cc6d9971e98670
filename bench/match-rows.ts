/** Rows about matching: the optimum of HiGHS reached and proved, time, memory and growth; what fairness costs; bundles against bisection. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { buildSync } from 'esbuild';
import { bundleNeeds, type NeedBundle } from '../cloudfunctions/core/match/bundle';
import { bisect, districtNeeds } from './bundle-instances';
import { measureFairness } from './match-fairness';
import { TOWNS, type TownInstance } from './match-instances';
import type { MatchRun } from './match-once';
import { atLeast, atMost, type Row } from './row';

const NEEDS = 20_000;
const SIZES = { sizeMin: 20, sizeMax: 60 };
/** With this least size our bundles are about as many as those of bisection: what is gained by shape alone. */
const EVEN_SIZE_MIN = 40;
/** Processor seconds and megabytes (issue of matching): a process of its own each, as a function would start cold. */
const LIMITS: Readonly<Record<string, { readonly seconds: number; readonly megabytes: number }>> = { '10k': { seconds: 1, megabytes: 120 }, '50k': { seconds: 6, megabytes: 160 } };
const GROWTH_MAX = 1.3;
const inSeconds = (seconds: number): string => `${seconds.toFixed(2)} s`;
const inThousandths = (ratio: number): string => ratio.toFixed(3);
const inPercent = (share: number): string => `${(100 * share).toFixed(1)} %`;

const solve = (folder: string, { make, name }: TownInstance): MatchRun => {
  const file = join(folder, 'instance');
  writeFileSync(file, serialize(make()));
  const child = spawnSync(process.execPath, [join(folder, 'once.js'), file, name === '50k' ? '1' : '5'], { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(`${name} was not solved: ${child.stderr}`);
  return JSON.parse(child.stdout) as MatchRun;
};

const assignmentRows = (): readonly Row[] => {
  const folder = mkdtempSync(join(tmpdir(), 'linyuan-match-'));
  try {
    buildSync({ entryPoints: [join(__dirname, 'match-once.ts')], bundle: true, platform: 'node', format: 'cjs', outfile: join(folder, 'once.js'), logLevel: 'error' });
    const runs = new Map(TOWNS.map((town) => [town.name, solve(folder, town)]));
    const proofs = TOWNS.map(({ name, optimum }): Row => {
      const { objective, dualObjective, gap } = runs.get(name)!;
      return { what: `assignment, ${name}: worth ÷ optimum of HiGHS; primal, dual, gap by the checker`, measured: `${(objective / optimum).toFixed(6)}; ${objective}, ${dualObjective}, ${gap ?? 'wrong'}`, limit: '1.000000, gap 0', ok: objective === optimum && objective === dualObjective && gap === 0 };
    });
    const costs = Object.entries(LIMITS).flatMap(([name, { seconds, megabytes }]) => {
      const { firstSeconds, peakMegabytes } = runs.get(name)!;
      return [atMost(`assignment, ${name}: processor time, cold`, firstSeconds, seconds, inSeconds), atMost(`assignment, ${name}: peak memory of the process`, peakMegabytes, megabytes, (value) => `${Math.round(value)} MB`)];
    });
    const [small, large] = [runs.get('1k')!, runs.get('10k')!];
    const growth = Math.log10(large.bestSeconds / small.bestSeconds);
    return [...proofs, ...costs, { ...atMost('assignment, growth exponent from 1k to 10k, warm', growth, GROWTH_MAX, (value) => value.toFixed(2)), measured: `${growth.toFixed(2)} (${inSeconds(small.bestSeconds)}, ${inSeconds(large.bestSeconds)}; cold ${inSeconds(small.firstSeconds)}, ${inSeconds(large.firstSeconds)})` }];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const fairnessRows = (): readonly Row[] => {
  const ways = measureFairness(10_000, 1000);
  const optimum = ways.find(({ way }) => way === 'optimum')!;
  return ways.map(({ way, total, longestServed, served }): Row => ({
    what: `fairness, ${way}: total suitability; served of who waits longest; of all`,
    measured: `${inThousandths(total)}; ${inPercent(longestServed)}; ${inPercent(served)}`,
    limit: way.includes('bonus') ? '≥ 0.98, serves more of them than the optimum' : 'told',
    ok: !way.includes('bonus') || (total >= 0.98 && longestServed > optimum.longestServed),
  }));
};

/** Mean distance of needs to the middles of their bundles. */
const meanMetersOf = (bundles: readonly NeedBundle[]): number =>
  bundles.reduce((sum, { memberIds, meanDistanceMeters }) => sum + memberIds.length * meanDistanceMeters, 0) / bundles.reduce((sum, { memberIds }) => sum + memberIds.length, 0);

const bundleRows = (): readonly Row[] => {
  const needs = districtNeeds(3, NEEDS);
  const before = process.cpuUsage();
  const { bundles, unplaced } = bundleNeeds({ needs, ...SIZES, seed: 1 });
  const { user, system } = process.cpuUsage(before);
  const placed = bundles.reduce((sum, { memberIds }) => sum + memberIds.length, 0);
  const outside = bundles.filter(({ personCount }) => personCount < SIZES.sizeMin || personCount > SIZES.sizeMax).length;
  const against = (what: string, ours: readonly NeedBundle[], isFine: boolean, limit: number): Row => {
    const halved = bisect(needs, { ...SIZES, isFine });
    const ratio = meanMetersOf(ours) / halved.meanMeters;
    return { ...atMost(`bundles: mean distance ÷ ${what}`, ratio, limit, inThousandths), measured: `${inThousandths(ratio)} (${meanMetersOf(ours).toFixed(0)} m in ${ours.length} bundles, ${halved.meanMeters.toFixed(0)} m in ${halved.bundles})` };
  };
  return [
    atMost(`bundles of ${NEEDS} needs: processor time`, (user + system) / 1e6, 1, inSeconds),
    atLeast('bundles: needs placed', placed / needs.length, 1, inPercent),
    atMost(`bundles: outside ${SIZES.sizeMin}–${SIZES.sizeMax} people, or needs lost`, outside + (needs.length - placed - unplaced.length), 0, String),
    against('bisection down to 60', bundles, false, 0.8),
    against('bisection as fine as 20 allows', bundles, true, 0.8),
    against('bisection with as many bundles', bundleNeeds({ needs, ...SIZES, sizeMin: EVEN_SIZE_MIN, seed: 1 }).bundles, false, 0.9),
  ];
};

export const matchRows = (): readonly Row[] => [...assignmentRows(), ...fairnessRows(), ...bundleRows()];
