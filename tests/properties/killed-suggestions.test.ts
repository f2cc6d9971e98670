import type { PushWeek } from '../../cloudfunctions/core/match/push-week';
import { isSupplyCoherent } from '../../cloudfunctions/core/supply/supply';
import type { Wish } from '../../cloudfunctions/core/wish/wish';
import { COMMUNITY, Community, DAY_MS, HOUR_MS, NEIGHBOUR } from '../flows/support/community';
import { placeNeeds } from '../flows/support/need-steps';
import { offerAs, suggestedTo, supplyOf, toHour } from '../flows/support/supply-steps';
import { IS_LONG } from './support/killed-command';
import { settle } from './support/killed-row';

interface Place {
  readonly nth: number;
  readonly when: 'before' | 'after';
}

/** More wishes than one look tells of, so that a second look would find another. */
const WISHES = 3;

describe('suggestions between rounds, killed', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.found();
  });
  afterAll(async () => {
    await community.close();
  });

  /** An offer whose week is over, and a timer that dies there. */
  const lookKilledAt = async (place: Place | null): Promise<string> => {
    await community.foundAnew();
    await toHour(community, 10);
    placeNeeds(community, WISHES, null, { category: 'goods', title: '想要一袋米', wakeAtMs: community.nowMs() + 90 * DAY_MS });
    const supplyId = await offerAs(community, NEIGHBOUR, { category: 'goods', title: '家里的米面', areaId: COMMUNITY });
    await community.runJobs();
    await community.advance(7 * DAY_MS);
    await toHour(community, 10);
    await community.arm(...(place === null ? [] : [{ function: 'jobs', kind: 'kill' as const, ...place, times: 1 }]));
    await community.runJobs();
    return supplyId;
  };

  const weeks = (): readonly number[] => community.documents<PushWeek>('pushWeeks').map(({ count }) => count);

  /** What the run that looked asked of the database. */
  const callsOfLook = () => [...community.meters(50)].reverse().find((record) => record.function === 'jobs' && record.calls.some(({ collection }) => collection === 'matchProposals'))?.calls ?? [];

  /** Everything that is there once of a look. */
  const outcomeOf = async (supplyId: string) => {
    const supply = supplyOf(community, supplyId);
    return { told: (await suggestedTo(community, NEIGHBOUR)).length, weeks: weeks(), coherent: isSupplyCoherent(supply), waiting: supply.pendingEvents, isLate: supply.wakeAtMs < community.nowMs() - HOUR_MS, hasFound: supply.suggestedRunId !== null };
  };

  test('the timer dies at any call: one wish is told, once, and counted once', async () => {
    const calm = await outcomeOf(await lookKilledAt(null));
    expect(calm).toMatchObject({ told: 1, weeks: [1], coherent: true, waiting: 0, isLate: false, hasFound: true });
    const calls = callsOfLook().length;
    expect(calls).toBeGreaterThan(10);
    for (let nth = 2; nth <= calls; nth += IS_LONG ? 1 : 5) {
      for (const when of IS_LONG ? (['before', 'after'] as const) : [nth % 2 === 0 ? ('before' as const) : ('after' as const)]) {
        const supplyId = await lookKilledAt({ nth, when });
        await community.arm();
        await settle(community);
        expect({ nth, when, outcome: await outcomeOf(supplyId) }).toEqual({ nth, when, outcome: calm });
      }
    }
  }, 600_000);

  test('taken up between looking and telling: nobody is sent to it, and nothing is counted', async () => {
    await lookKilledAt(null);
    // The look asks which wishes were claimed by whom, then the offer is read and notes what was found.
    const asked = callsOfLook().map(({ collection }) => collection).lastIndexOf('matchProposals');
    let supplyId = '';
    const isBetween = async (): Promise<boolean> => supplyOf(community, supplyId).suggestedRunId !== null && (await suggestedTo(community, NEIGHBOUR)).length === 0;
    for (let nth = asked + 1, isFound = false; !isFound && nth < asked + 8; nth += 1) {
      supplyId = await lookKilledAt({ nth, when: 'after' });
      isFound = await isBetween();
    }
    expect(await isBetween()).toBe(true);
    await community.arm();
    for (const wish of community.documents<Wish>('wishes')) community.cloud.cloud.store.get('wishes').put(wish._id, { ...wish, wallState: 'taken' } as never);
    await settle(community);
    expect([supplyOf(community, supplyId).pendingEvents, (await suggestedTo(community, NEIGHBOUR)).length, weeks()]).toEqual([0, 0, []]);
  }, 600_000);
});
