import type { Notice } from '../../cloudfunctions/core/notice/notice';
import type { RatingSum } from '../../cloudfunctions/core/rating-sum/rating-sum';
import { Community, DAY_MS, STAFF } from './support/community';
import { newShops, servedByAll } from './support/rating-steps';
import { openWish, submitWish } from './support/wish-steps';

/** Whoever neighbours are content with for sure hears of an urgent wish of its kind first (奖优); over the deployed bundles. */
describe('first offers', () => {
  let community: Community;
  let shops: readonly string[];
  let people: readonly string[];
  let memberIds: readonly string[];

  beforeAll(async () => {
    community = await Community.found();
    shops = await newShops(community, 5);
    // Of twelve people the first shop pleases all, each next one a person fewer; the fifth is rated by nine only.
    const fewer = [0, 1, 2, 2, 3];
    people = await servedByAll(community, { people: 12, shops, saying: (person, shop) => (person >= 12 - (fewer[shop] ?? 0) ? (shop === 3 && person === 10 ? 'fair' : null) : 'satisfied') });
    memberIds = await Promise.all(shops.map(async (shop) => (await community.me(shop)).memberId));
    await community.advance(15 * DAY_MS);
    for (let runs = 0; runs < 3; runs += 1) await community.runJobs();
  });
  afterAll(async () => {
    await community.close();
  });

  /** Which shops were told of it, by their number. */
  const toldOf = (wishId: string): readonly number[] =>
    community.documents<Notice>('notices').filter(({ title, target }) => title === '有件急的，先告诉您' && target.wishId === wishId).map(({ memberId }) => memberIds.indexOf(memberId)).sort();
  const settle = async (): Promise<void> => {
    for (let runs = 0; runs < 2; runs += 1) await community.runJobs();
  };
  const urgent = async (person: number, changes: Parameters<typeof openWish>[1] = {}): Promise<string> => {
    const wishId = await openWish(community, { category: 'goods', urgency: 'urgent', title: `急着要一床被子，${person}`, ...changes }, people[person]);
    await settle();
    return wishId;
  };

  test('those thanked are told, the surest first, three at most; who is rated by too few is not thanked', async () => {
    const praised = community.documents<RatingSum>('ratingSums').filter(({ isPraised }) => isPraised).sort((a, b) => b.praisedLower - a.praisedLower);
    expect(praised.map(({ partyId }) => memberIds.indexOf(partyId))).toEqual([0, 1, 2, 3]);
    expect(toldOf(await urgent(0))).toEqual([0, 1, 2]);
  });

  test('who heard of one today leaves the turn to the next; another kind, or what can wait, is told to nobody', async () => {
    expect(toldOf(await urgent(1))).toEqual([3]);
    await community.advance(DAY_MS + 1);
    expect([toldOf(await urgent(2, { category: 'repair' })), toldOf(await urgent(3, { urgency: 'normal' }))]).toEqual([[], []]);
  });

  test('two wishes at once: everybody hears of one of them, nobody of both; then twice this week is enough', async () => {
    const wishIds = await Promise.all([4, 5].map((person) => submitWish(community, { category: 'goods', urgency: 'urgent', title: `急着要一个电暖器，${person}` }, people[person])));
    await Promise.all(wishIds.map((wishId) => community.must(STAFF, 'review.decide', { wishId, decision: { kind: 'approve' } })));
    await settle();
    const told = wishIds.map(toldOf);
    expect(told.flat().sort()).toEqual([0, 1, 2, 3]);
    expect(told.every(({ length }) => length <= 3)).toBe(true);
    await community.advance(2 * DAY_MS);
    expect(toldOf(await urgent(6))).toEqual([]);
    await community.advance(5 * DAY_MS);
    expect(toldOf(await urgent(7))).toEqual([0, 1, 2]);
  });

  test('never of one\'s own wish, nor once neighbours are no longer content', async () => {
    await community.advance(8 * DAY_MS);
    const own = await openWish(community, { category: 'goods', urgency: 'urgent', title: '店里急着要一个灭火器' }, shops[0]);
    await settle();
    expect(toldOf(own)).toEqual([1, 2, 3]);
    await community.advance(8 * DAY_MS);
    await servedByAll(community, { people: 5, shops: shops.slice(0, 1), saying: () => 'unsatisfied' });
    expect(toldOf(await urgent(8))).toEqual([1, 2, 3]);
  });
});
