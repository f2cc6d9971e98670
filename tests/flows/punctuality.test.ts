import { measurePunctuality } from '../../bench/punctuality';
import { Community } from './support/community';

/** The timer of the deployed function `jobs`, on holds that all run out at the same moment. */
describe('clocks that strike at once', () => {
  let community: Community;

  beforeEach(async () => {
    community = await Community.found();
  });
  afterEach(async () => {
    await community.close();
  });

  test('a minute in which nothing is due costs nine requests, whatever the number of kinds', async () => {
    while (!(await community.runJobs()).isIdle) await community.advance(60_000);
    expect(await community.runJobs()).toEqual({ isIdle: true });
    const run = [...community.meters(5)].reverse().find((meter) => meter.function === 'jobs');
    expect(run?.calls.length).toBeLessThanOrEqual(9);
    // The look for what is due reads by the index of each collection: nothing but the lease itself where nothing is due.
    expect(run?.calls.filter(({ action }) => action === 'database.aggregateDocuments')).toMatchObject([{ collection: 'leases', documentsExamined: 1 }]);
  });

  test('two hundred due: the next run hears them all', async () => {
    const measured = await measurePunctuality(community, 200);
    process.stdout.write(`${JSON.stringify(measured)}\n`);
    expect(measured).toMatchObject({ missed: 0, twice: 0, runs: 1 });
    // Half a minute passed until the timer came; its run has to end within the other half.
    expect(measured.latestMs).toBeLessThanOrEqual(60_000);
  });

  test('a thousand due and the first run dies: the following runs go on, nothing is lost or done twice', async () => {
    const measured = await measurePunctuality(community, 1_000, 2_000);
    process.stdout.write(`${JSON.stringify(measured)}\n`);
    expect(measured).toMatchObject({ missed: 0, twice: 0 });
    expect(measured.runs).toBeGreaterThanOrEqual(2);
    expect(measured.runs).toBeLessThanOrEqual(8);
  }, 600_000);
});
