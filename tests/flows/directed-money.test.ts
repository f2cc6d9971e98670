import { communityPublic, communityRefunded, directedEscrow, directedFunds, directedReturns } from '../../cloudfunctions/core/ledger/account';
import { COMMUNITY, Community, DAY_MS, MERCHANT, NEIGHBOUR, newOperation, STAFF, STREET } from './support/community';
import { agreedGift, AMOUNT_FEN, closeDirected, COLLEAGUE, contributionsOf, directedPage, giftOf, moneyWords, noticesOf, offer, onlyMoney, openDirected, openTasks, payFor, payPart, reportedGift } from './support/directed-steps';
import { balanceOf } from './support/fund-steps';
import { STREET_ADMIN } from './support/lane-steps';
import { runMinutes, untilState } from './support/money-steps';

describe('money of directed gifts', () => {
  let community: Community;
  let useKey: string;

  beforeAll(async () => {
    community = await Community.found();
    useKey = await openDirected(community);
  });
  afterAll(() => closeDirected(community));

  test('two payments of the rest at once: one order, and never more than was promised', async () => {
    const directedId = await agreedGift(community, onlyMoney(useKey));
    const replies = await Promise.all([1, 2, 3].map(() => community.send(MERCHANT, 'directed.pay', { directedId, amountFen: AMOUNT_FEN })));
    const [won] = replies.flatMap((reply) => (reply.ok === true ? [reply.data] : []));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await directedPage(community, MERCHANT, directedId)).toMatchObject({ onTheWayFen: AMOUNT_FEN, toPayFen: 0, may: { canPay: false, payRefusal: '剩下的正在付，付完或者退出收银台，过一会儿再看。' } });
    expect(await community.refused(MERCHANT, 'directed.pay', { directedId, amountFen: 10_000 })).toMatchObject({ code: 'GIVE_NOT_NOW' });
    await community.must(MERCHANT, 'contribution.cancel', { contributionId: won?.contributionId ?? '' });
    await runMinutes(community, 1);
    expect(await directedPage(community, MERCHANT, directedId)).toMatchObject({ onTheWayFen: 0, toPayFen: AMOUNT_FEN, may: { canPay: true } });
    for (const amountFen of [9_999, AMOUNT_FEN + 1]) expect(await community.refused(MERCHANT, 'directed.pay', { directedId, amountFen })).toMatchObject({ code: 'BAD_INPUT' });
    const operationId = newOperation();
    const paid = await payPart(community, directedId, AMOUNT_FEN, MERCHANT, operationId);
    await runMinutes(community, 4);
    expect(giftOf(community, directedId)).toMatchObject({ state: 'running', fundsLeftFen: AMOUNT_FEN });
    expect(await community.must(MERCHANT, 'directed.pay', { directedId, amountFen: AMOUNT_FEN }, operationId)).toMatchObject({ contributionId: paid, state: 'paid' });
    expect((await community.must(MERCHANT, 'contribution.receipt', { contributionId: paid })).giverName).toBe('吴记粮油');
  });

  test('not all of it in time: every fen goes back by itself, also what is paid at the last moment', async () => {
    const directedId = await agreedGift(community, onlyMoney(useKey));
    await payPart(community, directedId, 70_000);
    await community.advance((giftOf(community, directedId).payByMs ?? 0) - 5 * 60_000 - community.nowMs());
    const late = await community.must(MERCHANT, 'directed.pay', { directedId, amountFen: 10_000 });
    await community.advance(6 * 60_000);
    await runMinutes(community, 3);
    expect(giftOf(community, directedId)).toMatchObject({ state: 'lapsed', note: '到日子付了 700 元，没付齐，每一分都退回。' });
    await community.cloud.control('pay', { outTradeNo: late.contributionId, openid: MERCHANT, outcome: 'paid' }).catch(() => null);
    await runMinutes(community, 8);
    expect(contributionsOf(community, directedId).map(({ state }) => state).sort()).toEqual(['closed', 'refunded']);
    expect([directedEscrow(directedId), directedFunds(directedId), directedReturns(directedId)].map((address) => balanceOf(community, address))).toEqual([0, 0, 0]);
    expect(await community.refused(NEIGHBOUR, 'directed.get', { directedId })).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('taken back by its giver while somebody stands at the cashier: what is paid then goes back too', async () => {
    const directedId = await agreedGift(community, onlyMoney(useKey));
    await payPart(community, directedId, 30_000);
    const waiting = await community.must(MERCHANT, 'directed.pay', { directedId, amountFen: 70_000 });
    expect(await community.must(MERCHANT, 'directed.withdraw', { directedId })).toMatchObject({ state: 'withdrawn' });
    await payFor(community, MERCHANT, waiting);
    await runMinutes(community, 8);
    expect(contributionsOf(community, directedId).map(({ state }) => state)).toEqual(['refunded', 'refunded']);
    expect(giftOf(community, directedId)).toMatchObject({ state: 'withdrawn', sweepAtMs: null });
    await untilState(community, waiting.contributionId, 'refunded');
  });

  test('cash is entered by one of the staff and confirmed by another; refused it is free to be paid again', async () => {
    const directedId = await agreedGift(community, onlyMoney(useKey));
    const enter = async (amountFen: number, receiptNo: string) => community.must(STAFF, 'directed.enterCash', { directedId, amountFen, receiptNo, photo: await community.upload(STAFF, 'proof') });
    const wrong = await enter(AMOUNT_FEN, '0012');
    await community.must(COLLEAGUE, 'contribution.refuseCash', { contributionId: wrong.contributionId, note: '少了一张' });
    await runMinutes(community, 1);
    const right = await enter(AMOUNT_FEN, '0013');
    expect(await community.refused(STAFF, 'contribution.confirmCash', { contributionId: right.contributionId })).toMatchObject({ code: 'SAME_PERSON' });
    await community.must(COLLEAGUE, 'contribution.confirmCash', { contributionId: right.contributionId });
    await runMinutes(community, 4);
    expect(giftOf(community, directedId)).toMatchObject({ state: 'running', fundsLeftFen: AMOUNT_FEN });
    expect(await community.must(MERCHANT, 'contribution.get', { contributionId: right.contributionId })).toMatchObject({ kind: 'cash', lane: 'directed' });
  });

  test('what is left goes nowhere without the giver’s yes: back to them, to the fund, or the same work again', async () => {
    const back = await reportedGift(community, useKey);
    expect(giftOf(community, back)).toMatchObject({ state: 'reported', fundsLeftFen: AMOUNT_FEN });
    expect(openTasks(community, 'directedLeftover', back)).toHaveLength(1);
    await community.must(STAFF, 'directed.settleLeftover', { directedId: back, to: { kind: 'fund' }, reason: '食堂暂时用不上' });
    expect(openTasks(community, 'directedLeftover', back)).toEqual([]);
    const first = giftOf(community, back).leftover?.leftoverId ?? '';
    await community.must(MERCHANT, 'directed.answerLeftover', { directedId: back, leftoverId: first, isYes: false, note: '请退给我' });
    expect(openTasks(community, 'directedLeftover', back)).toHaveLength(1);
    await community.must(STAFF, 'directed.settleLeftover', { directedId: back, to: { kind: 'giver' }, reason: '照您说的退' });
    expect(await community.refused(MERCHANT, 'directed.answerLeftover', { directedId: back, leftoverId: first, isYes: true, note: '' })).toMatchObject({ code: 'DIRECTED_CHANGED' });
    const second = giftOf(community, back).leftover?.leftoverId ?? '';
    expect(await community.refused(STAFF, 'directed.answerLeftover', { directedId: back, leftoverId: second, isYes: true, note: '' })).toMatchObject({ code: 'NOT_ALLOWED' });
    await community.must(MERCHANT, 'directed.answerLeftover', { directedId: back, leftoverId: second, isYes: true, note: '' });
    expect(await community.refused(MERCHANT, 'directed.confirmReturn', { directedId: back })).toMatchObject({ code: 'DIRECTED_CHANGED' });
    await community.must(COLLEAGUE, 'directed.recordReturn', { directedId: back, voucherNo: '退-1' });
    await runMinutes(community, 2);
    const refunded = balanceOf(community, communityRefunded(COMMUNITY));
    expect(await community.must(MERCHANT, 'directed.confirmReturn', { directedId: back })).toMatchObject({ state: 'ended' });
    await runMinutes(community, 2);
    expect([balanceOf(community, directedFunds(back)), balanceOf(community, communityRefunded(COMMUNITY)) - refunded]).toEqual([0, AMOUNT_FEN]);

    const toFund = await reportedGift(community, useKey);
    await community.must(STAFF, 'directed.settleLeftover', { directedId: toFund, to: { kind: 'fund' }, reason: '留给楼组办事' });
    await community.must(MERCHANT, 'directed.answerLeftover', { directedId: toFund, leftoverId: giftOf(community, toFund).leftover?.leftoverId ?? '', isYes: true, note: '' });
    await runMinutes(community, 2);
    expect(giftOf(community, toFund)).toMatchObject({ state: 'ended', fundsLeftFen: 0 });
    expect(balanceOf(community, communityPublic(COMMUNITY))).toBe(AMOUNT_FEN);

    const again = await reportedGift(community, useKey);
    await community.must(STAFF, 'directed.settleLeftover', { directedId: again, to: { kind: 'again', reportByMs: community.nowMs() + 250 * DAY_MS }, reason: '再换一台' });
    await community.must(MERCHANT, 'directed.answerLeftover', { directedId: again, leftoverId: giftOf(community, again).leftover?.leftoverId ?? '', isYes: true, note: '' });
    expect(giftOf(community, again)).toMatchObject({ state: 'running', fundsLeftFen: AMOUNT_FEN });
    expect(giftOf(community, again).disclosures.filter(({ doneAtMs }) => doneAtMs === null).map(({ kind }) => kind).sort()).toEqual(['final', 'periodic']);
  });

  test('no answer about the rest in thirty days: staff are asked, the money stays', async () => {
    const directedId = await reportedGift(community, useKey);
    await community.must(STAFF, 'directed.settleLeftover', { directedId, to: { kind: 'fund' }, reason: '留给楼组' });
    await community.advance(31 * DAY_MS);
    await runMinutes(community, 2);
    expect(openTasks(community, 'directedLeftover', directedId)).toHaveLength(1);
    expect(giftOf(community, directedId)).toMatchObject({ state: 'reported', fundsLeftFen: AMOUNT_FEN, waits: 'leftover' });
    await community.must(STAFF, 'directed.settleLeftover', { directedId, to: { kind: 'giver' }, reason: '打过电话，退给您' });
    expect(openTasks(community, 'directedLeftover', directedId)).toEqual([]);
  });

  test('a lane that is shut takes nothing new and no money', async () => {
    const directedId = await agreedGift(community, onlyMoney(useKey), MERCHANT, COLLEAGUE);
    const offered = await offer(community, moneyWords(useKey));
    await community.must(STREET_ADMIN, 'lane.close', { areaId: STREET, lane: 'directed', reason: '账户要换' });
    await community.runJobs();
    for (const waiting of [directedId, offered]) expect((await noticesOf(community, MERCHANT, waiting)).filter((title) => title.endsWith('先等一等'))).toHaveLength(1);
    expect(await community.refused(MERCHANT, 'directed.pay', { directedId, amountFen: 10_000 })).toMatchObject({ code: 'LANE_CLOSED' });
    expect(await community.refused(MERCHANT, 'directed.offer', { as: { kind: 'merchant' }, words: moneyWords(useKey) })).toMatchObject({ code: 'LANE_CLOSED' });
  });
});
