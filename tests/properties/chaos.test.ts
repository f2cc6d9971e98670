import { runChaos } from './chaos/run-chaos';

/** `npm run test:long` throws many times as many. */
const IS_LONG = process.env.LINYUAN_LONG === '1';
const [SEEDS, CALLS, POINT_CALLS] = IS_LONG ? [10, 10_000, 20_000] : [2, 600, 1_000];

/**
 * The deployed bundles under everything at once: eight calls at a time by forty people, one in six with a fault armed
 * somewhere in its way. At rest every document says what stands, every ledger folds, every wish has an owner and a clock.
 */
describe(`${CALLS} calls by forty people with faults`, () => {
  test.each(Array.from({ length: SEEDS }, (_unused, index) => index + 1))('seed %i', async (seed) => {
    const report = await runChaos(seed, CALLS, 'wishes');
    process.stdout.write(`seed ${seed}: ${JSON.stringify(report)}\n`);
    // A town in which nothing happens, or nothing goes wrong, proves nothing.
    expect(report.replies.ok ?? 0).toBeGreaterThan(CALLS / 4);
    expect(report.replies.lost ?? 0).toBeGreaterThan(CALLS / 100);
    expect(report.claims).toBeGreaterThan(report.wishes / 2);
  }, 3_600_000);
});

/** The same people mostly about their points: earned, disputed, held for gifts, fetched, taken back, ended with the year. */
test(`${POINT_CALLS} calls about points with faults: Σ = 0, nobody below nought, each pending ended once, proofs agree`, async () => {
  const report = await runChaos(3, POINT_CALLS, 'points');
  process.stdout.write(`points: ${JSON.stringify(report)}\n`);
  expect(report.replies.lost ?? 0).toBeGreaterThan(POINT_CALLS / 100);
  expect(report.transfers).toBeGreaterThan(POINT_CALLS / 20);
  for (const state of ['fetched', 'cancelled', 'expired']) expect(report.gifts[state] ?? 0).toBeGreaterThan(0);
  expect(report.proofs).toBeGreaterThan(5);
}, 7_200_000);
