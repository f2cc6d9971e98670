import type { ApiContract } from '@contract';
import type { ClaimBatch } from '../../cloudfunctions/core/batch/claim-batch';
import { claimsOf, isCoherent, type Wish } from '../../cloudfunctions/core/wish/wish';
import { Community, HOUR_MS, MERCHANT, NEIGHBOUR, newOperation, POSTER } from './support/community';
import { openWish } from './support/wish-steps';

type Input = ApiContract['wish.claimMany']['input'];
const goods = { category: 'goods' as const, urgency: 'urgent' as const, shares: 3, estimatedValueFen: 24_000 };

/** 一对多: many wishes in one action, all or nothing or as many as there are. */
describe('many wishes in one action', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.found();
  });
  // Posting has its limit an hour.
  beforeEach(() => community.advance(HOUR_MS));
  afterAll(async () => {
    for (const wish of community.documents<Wish>('wishes')) expect({ id: wish._id, coherent: isCoherent(wish) }).toEqual({ id: wish._id, coherent: true });
    await community.close();
  });

  const wishes = (count: number): Promise<readonly string[]> =>
    Promise.all(Array.from({ length: count }, (_unused, index) => openWish(community, { ...goods, title: `第 ${index + 1} 家盼一袋米` })));
  const input = (ids: readonly string[], mode: Input['mode'], shares = 1): Input => ({ items: ids.map((wishId) => ({ wishId, shares })), mode, as: { kind: 'merchant' } });
  const wishOf = (wishId: string): Wish => community.document<Wish>('wishes', wishId) as Wish;
  const noticesTo = (openid: string, memberId: string): number => community.documents<{ memberId: string }>('notices').filter((notice) => notice.memberId === memberId && openid !== '').length;
  const requestsOf = (): number => [...community.meters(20)].reverse().find((entry) => entry.route === 'wish.claimMany')?.calls.filter((call) => call.action.startsWith('database.')).length ?? 0;

  test.each([1, 5, 20])('%i wishes, all or nothing: within 6 + 2n requests all told, and jobs tell everybody once', async (count) => {
    const ids = await wishes(count);
    await community.runJobs();
    const batch = await community.must(MERCHANT, 'wish.claimMany', input(ids, 'allOrNothing', 2));
    expect(requestsOf()).toBeLessThanOrEqual(6 + 2 * count);
    expect(batch).toMatchObject({ outcome: 'all', wishCount: count, shareCount: 2 * count, giverName: '吴记粮油' });
    await community.runJobs();
    for (const wishId of ids) {
      expect(claimsOf(wishOf(wishId))).toMatchObject([{ state: 'held', batchId: null, shares: 2 }]);
      expect(community.documents<{ wishId: string }>('claims').filter((record) => record.wishId === wishId)).toHaveLength(1);
      expect(community.documents<{ title: string; target: { wishId: string } }>('notices').filter((notice) => notice.title === '有人认领了' && notice.target.wishId === wishId)).toHaveLength(1);
    }
    const mine = await community.must(MERCHANT, 'claim.mine', { open: true });
    expect(mine.items.length).toBeGreaterThanOrEqual(Math.min(count, 20));
  });

  test('one that can’t be had: none is claimed, nobody is told, nothing is left behind', async () => {
    const ids = await wishes(3);
    const [first = ''] = ids;
    await community.must(NEIGHBOUR, 'wish.claim', { wishId: first, shares: 3 });
    await community.runJobs();
    const { memberId } = await community.me(POSTER);
    const told = noticesTo(POSTER, memberId);
    const batch = await community.must(MERCHANT, 'wish.claimMany', input(ids, 'allOrNothing'));
    expect(batch).toMatchObject({ outcome: 'none', wishCount: 0, holdUntilMs: null });
    expect(batch.items.find((item) => item.wishId === first)).toMatchObject({ isClaimed: false, code: 'SHARES_SOLD_OUT' });
    expect(batch.items.filter((item) => item.wishId !== first).map((item) => item.sentence)).toEqual(['别的没认上，这件也没有认，还在心愿墙上', '别的没认上，这件也没有认，还在心愿墙上']);
    await community.runJobs();
    expect(noticesTo(POSTER, memberId)).toBe(told);
    for (const wishId of ids.slice(1)) expect(wishOf(wishId)).toMatchObject({ sharesLeft: 3, sharesHeld: 0, claimCount: 0, claims: {}, activeClaimerIds: [] });
  });

  test('as many as there are: the others say why, each with a sentence', async () => {
    const ids = await wishes(3);
    const own = await openWish(community, goods, MERCHANT);
    const [first = ''] = ids;
    await community.must(NEIGHBOUR, 'wish.claim', { wishId: first, shares: 2 });
    const batch = await community.must(MERCHANT, 'wish.claimMany', input([...ids, own, 'w_nowhere'], 'bestEffort', 2));
    expect(batch).toMatchObject({ outcome: 'some', wishCount: 2, shareCount: 4 });
    expect(requestsOf()).toBeLessThanOrEqual(6 + 2 * 5);
    const codes = Object.fromEntries(batch.items.map((item) => [item.wishId, item.code]));
    expect(codes).toMatchObject({ [first]: 'SHARES_NOT_ENOUGH', [own]: 'CLAIM_OWN_WISH', w_nowhere: 'NOT_FOUND' });
  });

  test('the same act again is the same answer and no second claim; with other items it is refused', async () => {
    const ids = await wishes(2);
    for (const mode of ['allOrNothing', 'bestEffort'] as const) {
      const operationId = newOperation();
      const some = mode === 'allOrNothing' ? ids.slice(0, 1) : ids.slice(1);
      const once = await community.must(MERCHANT, 'wish.claimMany', input(some, mode), operationId);
      expect(await community.must(MERCHANT, 'wish.claimMany', input(some, mode), operationId)).toEqual(once);
      expect(await community.refused(MERCHANT, 'wish.claimMany', input(ids, mode), operationId)).toMatchObject({ code: 'OPERATION_REUSED' });
    }
    for (const wishId of ids) expect(wishOf(wishId)).toMatchObject({ sharesHeld: 1, claimCount: 1 });
  });

  test('two that want the same wishes at once: one gets all of them, the other none', async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, (_unused, index) => openWish(community, { ...goods, shares: 1, title: `只有一份的第 ${index + 1} 件` })));
    const both = await Promise.all([community.must(MERCHANT, 'wish.claimMany', input(ids, 'allOrNothing')), community.must(NEIGHBOUR, 'wish.claimMany', { ...input([...ids].reverse(), 'allOrNothing'), as: { kind: 'self' } })]);
    expect(both.map((batch) => batch.outcome).sort()).toEqual(['all', 'none']);
    await community.runJobs();
    for (const wishId of ids) expect(wishOf(wishId)).toMatchObject({ sharesHeld: 1, claimCount: 1 });
  });

  test('left half way: what was only tried for goes back after a minute and nobody hears of it', async () => {
    const ids = await wishes(4);
    await community.runJobs();
    await community.arm({ route: 'wish.claimMany', nth: 6, times: 1, when: 'after', kind: 'kill' });
    const lost = await community.send(MERCHANT, 'wish.claimMany', input(ids, 'allOrNothing'));
    expect(lost.ok).not.toBe(true);
    expect(ids.some((wishId) => wishOf(wishId).sharesHeld > 0)).toBe(true);
    await community.advance(HOUR_MS / 30);
    await community.runJobs();
    await community.runJobs();
    for (const wishId of ids) expect(wishOf(wishId)).toMatchObject({ sharesLeft: 3, sharesHeld: 0, claimCount: 0, outbox: {} });
    expect(community.documents<ClaimBatch>('claimBatches').every((batch) => batch.state !== 'trying')).toBe(true);
  });

  test('the overdue and the frozen are told with each wish; far from the shop it is not the shop', async () => {
    const ids = await wishes(2);
    const batch = await community.must(NEIGHBOUR, 'wish.claimMany', { items: ids.map((wishId) => ({ wishId, shares: 1 })), mode: 'bestEffort', as: { kind: 'merchant' } });
    expect(batch.items.map((item) => item.code)).toEqual(['OUT_OF_AREA', 'OUT_OF_AREA']);
    expect(await community.refused(NEIGHBOUR, 'wish.claimMany', { items: [{ wishId: ids[0], shares: 1 }, { wishId: ids[0], shares: 1 }], mode: 'bestEffort' })).toMatchObject({ code: 'BAD_INPUT' });
  });
});
