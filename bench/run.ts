/**
 * `npm run bench`: the numbers this project promises, measured and printed as a table; `--json` the same as JSON, `--long`
 * with lists among a million documents as well (ten minutes and about eight gigabytes).
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Community } from '../tests/flows/support/community';
import { measureBundleLoad } from './bundle-load';
import { cloudSpeedRows, listRows, startRow } from './cloud-rows';
import { measureHomeSetData } from './home-set-data';
import { batchRows, measureBatches } from './batches';
import { newDice } from './dice';
import { jobsRows } from './jobs-rows';
import { ledgerRows } from './ledger-rows';
import { matchRoundRows } from './match-round-rows';
import { shareRows } from './share-load';
import { matchRows } from './match-rows';
import { gatherCrowd, measureRaces, rushManyWishes } from './races';
import { needRows } from './need-rows';
import { measureRoutes } from './route-requests';
import { atMost, type Row } from './row';
import { measureWeapp } from './weapp-size';

const ROOT = join(__dirname, '..');
const KB = 1024;
const kilobytes = (bytes: number): string => `${Math.round(bytes / KB)} KB`;

const sizeRows = (): readonly Row[] => {
  const sizes = measureWeapp(join(ROOT, 'dist/weapp'));
  return [
    atMost('main package of weapp', sizes.mainBytes, 900 * KB, kilobytes),
    ...sizes.subPackages.map((sub) => atMost(`sub-package ${sub.root}`, sub.bytes, 300 * KB, kilobytes)),
  ];
};

const cloudRows = async (): Promise<readonly Row[]> => {
  const community = await Community.found();
  try {
    const routes = (await measureRoutes(community)).map((entry) => atMost(`requests of ${entry.route} (delivery ${entry.deliveryRequests}; examined ${entry.documentsExamined}, returned ${entry.documentsReturned})`, entry.requests, entry.budget, String));
    await gatherCrowd(community, 300);
    const races = (await measureRaces(community)).map(
      (race): Row => ({ what: `${race.people} people, ${race.shares} share(s), ${race.seconds.toFixed(1)} s`, measured: `${race.held} held, ${race.soldOut} sold out, ${race.unanswered} unanswered`, limit: `${race.shares} held, 0 unanswered`, ok: race.held === race.shares && race.unanswered === 0 }),
    );
    const many = await rushManyWishes(community, newDice(300));
    const crowdRow: Row = { what: `${many.people} people on ${many.wishes} wishes with ${many.shares} shares, ${many.held + many.soldOut + many.unanswered} claims at once, ${many.seconds.toFixed(1)} s`, measured: `${many.held} held, ${many.soldOut} too late, ${many.unanswered} unanswered, ${many.wrong} wishes wrong`, limit: '0 unanswered, 0 wrong', ok: many.unanswered === 0 && many.wrong === 0 };
    const batches = batchRows(await measureBatches(community));
    return [...routes, ...batches, ...races, crowdRow, startRow(community), ...(await listRows(community, process.argv.includes('--long')))];
  } finally {
    await community.close();
  }
};

const main = async (): Promise<void> => {
  for (const built of ['dist/weapp/app.json', 'dist/cloudfunctions/api/index.js']) {
    if (!existsSync(join(ROOT, built))) throw new Error(`${built} is missing: npm run build:weapp && npm run build:functions first`);
  }
  const load = await measureBundleLoad(ROOT);
  const rows: readonly Row[] = [
    ...sizeRows(),
    atMost('first setData of home', await measureHomeSetData(ROOT), 64 * KB, kilobytes),
    { ...atMost('api bundle loads, against the SDK alone (median of 21)', load.ratio, 1.4, (value) => value.toFixed(2)), measured: `${load.ratio.toFixed(2)} (${load.apiMedianMs.toFixed(0)} ms / ${load.sdkMedianMs.toFixed(0)} ms)` },
    ...(await cloudRows()),
    ...(await jobsRows()),
    ...(await ledgerRows()),
    ...matchRows(),
    ...(await shareRows()),
    ...(await matchRoundRows()),
    ...(await needRows()),
    ...(await cloudSpeedRows()),
  ];
  if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
  else for (const row of rows) process.stdout.write(`${row.ok ? '✓' : '✗'} ${row.what}: ${row.measured} (${row.limit})\n`);
  process.exit(rows.every((row) => row.ok) ? 0 : 1);
};

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
