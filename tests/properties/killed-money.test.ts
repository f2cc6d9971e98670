import { Community, DAY_MS, NEIGHBOUR, newOperation, POSTER, STAFF } from '../flows/support/community';
import { armCallbacks, checkMoney, contributionOf, giveMoney, givePaid, payAtCashier, payOverview, runMinutes, untilState } from '../flows/support/money-steps';
import { campaignWords, COLLEAGUE, openCampaign, openMutual } from '../flows/support/mutual-steps';
import type { Contribution } from '../../cloudfunctions/core/contribution/contribution';
import { describeKilled, IS_LONG, wirePlaces, type Act, type KilledCase } from './support/killed-command';

let campaignId = '';

const setUp = async (community: Community): Promise<void> => {
  await openMutual(community);
  campaignId = await openCampaign(community);
};

const isIn = (community: Community, contributionId: string, state: Contribution['state']): boolean => community.document<Contribution>('contributions', contributionId)?.state === state;

const aboutOrder = async (community: Community, giver: string, isPaid: boolean): Promise<Act> => {
  let contributionId = '';
  const freshInput = async (): Promise<{ readonly contributionId: string }> => {
    if (isPaid) await armCallbacks(community, { mode: 'lost', times: 1 });
    const view = await giveMoney(community, giver, campaignId, 1_000);
    contributionId = view.contributionId;
    if (isPaid) await payAtCashier(community, giver, view);
    return { contributionId };
  };
  return { caller: giver, input: {}, freshInput, happened: () => isIn(community, contributionId, isPaid ? 'paid' : 'closed'), wishId: 'none', subjectIds: () => [contributionId] };
};

const enteredCash = async (community: Community, forCampaignId: string): Promise<string> =>
  (await community.must(STAFF, 'mutual.enterCash', { campaignId: forCampaignId, amountFen: 2_000, isAnonymous: false, giverName: '楼下大爷', receiptNo: '0012', photo: await community.upload(STAFF, 'proof') })).contributionId;

const aboutCash = async (community: Community, caller: string, state: Contribution['state'], more: object): Promise<Act> => {
  const contributionId = await enteredCash(community, campaignId);
  return { caller, input: { contributionId, ...more }, happened: () => isIn(community, contributionId, state), wishId: 'none', subjectIds: () => [contributionId] };
};

/** Cash of a campaign that was called off. */
const returningCash = async (community: Community, poster: string): Promise<string> => {
  const own = await openCampaign(community, campaignWords(community), poster);
  const contributionId = await enteredCash(community, own);
  await community.must(COLLEAGUE, 'contribution.confirmCash', { contributionId });
  await community.must(STAFF, 'mutual.cancel', { campaignId: own, reason: '改由街道来办' });
  for (let runs = 0; runs < 5 && !isIn(community, contributionId, 'returning'); runs += 1) await runMinutes(community, 1);
  return contributionId;
};

const CASES: readonly KilledCase[] = [
  { route: 'contribution.confirm', prepare: (community, _poster, giver) => aboutOrder(community, giver, true) },
  { name: 'contribution.payOn, of an order that is paid by now', route: 'contribution.payOn', prepare: (community, _poster, giver) => aboutOrder(community, giver, true) },
  { route: 'contribution.cancel', prepare: (community, _poster, giver) => aboutOrder(community, giver, false) },
  { route: 'contribution.confirmCash', prepare: (community) => aboutCash(community, COLLEAGUE, 'confirmed', {}) },
  { route: 'contribution.refuseCash', prepare: (community) => aboutCash(community, COLLEAGUE, 'refused', { note: '对不上' }) },
  {
    route: 'contribution.recordReturn',
    prepare: async (community, poster) => {
      const contributionId = await returningCash(community, poster);
      const happened = (): boolean => contributionOf(community, contributionId).refund?.returnedById !== null;
      return { caller: STAFF, input: { contributionId, note: '当面退的' }, happened, wishId: 'none', subjectIds: () => [contributionId] };
    },
  },
  {
    route: 'contribution.confirmReturn',
    prepare: async (community, poster) => {
      const contributionId = await returningCash(community, poster);
      await community.must(STAFF, 'contribution.recordReturn', { contributionId, note: '' });
      return { caller: COLLEAGUE, input: { contributionId }, happened: () => isIn(community, contributionId, 'returned'), wishId: 'none', subjectIds: () => [contributionId] };
    },
  },
];

describeKilled(CASES, { setUp, perHour: 6 });

