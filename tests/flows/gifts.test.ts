import type { ApiContract } from '@contract';
import { communityRedeemed, memberPoints } from '../../cloudfunctions/core/ledger/account';
import { bookOf, foldBalances, type Account } from '../../cloudfunctions/core/ledger/balance';
import type { Transfer } from '../../cloudfunctions/core/ledger/transfer';
import type { Gift } from '../../cloudfunctions/core/gift/gift';
import type { Redemption } from '../../cloudfunctions/core/gift/redemption';
import { COMMUNITY, Community, DAY_MS, GRID, MERCHANT, NEIGHBOUR, newOperation, OUTSIDER, OUTSIDE_STAFF, POSTER, STAFF } from './support/community';
import { confirmedWish } from './support/wish-steps';

const BAG: ApiContract['gift.save']['input'] = { title: '环保购物袋', pictureKey: 'goods', points: 10, stock: 3, limit: 'month', place: '吴记粮油柜台' };

describe('gifts for points', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.found();
    for (let wishes = 0; wishes < 4; wishes += 1) await confirmedWish(community, { urgency: 'urgent' }, POSTER, NEIGHBOUR);
    await community.advance(8 * DAY_MS);
    await community.runJobs();
    await community.runJobs();
  });
  afterAll(async () => {
    await community.close();
  });

  const offer = (changes: Partial<typeof BAG> = {}): Promise<ApiContract['gift.save']['output']> => community.must(MERCHANT, 'gift.save', { ...BAG, ...changes });
  const pointsOf = async (openid: string): Promise<Account> => community.document<Account>('accounts', memberPoints((await community.me(openid)).memberId)) as Account;
  const giftOf = (giftId: string): Gift => community.document<Gift>('gifts', giftId) as Gift;
  const codeOf = async (redemptionId: string): Promise<string> => (await community.must(NEIGHBOUR, 'gift.redemptions', {})).items.find((item) => item.redemptionId === redemptionId)?.code ?? '';
  const other = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
  const stockAddsUp = (giftId: string, whole: number): void => {
    const { stock, kept, fetched } = giftOf(giftId);
    expect(stock + Object.keys(kept).length + fetched).toBe(whole);
  };

  test('reserved with its points held, fetched against the code, used once', async () => {
    const { giftId } = await offer();
    const before = await pointsOf(NEIGHBOUR);
    const operation = newOperation();
    const reserved = await community.must(NEIGHBOUR, 'gift.redeem', { giftId }, operation);
    expect(await community.must(NEIGHBOUR, 'gift.redeem', { giftId }, operation)).toEqual(reserved);
    expect(await pointsOf(NEIGHBOUR)).toMatchObject({ posted: before.posted, pendingOut: 10 });
    expect(await community.refused(NEIGHBOUR, 'gift.redeem', { giftId })).toMatchObject({ code: 'GIFT_LIMIT' });
    const { redemptionId } = reserved;
    const waiting = (await community.must(MERCHANT, 'gift.waiting', {})).items;
    expect(waiting).toMatchObject([{ redemptionId, takerText: '刘*', code: null }]);
    const code = await codeOf(redemptionId);
    expect(code).toMatch(/^\d{6}$/);
    expect(JSON.stringify(community.document('redemptions', redemptionId))).not.toContain(code);
    expect(await community.refused(MERCHANT, 'gift.handOver', { redemptionId, code: other(code) })).toMatchObject({ code: 'CODE_WRONG', message: expect.stringContaining('4 次') });
    for (const stranger of [STAFF, OUTSIDE_STAFF]) expect(await community.refused(stranger, 'gift.handOver', { redemptionId, code })).toMatchObject({ code: 'NOT_FOUND' });
    const hand = newOperation();
    const fetched = await community.must(MERCHANT, 'gift.handOver', { redemptionId, code }, hand);
    expect(fetched).toMatchObject({ state: 'fetched' });
    expect(await community.must(MERCHANT, 'gift.handOver', { redemptionId, code }, hand)).toMatchObject({ state: 'fetched' });
    expect(await community.refused(MERCHANT, 'gift.handOver', { redemptionId, code })).toMatchObject({ code: 'GIFT_ENDED' });
    expect(await pointsOf(NEIGHBOUR)).toMatchObject({ posted: before.posted - 10, pendingOut: 0 });
    expect(giftOf(giftId)).toMatchObject({ stock: 2, kept: {}, fetched: 1 });
  });

  test('taken back by whoever reserved it: the thing and the points with their old day; then it may be had again', async () => {
    const { giftId } = await offer();
    const { lots } = await pointsOf(NEIGHBOUR);
    const { redemptionId } = await community.must(NEIGHBOUR, 'gift.redeem', { giftId });
    expect(await community.refused(POSTER, 'gift.cancel', { redemptionId })).toMatchObject({ code: 'NOT_FOUND' });
    await community.must(NEIGHBOUR, 'gift.cancel', { redemptionId });
    expect((await pointsOf(NEIGHBOUR)).lots).toEqual(lots);
    expect(giftOf(giftId)).toMatchObject({ stock: 3, kept: {} });
    const again = await community.must(NEIGHBOUR, 'gift.redeem', { giftId });
    expect(again.redemptionId).not.toBe(redemptionId);
    expect(await community.refused(MERCHANT, 'gift.cancel', { redemptionId: again.redemptionId })).toMatchObject({ code: 'BAD_INPUT' });
    await community.must(MERCHANT, 'gift.cancel', { redemptionId: again.redemptionId, note: '这批有破的' });
    expect((await community.must(NEIGHBOUR, 'notice.inbox', {})).items[0]).toMatchObject({ title: expect.stringContaining('给不了了'), body: expect.stringContaining('这批有破的') });
    expect((await pointsOf(NEIGHBOUR)).lots).toEqual(lots);
  });

  test('not fetched in 14 days: reminded once, then both come back', async () => {
    const { giftId } = await offer();
    const before = await pointsOf(NEIGHBOUR);
    const { redemptionId } = await community.must(NEIGHBOUR, 'gift.redeem', { giftId });
    const code = await codeOf(redemptionId);
    await community.advance(12 * DAY_MS + 1);
    await community.runJobs();
    await community.runJobs();
    expect((await community.must(NEIGHBOUR, 'notice.inbox', {})).items.filter(({ title }) => title.includes('还没去取'))).toHaveLength(1);
    await community.advance(2 * DAY_MS);
    expect(await community.refused(MERCHANT, 'gift.handOver', { redemptionId, code })).toMatchObject({ code: 'CODE_EXPIRED' });
    await community.runJobs();
    await community.runJobs();
    expect(community.document<Redemption>('redemptions', redemptionId)).toMatchObject({ state: 'expired', pendingEvents: 0 });
    expect(await pointsOf(NEIGHBOUR)).toMatchObject({ posted: before.posted, pendingOut: 0, lots: before.lots });
    expect(giftOf(giftId)).toMatchObject({ stock: 3, kept: {} });
    expect(community.documents<Transfer>('transfers').filter((transfer) => transfer.cause.aggregateId === redemptionId).map(({ phase }) => phase)).toEqual(['pending', 'expired']);
  });

  test('who has not enough, lives elsewhere or comes too late is told so, and nothing is kept for them', async () => {
    const { giftId } = await offer({ points: 500 });
    expect(await community.refused(NEIGHBOUR, 'gift.redeem', { giftId })).toMatchObject({ code: 'POINTS_NOT_ENOUGH' });
    expect(giftOf(giftId)).toMatchObject({ stock: 3, kept: {} });
    expect(await community.refused(OUTSIDER, 'gift.redeem', { giftId })).toMatchObject({ code: 'NOT_FOUND' });
    const none = await offer({ stock: 0 });
    expect(await community.refused(NEIGHBOUR, 'gift.redeem', { giftId: none.giftId })).toMatchObject({ code: 'GIFT_GONE' });
    const paused = await offer();
    await community.must(MERCHANT, 'gift.setState', { giftId: paused.giftId, state: 'paused' });
    expect(await community.refused(NEIGHBOUR, 'gift.redeem', { giftId: paused.giftId })).toMatchObject({ code: 'GIFT_GONE' });
    expect(await community.refused(POSTER, 'gift.save', BAG)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await community.refused(STAFF, 'gift.setState', { giftId, state: 'closed' })).toMatchObject({ code: 'NOT_FOUND' });
    expect((await community.must(STAFF, 'gift.save', { ...BAG, areaId: COMMUNITY, place: '青枫驿站' })).offererText).toBe('青枫社区');
    expect(await community.refused(OUTSIDE_STAFF, 'gift.save', { ...BAG, areaId: COMMUNITY })).toMatchObject({ code: 'OUT_OF_AREA' });
  });

  test('guesses: five, then no more; the owner may take it back and try anew', async () => {
    const { giftId } = await offer();
    const { redemptionId } = await community.must(NEIGHBOUR, 'gift.redeem', { giftId });
    const code = await codeOf(redemptionId);
    const guess = newOperation();
    for (let sent = 0; sent < 2; sent += 1) expect(await community.refused(MERCHANT, 'gift.handOver', { redemptionId, code: other(code) }, guess)).toMatchObject({ code: 'CODE_WRONG', message: expect.stringContaining('4 次') });
    await Promise.all([1, 2, 3, 4, 5, 6].map(() => community.send(MERCHANT, 'gift.handOver', { redemptionId, code: other(code) })));
    for (let sent = 0; sent < 4; sent += 1) await community.send(MERCHANT, 'gift.handOver', { redemptionId, code: other(code) });
    expect(community.document<Redemption>('redemptions', redemptionId)?.triesLeft).toBe(0);
    expect(await community.refused(MERCHANT, 'gift.handOver', { redemptionId, code })).toMatchObject({ code: 'CODE_EXHAUSTED' });
    await community.must(NEIGHBOUR, 'gift.cancel', { redemptionId });
  });

  test('killed anywhere while reserving: never a thing without points nor points without a thing', async () => {
    const before = await pointsOf(NEIGHBOUR);
    const places = process.env.LINYUAN_LONG === '1' ? Array.from({ length: 16 }, (_unused, index) => index + 1) : [3, 4, 5, 7, 9, 11, 12, 13];
    // One each: a household may take the same one back only so often.
    const giftIds = new Map<number, string>();
    for (const nth of places) giftIds.set(nth, (await offer({ stock: 50 })).giftId);
    for (const [nth, giftId] of giftIds) for (const when of ['before', 'after'] as const) {
      const operation = newOperation();
      await community.arm({ route: 'gift.redeem', kind: 'kill', nth, when, times: 1 });
      await community.send(NEIGHBOUR, 'gift.redeem', { giftId }, operation);
      await community.arm();
      await community.advance(3 * 60_000);
      await community.runJobs();
      stockAddsUp(giftId, 50);
      const account = await pointsOf(NEIGHBOUR);
      const { redemptionId } = await community.must(NEIGHBOUR, 'gift.redeem', { giftId }, operation);
      expect(account.pendingOut === 0 || account.pendingOut === 10).toBe(true);
      expect((await pointsOf(NEIGHBOUR)).pendingOut).toBe(10);
      await community.must(NEIGHBOUR, 'gift.cancel', { redemptionId });
    }
    await community.runJobs();
    for (const giftId of giftIds.values()) expect(giftOf(giftId)).toMatchObject({ stock: 50, kept: {} });
    expect(await pointsOf(NEIGHBOUR)).toMatchObject({ posted: before.posted, pendingOut: 0, lots: before.lots });
  });

  test('the books agree with all of it', async () => {
    await community.runJobs();
    const folded = foldBalances(community.documents<Transfer>('transfers'));
    for (const { _id, posted, pendingIn, pendingOut } of community.documents<Account>('accounts')) expect(folded.get(bookOf('points', _id))).toEqual({ posted, pendingIn, pendingOut });
    expect(folded.get(bookOf('points', communityRedeemed(COMMUNITY)))?.posted).toBe(10);
    expect([...folded.values()].reduce((sum, { posted }) => sum + posted, 0)).toBe(0);
  });
});

