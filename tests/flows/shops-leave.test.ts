import { isShopCoherent, type Shop } from '../../cloudfunctions/core/shop/shop';
import type { Gift } from '../../cloudfunctions/core/gift/gift';
import type { Task } from '../../cloudfunctions/core/staff/task';
import type { Wish } from '../../cloudfunctions/core/wish/wish';
import { Community, DAY_MS, HOUR_MS, NEIGHBOUR, POSTER, STAFF } from './support/community';
import { openShop, OWNER, shopOf, withShopPeople } from './support/shop-steps';
import { supplyOf, supplyWords } from './support/supply-steps';
import { openWish } from './support/wish-steps';

const TEN = 10;

describe('a shop that rests, is stopped or leaves in the middle of ten deliveries', () => {
  let community: Community;

  beforeEach(async () => {
    community = await Community.found();
    await withShopPeople(community);
  });
  afterEach(async () => {
    for (const shop of community.documents<Shop>('shops')) expect({ id: shop._id, coherent: isShopCoherent(shop) }).toEqual({ id: shop._id, coherent: true });
    await community.close();
  });

  /** Ten wishes of many shares, all held by the shop, the first two planned. */
  const tenHeld = async (): Promise<readonly string[]> => {
    const wishIds: string[] = [];
    for (let index = 0; index < TEN; index += 1) wishIds.push(await openWish(community, { title: `要帮的第 ${String(index)} 件`, urgency: 'urgent', windowEndMs: community.nowMs() + 60 * DAY_MS }, POSTER));
    const claims = await Promise.all(wishIds.map((wishId) => community.must(OWNER, 'wish.claim', { wishId, shares: 1, as: { kind: 'merchant' } })));
    for (const [index, wishId] of wishIds.slice(0, 2).entries()) await community.must(OWNER, 'claim.plan', { wishId, claimId: claims[index]?.claimId ?? '', deliverAtMs: community.nowMs() + DAY_MS, handover: 'home', note: '' });
    return wishIds;
  };

  /** What staff are told of it, in their queue. */
  const tasksToldOf = (): readonly string[] => community.documents<Task>('tasks').flatMap(({ kind, reasonText }) => (kind === 'shopHandedBack' ? [reasonText] : []));

  const openAgain = (wishIds: readonly string[]): number => wishIds.filter((wishId) => community.document<Wish>('wishes', wishId)?.sharesLeft === 1).length;
  const jobsFor = async (minutes: number): Promise<void> => {
    for (let minute = 0; minute < minutes; minute += 1) {
      await community.advance(HOUR_MS / 60);
      await community.runJobs();
    }
  };

  test('leaving puts every wish back on the wall with notice, ends what it offers, and tells staff; the licence is free again', async () => {
    const shopId = await openShop(community);
    const wishIds = await tenHeld();
    const { supplyId } = await community.must(OWNER, 'supply.save', { as: { kind: 'merchant' }, ...supplyWords() });
    await community.must(OWNER, 'gift.save', { title: '环保购物袋', note: '', pictureKey: 'goods', points: 50, stock: 5, limit: 'month', place: '店里' });
    expect(supplyOf(community, supplyId).partyId).toBe(shopId);
    await community.must(OWNER, 'shop.leave', { shopId, note: '' });
    await jobsFor(6);
    expect(openAgain(wishIds)).toBe(TEN);
    expect(shopOf(community, shopId)).toMatchObject({ state: 'left', handedBack: TEN, memberIds: [] });
    const told = (await community.must(POSTER, 'notice.inbox', {})).items.filter(({ title }) => title === '有 1 份放回来了');
    expect(told).toHaveLength(TEN);
    expect(community.documents<Task>('tasks').filter(({ kind }) => kind === 'shopHandedBack')).toHaveLength(1);
    expect(supplyOf(community, supplyId).state).toBe('ended');
    expect(community.documents<Gift>('gifts').map(({ state }) => state)).toEqual(['closed']);
    expect(community.documents('shopLicences')).toHaveLength(0);
    expect((await community.me(OWNER)).roles).toEqual([]);
    expect(await community.refused(OWNER, 'wish.claim', { wishId: wishIds[0], shares: 1, as: { kind: 'merchant' } })).toMatchObject({ code: 'OUT_OF_AREA' });
  });

  test('frozen with what it holds handed back; the run that does it is killed and goes on where it stopped, once each', async () => {
    const shopId = await openShop(community);
    const wishIds = await tenHeld();
    await community.must(STAFF, 'shop.freeze', { shopId, reason: '先核实', handsBack: true });
    await community.arm({ function: 'jobs', kind: 'kill', nth: 30, when: 'before', times: 1 });
    await jobsFor(6);
    expect(openAgain(wishIds)).toBe(TEN);
    expect(shopOf(community, shopId)).toMatchObject({ state: 'frozen', sweep: null, handedBack: TEN });
    expect(tasksToldOf()).toEqual([`被停用，${String(TEN)} 份认领放回了心愿墙`]);
    const told = (await community.must(POSTER, 'notice.inbox', {})).items.filter(({ title }) => title === '有 1 份放回来了');
    expect(told).toHaveLength(TEN);
  });

  test('resting, a pass over its claims dies halfway and staff freeze it meanwhile: staff hear of every share that went back', async () => {
    const shopId = await openShop(community);
    const wishIds = await tenHeld();
    await community.must(OWNER, 'shop.pause', { shopId, handsBack: true });
    await community.arm({ function: 'jobs', kind: 'kill', nth: 30, when: 'before', times: 1 });
    await jobsFor(1);
    const before = openAgain(wishIds);
    expect([before > 0, before < TEN]).toEqual([true, true]);
    await community.must(STAFF, 'shop.freeze', { shopId, reason: '先核实', handsBack: true });
    await jobsFor(6);
    expect(openAgain(wishIds)).toBe(TEN);
    expect(shopOf(community, shopId)).toMatchObject({ state: 'frozen', sweep: null, handedBack: TEN });
    expect(tasksToldOf()).toEqual([`被停用，${String(TEN)} 份认领放回了心愿墙`]);
  });

  test('resting, a pass over its claims dies halfway and the owner opens again: staff hear what went back, the rest stays with the shop', async () => {
    const shopId = await openShop(community);
    const wishIds = await tenHeld();
    await community.must(OWNER, 'shop.pause', { shopId, handsBack: true });
    await community.arm({ function: 'jobs', kind: 'kill', nth: 30, when: 'before', times: 1 });
    await jobsFor(1);
    const before = openAgain(wishIds);
    expect([before > 0, before < TEN]).toEqual([true, true]);
    await community.must(OWNER, 'shop.resume', { shopId });
    expect(await community.must(OWNER, 'shop.get', { shopId })).toMatchObject({ state: 'open', isHandingBack: false });
    await jobsFor(6);
    expect(openAgain(wishIds)).toBe(before);
    expect(shopOf(community, shopId)).toMatchObject({ state: 'open', sweep: null, handedBack: before });
    expect(tasksToldOf()).toEqual([`歇过又开张，${String(before)} 份认领放回了心愿墙`]);
    expect((await community.must(OWNER, 'claim.deliveryList', { as: { kind: 'merchant' } })).shareCount).toBe(TEN - before);
  });

  test('opened again before anything went back, nobody is told a number', async () => {
    const shopId = await openShop(community);
    const wishIds = await tenHeld();
    await community.must(OWNER, 'shop.pause', { shopId, handsBack: true });
    await community.must(OWNER, 'shop.resume', { shopId });
    await jobsFor(6);
    expect(openAgain(wishIds)).toBe(0);
    expect(shopOf(community, shopId)).toMatchObject({ state: 'open', sweep: null, handedBack: 0 });
    expect(tasksToldOf()).toEqual([]);
  });

  test('frozen in the middle of ten deliveries: what came is confirmed and thanked, the rest is on the wall for others, and let go it claims again', async () => {
    const shopId = await openShop(community);
    const wishIds = await tenHeld();
    const claimIdOf = (wishId: string): string => Object.keys(community.document<Wish>('wishes', wishId)?.claims ?? {})[0] ?? '';
    const [confirmed, delivered, planned] = [wishIds[0] ?? '', wishIds[1] ?? '', wishIds[2] ?? ''];
    for (const wishId of [confirmed, delivered]) await community.must(OWNER, 'claim.deliver', { wishId, claimId: claimIdOf(wishId), note: '', proofFileIds: [await community.upload(OWNER, 'proof')] });
    await community.must(OWNER, 'claim.plan', { wishId: planned, claimId: claimIdOf(planned), deliverAtMs: community.nowMs() + DAY_MS, handover: 'home', note: '' });
    await community.must(POSTER, 'claim.confirm', { wishId: confirmed, claimId: claimIdOf(confirmed) });
    await community.must(STAFF, 'shop.freeze', { shopId, reason: '有人反映送的东西过期，先核实', handsBack: true });
    await jobsFor(6);
    expect(wishIds.map((wishId) => community.document<Wish>('wishes', wishId)?.claims[claimIdOf(wishId)]?.state)).toEqual(['confirmed', 'delivered', ...Array.from({ length: TEN - 2 }, () => 'returned')]);
    expect(tasksToldOf()).toEqual([`被停用，${String(TEN - 2)} 份认领放回了心愿墙`]);
    expect((await community.must(OWNER, 'claim.deliveryList', { as: { kind: 'merchant' } })).shareCount).toBe(0);
    await community.must(NEIGHBOUR, 'wish.claim', { wishId: planned, shares: 1, as: { kind: 'self' } });
    expect(await community.refused(OWNER, 'wish.claim', { wishId: wishIds[3], shares: 1, as: { kind: 'merchant' } })).toMatchObject({ code: 'SHOP_NOT_OPEN' });
    await community.must(POSTER, 'claim.confirm', { wishId: delivered, claimId: claimIdOf(delivered) });
    await community.must(STAFF, 'shop.unfreeze', { shopId, note: '核实过了，是误会' });
    await community.must(OWNER, 'wish.claim', { wishId: wishIds[3] ?? '', shares: 1, as: { kind: 'merchant' } });
    await community.advance(DAY_MS);
    await jobsFor(2);
    expect(shopOf(community, shopId)).toMatchObject({ state: 'open', record: { onTime: 2, total: 2 } });
  });

  test('what is delivered waits for its confirmation, and the shop stays until then', async () => {
    const shopId = await openShop(community);
    const wishId = await openWish(community, {}, POSTER);
    const { claimId } = await community.must(OWNER, 'wish.claim', { wishId, shares: 1, as: { kind: 'merchant' } });
    await community.must(OWNER, 'claim.plan', { wishId, claimId, deliverAtMs: community.nowMs() + HOUR_MS, handover: 'home', note: '' });
    await community.must(OWNER, 'claim.deliver', { wishId, claimId, note: '', proofFileIds: [await community.upload(OWNER, 'proof')] });
    await community.must(OWNER, 'shop.leave', { shopId, note: '' });
    await jobsFor(6);
    expect(shopOf(community, shopId).state).toBe('leaving');
    await community.must(POSTER, 'claim.confirm', { wishId, claimId });
    await community.advance(7 * HOUR_MS);
    await jobsFor(2);
    expect(shopOf(community, shopId)).toMatchObject({ state: 'left', handedBack: 0 });
  });
});
