import { findCircles } from '../../cloudfunctions/core/favour/find-circles';
import { RULES } from '../../cloudfunctions/core/rules';
import { honestTown } from './honest-town';

const SEEDS: readonly number[] = Array.from({ length: process.env.LINYUAN_LONG === '1' ? 100 : 12 }, (_, index) => index + 1);

/** Whether the report of mutual favours leaves people in peace who only help each other. */
describe('an honest community of 5,000', () => {
  const all = { ...RULES.favours, circlesShown: Number.MAX_SAFE_INTEGER };
  const towns = SEEDS.map((seed) => {
    const { ways, active } = honestTown(seed);
    const startedAt = performance.now();
    const named = findCircles(ways, all).reduce((people, { memberIds }) => people + memberIds.length, 0);
    return { active, named, ms: performance.now() - startedAt };
  });
  const rate = towns.reduce((sum, { named }) => sum + named, 0) / towns.reduce((sum, { active }) => sum + active, 0);
  const slowestMs = Math.max(...towns.map(({ ms }) => ms));

  beforeAll(() => void process.stdout.write(`favours: ${towns.length} honest communities, ${Math.round(towns.reduce((sum, { active }) => sum + active, 0) / towns.length)} people active in each, ${(100 * rate).toFixed(2)} % named in circles, slowest ${slowestMs.toFixed(0)} ms\n`));

  it('is seldom named', () => expect(rate).toBeLessThan(0.01));

  it('is looked through in a fraction of a run of jobs', () => expect(slowestMs).toBeLessThan(RULES.jobs.runMs / 5));
});