/** Everybody first earns what it costs, call by call; `npm run test:long` has four times as many people. */
const [PEOPLE, GIFTS] = process.env.LINYUAN_LONG === '1' ? [200, 50] : [48, 12];

describe('many people, few gifts, at once', () => {
  test('exactly as many are reserved as there are, everybody is answered', async () => {
    const community = await Community.found(4);
    try {
      await community.must(STAFF, 'pointRules.save', { communityId: COMMUNITY, rules: { per: { delivery: 50, carefulRating: 1, service: 10, meeting: 5, suggestion: 10, coPlanning: 10 }, capPerDay: 500, capPerMonth: 5_000, pairInFull: 100, pairInHalf: 0 }, reason: '试一天' });
      await community.advance(DAY_MS);
      const takers = Array.from({ length: PEOPLE }, (_unused, index) => `oTestTaker${index}`);
      for (const taker of takers) await community.join(taker, '换礼物的', GRID);
      for (const [index, taker] of takers.entries()) {
        await confirmedWish(community, { urgency: 'urgent' }, POSTER, taker);
        // The poster's checks of an hour are bounded.
        if (index % 20 === 19) await community.advance(61 * 60_000);
      }
      await community.advance(8 * DAY_MS);
      for (let runs = 0; runs < 4; runs += 1) await community.runJobs();
      const { giftId } = await community.must(MERCHANT, 'gift.save', { ...BAG, points: 50, stock: GIFTS });
      const startedMs = performance.now();
      const answers = await Promise.all(takers.map((taker) => community.send(taker, 'gift.redeem', { giftId })));
      const count = (test: (answer: (typeof answers)[number]) => boolean): number => answers.filter(test).length;
      const reserved = count(({ ok }) => ok === true);
      const gone = count((answer) => answer.ok === false && answer.error.code === 'GIFT_GONE');
      process.stdout.write(`${JSON.stringify({ people: PEOPLE, gifts: GIFTS, reserved, gone, other: PEOPLE - reserved - gone, seconds: (performance.now() - startedMs) / 1000 })}\n`);
      expect([reserved, reserved + gone]).toEqual([GIFTS, PEOPLE]);
      expect(community.document<Gift>('gifts', giftId)).toMatchObject({ stock: 0 });
      expect(community.documents<Account>('accounts').reduce((sum, { pendingOut }) => sum + pendingOut, 0)).toBe(GIFTS * 50);
    } finally {
      await community.close();
    }
  });
});
