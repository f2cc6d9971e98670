import type { Wish } from '../../cloudfunctions/core/wish/wish';
import { isCoherent } from '../../cloudfunctions/core/wish/wish';
import { newDice } from '../../bench/dice';
import { CROWD_OF_ONE_WISH, gatherCrowd, rushManyWishes, rushOneShift, rushOneWish } from '../../bench/races';
import { isShiftCoherent } from '../../cloudfunctions/core/shift/shift';
import { openShifts, shiftOfCloud } from './support/activity-steps';
import { Community, POSTER } from './support/community';
import { openWish } from './support/wish-steps';

/** Many people at the same moment: exactly one holds the one share, exactly sixty of sixty are held, and nobody is left without an answer. */
describe('many people at once', () => {
  let community: Community;

  beforeAll(async () => {
    community = await Community.found();
    await gatherCrowd(community, 500);
  });
  afterAll(async () => {
    await community.close();
  });

  test('one share: one holds it, 199 are told it is gone, nobody is left without an answer', async () => {
    const wishId = await openWish(community);
    expect(await rushOneWish(community, wishId, 1)).toMatchObject({ held: 1, soldOut: CROWD_OF_ONE_WISH - 1, unanswered: 0 });
    const wish = community.document<Wish>('wishes', wishId);
    expect(wish && isCoherent(wish)).toBe(true);
    expect(wish?.sharesHeld).toBe(1);
  });

  test('sixty shares: exactly sixty are held', async () => {
    const wishId = await openWish(community, { title: '六十位老人过冬，各盼一床被子', shares: 60, category: 'goods', estimatedValueFen: 48_000, urgency: 'urgent' });
    expect(await rushOneWish(community, wishId, 60)).toMatchObject({ held: 60, soldOut: CROWD_OF_ONE_WISH - 60, unanswered: 0 });
    const wish = community.document<Wish>('wishes', wishId);
    expect(wish && isCoherent(wish)).toBe(true);
    expect({ left: wish?.sharesLeft, held: wish?.sharesHeld }).toEqual({ left: 0, held: 60 });
  });

  test('fifty places, five hundred people: exactly fifty in, a hundred wait in the order they came, the rest hear what is like it', async () => {
    const { shiftIds } = await openShifts(community, { capacity: 50, count: 2 }, { title: '爱心集市', kind: 'fair' });
    const [shiftId = '', other = ''] = shiftIds;
    const race = await rushOneShift(community, shiftId, 500, 50);
    process.stdout.write(`${JSON.stringify(race)}\n`);
    expect(race).toMatchObject({ joined: 50, waiting: 100, full: 350, unanswered: 0 });
    for (let run = 0; run < 3; run += 1) await community.runJobs();
    const shift = shiftOfCloud(community, shiftId);
    expect({ coherent: isShiftCoherent(shift), left: shift.seatsLeft, waiting: shift.waitingCount, pending: shift.pendingEvents }).toEqual({ coherent: true, left: 0, waiting: 100, pending: 0 });
    // Fair: who came first stands first, as far as two calls of the same moment can be told apart.
    const waiting = Object.values(shift.signUps).filter((signUp) => signUp.state === 'waiting');
    const byStart = [...waiting].sort((a, b) => a.atMs - b.atMs);
    const farthest = Math.max(...waiting.map((signUp, place) => Math.abs(byStart.indexOf(signUp) - place)));
    process.stdout.write(`${JSON.stringify({ farthestFromOrderOfCalls: farthest })}\n`);
    const told = await community.must(POSTER, 'shift.signUp', { shiftId });
    expect(told).toMatchObject({ outcome: 'full', canWait: false, similar: [{ shiftId: other }] });
  });

  test('three hundred people on a hundred wishes: no share twice, every call answered, what was promised is held', async () => {
    const race = await rushManyWishes(community, newDice(300));
    process.stdout.write(`${JSON.stringify(race)}\n`);
    expect(race).toMatchObject({ unanswered: 0, wrong: 0 });
    expect(race.held).toBeGreaterThan(race.wishes);
    expect(race.soldOut).toBeGreaterThan(0);
  });
});
