import { campaignFunds, communityPaidOut } from '../../cloudfunctions/core/ledger/account';
import { isCampaignCoherent } from '../../cloudfunctions/core/mutual/campaign';
import { ADMIN, COMMUNITY, Community, NEIGHBOUR, OUTSIDER, POSTER, STAFF } from './support/community';
import { balanceOf, receiptOf, writeUses } from './support/fund-steps';
import { campaignOf, endStage, openCampaign, openMutual, pageOf, placeGifts } from './support/mutual-steps';

/** What neighbours gave goes out as what is granted does: a receipt, two who say yes, a line everybody reads. */
describe('money of a campaign going out', () => {
  let community: Community;
  let campaignId: string;
  let useKey: string;

  beforeAll(async () => {
    community = await Community.found();
    await openMutual(community);
    ({ repair: useKey } = await writeUses(community));
    campaignId = await openCampaign(community);
    placeGifts(community, campaignId, [60_000, 45_000]);
    await community.runJobs();
  });
  afterAll(async () => {
    await community.close();
  });

  const body = async (by: string, amountFen: number) => ({ hostKind: 'mutual' as const, hostId: campaignId, useKey, text: '木料和油漆', amountFen, payee: { kind: 'organisation' as const, name: '平安五金店' }, receiptFileIds: [await receiptOf(community, by)] });
  const ref = (spendingId: string) => ({ hostKind: 'mutual' as const, hostId: campaignId, spendingId });

  test('nothing before the minimum is reached and counted', async () => {
    expect(await community.refused(NEIGHBOUR, 'spending.ask', await body(NEIGHBOUR, 1_000))).toMatchObject({ code: 'FUNDS_NOT_ENOUGH' });
    await endStage(community, campaignId);
    expect(campaignOf(community, campaignId)).toMatchObject({ state: 'succeeded', fundsLeftFen: 105_000 });
    expect((await pageOf(community, NEIGHBOUR, campaignId)).may.askSpending).toBe(true);
    expect((await pageOf(community, POSTER, campaignId)).may.askSpending).toBe(false);
  });

  test('asked by whoever answers for it, and by nobody else', async () => {
    expect(await community.refused(POSTER, 'spending.ask', await body(POSTER, 1_000))).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await community.refused(OUTSIDER, 'spending.ask', await body(OUTSIDER, 1_000))).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await community.refused(NEIGHBOUR, 'spending.ask', await body(NEIGHBOUR, 105_001))).toMatchObject({ code: 'FUNDS_NOT_ENOUGH' });
  });

  test('two say yes, the voucher is written down, and the public ledger has its line with what is left', async () => {
    const { spendingId } = await community.must(NEIGHBOUR, 'spending.ask', await body(NEIGHBOUR, 38_650));
    expect(campaignOf(community, campaignId).fundsLeftFen).toBe(66_350);
    await community.must(STAFF, 'spending.approve', ref(spendingId));
    expect(await community.must(ADMIN, 'spending.approve', ref(spendingId))).toMatchObject({ state: 'approved' });
    await community.must(STAFF, 'spending.recordPayout', { ...ref(spendingId), voucherNo: '记-11-021', paidAtMs: community.nowMs() });
    for (let runs = 0; runs < 3; runs += 1) await community.runJobs();
    expect([balanceOf(community, campaignFunds(campaignId)), balanceOf(community, communityPaidOut(COMMUNITY))]).toEqual([66_350, 38_650]);
    const [day] = (await community.must(POSTER, 'mutual.ledger', { campaignId })).items;
    expect(day?.lines.find(({ kind }) => kind === 'spending')).toMatchObject({ amountFen: -38_650, balanceFen: 66_350, spendingId });
    expect(await community.must(POSTER, 'spending.get', { spendingId })).toMatchObject({ state: 'paid', payeeName: '平安五金店' });
    expect((await pageOf(community, POSTER, campaignId)).uses).toContainEqual(expect.objectContaining({ useKey, spentFen: 38_650 }));
    expect(isCampaignCoherent(campaignOf(community, campaignId))).toBe(true);
  });

  test('two at once never spend the same fen', async () => {
    const asks = await Promise.all([50_000, 50_000].map(async (amountFen) => community.send(NEIGHBOUR, 'spending.ask', await body(NEIGHBOUR, amountFen))));
    expect(asks.filter(({ ok }) => ok)).toHaveLength(1);
    expect(campaignOf(community, campaignId).fundsLeftFen).toBe(16_350);
    expect(isCampaignCoherent(campaignOf(community, campaignId))).toBe(true);
  });
});
