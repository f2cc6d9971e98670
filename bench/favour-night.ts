import { monthsOf, periodOf, type FavourNight, type FavourReport } from '../cloudfunctions/core/favour/favour-report';
import { earningMonthIdOf, type EarningMonth, type Grant } from '../cloudfunctions/core/points/decide-earning';
import type { Document } from '../devtools/local-cloud/kernel/values';
import { Community, COMMUNITY, DAY_MS, HOUR_MS } from '../tests/flows/support/community';
import { newDice, type Dice } from './dice';

export interface MeasuredNight {
  readonly residents: number;
  readonly grants: number;
  readonly seconds: number;
  readonly isWhole: boolean;
  readonly foundPlanted: boolean;
}

const GRANTS_A_MONTH = 6;

/** The first two do everything for each other; all others help whom they meet. */
const otherOf = (index: number, residents: number, dice: Dice): string => (index < 2 ? `m_bench${1 - index}` : `m_bench${2 + dice.roll(residents - 2)}`);

const grantsOf = (index: number, residents: number, atMs: number, month: string, dice: Dice): Readonly<Record<string, Grant>> =>
  Object.fromEntries(
    Array.from({ length: GRANTS_A_MONTH }, (_unused, turn): [string, Grant] => [
      `t_${index}_${month}_${turn}`, { kind: 'delivery', quantity: 1, withId: otherOf(index, residents, dice), text: '送到“厨房灯闪了半个月，我够不着”', atMs: atMs + turn, points: 5, reason: null },
    ]),
  );

/** Every resident earned in every month of the period; they are put into the store directly, as a hundred thousand calls would take an hour. */
const fill = (community: Community, residents: number, dice: Dice): number => {
  const months = community.cloud.cloud.store.get('earningMonths');
  const period = periodOf(community.nowMs());
  for (const month of monthsOf(period)) {
    const atMs = Math.max(period.fromMs, Date.parse(`${month}-01T00:00:00+08:00`));
    for (let index = 0; index < residents; index += 1) {
      const memberId = `m_bench${index}`;
      const document: EarningMonth = { _id: earningMonthIdOf(COMMUNITY, memberId, atMs), communityId: COMMUNITY, month, memberId, grants: grantsOf(index, residents, atMs, month, dice), revision: 1 };
      months.load(document._id, document as unknown as Document);
    }
  }
  months.rebuildIndexes();
  return residents * monthsOf(period).length * GRANTS_A_MONTH;
};

/** How long the timer is at a night's report of one community. */
export const measureFavourNight = async (residents: number): Promise<MeasuredNight> => {
  const community = await Community.found();
  try {
    await community.advance(DAY_MS - ((community.nowMs() + 8 * HOUR_MS) % DAY_MS) + 3.5 * HOUR_MS);
    const grants = fill(community, residents, newDice(7));
    const startedAt = performance.now();
    await community.runJobs();
    const seconds = (performance.now() - startedAt) / 1_000;
    const report = community.document<FavourReport>('favourReports', COMMUNITY);
    const nights = community.documents<FavourNight>('favourNights');
    return {
      residents, grants, seconds, isWhole: report?.isPartial === false && nights.some(({ communities, endedAtMs }) => communities === 1 && endedAtMs !== null),
      foundPlanted: report?.circles.some(({ memberIds }) => memberIds.join() === 'm_bench0,m_bench1') === true,
    };
  } finally {
    await community.close();
  }
};
