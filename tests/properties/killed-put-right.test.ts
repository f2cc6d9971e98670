import type { RouteName } from '@contract';
import type { RatingSum } from '../../cloudfunctions/core/rating-sum/rating-sum';
import { isRectificationCoherent, type Rectification } from '../../cloudfunctions/core/rectification/rectification';
import { ADMIN, Community, DAY_MS, HOUR_MS, MERCHANT, newOperation, STAFF } from '../flows/support/community';
import { newShops, servedByAll } from '../flows/support/rating-steps';
import { killRow, ROW, settle } from './support/killed-row';

/**
 * What follows from ratings, killed at its database calls: the shop's answer to what people think, and every command of
 * an order to put something right, from the objection to how the street ends it. A row of shops that did equally badly.
 */
describe('what follows from ratings, killed at any database call', () => {
  let community: Community;
  let shops: readonly string[];
  let raters: readonly string[];
  let sumIds: readonly string[];
  let orderIds: readonly string[];

  const sumOf = (sumId: string): RatingSum => community.document<RatingSum>('ratingSums', sumId) as RatingSum;
  const orderOf = (orderId: string): Rectification => community.document<Rectification>('rectifications', orderId) as Rectification;

  beforeAll(async () => {
    community = await Community.found();
    shops = await newShops(community, ROW);
    raters = await servedByAll(community, { people: 5, shops, saying: () => 'unsatisfied' });
    await settle(community);
    const memberIds = await Promise.all(shops.map(async (shop) => (await community.me(shop)).memberId));
    sumIds = memberIds.map((memberId) => community.documents<RatingSum>('ratingSums').find(({ partyId }) => partyId === memberId)?._id ?? '');
    orderIds = memberIds.map((memberId) => community.documents<Rectification>('rectifications').find(({ partyId }) => partyId === memberId)?._id ?? '');
    expect(orderIds).not.toContain('');
  });
  afterAll(async () => {
    await community.close();
  });

  type Stand = (order: Rectification) => unknown;
  /** Every order does one thing; `stand` tells how it stands once that has happened. */
  const orders = async (route: RouteName, callerOf: (index: number) => string, input: object | ((index: number) => Promise<object>), stand: Stand): Promise<void> => {
    const inputs = await Promise.all(orderIds.map(async (rectificationId, index) => ({ rectificationId, ...(typeof input === 'function' ? await input(index) : input) })));
    await killRow(community, route, orderIds.map((subjectId, index) => ({ caller: callerOf(index), input: inputs[index], subjectId, outcome: () => stand(orderOf(subjectId)) })));
    for (const order of orderIds.map(orderOf)) expect({ order: order._id, isCoherent: isRectificationCoherent(order), events: order.pendingEvents }).toEqual({ order: order._id, isCoherent: true, events: 0 });
  };
  const shop = (index: number): string => shops[index] ?? '';
  const staff = (): string => STAFF;
  const answer = async (index: number): Promise<object> => ({ words: '换了师傅，修完当面试一遍', photoFileIds: [await community.upload(shop(index), 'evidence')] });
  const photosOf = ({ photos }: Rectification): readonly string[] => Object.values(photos).map(({ state }) => state);

  test('the shop answers what people think, staff put it away', async () => {
    await killRow(community, 'ratingSum.reply', sumIds.map((sumId, index) => ({ caller: shop(index), input: { sumId, words: '谢谢大家，以后都约在上午' }, subjectId: sumId, outcome: () => sumOf(sumId).reply?.words ?? null })));
    await killRow(community, 'ratingSum.hideReply', sumIds.map((sumId) => ({ caller: STAFF, input: { sumId, note: '说的是别家的事' }, subjectId: sumId, outcome: () => sumOf(sumId).reply?.hiddenNote ?? null })));
    expect(sumIds.map((sumId) => sumOf(sumId).pendingEvents)).toEqual(sumIds.map(() => 0));
  }, 600_000);

  test('the shop objects, and is answered', async () => {
    await orders('rectification.object', shop, { words: '那几天整条街停电' }, ({ objection }) => objection?.words ?? null);
    await orders('rectification.decideObjection', staff, { isUpheld: false, note: '查过，那几天没停' }, ({ objection }) => objection?.decision?.note ?? null);
  }, 600_000);

  test('the shop says what it did, is asked for more, and says it', async () => {
    await orders('rectification.answer', shop, answer, (order) => (order.answers.length === 1 ? [order.state, ...photosOf(order)] : null));
    await orders('rectification.review', staff, { decision: { kind: 'more', note: '还差一张照片' } }, ({ moreNote, state }) => (moreNote === '' ? null : state));
    await orders('rectification.answer', shop, answer, (order) => (order.answers.length === 2 ? [order.state, ...photosOf(order)] : null));
    expect(orderIds.map((orderId) => photosOf(orderOf(orderId)))).toEqual(orderIds.map(() => ['shown', 'shown']));
  }, 600_000);

  test('those who rated are asked, and one taps', async () => {
    await orders('rectification.review', staff, { decision: { kind: 'recheck' } }, ({ state }) => (state === 'rechecking' ? state : null));
    const rater = raters[0] ?? '';
    const { memberId } = await community.me(rater);
    await orders('recheck.answer', () => rater, { answer: 'notBetter' }, (order) => order.raters[memberId] ?? null);
  }, 600_000);

  test('too few said anything: staff judge, the street ends it', async () => {
    await community.advance(8 * DAY_MS);
    await settle(community);
    expect(orderIds.map((orderId) => orderOf(orderId).state)).toEqual(orderIds.map(() => 'judging'));
    await orders('rectification.judge', staff, { isRecovered: false, note: '去看过，还没好' }, ({ state }) => (state === 'judging' ? null : state));
    await orders('rectification.close', () => ADMIN, { outcome: 'talked', note: '两边谈过，下个月再看' }, ({ end }) => end?.outcome ?? null);
    expect(sumIds.map((sumId) => sumOf(sumId).rectification)).toEqual(sumIds.map(() => null));
  }, 600_000);

  test('public thanks, shown and hidden again and again: always as was said last', async () => {
    await servedByAll(community, { people: 10, shops: [MERCHANT], saying: () => 'satisfied' });
    const { memberId } = await community.me(MERCHANT);
    const sumId = community.documents<RatingSum>('ratingSums').find(({ partyId }) => partyId === memberId)?._id ?? '';
    expect(sumOf(sumId).praise).toMatchObject({ isShown: false });
    for (const nth of [3, 4, 5, 6, 7, 8, 9, 10]) {
      const [shows, operationId] = [nth % 2 === 1, newOperation()];
      await community.arm({ route: 'ratingSum.showPraise', kind: 'kill', nth, when: nth % 4 < 2 ? 'before' : 'after', times: 1 });
      await community.send(MERCHANT, 'ratingSum.showPraise', { sumId, shows }, operationId);
      await community.arm();
      await community.advance(HOUR_MS);
      await community.must(MERCHANT, 'ratingSum.showPraise', { sumId, shows }, operationId);
      await settle(community);
      expect(sumOf(sumId)).toMatchObject({ praise: { isShown: shows }, outbox: {}, pendingEvents: 0 });
    }
  }, 600_000);
});
