import type { RouteName } from '@contract';
import type { Notice } from '../../cloudfunctions/core/notice/notice';
import type { ClaimBatch } from '../../cloudfunctions/core/batch/claim-batch';
import type { Transfer } from '../../cloudfunctions/core/ledger/transfer';
import type { Member } from '../../cloudfunctions/core/member/member';
import { isUnitCoherent, type Unit } from '../../cloudfunctions/core/unit/unit';
import { isCoherent, type Wish } from '../../cloudfunctions/core/wish/wish';
import type { Rating } from '../../cloudfunctions/core/rating/rating';
import { confirmedFor } from '../flows/support/rating-steps';
import { Community, DAY_MS, GRID, HOUR_MS, newOperation, STAFF, type Answer } from '../flows/support/community';
import { deliveredWish, heldWish, openWish, planOf, plannedWish, ratingOf, submitWish, wishInput } from '../flows/support/wish-steps';

/**
 * Kills the function before and after each database call of every command of the loop, then either sends the same call
 * again, as a phone does, or lets only `jobs` run, as when the phone went dark. Either way the loop must end as if
 * nothing had happened: nothing lost, nothing doubled, nothing without a clock.
 */
interface Case {
  /** Where one route has several. */
  readonly name?: string;
  readonly route: RouteName;
  /** Brings a wish to where the command applies and gives the call. */
  readonly prepare: (community: Community, poster: string, giver: string) => Promise<Act>;
}

interface Act {
  readonly caller: string;
  readonly input: unknown;
  /** Whether the command's own change has happened. */
  readonly happened: () => boolean;
  /** The wish it is about; null when the command makes it. */
  readonly wishId: string | null;
}

const wishOf = (community: Community, wishId: string): Wish | null => community.document<Wish>('wishes', wishId);
const claimState = (community: Community, wishId: string, claimId: string): string | undefined => wishOf(community, wishId)?.claims[claimId]?.state;