describe('an order left at the cashier', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.found();
    await setUp(community);
  });
  afterAll(async () => {
    await community.close();
  });

  test('gone on with and killed at any call: the next tap opens the same order, and it is paid once', async () => {
    const calm = await giveMoney(community, POSTER, campaignId, 700);
    await payAtCashier(community, POSTER, await community.must(POSTER, 'contribution.payOn', { contributionId: calm.contributionId }));
    await untilState(community, calm.contributionId, 'paid');
    const places = Array.from({ length: wirePlaces(community, 'contribution.payOn') }, (_unused, index) => index + 1).flatMap((nth) => (['before', 'after'] as const).map((when) => ({ nth, when })));
    expect(places.length).toBeGreaterThanOrEqual(8);
    const ids: string[] = [];
    for (const place of places) {
      const { contributionId } = await giveMoney(community, NEIGHBOUR, campaignId, 700);
      const operationId = newOperation();
      await community.arm({ route: 'contribution.payOn', kind: 'kill', ...place, times: 1 });
      expect(await community.send(NEIGHBOUR, 'contribution.payOn', { contributionId }, operationId)).not.toMatchObject({ ok: true });
      expect({ place, unmet: community.unfiredPlaces() }).toEqual({ place, unmet: [] });
      await community.arm();
      const opened = await community.must(NEIGHBOUR, 'contribution.payOn', { contributionId }, operationId);
      expect(opened).toMatchObject({ contributionId, state: 'ordered', payment: { package: expect.any(String) as string } });
      await payAtCashier(community, NEIGHBOUR, opened);
      await untilState(community, contributionId, 'paid');
      ids.push(contributionId);
    }
    const { orders } = await payOverview(community);
    expect(ids.map((id) => orders.filter(({ outTradeNo }) => outTradeNo === id).length)).toEqual(ids.map(() => 1));
    await runMinutes(community, 3);
    expect((await checkMoney(community, true)).paidFen).toBe(700 * (ids.length + 1));
  });
});

/** The lease of a killed run ends by itself; then the next one goes on. */
const LEASE_MINUTES = 3;

describe('functions that nobody calls, killed at any call', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.found();
    await setUp(community);
  });
  afterAll(async () => {
    await community.close();
  });

  const places = (count: number, step: number): readonly number[] => Array.from({ length: Math.ceil(count / step) }, (_unused, index) => 1 + index * step);
  const allIn = (state: Contribution['state'], ids: readonly string[]): boolean => ids.every((id) => isIn(community, id, state));

  test('the callback of a payment: it is called again, and each gift counts once', async () => {
    const rules = places(14, IS_LONG ? 1 : 2).flatMap((nth) => (['before', 'after'] as const).map((when) => ({ function: 'payment', kind: 'kill' as const, nth, when, times: 1 })));
    const views = await Promise.all(rules.map(() => giveMoney(community, NEIGHBOUR, campaignId, 1_000)));
    await community.quiet();
    await community.arm(...rules);
    for (const view of views) await payAtCashier(community, NEIGHBOUR, view);
    const ids = views.map(({ contributionId }) => contributionId);
    for (let turns = 0; turns < 20 && !allIn('paid', ids); turns += 1) {
      await community.advance(31_000);
      await community.quiet();
    }
    expect(allIn('paid', ids)).toBe(true);
    // A rule beyond the last call of a callback meets none.
    expect(community.unfiredPlaces().length).toBeLessThan(rules.length / 2);
    await community.arm();
    await runMinutes(community, LEASE_MINUTES);
    await checkMoney(community, true);
  });

  test('the timer: lost callbacks are found, a missed stage goes back, each whole and once', async () => {
    const own = await openCampaign(community);
    const paid: string[] = [];
    for (let gift = 0; gift < 4; gift += 1) paid.push(await givePaid(community, NEIGHBOUR, own, 700));
    await armCallbacks(community, { mode: 'lost', times: 4 });
    for (let gift = 0; gift < 4; gift += 1) {
      const view = await giveMoney(community, NEIGHBOUR, own, 300);
      await payAtCashier(community, NEIGHBOUR, view);
      paid.push(view.contributionId);
    }
    const killed = (): Promise<void> => community.arm(...places(120, IS_LONG ? 2 : 12).flatMap((nth) => (['before', 'after'] as const).map((when) => ({ function: 'jobs', kind: 'kill' as const, nth, when, times: 1 }))));
    const turns = async (): Promise<void> => {
      for (let turn = 0; turn < (IS_LONG ? 130 : 26); turn += 1) await runMinutes(community, LEASE_MINUTES);
    };
    await killed();
    await turns();
    expect(allIn('paid', paid)).toBe(true);
    await community.must(STAFF, 'mutual.cancel', { campaignId: own, reason: '改由街道来办' });
    await killed();
    await turns();
    await community.arm();
    await community.advance(DAY_MS / 4);
    await runMinutes(community, 5);
    expect(allIn('refunded', paid)).toBe(true);
    await checkMoney(community, true);
  });
});
