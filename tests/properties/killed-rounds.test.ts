import { isRoundCoherent, type Round } from '../../cloudfunctions/core/round/round';
import { isCoherent, type Wish } from '../../cloudfunctions/core/wish/wish';
import { Community, DAY_MS, GRID, newOperation, STAFF } from '../flows/support/community';
import { draftRound } from '../flows/support/round-steps';
import { openWish } from '../flows/support/wish-steps';

/**
 * A wish joins a round, killed at a database call, then sent again or left to `jobs`: round and wish agree whether it
 * belongs, nothing waits, and the clock of both lies ahead.
 */
/** `npm run test:long` meets each place; the ordinary lane some, before and after the change. */
const PLACES: readonly number[] = process.env.LINYUAN_LONG === '1' ? Array.from({ length: 14 }, (_unused, index) => index + 1) : [2, 4, 5];

describe('round.addWishes, killed at any database call', () => {
  let community: Community;

  beforeAll(async () => {
    community = await Community.found();
  });
  afterAll(async () => {
    await community.close();
  });

  const roundOf = (roundId: string): Round => {
    const round = community.document<Round>('rounds', roundId);
    if (round === null) throw new Error(`no round ${roundId}`);
    return round;
  };

  const killAt = async (nth: number, when: 'before' | 'after', isResent: boolean): Promise<{ readonly roundId: string; readonly wishId: string; readonly isResent: boolean }> => {
    // Somebody else's each time: a household may have only so many.
    const poster = `oTestRoundPoster${nth}${when}`;
    await community.join(poster, '赵阿姨', GRID);
    const wishId = await openWish(community, {}, poster);
    const { roundId } = await draftRound(community, [], { startsAtMs: community.nowMs() + 3 * DAY_MS });
    const input = { roundId, wishIds: [wishId] };
    const operation = newOperation();
    await community.arm({ route: 'round.addWishes', kind: 'kill', nth, when, times: 1 });
    await community.send(STAFF, 'round.addWishes', input, operation);
    await community.arm();
    if (isResent) await community.must(STAFF, 'round.addWishes', input, operation);
    return { roundId, wishId, isResent };
  };

  test('sent again or left to jobs, both agree', async () => {
    const victims = [];
    for (const [index, nth] of PLACES.entries()) for (const when of ['before', 'after'] as const) {
      victims.push(await killAt(nth, when, (index + (when === 'before' ? 0 : 1)) % 2 === 0));
      await community.advance(31 * 60_000);
    }
    for (let run = 0; run < 4; run += 1) {
      await community.advance(3 * 60_000);
      await community.runJobs();
    }
    for (const { roundId, wishId, isResent } of victims) {
      const round = roundOf(roundId);
      const wish = community.document<Wish>('wishes', wishId);
      const isIn = round.wishIds.includes(wishId);
      if (isResent) expect(isIn).toBe(true);
      expect({ roundId, coherent: isRoundCoherent(round), waiting: Object.keys(round.outbox), late: round.wakeAtMs < community.nowMs() - 60 * 60_000 }).toEqual({ roundId, coherent: true, waiting: [], late: false });
      expect({ wishId, roundId: wish?.roundId, coherent: wish !== null && isCoherent(wish), waiting: wish?.pendingEvents }).toEqual({ wishId, roundId: isIn ? roundId : null, coherent: true, waiting: 0 });
    }
  });
});
