import { campaignEscrow, campaignFunds, communityPaidOut, communityRefunded } from '../../cloudfunctions/core/ledger/account';
import type { SharedAccount } from '../../cloudfunctions/core/ledger/shared-account';
import type { Campaign } from '../../cloudfunctions/core/mutual/campaign';
import { isPublicDayCoherent, publicDayId, type PublicDay } from '../../cloudfunctions/core/public-book/public-day';
import { COMMUNITY, Community, DAY_MS, NEIGHBOUR, POSTER, STAFF } from './support/community';
import { campaignOf, endStage, openCampaign, openMutual, pageOf, place, placeGifts, postedGift } from './support/mutual-steps';

const daysOf = (community: Community, campaignId: string): readonly PublicDay[] => community.documents<PublicDay>('publicDays').filter((day) => day.campaignId === campaignId).sort((a, b) => (a.day < b.day ? -1 : 1));

const bookFen = (community: Community, address: string): number => community.document<SharedAccount>('sharedAccounts', `CNY ${address}`)?.posted ?? 0;

/** Days follow each other without a gap in the balance, and the last closes with what the accounts hold. */
const expectBooksAgree = (community: Community, campaignId: string): void => {
  const days = daysOf(community, campaignId);
  for (const [index, day] of days.entries()) expect({ day: day.day, coherent: isPublicDayCoherent(day), opening: day.openingFen }).toEqual({ day: day.day, coherent: true, opening: days[index - 1]?.closingFen ?? 0 });
  expect(days.at(-1)?.closingFen).toBe(bookFen(community, campaignEscrow(campaignId, 1)) + bookFen(community, campaignFunds(campaignId)));
};

const wholeCsv = async (community: Community, campaignId: string): Promise<string> => {
  let text = '';
  for (let cursor: string | null = null, pieces = 0; pieces < 20; pieces += 1) {
    const piece: { readonly text: string; readonly nextCursor: string | null } = await community.must(POSTER, 'mutual.ledgerCsv', { campaignId, cursor });
    text += piece.text;
    cursor = piece.nextCursor;
    if (cursor === null) break;
  }
  return text;
};