const cases: readonly Case[] = [
  {
    route: 'wish.submit',
    prepare: async (community, poster) => {
      const { memberId } = await community.me(poster);
      const proof = await community.upload(poster, 'wishPhoto');
      return { caller: poster, input: wishInput(community, { photoFileIds: [proof] }), wishId: null, happened: () => community.documents<Wish>('wishes').some((wish) => wish.posterId === memberId) };
    },
  },
  {
    route: 'review.decide',
    prepare: async (community, poster) => {
      const wishId = await submitWish(community, {}, poster);
      return { caller: STAFF, input: { wishId, decision: { kind: 'approve' } }, wishId, happened: () => wishOf(community, wishId)?.state === 'open' };
    },
  },
  {
    route: 'wish.claim',
    prepare: async (community, poster, giver) => {
      const wishId = await openWish(community, {}, poster);
      return { caller: giver, input: { wishId, shares: 1 }, wishId, happened: () => wishOf(community, wishId)?.sharesLeft === 0 };
    },
  },
  {
    route: 'claim.plan',
    prepare: async (community, poster, giver) => {
      const loop = await heldWish(community, {}, poster, giver);
      return { caller: giver, input: planOf(community, loop), wishId: loop.wishId, happened: () => claimState(community, loop.wishId, loop.claimId) === 'planned' };
    },
  },
  {
    route: 'claim.deliver',
    prepare: async (community, poster, giver) => {
      const loop = await plannedWish(community, {}, poster, giver);
      const proof = await community.upload(giver, 'proof');
      return { caller: giver, input: { ...loop, note: '送到了', proofFileIds: [proof] }, wishId: loop.wishId, happened: () => claimState(community, loop.wishId, loop.claimId) === 'delivered' };
    },
  },
  {
    name: 'claim.deliver, a part of it',
    route: 'claim.deliver',
    prepare: async (community, poster, giver) => {
      const wishId = await openWish(community, { shares: 3, category: 'goods' }, poster);
      const { claimId } = await community.must(giver, 'wish.claim', { wishId, shares: 3 });
      const proof = await community.upload(giver, 'proof');
      return { caller: giver, input: { wishId, claimId, shares: 2, proofFileIds: [proof] }, wishId, happened: () => wishOf(community, wishId)?.sharesDelivered === 2 };
    },
  },
  {
    route: 'claim.extend',
    prepare: async (community, poster, giver) => {
      const loop = await plannedWish(community, {}, poster, giver);
      return { caller: giver, input: { ...loop, reason: '货晚到两天' }, wishId: loop.wishId, happened: () => wishOf(community, loop.wishId)?.claims[loop.claimId]?.extensionCount === 1 };
    },
  },
  {
    route: 'wish.claimMany',
    prepare: async (community, poster, giver) => {
      const wishId = await openWish(community, { shares: 3, category: 'goods' }, poster);
      const other = await openWish(community, { shares: 2, category: 'goods', title: '另一家也盼一袋米' }, poster);
      const items = [{ wishId, shares: 2 }, { wishId: other, shares: 1 }];
      const { memberId } = await community.me(giver);
      const isConfirmed = (batch: ClaimBatch): boolean => batch.memberId === memberId && batch.state === 'confirmed';
      return { caller: giver, input: { items, mode: 'allOrNothing' }, wishId, happened: () => community.documents<ClaimBatch>('claimBatches').some(isConfirmed) };
    },
  },
  {
    route: 'unit.handOver',
    prepare: async (community, poster, giver) => {
      const unit = await community.must(giver, 'unit.create', { kind: 'family', name: '三楼李姐一家' });
      const helper = `${giver}Deputy`;
      await community.join(helper, '后备', GRID);
      await community.must(helper, 'unit.join', { code: unit.joinCode });
      const wishId = await openWish(community, {}, poster);
      await community.must(giver, 'wish.claim', { wishId, shares: 1, as: { kind: 'unit', unitId: unit.unitId } });
      const { memberId } = await community.me(helper);
      return { caller: giver, input: { unitId: unit.unitId, memberId }, wishId, happened: () => community.document<Unit>('units', unit.unitId)?.contactId === memberId };
    },
  },
  {
    route: 'claim.giveBack',
    prepare: async (community, poster, giver) => {
      const loop = await plannedWish(community, {}, poster, giver);
      return { caller: giver, input: loop, wishId: loop.wishId, happened: () => claimState(community, loop.wishId, loop.claimId) === 'returned' };
    },
  },
  {
    route: 'claim.confirm',
    prepare: async (community, poster, giver) => {
      const loop = await deliveredWish(community, {}, poster, giver);
      return { caller: poster, input: loop, wishId: loop.wishId, happened: () => claimState(community, loop.wishId, loop.claimId) === 'confirmed' };
    },
  },
  {
    route: 'rating.rate',
    prepare: async (community, poster, giver) => {
      const loop = await confirmedFor(community, poster, false, giver);
      return { caller: poster, input: ratingOf(loop), wishId: loop.wishId, happened: () => community.documents<Rating>('ratings').some((rating) => rating.claimId === loop.claimId) };
    },
  },
  {
    name: 'rating.rate, drawn for a call',
    route: 'rating.rate',
    prepare: async (community, poster, giver) => {
      const loop = await confirmedFor(community, poster, true, giver);
      return { caller: poster, input: ratingOf(loop), wishId: loop.wishId, happened: () => community.documents<Rating>('ratings').some((rating) => rating.claimId === loop.claimId) };
    },
  },
  {
    route: 'callBack.record',
    prepare: async (community, poster, giver) => {
      const loop = await confirmedFor(community, poster, true, giver);
      const { ratingId } = await community.must(STAFF, 'rating.rate', ratingOf(loop));
      return { caller: STAFF, input: { ratingId, result: 'notAsSaid', note: '说没评过' }, wishId: loop.wishId, happened: () => community.document<Rating>('ratings', ratingId)?.pointState === 'takenBack' };
    },
  },
  {
    route: 'rating.decideAppeal',
    prepare: async (community, poster, giver) => {
      const loop = await confirmedFor(community, poster, false, giver);
      const { ratingId } = await community.must(STAFF, 'rating.rate', { ...ratingOf(loop), words: '', chips: [] });
      await community.must(poster, 'rating.appeal', { ratingId, words: '我打不来字' });
      return { caller: STAFF, input: { ratingId, isGranted: true, note: '当面问过' }, wishId: loop.wishId, happened: () => community.document<Rating>('ratings', ratingId)?.pointState === 'granted' };
    },
  },
];

