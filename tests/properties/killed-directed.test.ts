import type { DirectedGift } from '../../cloudfunctions/core/directed/directed-gift';
import { directedFunds } from '../../cloudfunctions/core/ledger/account';
import { photoKeyOf } from '../../cloudfunctions/core/media/photo-checks';
import { Community, DAY_MS, MERCHANT, POSTER, STAFF } from '../flows/support/community';
import { acceptInput, agreedGift, AMOUNT_FEN, COLLEAGUE, contributionsOf, giftOf, moneyWords, offer, onlyMoney, openDirected, payPart, thingWords } from '../flows/support/directed-steps';
import { balanceOf, receiptOf } from '../flows/support/fund-steps';
import { runMinutes } from '../flows/support/money-steps';
import { assertMoneySound, describeKilled, IS_LONG, trace, type Act, type KilledCase } from './support/killed-command';
import { killRow, ROW, settle, type RowVictim } from './support/killed-row';

/** Directed gifts over their lives, by people and by their clocks, killed at any database call. */
let useKey = '';
const setUp = async (community: Community): Promise<void> => {
  useKey = await openDirected(community);
};

/** An order that stands, or cash that waits; one that WeChat never heard of is closed by the clock and has not happened. */
const aboutPart = (community: Community, directedId: string): Pick<Act, 'subjectIds' | 'happened'> => ({
  subjectIds: () => [directedId, ...contributionsOf(community, directedId).map(({ _id }) => _id)],
  happened: () => contributionsOf(community, directedId).length === 1 && contributionsOf(community, directedId).every(({ state }) => state === 'ordered' || state === 'entered'),
});

const beginnings: readonly KilledCase[] = [
  {
    route: 'directed.offer',
    prepare: async (community, _poster, giver) => {
      const { memberId } = await community.me(giver);
      const own = (): readonly DirectedGift[] => community.documents<DirectedGift>('directedGifts').filter(({ giver: by }) => by.partyId === memberId);
      return { caller: giver, input: { as: { kind: 'self' }, words: moneyWords(useKey) }, subjectIds: () => own().map(({ _id }) => _id), happened: () => own().length === 1 };
    },
  },
  {
    route: 'directed.pay',
    prepare: async (community, _poster, giver) => {
      const directedId = await agreedGift(community, onlyMoney(useKey), giver);
      return { caller: giver, input: { directedId, amountFen: AMOUNT_FEN }, ...aboutPart(community, directedId) };
    },
  },
  {
    route: 'directed.enterCash',
    prepare: async (community, _poster, giver) => {
      const directedId = await agreedGift(community, onlyMoney(useKey), giver);
      return { caller: COLLEAGUE, input: { directedId, amountFen: AMOUNT_FEN, receiptNo: '0012', photo: await community.upload(COLLEAGUE, 'proof') }, ...aboutPart(community, directedId) };
    },
  },
  {
    name: 'directed.withdraw, and what was paid goes back',
    route: 'directed.withdraw',
    prepare: async (community, _poster, giver) => {
      const directedId = await agreedGift(community, onlyMoney(useKey), giver);
      await payPart(community, directedId, 30_000, giver);
      return { caller: giver, input: { directedId }, subjectIds: () => [directedId, ...contributionsOf(community, directedId).map(({ _id }) => _id)], happened: () => giftOf(community, directedId).state === 'withdrawn' };
    },
  },
];

describeKilled(beginnings, { setUp, perHour: 6 });

const inRow = async (make: (index: number) => Promise<string>): Promise<readonly string[]> => {
  const ids: string[] = [];
  for (let index = 0; index < ROW; index += 1) ids.push(await make(index));
  return ids;
};

