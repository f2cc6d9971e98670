/** Rows about the timer: how late it is, that a run which dies loses nothing, and how long a night's report takes. */
import { RULES } from '../cloudfunctions/core/rules';
import { Community } from '../tests/flows/support/community';
import { measureFavourNight } from './favour-night';
import { measurePunctuality, type Punctuality } from './punctuality';
import type { Row } from './row';

const rowOf = (what: string, measured: Punctuality, runsMax: number, lateMaxMs: number): Row => ({
  what: `${measured.due} clocks at once${what}, ${measured.seconds.toFixed(1)} s of work`,
  measured: `${measured.runs} run(s), at most ${Math.round(measured.latestMs / 1000)} s late, ${measured.missed} missed, ${measured.twice} twice`,
  limit: `≤ ${runsMax} run(s), ≤ ${lateMaxMs / 1000} s late, 0 missed, 0 twice`,
  ok: measured.runs <= runsMax && measured.latestMs <= lateMaxMs && measured.missed === 0 && measured.twice === 0,
});

const favourRow = async (): Promise<Row> => {
  const { residents, grants, seconds, isWhole, foundPlanted } = await measureFavourNight(5_000);
  const limitSeconds = RULES.jobs.runMs / 1_000;
  return {
    what: `mutual favours of ${residents} residents, ${grants} earnings in 90 days, in one run of jobs`,
    measured: `${seconds.toFixed(1)} s, ${isWhole ? 'whole' : 'in part'}, the planted circle ${foundPlanted ? 'found' : 'missed'}`,
    limit: `≤ ${limitSeconds} s, whole, found`,
    ok: seconds <= limitSeconds && isWhole && foundPlanted,
  };
};

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
  return [rowOf('', await measure(200, null), 1, 60_000), rowOf(', the first run killed', await measure(1_000, 2_000), 8, 8 * 60_000), await favourRow()];
};