describe('the public ledger of a campaign', () => {
  let community: Community;
  let campaignId: string;
  beforeAll(async () => {
    community = await Community.found();
    await openMutual(community);
    campaignId = await openCampaign(community);
  });
  afterAll(async () => {
    await community.close();
  });

  const requestsOf = async (): Promise<number> => {
    await pageOf(community, POSTER, campaignId);
    const record = [...community.meters(10)].reverse().find(({ route }) => route === 'mutual.get');
    return record?.calls.filter(({ action }) => action.startsWith('database.')).length ?? 0;
  };

  test('gifts of a day are one line with how many neighbours, and the page tells the settled total with its time', async () => {
    placeGifts(community, campaignId, [30_000, 5_000, 100, 400]);
    await community.runJobs();
    expect(await community.must(POSTER, 'mutual.ledger', { campaignId })).toMatchObject({ items: [{ openingFen: 0, closingFen: 35_500, lines: [{ kind: 'gifts', text: '4 位邻居', amountFen: 35_500, balanceFen: 35_500, spendingId: null }] }], nextCursor: null });
    const { figures } = await pageOf(community, POSTER, campaignId);
    expect(figures).toMatchObject({ settledFen: 35_500, givers: 4, contributions: 4, isPending: false });
    expect(Math.abs((figures?.settledAtMs ?? 0) - community.nowMs())).toBeLessThan(60_000);
    expectBooksAgree(community, campaignId);
  });

  test('a second run changes nothing; the next day opens with what this one closed with', async () => {
    const before = daysOf(community, campaignId);
    await community.runJobs();
    expect(daysOf(community, campaignId)).toEqual(before);
    await community.advance(DAY_MS);
    const refund = postedGift(campaignId, 900, 400, community.nowMs(), { from: campaignEscrow(campaignId, 1), to: communityRefunded(COMMUNITY), cause: { kind: 'refund', aggregateId: `gv_${campaignId}_4`, text: '' } });
    place(community, 'transfers', [refund.transfer]);
    place(community, 'postings', refund.postings);
    await community.runJobs();
    expect((await community.must(POSTER, 'mutual.ledger', { campaignId })).items).toMatchObject([{ openingFen: 35_500, closingFen: 35_100, lines: [{ kind: 'refunds', text: '退回 1 笔', amountFen: -400, balanceFen: 35_100 }] }, { closingFen: 35_500 }]);
    expect(daysOf(community, campaignId).map(({ isSealed }) => isSealed)).toEqual([true, false]);
    expectBooksAgree(community, campaignId);
  });

  test('reached: what was held may be spent, the ledger’s balance stays; each spending is a line of its own', async () => {
    placeGifts(community, campaignId, Array.from({ length: 120 }, () => 1_000), 10);
    await community.runJobs();
    expect(await pageOf(community, POSTER, campaignId)).toMatchObject({ figures: { settledFen: 155_100, surplusFen: 5_100 }, stage: { isFull: true }, may: { give: false, giveRefusal: '已经够了，不再收钱。谢谢您的心意。' } });
    await endStage(community, campaignId);
    expect(campaignOf(community, campaignId)).toMatchObject({ state: 'succeeded', fundsLeftFen: 155_100 });
    expect([bookFen(community, campaignEscrow(campaignId, 1)), bookFen(community, campaignFunds(campaignId))]).toEqual([0, 155_100]);
    const paid = postedGift(campaignId, 901, 12_000, community.nowMs(), { from: campaignFunds(campaignId), to: communityPaidOut(COMMUNITY), cause: { kind: 'spend', aggregateId: 'sp_1', text: '木料' } });
    place(community, 'transfers', [paid.transfer]);
    place(community, 'postings', paid.postings);
    await community.advance(61_000);
    await community.runJobs();
    const [today] = (await community.must(POSTER, 'mutual.ledger', { campaignId })).items;
    expect(today).toMatchObject({ closingFen: 143_100, lines: [{ kind: 'spending', text: '木料', amountFen: -12_000, balanceFen: 143_100, spendingId: 'sp_1' }] });
    expectBooksAgree(community, campaignId);
  });

  test('what is left is shown with where it goes, then goes there', async () => {
    await community.must(NEIGHBOUR, 'mutual.markMilestone', { campaignId, milestoneId: 's1', note: '装好了' });
    await community.must(NEIGHBOUR, 'mutual.report', { campaignId, kind: 'final', text: '长椅装好了。' });
    const leftFen = campaignOf(community, campaignId).fundsLeftFen;
    expect((await community.must(STAFF, 'mutual.close', { campaignId, reason: '别的楼也要', leftover: { kind: 'fund' } })).state).toBe('succeeded');
    await community.runJobs();
    expect((await community.must(POSTER, 'publicity.list', {})).items).toMatchObject([{ subjectKind: 'leftover', aidText: '余下 1,551 元转到社区发展基金' }]);
    await community.advance(20 * DAY_MS);
    for (let runs = 0; runs < 4; runs += 1) {
      await community.runJobs();
      await community.advance(61_000);
    }
    expect(campaignOf(community, campaignId)).toMatchObject({ state: 'ended', fundsLeftFen: 0, leftover: { amountFen: leftFen } });
    expect((await community.must(POSTER, 'mutual.ledger', { campaignId })).items[0]?.lines).toMatchObject([{ kind: 'carried', text: '余下的转到社区发展基金', amountFen: -leftFen }]);
    expectBooksAgree(community, campaignId);
  });

  test('the table has the same figures as the pages, the oldest first', async () => {
    const { items } = await community.must(POSTER, 'mutual.ledger', { campaignId });
    const lines = [...items].reverse().flatMap(({ day, lines: shown }) => [...shown].reverse().map(({ text, amountFen, balanceFen }) => `${day},${text},${amountFen / 100},${balanceFen / 100}`));
    expect(await wholeCsv(community, campaignId)).toBe(`\uFEFF日期,事项,金额（元）,余额（元）\r\n${lines.join('\r\n')}\r\n`);
  });

  test('the page costs three requests at ten and at a hundred thousand contributions', async () => {
    expect(await requestsOf()).toBeLessThanOrEqual(3);
    const [last] = daysOf(community, campaignId).slice(-1);
    if (last === undefined) throw new Error('no day');
    const crowd = Array.from({ length: 100_000 }, (_unused, index) => ({ _id: `mutual:${campaignId}:1_m_crowd${index}`, firstContributionId: `gv_crowd${index}` }));
    place(community, 'campaignGivers', crowd);
    place(community, 'publicDays', Array.from({ length: 400 }, (_unused, index) => ({ ...last, _id: publicDayId(campaignId, `2024-${index}`), day: `2024-${String(index).padStart(3, '0')}`, isSealed: true })));
    const crowded: Campaign = { ...campaignOf(community, campaignId), figures: { matchLeft: null, stage: 1, revision: 9_999, settledFen: 150_000_000, settledAtMs: community.nowMs(), isPending: false, givers: 100_000, contributions: 100_000, matchedFen: 0 } };
    place(community, 'campaigns', [crowded]);
    expect(await requestsOf()).toBeLessThanOrEqual(3);
    expect(await pageOf(community, POSTER, campaignId)).toMatchObject({ figures: { givers: 100_000 } });
    const csv = await wholeCsv(community, campaignId);
    expect(csv.split('\r\n').length).toBeGreaterThan(400);
  });
});