/** Everything that happens once because of a wish, counted. */
const trace = (community: Community, wishId: string): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  const count = (key: string): void => {
    counts[key] = (counts[key] ?? 0) + 1;
  };
  for (const notice of community.documents<Notice>('notices')) if (notice.target.wishId === wishId) count(`notice:${notice.title.replace(/\d+/g, '#')}:${notice.target.page}`);
  for (const transfer of community.documents<Transfer>('transfers')) if (JSON.stringify(transfer).includes(wishId)) count(`transfer:${transfer.phase}`);
  for (const task of community.documents<{ wishId: string; kind?: string; taskKind?: string; state: string }>('tasks')) if (task.wishId === wishId) count(`task:${task.kind ?? task.taskKind ?? ''}:${task.state}`);
  for (const record of community.documents<{ wishId: string; state: string }>('claims')) if (record.wishId === wishId) count(`claim:${record.state}`);
  return counts;
};

const newestWishId = (community: Community, posterId: string): string | null =>
  [...community.documents<Wish>('wishes')].filter((wish) => wish.posterId === posterId).sort((a, b) => b.createdAtMs - a.createdAtMs)[0]?._id ?? null;

/** What no moment may break, once `jobs` had its turn. */
const assertSound = (community: Community): void => {
  const nowMs = community.nowMs();
  for (const wish of community.documents<Wish>('wishes')) {
    expect({ wishId: wish._id, coherent: isCoherent(wish) }).toEqual({ wishId: wish._id, coherent: true });
    expect({ wishId: wish._id, waiting: Object.keys(wish.outbox) }).toEqual({ wishId: wish._id, waiting: [] });
    expect(wish.wakeAtMs).toBeGreaterThan(nowMs - HOUR_MS);
  }
  for (const unit of community.documents<Unit>('units')) {
    expect({ unitId: unit._id, coherent: isUnitCoherent(unit) }).toEqual({ unitId: unit._id, coherent: true });
    const answering = community.documents<Member>('members').filter((member) => member.partyIds.includes(unit._id));
    expect(answering.map((member) => member._id)).toEqual(unit.contactId === null ? [] : [unit.contactId]);
  }
  for (const rating of community.documents<Rating>('ratings')) expect({ ratingId: rating._id, waiting: Object.keys(rating.outbox), events: rating.pendingEvents }).toEqual({ ratingId: rating._id, waiting: [], events: 0 });
  for (const batch of community.documents<ClaimBatch>('claimBatches')) expect({ batchId: batch._id, waiting: Object.keys(batch.outbox), isTrying: batch.state === 'trying' }).toEqual({ batchId: batch._id, waiting: [], isTrying: false });
  for (const quota of community.documents<{ _id: string; wakeAtMs: number }>('quotas')) expect(quota.wakeAtMs).toBeGreaterThan(nowMs - HOUR_MS);
};

/** Enough for every wire call of the longest command with its delivery. */
const PLACES_MAX = 40;

/** How many wire calls one undisturbed call of the route made, delivery included. */
const wirePlaces = (community: Community, route: RouteName): number => {
  const record = [...community.meters(20)].reverse().find((entry) => entry.route === route);
  return Math.min(record?.calls.length ?? 0, PLACES_MAX);
};

/** `npm run test:long` meets every place in both ways. */
const IS_LONG = process.env.LINYUAN_LONG === '1';

interface Victim {
  readonly poster: string;
  readonly memberId: string;
  readonly act: Act;
  readonly operationId: string;
  /** Sent again by the phone, or left to `jobs`. */
  readonly isResent: boolean;
}