describe('directed gifts side by side, led through their lives and killed at each step', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.found();
    await setUp(community);
  });
  afterAll(async () => {
    await community.close();
  });

  const victims = (ids: readonly string[], caller: string, inputOf: (directedId: string) => unknown, outcomeOf: (gift: DirectedGift) => unknown): readonly RowVictim[] =>
    ids.map((directedId) => ({ caller, input: inputOf(directedId), subjectId: directedId, outcome: () => outcomeOf(giftOf(community, directedId)) }));
  const when = (isSo: boolean, outcome: unknown): unknown => (isSo ? outcome : null);

  test('money and things: asked back, rewritten, agreed, brought, counted, told, what is left handed back', async () => {
    const ids = await inRow(() => offer(community, moneyWords(useKey, { what: { subjectKind: 'matter', money: { amountFen: AMOUNT_FEN, lines: [{ useKey, text: '灶台', amountFen: AMOUNT_FEN }] }, things: [{ kind: 'goods', text: '米', count: 20, unit: '袋' }, { kind: 'service', text: '教做菜', count: 2, unit: '次' }] } })));
    const words = moneyWords(useKey, { title: '给午餐桌换灶台', what: { subjectKind: 'matter', money: { amountFen: AMOUNT_FEN, lines: [{ useKey, text: '灶台', amountFen: AMOUNT_FEN }] }, things: [{ kind: 'goods', text: '米', count: 20, unit: '袋' }, { kind: 'service', text: '教做菜', count: 2, unit: '次' }] } });
    await killRow(community, 'directed.answer', victims(ids, STAFF, (directedId) => ({ directedId, decision: { kind: 'ask', note: '哪一种灶台？' } }), ({ state }) => when(state === 'asked', state)));
    await killRow(community, 'directed.update', victims(ids, MERCHANT, (directedId) => ({ directedId, words }), ({ state, submissions }) => when(state === 'offered', submissions)));
    await community.advance(DAY_MS);
    await killRow(community, 'directed.answer', victims(ids, STAFF, (directedId) => acceptInput(community, directedId), ({ state, answerable }) => when(state === 'agreed', answerable)));
    for (const directedId of ids) await payPart(community, directedId, AMOUNT_FEN);
    await runMinutes(community, 5);
    expect(ids.map((directedId) => giftOf(community, directedId).state)).toEqual(ids.map(() => 'running'));
    const thing = (gift: DirectedGift, index: number) => gift.things[index]?.state ?? '';
    await killRow(community, 'directed.handOver', victims(ids, MERCHANT, (directedId) => ({ directedId, thingId: 'g1', note: '放在后门', handedAtMs: community.nowMs() }), (gift) => when(thing(gift, 0) === 'handed', 1)));
    await killRow(community, 'directed.receive', victims(ids, STAFF, (directedId) => ({ directedId, thingId: 'g1', count: 19, note: '破了一袋' }), (gift) => when(thing(gift, 0) === 'received', gift.things[0]?.receivedCount)));
    await killRow(community, 'directed.callOff', victims(ids, MERCHANT, (directedId) => ({ directedId, thingId: 'g2', reason: '师傅搬走了' }), (gift) => when(thing(gift, 1) === 'off', 1)));
    await community.advance(DAY_MS);
    const receipt = await receiptOf(community, STAFF);
    const ask = (directedId: string) => ({ hostKind: 'directed', hostId: directedId, useKey, text: '灶台', amountFen: 1_000, payee: { kind: 'organisation', name: '平安厨具店' }, receiptFileIds: [receipt] });
    await killRow(community, 'spending.ask', victims(ids, STAFF, ask, ({ spendings, fundsLeftFen }) => when(Object.keys(spendings).length === 1, fundsLeftFen)));
    await killRow(community, 'spending.withdraw', victims(ids, STAFF, (directedId) => ({ hostKind: 'directed', hostId: directedId, spendingId: Object.keys(giftOf(community, directedId).spendings)[0] ?? '' }), ({ fundsLeftFen }) => when(fundsLeftFen === AMOUNT_FEN, fundsLeftFen)));
    const photos = new Map<string, string>();
    for (const directedId of ids) photos.set(directedId, await community.upload(COLLEAGUE, 'campaignPhoto', 'review'));
    const photoOf = (directedId: string): string => photos.get(directedId) ?? '';
    await killRow(community, 'directed.report', victims(ids, COLLEAGUE, (directedId) => ({ directedId, kind: 'final', text: '灶台装好了。', photos: [photoOf(directedId)] }), ({ state, settlings }) => when(state === 'reported', settlings)));
    await community.filesChecked(0);
    await settle(community);
    await killRow(community, 'directed.judgePhoto', victims(ids, STAFF, (directedId) => ({ directedId, photoKey: photoKeyOf(photoOf(directedId)), decision: { kind: 'refuse', reason: '拍到了门牌' } }), ({ _id, photoChecks }) => when(photoChecks[photoKeyOf(photoOf(_id))] === 'refused', 1)));
    expect(ids.filter((directedId) => community.hasFile(photoOf(directedId)))).toEqual([]);
    await killRow(community, 'directed.settleLeftover', victims(ids, STAFF, (directedId) => ({ directedId, to: { kind: 'giver' }, reason: '用不上了' }), ({ leftover }) => when(leftover?.state === 'said', leftover?.amountFen)));
    const leftoverIdOf = (directedId: string): string => giftOf(community, directedId).leftover?.leftoverId ?? '';
    await killRow(community, 'directed.answerLeftover', victims(ids, MERCHANT, (directedId) => ({ directedId, leftoverId: leftoverIdOf(directedId), isYes: true, note: '' }), ({ leftover, fundsLeftFen }) => when(leftover?.state === 'agreed', fundsLeftFen)));
    await killRow(community, 'directed.recordReturn', victims(ids, COLLEAGUE, (directedId) => ({ directedId, voucherNo: '退-1' }), ({ leftover }) => when(leftover?.state === 'handed', leftover?.voucherNo)));
    await killRow(community, 'directed.correctReturn', victims(ids, STAFF, (directedId) => ({ directedId, voucherNo: '退-2', reason: '写错了一位' }), ({ leftover }) => when(leftover?.voucherNo === '退-2', leftover?.corrections.length)));
    await killRow(community, 'directed.confirmReturn', victims(ids, MERCHANT, (directedId) => ({ directedId }), ({ state }) => when(state === 'ended', state)));
    await settle(community);
    expect(ids.map((directedId) => balanceOf(community, directedFunds(directedId)))).toEqual(ids.map(() => 0));
    assertMoneySound(community, community.nowMs() - DAY_MS);
  }, 600_000);

  test('called off by staff', async () => {
    const ids = await inRow(() => agreedGift(community, thingWords(), POSTER, COLLEAGUE));
    await killRow(community, 'directed.cancel', victims(ids, COLLEAGUE, (directedId) => ({ directedId, reason: '那位邻居搬走了' }), ({ state }) => when(state === 'cancelled', state)));
  }, 600_000);
});

