import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { withRealSdk } from '../../devtools/local-cloud';
import { killed, newFolder, startCli } from './support/command-line-cloud';
import { DurableLoad } from './support/durable-load';

/** Rounds of load, kill -9 at a random moment, restart, check. Many in the long lane. */
const ROUNDS = process.env.LINYUAN_LONG === '1' ? 40 : 5;
const LONGEST_ROUND_MS = 6000;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits for a random moment, or in every other round for one in the middle of a rewrite of the journal. */
async function momentToKill(folder: string, round: number, load: DurableLoad): Promise<boolean> {
  const before = load.acknowledged;
  while (load.acknowledged < before + 30) await sleep(5);
  if (round % 2 === 0) {
    await sleep(Math.random() * 1500);
    return false;
  }
  const giveUpAtMs = Date.now() + LONGEST_ROUND_MS * 3;
  const isRewriting = (): boolean => readdirSync(folder).some((name) => name.startsWith('journal.jsonl.'));
  while (!isRewriting()) {
    if (Date.now() > giveUpAtMs) return false;
    await sleep(1);
  }
  return true;
}

test('what was acknowledged survives kill -9 at any moment, under load, again and again', async () => {
  const folder = newFolder();
  const load = new DurableLoad();
  let cloud = await startCli(folder);
  await load.prepare(withRealSdk(cloud.url));
  let duringRewrites = 0;
  let largestBytes = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const writers = load.start(withRealSdk(cloud.url), cloud.url);
    if (await momentToKill(folder, round, load)) duringRewrites += 1;
    largestBytes = Math.max(largestBytes, statSync(join(folder, 'journal.jsonl')).size);
    await killed(cloud.child);
    await writers.stop();
    cloud = await startCli(folder);
    expect(await load.check(withRealSdk(cloud.url), cloud.url)).toEqual([]);
  }
  await killed(cloud.child);
  console.log(`${ROUNDS} kills, ${duringRewrites} of them in the middle of rewriting the journal (at most ${Math.round(largestBytes / 2 ** 20)} MB), ${load.acknowledged} acknowledged writes`);
  expect(duringRewrites).toBeGreaterThan(0);
  // Ten megabytes are alive; a journal that was never rewritten while running would go on growing.
  expect(largestBytes).toBeLessThan(80 * 2 ** 20);
}, 900_000);
