import type { RouteName } from '@contract';
import type { Notice } from '../../cloudfunctions/core/notice/notice';
import type { Task } from '../../cloudfunctions/core/staff/task';
import { isCoherent, isLiveOf, type Wish } from '../../cloudfunctions/core/wish/wish';
import { Community, GRID, newOperation, POSTER } from '../flows/support/community';
import { askedLeg, atStation, broughtLeg, takenLeg, wishOf, type Leg } from '../flows/support/last-leg-steps';
import type { Loop } from '../flows/support/wish-steps';

/**
 * Asking for a last leg, taking it, receiving it and calling it off, killed at each of their database calls and sent
 * again as a phone does, or left to `jobs`: one errand, one gift confirmed, nobody told twice, nothing without a clock.
 */
const PLACES: readonly number[] = process.env.LINYUAN_LONG === '1' ? Array.from({ length: 14 }, (_unused, index) => index + 1) : [3, 4, 5, 6, 8];

interface Victim extends Leg {
  /** A carrier of its own, so that no claim stands in another's way. */
  readonly carrier: string;
  readonly errand: Loop | null;
}

interface Case {
  readonly name: string;
  readonly route: RouteName;
  readonly prepare: (community: Community, gift: Loop, carrier: string) => Promise<Victim>;
  readonly caller: (victim: Victim) => string;
  readonly input: (victim: Victim) => unknown;
  readonly errandState: Wish['state'];
  readonly giftState: string;
  readonly leg: string;
  /** A title somebody reads exactly once. */
  readonly told: string;
}

const unasked = async (_community: Community, gift: Loop, carrier: string): Promise<Victim> => ({ gift, errandId: '', carrier, errand: null });
const asked = async (community: Community, gift: Loop, carrier: string): Promise<Victim> => ({ ...(await askedLeg(community, gift)), carrier, errand: null });
const taken = async (community: Community, gift: Loop, carrier: string): Promise<Victim> => {
  const leg = await askedLeg(community, gift);
  return { ...leg, carrier, errand: await takenLeg(community, leg, carrier) };
};
const brought = async (community: Community, gift: Loop, carrier: string): Promise<Victim> => {
  const leg = await askedLeg(community, gift);
  return { ...leg, carrier, errand: await broughtLeg(community, leg, carrier) };
};
const theirs = (): string => POSTER;
const ofGift = (victim: Victim): unknown => victim.gift;

const CASES: readonly Case[] = [
  { name: 'asked for', route: 'lastLeg.request', prepare: unasked, caller: theirs, input: ofGift, errandState: 'open', giftState: 'delivered', leg: 'asked', told: '“想要一袋米”收到了吗？' },
  { name: 'taken', route: 'wish.claim', prepare: asked, caller: (victim) => victim.carrier, input: (victim) => ({ wishId: victim.errandId, shares: 1 }), errandState: 'open', giftState: 'delivered', leg: 'taken', told: '有人认领了' },
  { name: 'received', route: 'claim.confirm', prepare: brought, caller: theirs, input: (victim) => victim.errand, errandState: 'completed', giftState: 'confirmed', leg: 'received', told: '心愿办好了' },
  { name: 'confirmed at the gift', route: 'claim.confirm', prepare: brought, caller: theirs, input: ofGift, errandState: 'completed', giftState: 'confirmed', leg: 'received', told: '心愿办好了' },
  { name: 'called off', route: 'lastLeg.cancel', prepare: taken, caller: theirs, input: ofGift, errandState: 'withdrawn', giftState: 'delivered', leg: 'withdrawn', told: '这一趟不用跑了' },
];

describe('killed at any database call', () => {
  let community: Community;
  let people = 0;

  beforeAll(async () => {
    community = await Community.found();
  });
  afterAll(async () => {
    await community.close();
  });

  const newCarrier = async (): Promise<string> => {
    people += 1;
    const openid = `oTestCarrier${String(people).padStart(4, '0')}`;
    await community.join(openid, `徐${people}`, GRID);
    return openid;
  };

  const settle = async (): Promise<void> => {
    for (let run = 0; run < 5; run += 1) {
      await community.advance(3 * 60_000);
      await community.runJobs();
    }
  };

  /** Every other victim is sent again; the rest is `jobs`' to finish if it happened, and the phone's if it did not. */
  const kill = async ({ route, caller, input }: Case, victim: Victim, index: number): Promise<void> => {
    const operation = newOperation();
    const about = (input(victim) as { readonly wishId: string }).wishId;
    const { revision } = wishOf(community, about);
    await community.arm({ route, kind: 'kill', nth: PLACES[index] ?? 1, when: index % 2 === 0 ? 'after' : 'before', times: 1 });
    await community.send(caller(victim), route, input(victim) as never, operation);
    await community.arm();
    if (index % 3 !== 0 || wishOf(community, about).revision === revision) await community.must(caller(victim), route, input(victim) as never, operation);
  };

  const assertSound = (wish: Wish): void => {
    expect({ wishId: wish._id, coherent: isCoherent(wish), waiting: wish.pendingEvents }).toEqual({ wishId: wish._id, coherent: true, waiting: 0 });
    const open = community.documents<Task>('tasks').filter((task) => task.wishId === wish._id && task.state === 'open');
    expect({ wishId: wish._id, owned: !isLiveOf(wish) || wish.wakeAtMs > community.nowMs() || open.length > 0 }).toEqual({ wishId: wish._id, owned: true });
  };

  test.each(CASES)('$name', async (each) => {
    const victims: Victim[] = [];
    while (victims.length < PLACES.length) victims.push(await each.prepare(community, await atStation(community), await newCarrier()));
    for (const [index, victim] of victims.entries()) await kill(each, victim, index);
    await settle();
    for (const { gift } of victims) {
      const errands = community.documents<Wish>('wishes').filter((wish) => wish.errandFor?.claimId === gift.claimId);
      expect(errands).toHaveLength(1);
      const [errand] = errands;
      if (errand === undefined) continue;
      const given = wishOf(community, gift.wishId);
      [given, errand].forEach(assertSound);
      expect([errand.state, given.claims[gift.claimId]?.state, given.claims[gift.claimId]?.errand?.state]).toEqual([each.errandState, each.giftState, each.leg]);
      const told = community.documents<Notice>('notices').filter((notice) => (notice.target.wishId === errand._id || notice.target.wishId === given._id) && notice.title === each.told);
      // Both the gift and the errand came true, each told once.
      expect(new Set(told.map((notice) => notice.target.wishId)).size).toBe(told.length);
      expect(told.length).toBeGreaterThan(0);
      const earned = community.documents<{ cause: { aggregateId: string } }>('transfers').filter((transfer) => [gift.wishId, errand._id].includes(transfer.cause.aggregateId));
      expect(earned).toHaveLength(each.giftState === 'confirmed' ? 2 : 0);
    }
  });
});
