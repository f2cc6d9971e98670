import { runChaos } from './chaos/run-chaos';

/** `npm run test:long` throws a hundred times as many. */
const IS_LONG = process.env.LINYUAN_LONG === '1';
const RUNS = IS_LONG ? 10 : 2;
const CALLS = IS_LONG ? 10_000 : 1_000;

/**
 * The deployed bundles under everything at once: eight calls at a time by forty people, one in six with a fault armed
 * somewhere in its way. At rest every document says what stands, every ledger folds, every wish has an owner and a clock.
 */
describe(`${CALLS} calls by forty people with faults`, () => {
  test.each(Array.from({ length: RUNS }, (_unused, index) => index + 1))('seed %i', async (seed) => {
    const report = await runChaos(seed, CALLS);
    process.stdout.write(`seed ${seed}: ${JSON.stringify(report)}\n`);
    // A town in which nothing happens, or nothing goes wrong, proves nothing.
    expect(report.replies.ok ?? 0).toBeGreaterThan(CALLS / 4);
    expect(report.replies.lost ?? 0).toBeGreaterThan(CALLS / 100);
    expect(report.claims).toBeGreaterThan(report.wishes / 2);
  }, 3_600_000);
});
