import type { Notice } from '../../cloudfunctions/core/notice/notice';
import type { Wish } from '../../cloudfunctions/core/wish/wish';
import { Community, STAFF } from './support/community';
import { assertRoundsSound, previewedRound, proposalsIn, roundOf, sentRound } from './support/match-round-steps';
import { placeNeeds } from './support/need-steps';
import { CLERK, joinShop, openShop, OWNER, PARTNER, shopOf, withShopPeople } from './support/shop-steps';
import { nextWeekAt, supplyWords, toHour } from './support/supply-steps';

const RICE = { category: 'goods', title: '想要一袋米' } as const;
const OFFERED = { category: 'goods', title: '店里的米面' } as const;

/** A shop is a party of its own: rounds and suggestions reach it through whoever owns it longest. */
describe('shops in matching', () => {
  let community: Community;
  let shopId = '';
  let supplyId = '';
  let wishId = '';

  beforeAll(async () => {
    community = await Community.found();
  });
  beforeEach(async () => {
    await community.foundAnew();
    await toHour(community, 10);
    await withShopPeople(community);
    shopId = await openShop(community);
    await joinShop(community, shopId, PARTNER, 'owner');
    await joinShop(community, shopId, CLERK, 'clerk');
    supplyId = (await community.must(OWNER, 'supply.save', { as: { kind: 'merchant' }, ...supplyWords(OFFERED) })).supplyId;
    [wishId = ''] = placeNeeds(community, 1, null, RICE);
  });
  afterAll(async () => {
    assertRoundsSound(community);
    await community.close();
  });

  const suggestions = (partyId: string): readonly Notice[] => community.documents<Notice>('notices').filter(({ memberId, title, target }) => memberId === partyId && title === '有个心愿适合您' && target.page === 'wishDetail');

  test('a round asks a shop once; any owner answers and the claim is the shop’s', async () => {
    const roundId = await sentRound(community);
    expect(roundOf(community, roundId).figures).toMatchObject({ offers: 1, offersBarred: 0, placed: 1 });
    expect(proposalsIn(community, roundId)).toMatchObject([{ partyKind: 'merchant', partyId: shopId, keeperId: shopId, supplyId }]);
    const proposalId = proposalsIn(community, roundId)[0]?._id ?? '';
    expect(await community.refused(CLERK, 'matchProposal.accept', { proposalId })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.must(PARTNER, 'matchProposal.mine', {})).toMatchObject([{ proposalId }]);
    expect((await community.must(PARTNER, 'notice.inbox', {})).items.filter(({ todo }) => todo !== null)).toMatchObject([{ title: '有个心愿适合您', target: { page: 'matchProposals' } }]);
    const { claimId } = await community.must(PARTNER, 'matchProposal.accept', { proposalId });
    expect(community.document<Wish>('wishes', wishId)?.claims[claimId ?? '']).toMatchObject({ claimerId: shopId, giverKind: 'merchant' });
    const { memberId } = await community.me(OWNER);
    expect(community.documents<{ readonly memberId: string; readonly count: number }>('pushWeeks')).toMatchObject([{ memberId, count: 1 }]);
  });

  test('a frozen shop is not asked, and its owner accepts nothing any more', async () => {
    const roundId = await sentRound(community);
    await community.must(STAFF, 'shop.freeze', { shopId, reason: '先查一查货', handsBack: false });
    await community.runJobs();
    const proposalId = proposalsIn(community, roundId)[0]?._id ?? '';
    expect(await community.refused(OWNER, 'matchProposal.accept', { proposalId })).toMatchObject({ code: 'SHOP_NOT_OPEN' });
    await community.must(OWNER, 'matchProposal.decline', { proposalId });
    await community.must(STAFF, 'matchRound.cancel', { roundId }).catch(() => undefined);
  });

  test('overdue with something, it is told as not asked', async () => {
    community.cloud.cloud.store.get('shops').put(shopId, { ...shopOf(community, shopId), overdueClaimIds: ['cl_late'] } as never);
    const roundId = await previewedRound(community);
    expect(roundOf(community, roundId).figures).toMatchObject({ offers: 0, offersBarred: 1, placed: 0 });
    await community.must(STAFF, 'matchRound.cancel', { roundId });
  });

  test('between rounds whoever owns it longest hears, by the week', async () => {
    await nextWeekAt(community, 10);
    const { memberId } = await community.me(OWNER);
    expect(suggestions(memberId)).toMatchObject([{ target: { wishId } }]);
    expect(suggestions((await community.me(PARTNER)).memberId)).toEqual([]);
    await community.must(STAFF, 'shop.freeze', { shopId, reason: '先查一查货', handsBack: false });
    placeNeeds(community, 1, null, { ...RICE, title: '想要一袋面' });
    await nextWeekAt(community, 10);
    expect(suggestions(memberId)).toHaveLength(1);
  });
});
