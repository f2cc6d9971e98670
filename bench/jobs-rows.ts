/** Rows about the timer: how late it is, and that a run which dies loses nothing. */
import { Community } from '../tests/flows/support/community';
import { measurePunctuality, type Punctuality } from './punctuality';
import type { Row } from './row';

const rowOf = (what: string, measured: Punctuality, runsMax: number, lateMaxMs: number): Row => ({
  what: `${measured.due} clocks at once${what}, ${measured.seconds.toFixed(1)} s of work`,
  measured: `${measured.runs} run(s), at most ${Math.round(measured.latestMs / 1000)} s late, ${measured.missed} missed, ${measured.twice} twice`,
  limit: `≤ ${runsMax} run(s), ≤ ${lateMaxMs / 1000} s late, 0 missed, 0 twice`,
  ok: measured.runs <= runsMax && measured.latestMs <= lateMaxMs && measured.missed === 0 && measured.twice === 0,
});

/** Each on a community of its own, since the clock moves by days. The timer comes half a minute after the moment. */
export const jobsRows = async (): Promise<readonly Row[]> => {
  const measure = async (count: number, killAt: number | null): Promise<Punctuality> => {
    const community = await Community.found();
    try {
      return await measurePunctuality(community, count, killAt);
    } finally {
      await community.close();
    }
  };
  return [rowOf('', await measure(200, null), 1, 60_000), rowOf(', the first run killed', await measure(1_000, 2_000), 8, 8 * 60_000)];
};
