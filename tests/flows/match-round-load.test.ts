import { measureMatchRound } from '../../bench/match-round-load';

/** A round end to end, reading and writing included; its requests grow as the wishes do. The long lane does it at full size. */
const IS_LONG = process.env.LINYUAN_LONG === '1';
const LARGE = IS_LONG ? { wishes: 2_000, offers: 300 } : { wishes: 120, offers: 18 };
const LIMIT_SECONDS = 20;
/** Twice the wishes are at most twice the requests, and a few that each round shares. */
const GROWTH_LIMIT = 2.2;

describe('a large round of matching', () => {
  test('is solved and sent in time, to the optimum, with as many requests as wishes ask for', async () => {
    const small = await measureMatchRound(LARGE.wishes / 2, LARGE.offers / 2);
    const large = await measureMatchRound(LARGE.wishes, LARGE.offers);
    console.info(`${String(large.wishes)} wishes × ${String(large.offers)} offers: preview ${large.previewSeconds.toFixed(1)} s, sent ${large.sendSeconds.toFixed(1)} s, ${String(large.requests)} requests; half of it: ${String(small.requests)}`);
    expect(large.previewSeconds + large.sendSeconds).toBeLessThanOrEqual(LIMIT_SECONDS);
    expect(large.requests / small.requests).toBeLessThanOrEqual(GROWTH_LIMIT);
    expect(large.figures.objective).toBe(large.figures.dualObjective);
    expect(large.figures.placedShares).toBeGreaterThanOrEqual(large.figures.arrivalShares);
    expect(large.proposals).toBeGreaterThan(0.5 * large.wishes);
  }, 120_000);
});