describe.each(cases.map((each) => ({ ...each, title: each.name ?? each.route })))('$title, killed at any database call', ({ route, prepare }) => {
  let community: Community;
  let posters = 0;

  beforeAll(async () => {
    community = await Community.found();
  });
  afterAll(async () => {
    await community.close();
  });

  /** People of its own, so that what dies in a transaction of one victim holds up no other. */
  const prepareVictim = async (isResent: boolean): Promise<Victim> => {
    const number = (posters += 1);
    const poster = `oTestPoster${number}x`;
    const giver = `oTestGiver${number}x`;
    await Promise.all([community.join(poster, '赵阿姨', GRID), community.join(giver, '刘洋', GRID)]);
    const act = await prepare(community, poster, giver);
    return { poster, memberId: (await community.me(poster)).memberId, act, operationId: newOperation(), isResent };
  };

  /** A few at a time and with an hour between: rate limits of the people who act in every case are real too. */
  const prepareVictims = async (count: number, isResent: (index: number) => boolean): Promise<readonly Victim[]> => {
    const victims: Victim[] = [];
    while (victims.length < count) {
      const batch = Array.from({ length: Math.min(10, count - victims.length) }, (_unused, index) => prepareVictim(isResent(victims.length + index)));
      victims.push(...(await Promise.all(batch)));
      await community.advance(61 * 60_000);
    }
    return victims;
  };

  const attempt = (victim: Victim): Promise<Answer<RouteName>> => community.send(victim.act.caller, route, victim.act.input as never, victim.operationId);

  /** A few at a time: a call delivers for a bounded time only, so on a crowded machine it would not come to its last places. */
  const attemptAll = async (victims: readonly Victim[]): Promise<readonly Answer<RouteName>[]> => {
    const answers: Answer<RouteName>[] = [];
    for (let from = 0; from < victims.length; from += 3) answers.push(...(await Promise.all(victims.slice(from, from + 3).map(attempt))));
    return answers;
  };

  const wishIdOf = (victim: Victim): string => victim.act.wishId ?? newestWishId(community, victim.memberId) ?? 'none';

  /** The timer for a quarter of an hour, as it would run: what failed once is looked at again two minutes later. */
  const settleAll = async (): Promise<void> => {
    for (let run = 0; run < 5; run += 1) {
      await community.advance(3 * 60_000);
      await community.runJobs();
    }
    assertSound(community);
  };

  /**
   * One rule a place and one victim a rule: each rule kills whichever call comes first to its n-th wire call, so every
   * place kills exactly one. Every place is met, before its call or after it in turn, by one that is sent again and one
   * that is left in turn; the long lane meets every place before and after, with both.
   */
  const killEverywhere = async (places: number, when: 'before' | 'after'): Promise<readonly Victim[]> => {
    const killed: Victim[] = [];
    const all = Array.from({ length: places }, (_unused, index) => index + 1);
    const met = IS_LONG ? all : all.filter((nth) => nth % 2 === (when === 'before' ? 1 : 0));
    for (const turn of IS_LONG ? [0, 1] : [when === 'before' ? 0 : 1]) {
      const victims = await prepareVictims(met.length, (index) => (index + turn) % 2 === 0);
      await community.arm(...met.map((nth) => ({ route, kind: 'kill' as const, nth, when, times: 1 })));
      const answers = await attemptAll(victims);
      expect({ when, unfired: community.unfiredPlaces(), alive: answers.filter((answer) => answer.ok === true).length }).toEqual({ when, unfired: [], alive: 0 });
      await community.arm();
      killed.push(...victims);
    }
    return killed;
  };

  test('sent again or left to jobs, it ends as if nothing had happened', async () => {
    const calm = (await prepareVictims(1, () => true))[0];
    if (calm === undefined) throw new Error('nobody to act');
    expect(await attempt(calm)).toMatchObject({ ok: true });
    const places = wirePlaces(community, route);
    expect(places).toBeGreaterThanOrEqual(4);
    await settleAll();
    const undisturbed = trace(community, wishIdOf(calm));
    for (const when of ['before', 'after'] as const) {
      const killed = await killEverywhere(places, when);
      for (const victim of killed.filter(({ isResent }) => isResent)) expect(await attempt(victim)).toMatchObject({ ok: true });
      await settleAll();
      for (const victim of killed) {
        // A call that died before its own change and was never sent again has rightly done nothing.
        if (!victim.isResent && !victim.act.happened()) continue;
        expect({ when, isResent: victim.isResent, happened: victim.act.happened(), trace: trace(community, wishIdOf(victim)) }).toEqual({ when, isResent: victim.isResent, happened: true, trace: undisturbed });
      }
    }
    // Long after: nothing waits, nothing was left behind.
    await community.advance(30 * DAY_MS);
    await settleAll();
  }, 600_000);
});
