import type { ContributionView } from '@contract';
import { campaignEscrow, communityMatching, matchBudget } from '../../cloudfunctions/core/ledger/account';
import type { SharedAccount } from '../../cloudfunctions/core/ledger/shared-account';
import { isMatchBudgetCoherent, type MatchBudget } from '../../cloudfunctions/core/match-budget/match-budget';
import { COMMUNITY, Community, GRID, MERCHANT, NEIGHBOUR, newOperation, OUTSIDER, POSTER, STAFF } from './support/community';
import { campaignOf, COLLEAGUE, endStage, openCampaign, openMutual, pageOf } from './support/mutual-steps';
import { beyondCap } from './support/match-steps';

const IS_LONG = process.env.LINYUAN_LONG === '1';
/** Gifts at once against a budget for a third of them. */
const CROWD = IS_LONG ? 300 : 30;
const OFFER = { budgetFen: 10_000, numerator: 1, denominator: 1, capFenPerPersonDay: 6_000 };

describe('a matching budget of a shop', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.found();
    await openMutual(community);
  });
  afterAll(async () => {
    await community.close();
  });

  const budgetOf = (matchBudgetId: string): MatchBudget => community.document<MatchBudget>('matchBudgets', matchBudgetId) as MatchBudget;
  const bookFen = (address: string): number => community.document<SharedAccount>('sharedAccounts', `CNY ${address}`)?.posted ?? 0;
  const settle = async (): Promise<void> => {
    for (let runs = 0; runs < 3; runs += 1) {
      await community.runJobs();
      await community.advance(61_000);
      await community.quiet();
    }
  };
  const opened = async (campaignId: string, changes: Partial<typeof OFFER> = {}): Promise<string> => {
    const { matchBudgetId } = await community.must(MERCHANT, 'match.offer', { campaignId, ...OFFER, ...changes });
    await community.must(STAFF, 'match.decide', { matchBudgetId, decision: { kind: 'confirm', receiptNo: '慈 0012' } });
    await settle();
    return matchBudgetId;
  };
  const give = (openid: string, campaignId: string, amountFen: number, operationId = newOperation()): Promise<ContributionView> => community.must(openid, 'mutual.give', { campaignId, amountFen, isAnonymous: false }, operationId);
  const pay = async (openid: string, { contributionId }: Pick<ContributionView, 'contributionId'>): Promise<void> => {
    await community.cloud.control('pay', { outTradeNo: contributionId, openid, outcome: 'paid' });
    await community.must(openid, 'contribution.confirm', { contributionId });
  };
  const assertSound = (matchBudgetId: string): void => {
    const budget = budgetOf(matchBudgetId);
    expect(isMatchBudgetCoherent(budget)).toBe(true);
    expect(beyondCap(community)).toEqual([]);
  };

  test('offered by an admitted shop, confirmed by staff who saw the receipt, and only then it matches', async () => {
    const campaignId = await openCampaign(community);
    for (const changes of [{ budgetFen: 0 }, { budgetFen: 0.5 }, { budgetFen: 1e15 }, { numerator: 0 }, { capFenPerPersonDay: -1 }]) expect(await community.refused(MERCHANT, 'match.offer', { campaignId, ...OFFER, ...changes })).toMatchObject({ code: 'BAD_INPUT' });
    expect(await community.refused(NEIGHBOUR, 'match.offer', { campaignId, ...OFFER })).toMatchObject({ code: 'NOT_ALLOWED' });
    const operationId = newOperation();
    const offered = await community.must(MERCHANT, 'match.offer', { campaignId, ...OFFER }, operationId);
    expect(await community.must(MERCHANT, 'match.offer', { campaignId, ...OFFER }, operationId)).toMatchObject({ matchBudgetId: offered.matchBudgetId });
    expect(await community.refused(MERCHANT, 'match.offer', { campaignId, ...OFFER, budgetFen: 20_000 }, operationId)).toMatchObject({ code: 'OPERATION_REUSED' });
    expect((await give(POSTER, campaignId, 1_000)).matchedFen ?? 0).toBe(0);
    const { matchBudgetId } = offered;
    expect(await community.refused(OUTSIDER, 'match.get', { matchBudgetId })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.must(STAFF, 'match.decide', { matchBudgetId, decision: { kind: 'confirm', receiptNo: '慈 0012' } })).toMatchObject({ state: 'open', receiptNo: '慈 0012' });
    await settle();
    expect(campaignOf(community, campaignId).match).toMatchObject({ matchBudgetId, capFenPerPersonDay: 6_000 });
    expect(bookFen(matchBudget(matchBudgetId))).toBe(10_000);
    const operation = newOperation();
    const first = await give(NEIGHBOUR, campaignId, 5_000, operation);
    expect(first).toMatchObject({ matchedFen: 5_000 });
    expect(await give(NEIGHBOUR, campaignId, 5_000, operation)).toMatchObject({ matchedFen: 5_000 });
    expect(budgetOf(matchBudgetId)).toMatchObject({ leftFen: 5_000, heldFen: 5_000, spentFen: 0 });
    // The cap of the day, then what is left of the budget.
    expect(await give(NEIGHBOUR, campaignId, 5_000)).toMatchObject({ matchedFen: 1_000 });
    expect(await give(POSTER, campaignId, 50_000)).toMatchObject({ matchedFen: 4_000 });
    assertSound(matchBudgetId);
    await pay(NEIGHBOUR, first);
    await settle();
    expect(budgetOf(matchBudgetId)).toMatchObject({ spentFen: 5_000 });
    expect(bookFen(campaignEscrow(campaignId, 1))).toBe(10_000);
    // What is not paid in half an hour is free again.
    await community.advance(31 * 60_000);
    await settle();
    expect(budgetOf(matchBudgetId)).toMatchObject({ leftFen: 5_000, heldFen: 0, spentFen: 5_000, holdCount: 0 });
    assertSound(matchBudgetId);
  });

  test('missed: what was matched comes back with the gifts, the rest goes back to the shop, seen by two', async () => {
    const campaignId = await openCampaign(community);
    const matchBudgetId = await opened(campaignId);
    await pay(POSTER, await give(POSTER, campaignId, 3_000));
    await settle();
    expect(budgetOf(matchBudgetId)).toMatchObject({ spentFen: 3_000 });
    await endStage(community, campaignId);
    for (let runs = 0; runs < 3; runs += 1) await settle();
    expect(campaignOf(community, campaignId)).toMatchObject({ state: 'failed', match: null });
    expect(budgetOf(matchBudgetId)).toMatchObject({ state: 'ending', leftFen: 10_000, spentFen: 0 });
    expect([bookFen(matchBudget(matchBudgetId)), bookFen(campaignEscrow(campaignId, 1))]).toEqual([10_000, 0]);
    await community.must(STAFF, 'match.recordReturn', { matchBudgetId, voucherNo: '退 7' });
    expect(await community.refused(STAFF, 'match.confirmReturn', { matchBudgetId })).toMatchObject({ code: 'NOT_ALLOWED' });
    await community.must(MERCHANT, 'match.confirmReturn', { matchBudgetId });
    await settle();
    expect(budgetOf(matchBudgetId)).toMatchObject({ state: 'ended', leftFen: 0, returnedFen: 10_000, pendingEvents: 0 });
    expect(bookFen(matchBudget(matchBudgetId))).toBe(0);
    assertSound(matchBudgetId);
  });

  test('a giver reads what was matched in their own data; when they leave, the shop still gets its money back', async () => {
    const leaver = 'oTestGiverLeaving';
    await community.join(leaver, '孙宁', GRID);
    const campaignId = await openCampaign(community);
    const matchBudgetId = await opened(campaignId);
    await pay(leaver, await give(leaver, campaignId, 3_000));
    await settle();
    const { contributions } = JSON.parse((await community.must(leaver, 'member.exportData', { part: 'help' })).json) as { readonly contributions: readonly object[] };
    expect(contributions).toMatchObject([{ amountFen: 3_000, matchedFen: 3_000 }]);
    await community.must(leaver, 'member.leave', {});
    await community.runJobs();
    await endStage(community, campaignId);
    for (let runs = 0; runs < 3; runs += 1) await settle();
    expect(budgetOf(matchBudgetId)).toMatchObject({ state: 'ending', leftFen: 10_000, spentFen: 0 });
    assertSound(matchBudgetId);
  });

  test('a matched gift is six requests, also the second of a day and at the end of the budget', async () => {
    const campaignId = await openCampaign(community);
    await opened(campaignId, { budgetFen: 10_000, capFenPerPersonDay: 8_000 });
    const commandOf = (route: string): number => {
      const record = [...community.meters(5)].reverse().find((each) => each.route === route);
      return (record?.meters.at(-1) as { readonly meter: { readonly command: number } } | undefined)?.meter.command ?? 99;
    };
    const requestsOf = async (openid: string, amountFen: number): Promise<readonly [number, number | null]> => {
      const { matchedFen } = await give(openid, campaignId, amountFen);
      return [commandOf('mutual.give'), matchedFen];
    };
    expect(await requestsOf(NEIGHBOUR, 5_000)).toEqual([6, 5_000]);
    expect(await requestsOf(NEIGHBOUR, 5_000)).toEqual([6, 3_000]);
    expect(await requestsOf(POSTER, 5_000)).toEqual([6, 2_000]);
    expect((await requestsOf(POSTER, 5_000))[0]).toBeLessThanOrEqual(6);
    await settle();
    // The page names what is left as the figures told it, in no request of its own.
    expect(await pageOf(community, POSTER, campaignId)).toMatchObject({ match: { leftFen: 0 } });
    expect(commandOf('mutual.get')).toBe(3);
  });

  test(`${CROWD} gifts at once against a budget for a third of them: spent exactly, never a fen over`, async () => {
    const campaignId = await openCampaign(community);
    const each = 1_000;
    const matchBudgetId = await opened(campaignId, { budgetFen: (CROWD / 3) * each, capFenPerPersonDay: 6_000 });
    const givers = Array.from({ length: CROWD }, (_unused, index) => `oTestCrowd${index}`);
    for (const [index, openid] of givers.entries()) await community.join(openid, `邻居${index}`, GRID);
    const answers = await Promise.all(givers.map((openid) => community.send(openid, 'mutual.give', { campaignId, amountFen: each, isAnonymous: false }, newOperation())));
    const gifts = answers.flatMap((answer, index) => (answer.ok === true ? [{ openid: givers[index] ?? '', gift: answer.data }] : []));
    expect(gifts).toHaveLength(CROWD);
    expect(gifts.filter(({ gift }) => gift.matchedFen === each)).toHaveLength(CROWD / 3);
    assertSound(matchBudgetId);
    for (const { openid, gift } of gifts) await pay(openid, gift);
    for (let runs = 0; runs < 3; runs += 1) await settle();
    expect(budgetOf(matchBudgetId)).toMatchObject({ state: 'ended', leftFen: 0, heldFen: 0, spentFen: (CROWD / 3) * each });
    expect(bookFen(campaignEscrow(campaignId, 1))).toBe((CROWD + CROWD / 3) * each);
    assertSound(matchBudgetId);
  }, 600_000);

  test('withdrawn, refused, ended early; nobody else may', async () => {
    const campaignId = await openCampaign(community);
    const { matchBudgetId } = await community.must(MERCHANT, 'match.offer', { campaignId, ...OFFER });
    await community.must(MERCHANT, 'match.withdraw', { matchBudgetId });
    expect(await community.refused(STAFF, 'match.decide', { matchBudgetId, decision: { kind: 'confirm', receiptNo: '1' } })).toMatchObject({ code: 'MATCH_STATE_CHANGED' });
    const second = await community.must(MERCHANT, 'match.offer', { campaignId, ...OFFER });
    expect(await community.must(COLLEAGUE, 'match.decide', { matchBudgetId: second.matchBudgetId, decision: { kind: 'refuse', note: '款没有到' } })).toMatchObject({ state: 'refused', note: '款没有到' });
    const open = await opened(campaignId);
    expect(await community.must(MERCHANT, 'match.end', { matchBudgetId: open, note: '周转不开' })).toMatchObject({ state: 'ending' });
    await settle();
    expect(campaignOf(community, campaignId).match).toBeNull();
    expect((await community.must(MERCHANT, 'match.mine', {})).items.length).toBeGreaterThan(2);
    expect(bookFen(communityMatching(COMMUNITY))).toBeLessThan(0);
  });
});
