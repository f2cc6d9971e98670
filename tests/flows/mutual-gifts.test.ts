import type { ContributionView } from '@contract';
import type { Contribution } from '../../cloudfunctions/core/contribution/contribution';
import { campaignEscrow, campaignFunds } from '../../cloudfunctions/core/ledger/account';
import { isCampaignCoherent, type Campaign } from '../../cloudfunctions/core/mutual/campaign';
import type { SharedAccount } from '../../cloudfunctions/core/ledger/shared-account';
import { ADMIN, COMMUNITY, Community, MERCHANT, NEIGHBOUR, newOperation, OUTSIDER, POSTER, STAFF, STREET } from './support/community';
import { CASH, laneFacts, STREET_ADMIN } from './support/lane-steps';
import { campaignOf, campaignWords, COLLEAGUE, endStage, openCampaign, openMutual, pageOf } from './support/mutual-steps';

const bookFen = (community: Community, address: string): number => community.document<SharedAccount>('sharedAccounts', `CNY ${address}`)?.posted ?? 0;

describe('money for a campaign', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.found();
    await openMutual(community);
  });
  afterAll(async () => {
    for (const campaign of community.documents<Campaign>('campaigns')) expect({ id: campaign._id, coherent: isCampaignCoherent(campaign), waiting: campaign.pendingEvents }).toEqual({ id: campaign._id, coherent: true, waiting: 0 });
    await community.close();
  });

  const give = (openid: string, campaignId: string, amountFen: number, operationId = newOperation()): Promise<ContributionView> => community.must(openid, 'mutual.give', { campaignId, amountFen, isAnonymous: false }, operationId);

  /** At the cashier, and WeChat tells; then the ledger is folded. */
  const pay = async (openid: string, { contributionId }: Pick<ContributionView, 'contributionId'>): Promise<void> => {
    await community.cloud.control('pay', { outTradeNo: contributionId, openid, outcome: 'paid' });
    await community.must(openid, 'contribution.confirm', { contributionId });
  };
  const settle = async (): Promise<void> => {
    for (let runs = 0; runs < 3; runs += 1) {
      await community.runJobs();
      await community.advance(61_000);
      await community.quiet();
    }
  };

  test('a gift is ordered at the entity’s own account, counts once it is paid, and the giver reads what they gave', async () => {
    const campaignId = await openCampaign(community);
    const operationId = newOperation();
    const ordered = await give(POSTER, campaignId, 30_000, operationId);
    expect(ordered).toMatchObject({ state: 'ordered', lane: 'mutual', targetId: campaignId, entityName: '云溪区慈善会', payment: { signType: expect.any(String) } });
    expect((await give(POSTER, campaignId, 30_000, operationId)).contributionId).toBe(ordered.contributionId);
    expect(await community.refused(POSTER, 'mutual.give', { campaignId, amountFen: 40_000, isAnonymous: false }, operationId)).toMatchObject({ code: 'OPERATION_REUSED' });
    await community.runJobs();
    expect(await pageOf(community, POSTER, campaignId)).toMatchObject({ figures: { settledFen: 0, isPending: true }, myContributionsFen: 0 });
    await pay(POSTER, ordered);
    await settle();
    expect(await pageOf(community, POSTER, campaignId)).toMatchObject({ figures: { settledFen: 30_000, givers: 1, contributions: 1, isPending: false }, myContributionsFen: 30_000 });
    expect(await pageOf(community, NEIGHBOUR, campaignId)).toMatchObject({ myContributionsFen: 0 });
    expect((await community.must(NEIGHBOUR, 'mutual.givers', { campaignId })).items).toMatchObject([{ name: '赵阿姨', amountFen: 30_000 }]);
  });

  test('who may not give, and how much may not be given', async () => {
    const campaignId = await openCampaign(community);
    expect(await community.refused(OUTSIDER, 'mutual.give', { campaignId, amountFen: 1_000, isAnonymous: false })).toMatchObject({ code: 'NOT_FOUND' });
    for (const amountFen of [0, -1, 99, 0.1, 500_001, 1e15]) expect(await community.refused(POSTER, 'mutual.give', { campaignId, amountFen, isAnonymous: false })).toMatchObject({ code: 'BAD_INPUT' });
    const needsOnly = await openCampaign(community, campaignWords(community, { goal: { subjectKind: 'person' } }));
    expect(await community.refused(POSTER, 'mutual.give', { campaignId: needsOnly, amountFen: 1_000, isAnonymous: false })).toMatchObject({ code: 'GIVE_NOT_NOW', message: expect.stringContaining('不收钱') as string });
  });

  test('reached: it may be spent, and a repeat after the end still answers the same', async () => {
    const campaignId = await openCampaign(community);
    const operationId = newOperation();
    const first = await give(POSTER, campaignId, 60_000, operationId);
    await pay(POSTER, first);
    await pay(MERCHANT, await give(MERCHANT, campaignId, 45_000));
    await settle();
    await endStage(community, campaignId);
    await settle();
    expect(campaignOf(community, campaignId)).toMatchObject({ state: 'succeeded', fundsLeftFen: 105_000, stage: { settledFen: 105_000 } });
    expect([bookFen(community, campaignEscrow(campaignId, 1)), bookFen(community, campaignFunds(campaignId))]).toEqual([0, 105_000]);
    expect(await community.must(POSTER, 'mutual.give', { campaignId, amountFen: 60_000, isAnonymous: false }, operationId)).toMatchObject({ contributionId: first.contributionId, state: 'paid' });
    expect(await community.refused(POSTER, 'mutual.give', { campaignId, amountFen: 60_000, isAnonymous: false })).toMatchObject({ code: 'GIVE_NOT_NOW' });
  });

  test('missed: every fen goes back by itself, and the ledger says so', async () => {
    const campaignId = await openCampaign(community);
    await pay(POSTER, await give(POSTER, campaignId, 60_000));
    await pay(NEIGHBOUR, await give(NEIGHBOUR, campaignId, 39_999));
    await settle();
    await endStage(community, campaignId);
    for (let rounds = 0; rounds < 4; rounds += 1) await settle();
    expect(campaignOf(community, campaignId)).toMatchObject({ state: 'failed', note: '到期只有 999.99 元，没到最低数，每一分都退回。' });
    expect(community.documents<Contribution>('contributions').filter(({ targetTitle, target, state }) => targetTitle !== '' && target.lane === 'mutual' && target.campaignId === campaignId && state !== 'refunded')).toEqual([]);
    expect(bookFen(community, campaignEscrow(campaignId, 1))).toBe(0);
    expect((await community.must(POSTER, 'mutual.ledger', { campaignId })).items[0]).toMatchObject({ closingFen: 0, lines: [{ kind: 'returned', text: '没办成，退回 2 笔', amountFen: -99_999, balanceFen: 0 }] });
    expect((await community.must(POSTER, 'mutual.givers', { campaignId })).items).toEqual([]);
    expect((await pageOf(community, POSTER, campaignId)).myContributionsFen).toBe(0);
  });

  test('called off while somebody stands at the cashier: what is paid then goes back too', async () => {
    const campaignId = await openCampaign(community);
    const waiting = await give(POSTER, campaignId, 20_000);
    await pay(NEIGHBOUR, await give(NEIGHBOUR, campaignId, 10_000));
    await community.must(COLLEAGUE, 'mutual.cancel', { campaignId, reason: '图纸没过' });
    await pay(POSTER, waiting);
    for (let rounds = 0; rounds < 4; rounds += 1) await settle();
    expect(community.documents<Contribution>('contributions').filter(({ target }) => target.lane === 'mutual' && target.campaignId === campaignId).map(({ state }) => state)).toEqual(['refunded', 'refunded']);
    expect(bookFen(community, campaignEscrow(campaignId, 1))).toBe(0);
    expect(campaignOf(community, campaignId)).toMatchObject({ state: 'cancelled', sweep: null });
  });

  test('a stage waits for what is still at the cashier when it ends', async () => {
    const campaignId = await openCampaign(community);
    await pay(POSTER, await give(POSTER, campaignId, 90_000));
    await community.advance((campaignOf(community, campaignId).stage?.endsAtMs ?? 0) - 5 * 60_000 - community.nowMs());
    const last = await give(MERCHANT, campaignId, 10_000);
    await community.cloud.control('pay', { outTradeNo: last.contributionId, openid: MERCHANT, outcome: 'paid' });
    await endStage(community, campaignId);
    await settle();
    expect(campaignOf(community, campaignId)).toMatchObject({ state: 'succeeded', fundsLeftFen: 100_000 });
  });

  test('cash is entered by one of the staff and confirmed by another; never by whoever answers for it', async () => {
    const campaignId = await openCampaign(community);
    const photo = await community.upload(STAFF, 'proof');
    const cash = { campaignId, amountFen: 20_000, isAnonymous: true, giverName: '张桂兰', giverCode: null, receiptNo: '0012', photo };
    expect(await community.refused(COLLEAGUE, 'mutual.enterCash', cash)).toMatchObject({ code: 'FILE_NOT_YOURS' });
    const entered = await community.must(STAFF, 'mutual.enterCash', cash);
    expect(await community.refused(STAFF, 'contribution.confirmCash', { contributionId: entered.contributionId })).toMatchObject({ code: expect.any(String) as string });
    await community.must(COLLEAGUE, 'contribution.confirmCash', { contributionId: entered.contributionId });
    await settle();
    expect((await community.must(POSTER, 'mutual.ledger', { campaignId })).items[0]?.lines).toMatchObject([{ kind: 'cash', text: '现金 1 笔', amountFen: 20_000 }]);
    expect((await community.must(POSTER, 'mutual.givers', { campaignId })).items).toMatchObject([{ name: '一位邻居', amountFen: 20_000 }]);
    const own = await openCampaignOf(STAFF);
    expect(await community.refused(STAFF, 'mutual.enterCash', { ...cash, campaignId: own })).toMatchObject({ code: 'CAMPAIGN_OWN' });
  });

  const openCampaignOf = async (openid: string): Promise<string> => {
    const { campaignId } = await community.must(openid, 'mutual.propose', campaignWords(community));
    await community.must(openid, 'mutual.submit', { campaignId });
    await community.must(COLLEAGUE, 'mutual.decide', { campaignId, decision: { kind: 'approve' } });
    return campaignId;
  };

  test('with a cash box only, the page says where to bring it; a lane shut takes nothing', async () => {
    const { version } = await community.must(ADMIN, 'lane.record', laneFacts('mutual', COMMUNITY, { collector: CASH }));
    await community.must(STREET_ADMIN, 'lane.confirm', { areaId: COMMUNITY, lane: 'mutual', version });
    const campaignId = await openCampaign(community);
    expect(await community.refused(POSTER, 'mutual.give', { campaignId, amountFen: 1_000, isAnonymous: false })).toMatchObject({ code: 'PAY_NOT_HERE', message: '这里收现金，请到社区交给孙会计，有收据。' });
    expect(await pageOf(community, STAFF, campaignId)).toMatchObject({ collectorKind: 'cash', may: { give: false, enterCash: true } });
    await community.must(STREET_ADMIN, 'lane.close', { areaId: COMMUNITY, lane: 'mutual', reason: '账户要换' });
    await community.must(STREET_ADMIN, 'lane.close', { areaId: STREET, lane: 'mutual', reason: '账户要换' });
    const photo = await community.upload(STAFF, 'proof');
    expect(await community.refused(STAFF, 'mutual.enterCash', { campaignId, amountFen: 1_000, isAnonymous: false, giverName: '张桂兰', giverCode: null, receiptNo: '13', photo })).toMatchObject({ code: 'LANE_CLOSED' });
  });
});