const LEASE_MINUTES = 3;

describe('the clocks of directed gifts, killed at any database call of jobs', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.found();
    await setUp(community);
  });
  afterAll(async () => {
    await community.close();
  });

  /** To the last day of paying, to the report's warning, beyond its day, and to the end of waiting for the giver's word. */
  const live = async (isKilled: boolean): Promise<readonly object[]> => {
    const ids = [await agreedGift(community, onlyMoney(useKey), MERCHANT, COLLEAGUE), await agreedGift(community, onlyMoney(useKey), MERCHANT, COLLEAGUE), await agreedGift(community, thingWords(), MERCHANT, COLLEAGUE)];
    const [funded = '', lapsing = '', things = ''] = ids;
    await payPart(community, funded, AMOUNT_FEN);
    await payPart(community, lapsing, 40_000);
    const first = giftOf(community, lapsing);
    for (const moment of [(first.payByMs ?? 0) + 1_000, (first.reportByMs ?? 0) - 6 * DAY_MS, (first.reportByMs ?? 0) + 1_000]) {
      await community.advance(Math.max(0, moment - community.nowMs()));
      if (isKilled) await community.arm(...Array.from({ length: IS_LONG ? 30 : 3 }, (_unused, index) => 3 + index * (IS_LONG ? 1 : 12)).flatMap((nth) => (['before', 'after'] as const).map((when) => ({ function: 'jobs', kind: 'kill' as const, nth, when, times: 1 }))));
      for (let turns = 0; turns < (!isKilled ? 3 : IS_LONG ? 70 : 8); turns += 1) await runMinutes(community, LEASE_MINUTES);
      await community.arm();
      await runMinutes(community, LEASE_MINUTES);
    }
    expect(ids.map((id) => [giftOf(community, id).state, giftOf(community, id).isReportOverdue])).toEqual([['running', true], ['lapsed', false], ['running', true]]);
    expect(contributionsOf(community, lapsing).map(({ state }) => state)).toEqual(['refunded']);
    assertMoneySound(community, community.nowMs() - DAY_MS);
    const traces = ids.map((id) => trace(community, [id]));
    // Whoever owes a report answers for no other: both are told before the next ones are agreed.
    for (const { thingId } of giftOf(community, things).things) await community.must(STAFF, 'directed.callOff', { directedId: things, thingId, reason: '过了日子' });
    for (const directedId of [funded, things]) await community.must(STAFF, 'directed.report', { directedId, kind: 'final', text: '晚了，办好了。' });
    return traces;
  };

  test('each ends as if nothing had happened', async () => {
    const undisturbed = await live(false);
    expect(await live(true)).toEqual(undisturbed);
  }, 600_000);
});
