import { chinaDay } from '../../cloudfunctions/core/kernel/clock';
import type { Contribution } from '../../cloudfunctions/core/contribution/contribution';
import type { Notice } from '../../cloudfunctions/core/notice/notice';
import type { Task } from '../../cloudfunctions/core/staff/task';
import { Community, DAY_MS, HOUR_MS, MERCHANT, NEIGHBOUR, newOperation, OUTSIDE_STAFF, OUTSIDER, POSTER, STAFF } from './support/community';
import { armCallbacks, checkMoney, contributionOf, giveMoney, givePaid, moneyBooks, payAtCashier, payOverview, runMinutes, untilState } from './support/money-steps';
import { campaignWords, COLLEAGUE, endStage, openCampaign, openMutual } from './support/mutual-steps';

describe('money by WeChat', () => {
  let community: Community;
  let campaignId: string;
  beforeAll(async () => {
    community = await Community.found();
    await openMutual(community);
    campaignId = await openCampaign(community);
  });
  afterEach(async () => {
    await armCallbacks(community);
    await community.quiet();
    await runMinutes(community, 2);
    await checkMoney(community, false);
  });
  afterAll(async () => {
    await community.close();
  });

  const stateOf = (contributionId: string): string => contributionOf(community, contributionId).state;
  const noticesOf = (contributionId: string): readonly string[] => community.documents<Notice>('notices').filter(({ target }) => target.subjectId === contributionId).map(({ title }) => title);
  const tasksOf = (contributionId: string): readonly (readonly [string, string])[] => community.documents<Task>('tasks').filter(({ subjectId }) => subjectId === contributionId).map(({ kind, state }) => [kind, state] as const);

  test('a callback makes it count: receipt, notice, one giver, and it is nobody else\'s to read', async () => {
    const contributionId = await givePaid(community, POSTER, campaignId, 1_234);
    await givePaid(community, POSTER, campaignId, 766);
    const receipt = await community.must(POSTER, 'contribution.receipt', { contributionId });
    expect(receipt).toMatchObject({ amountFen: 1_234, giverName: '赵阿姨', entityName: '云溪区慈善会', isGivenBack: false, transactionId: expect.stringMatching(/^4200/) as string });
    expect(noticesOf(contributionId)).toEqual(['收到您给“楼下添一张长椅”的 12.34 元']);
    expect((await community.must(POSTER, 'contribution.mine', {})).items.map(({ amountFen, state }) => [amountFen, state])).toEqual([[766, 'paid'], [1_234, 'paid']]);
    expect(community.documents<{ targetKey: string }>('campaignGivers').filter(({ targetKey }) => targetKey === `mutual:${campaignId}:1`)).toHaveLength(1);
    for (const route of ['contribution.get', 'contribution.receipt', 'contribution.confirm', 'contribution.cancel'] as const) expect(await community.refused(NEIGHBOUR, route, { contributionId })).toMatchObject({ code: 'NOT_FOUND' });
    await community.runJobs();
    expect(moneyBooks(community)[`campaign:${campaignId}_s1:escrow`]).toBe('2000 +0 -0');
  });

  test.each([
    ['late', { mode: 'late', ms: 40_000 }, 1],
    ['twice', { mode: 'double' }, 1],
    ['never', { mode: 'lost' }, 3],
    ['after a forged one of another amount', { mode: 'wrong', wrong: 'amount' }, 1],
    ['after a forged one of another order', { mode: 'wrong', wrong: 'order' }, 1],
  ] as const)('a callback that comes %s ends the same', async (_name, rule, minutes) => {
    await armCallbacks(community, rule);
    const view = await giveMoney(community, NEIGHBOUR, campaignId, 500);
    await payAtCashier(community, NEIGHBOUR, view);
    await runMinutes(community, minutes);
    await untilState(community, view.contributionId, 'paid');
    await community.quiet();
    await runMinutes(community, 2);
    expect(noticesOf(view.contributionId)).toHaveLength(1);
    expect((await payOverview(community)).callbacks.filter(({ state }) => state === 'waiting')).toEqual([]);
  });

  test('callbacks out of order end the same', async () => {
    await armCallbacks(community, { mode: 'reorder' });
    const [first, second] = [await giveMoney(community, NEIGHBOUR, campaignId, 300), await giveMoney(community, MERCHANT, campaignId, 400)];
    await payAtCashier(community, NEIGHBOUR, first);
    await payAtCashier(community, MERCHANT, second);
    await untilState(community, second.contributionId, 'paid');
    await untilState(community, first.contributionId, 'paid');
  });

  test('a callback that a client forges does not arrive, and one that says paid of an unpaid order changes nothing', async () => {
    const { contributionId } = await giveMoney(community, NEIGHBOUR, campaignId, 700);
    const forged = { returnCode: 'SUCCESS', resultCode: 'SUCCESS', outTradeNo: contributionId, totalFee: 700, subOpenid: NEIGHBOUR };
    expect((await community.cloud.call('payment', forged, NEIGHBOUR)).error?.errCode).toBe(-501023);
    expect(await community.must(NEIGHBOUR, 'contribution.confirm', { contributionId })).toMatchObject({ state: 'ordered', paidAtMs: null, receiptNo: null });
    expect(await community.refused(NEIGHBOUR, 'contribution.receipt', { contributionId })).toMatchObject({ code: 'NO_RECEIPT_YET' });
    expect(stateOf(contributionId)).toBe('ordered');
  });

  test('the phone asks when the callback is lost; turning back closes the order at WeChat', async () => {
    await armCallbacks(community, { mode: 'lost' });
    const paid = await giveMoney(community, NEIGHBOUR, campaignId, 800);
    await payAtCashier(community, NEIGHBOUR, paid);
    expect(await community.must(NEIGHBOUR, 'contribution.confirm', { contributionId: paid.contributionId })).toMatchObject({ state: 'paid', amountFen: 800 });
    const left = await giveMoney(community, NEIGHBOUR, campaignId, 900);
    // From another phone, which knows neither the operation nor the cashier: the same order.
    const elsewhere = await community.must(NEIGHBOUR, 'contribution.payOn', { contributionId: left.contributionId });
    expect(elsewhere).toMatchObject({ contributionId: left.contributionId, state: 'ordered', payment: { package: left.payment?.package } });
    expect(await community.refused(POSTER, 'contribution.payOn', { contributionId: left.contributionId })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.must(NEIGHBOUR, 'contribution.payOn', { contributionId: paid.contributionId })).toMatchObject({ state: 'paid', payment: null });
    expect(await community.must(NEIGHBOUR, 'contribution.cancel', { contributionId: left.contributionId })).toMatchObject({ state: 'closed' });
    expect(await payAtCashier(community, NEIGHBOUR, left)).toContain('订单已关闭');
    expect(await community.must(NEIGHBOUR, 'contribution.cancel', { contributionId: paid.contributionId })).toMatchObject({ state: 'paid' });
  });

  test('an order nobody pays is closed at its end, here and at WeChat', async () => {
    const view = await giveMoney(community, NEIGHBOUR, campaignId, 900);
    await community.advance(31 * 60_000);
    await runMinutes(community, 2);
    expect(stateOf(view.contributionId)).toBe('closed');
    expect(await payAtCashier(community, NEIGHBOUR, view)).toContain('订单已关闭');
  });

  test('called off: what counts goes back, what is paid after that too, each whole and once', async () => {
    const other = await openCampaign(community);
    const counted = await givePaid(community, POSTER, other, 5_000);
    const open = await giveMoney(community, MERCHANT, other, 2_000);
    await community.must(STAFF, 'mutual.cancel', { campaignId: other, reason: '改由街道来办' });
    await runMinutes(community, 3);
    expect(await community.refused(MERCHANT, 'contribution.payOn', { contributionId: open.contributionId })).toMatchObject({ code: 'GIVE_NOT_NOW' });
    await payAtCashier(community, MERCHANT, open);
    await community.quiet();
    await runMinutes(community, 12);
    for (const [contributionId, reason] of [[counted, 'cancelled'], [open.contributionId, 'late']] as const) expect(contributionOf(community, contributionId)).toMatchObject({ state: 'refunded', refund: { reason } });
    expect(await community.must(POSTER, 'contribution.get', { contributionId: counted })).toMatchObject({ state: 'refunded', refundReason: 'cancelled', refundedAtMs: expect.any(Number) as number });
    expect(noticesOf(counted)).toHaveLength(3);
    await community.runJobs();
    const { [`campaign:${other}_s1:escrow`]: escrow, [`campaign:${other}:returns`]: returns } = moneyBooks(community);
    expect([escrow, returns ?? '0 +0 -0']).toEqual(['0 +0 -0', '0 +0 -0']);
  });

  test('one sub-merchant of two communities: each staff reads their own lines, together they are the bill', async () => {
    const there = await openCampaign(community, campaignWords(community), OUTSIDER, OUTSIDE_STAFF);
    const here = await openCampaign(community);
    await givePaid(community, POSTER, here, 1_000);
    await givePaid(community, OUTSIDER, there, 500);
    await givePaid(community, OUTSIDER, there, 700);
    const day = chinaDay(community.nowMs());
    await community.advance(DAY_MS + 4 * HOUR_MS);
    await runMinutes(community, 2);
    await community.advance(HOUR_MS);
    await runMinutes(community, 2);
    const rowOf = async (who: string) => (await community.must(who, 'reconciliation.list', {})).items.find((row) => row.day === day);
    const [own, other] = [await rowOf(STAFF), await rowOf(OUTSIDE_STAFF)];
    expect(other).toMatchObject({ state: 'right', payments: 2, paidFen: 1_200, entityName: '云溪区慈善会' });
    const billed = (await payOverview(community)).orders.filter(({ paid }) => paid !== undefined && chinaDay(paid.atMs) === day);
    expect([(own?.payments ?? 0) + 2, (own?.paidFen ?? 0) + 1_200]).toEqual([billed.length, billed.reduce((sum, { totalFeeFen }) => sum + totalFeeFen, 0)]);
    expect(own).toMatchObject({ state: 'right', differenceCount: 0 });
    expect(await community.refused(STAFF, 'reconciliation.get', { reconciliationId: other?.reconciliationId ?? '' })).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('the bill of each day is what the books say; where it is not, staff are told and write why', async () => {
    const toTheNextBill = async (): Promise<void> => {
      await community.advance(DAY_MS + 4 * HOUR_MS);
      await runMinutes(community, 2);
      await community.advance(HOUR_MS);
      await runMinutes(community, 2);
    };
    await toTheNextBill();
    const last = await openCampaign(community);
    const contributionId = await givePaid(community, POSTER, last, 1_100);
    // Behind the program's back, as a defect would.
    const documents = community.cloud.cloud.store.get('contributions').documents as unknown as Map<string, Contribution>;
    documents.set(contributionId, { ...contributionOf(community, contributionId), paidFen: 1_101 });
    await toTheNextBill();
    const { items } = await community.must(STAFF, 'reconciliation.list', {});
    const traded = items.filter(({ payments }) => payments > 0);
    expect(traded.length).toBeGreaterThan(1);
    const [row, ...earlier] = traded;
    const reconciliationId = row?.reconciliationId ?? '';
    for (const one of earlier) expect(one).toMatchObject({ state: 'right', differenceCount: 0 });
    expect(await community.must(STAFF, 'reconciliation.get', { reconciliationId })).toMatchObject({ state: 'different', paidFen: 1_100, differences: [{ kind: 'paymentAmount', number: contributionId, billFen: 1_100, booksFen: 1_101 }] });
    expect(tasksOf(reconciliationId)).toEqual([['moneyDifference', 'open']]);
    expect(await community.refused(OUTSIDE_STAFF, 'reconciliation.get', { reconciliationId })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.refused(STAFF, 'reconciliation.explain', { reconciliationId: earlier[0]?.reconciliationId ?? '', words: '没有不一样' })).toMatchObject({ code: 'MONEY_CHANGED' });
    const operation = newOperation();
    for (let times = 0; times < 2; times += 1) expect(await community.must(STAFF, 'reconciliation.explain', { reconciliationId, words: '记的时候多了一分' }, operation)).toMatchObject({ state: 'explained', explanation: { words: '记的时候多了一分' } });
    expect(await community.refused(STAFF, 'reconciliation.explain', { reconciliationId, words: '另一句' }, operation)).toMatchObject({ code: 'OPERATION_REUSED' });
    expect(tasksOf(reconciliationId)).toEqual([['moneyDifference', 'done']]);
    documents.set(contributionId, { ...contributionOf(community, contributionId), paidFen: 1_100 });
  });

  test('the collector has not enough: staff are told, and it goes back the day after they filled it', async () => {
    const other = await openCampaign(community);
    const contributionId = await givePaid(community, POSTER, other, 3_000);
    await community.cloud.control('pay', { merchantBalanceFen: 2_999 });
    await endStage(community, other);
    await runMinutes(community, 2);
    expect(contributionOf(community, contributionId)).toMatchObject({ state: 'refundStuck', refund: { words: '收款户里的钱不够退' } });
    expect(tasksOf(contributionId)).toEqual([['refundStuck', 'open']]);
    expect((await community.must(STAFF, 'contribution.waiting', {})).items.find((item) => item.contributionId === contributionId)).toMatchObject({ state: 'refundStuck', may: null });
    await community.cloud.control('pay', { merchantBalanceFen: null });
    await community.advance(DAY_MS);
    await runMinutes(community, 4);
    expect(stateOf(contributionId)).toBe('refunded');
    expect(tasksOf(contributionId)).toEqual([['refundStuck', 'done']]);
  });
});

describe('money in cash', () => {
  let community: Community;
  let campaignId: string;
  beforeAll(async () => {
    community = await Community.found();
    await openMutual(community);
    campaignId = await openCampaign(community);
  });
  afterAll(async () => {
    await checkMoney(community, true);
    await community.close();
  });

  const enter = async (amountFen: number): Promise<string> =>
    (await community.must(STAFF, 'mutual.enterCash', { campaignId, amountFen, isAnonymous: false, giverName: '楼下大爷', receiptNo: '0012', photo: await community.upload(STAFF, 'proof') })).contributionId;

  test('entered by one, confirmed by another, once; refused it comes to nothing', async () => {
    const contributionId = await enter(10_000);
    expect(await community.refused(STAFF, 'contribution.confirmCash', { contributionId })).toMatchObject({ code: 'SAME_PERSON' });
    expect(await community.refused(OUTSIDE_STAFF, 'contribution.confirmCash', { contributionId })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.refused(NEIGHBOUR, 'contribution.confirmCash', { contributionId })).toMatchObject({ code: 'NOT_ALLOWED' });
    expect((await community.must(COLLEAGUE, 'contribution.waiting', {})).items).toMatchObject([{ contributionId, giverName: '楼下大爷', may: 'confirmCash' }]);
    const operation = newOperation();
    expect(await community.must(COLLEAGUE, 'contribution.confirmCash', { contributionId }, operation)).toMatchObject({ state: 'confirmed' });
    expect(await community.must(COLLEAGUE, 'contribution.confirmCash', { contributionId }, operation)).toMatchObject({ state: 'confirmed' });
    expect(await community.refused(COLLEAGUE, 'contribution.confirmCash', { contributionId })).toMatchObject({ code: 'MONEY_CHANGED' });
    const wrong = await enter(500);
    expect(await community.must(STAFF, 'contribution.refuseCash', { contributionId: wrong, note: '记错了一笔' })).toMatchObject({ state: 'refused' });
    await community.runJobs();
    expect(moneyBooks(community)[`campaign:${campaignId}_s1:escrow`]).toBe('10000 +0 -0');
  });

  test('of two who confirm in the same moment one does; and it goes back through two pairs of hands', async () => {
    const contributionId = await enter(2_000);
    const answers = await Promise.all([community.send(COLLEAGUE, 'contribution.confirmCash', { contributionId }), community.send(COLLEAGUE, 'contribution.confirmCash', { contributionId })]);
    expect(answers.filter(({ ok }) => ok === true)).toHaveLength(1);
    await community.must(STAFF, 'mutual.cancel', { campaignId, reason: '改由街道来办' });
    await runMinutes(community, 3);
    expect(contributionOf(community, contributionId).state).toBe('returning');
    expect(await community.refused(COLLEAGUE, 'contribution.confirmReturn', { contributionId })).toMatchObject({ code: 'MONEY_CHANGED' });
    expect(await community.must(STAFF, 'contribution.recordReturn', { contributionId, note: '当面退的' })).toMatchObject({ state: 'returning', returnedByName: '何静', may: null });
    expect(await community.refused(STAFF, 'contribution.confirmReturn', { contributionId })).toMatchObject({ code: 'SAME_PERSON' });
    expect(await community.must(COLLEAGUE, 'contribution.confirmReturn', { contributionId })).toMatchObject({ state: 'returned' });
    const [first] = community.documents<Contribution>('contributions').filter(({ state }) => state === 'returning');
    await community.must(COLLEAGUE, 'contribution.recordReturn', { contributionId: first?._id ?? '', note: '' });
    await community.must(STAFF, 'contribution.confirmReturn', { contributionId: first?._id ?? '' });
    await community.runJobs();
    expect(moneyBooks(community)[`campaign:${campaignId}_s1:escrow`]).toBe('0 +0 -0');
  });
});
