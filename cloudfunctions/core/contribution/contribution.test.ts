import { NEVER_MS } from '../aggregate/aggregate';
import { refusalOf } from '../aggregate/aggregate.fixtures';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import { COMMUNITY, neighbour, staff } from '../wish/wish.fixtures';
import { checkAmount, contributionIdOfNumber, newOrder, shownName } from './contribution';
import { COLLECTOR, entered, giftDraft, ordered, paidSeen, Purse, STAGE_ENDS_MS, standingOf, START_MS } from './contribution.fixtures';
import { contributionView, receiptView, waitingMoneyView } from './contribution-view';
import { decideConfirmCash, decideConfirmReturn, decideRecordReturn, decideRefuseCash } from './handle-cash';
import { decideEnd, decideRefundWord } from './refund-contribution';
import { decideClosed, decideSeen } from './see-order';

const MINUTE_MS = 60_000;
const ESCROW = 'campaign:k_1_s1:escrow';
const RETURNS = 'campaign:k_1:returns';
const RECEIVED = 'community:c:received';
const REFUNDED = 'community:c:refunded';
const GIVER = { memberId: 'm_1', name: '林晓' };
const step = { operationId: 'op', actorId: 'm_1', inputHash: 'h', nowMs: START_MS };

const paidPurse = (): Purse => {
  const purse = new Purse(ordered());
  purse.act(decideSeen(purse.standing, paidSeen(purse.standing), START_MS + 1));
  return purse;
};

describe('an order', () => {
  it.each([0, -1, 0.1, 1.5, 1e15, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('takes no amount of %p fen', (amountFen) => {
    expect(refusalOf(checkAmount(amountFen))).toBe('BAD_INPUT');
    expect(refusalOf(newOrder(giftDraft({ amountFen }), COLLECTOR, GIVER, STAGE_ENDS_MS, step))).toBe('BAD_INPUT');
  });

  it('lives half an hour, never past the end, and is not opened when there is no time to pay', () => {
    expect(ordered().orderEndsAtMs).toBe(START_MS + 30 * MINUTE_MS);
    const near = newOrder(giftDraft(), COLLECTOR, GIVER, START_MS + 5 * MINUTE_MS, step);
    expect(near.ok && near.value.orderEndsAtMs).toBe(START_MS + 5 * MINUTE_MS);
    expect(refusalOf(newOrder(giftDraft(), COLLECTOR, GIVER, START_MS + 2 * MINUTE_MS - 1, step))).toBe('GIVE_TOO_LATE');
  });

  it('is found by its numbers at WeChat and by nothing else', () => {
    const { _id } = ordered();
    expect(_id.length).toBeLessThanOrEqual(32);
    expect([_id, `${_id}_r`].map(contributionIdOfNumber)).toEqual([_id, _id]);
    for (const forged of [undefined, 7, '', 'T1', `${_id} `, 'gv_', { $gt: '' }]) expect(contributionIdOfNumber(forged)).toBeNull();
  });

  it('waits in the escrow, counts once paid, and is told to its giver with a receipt', () => {
    const purse = new Purse(ordered());
    expect(standingOf(purse.books)).toEqual({ [RECEIVED]: '0 +0 -1000', [ESCROW]: '0 +1000 -0' });
    expect(receiptView(purse.standing)).toBeNull();
    expect(purse.act(decideSeen(purse.standing, paidSeen(purse.standing), START_MS + 1))).toBe('changed');
    expect(standingOf(purse.books)).toEqual({ [RECEIVED]: '-1000 +0 -0', [ESCROW]: '1000 +0 -0' });
    expect(receiptView(purse.standing)).toMatchObject({ amountFen: 1_000, giverName: '林晓', isGivenBack: false });
    expect(contributionView(purse.standing)).toMatchObject({ state: 'paid', targetId: 'k_1', payment: null, matchedFen: null });
    expect(purse.effects.map(({ kind }) => kind)).toEqual(['moveMoney', 'notePayAccount', 'noteReach', 'noteGiver', 'endMoney', 'noteReach', 'notice']);
  });

  it('counts once however often and late it is told', () => {
    const purse = paidPurse();
    for (const atMs of [2, 3 * 86_400_000]) expect(purse.act(decideSeen(purse.standing, paidSeen(purse.standing), START_MS + atMs))).toBe('replay');
    expect(purse.act(decideSeen(purse.standing, { kind: 'closed' }, START_MS + 2))).toBe('replay');
    purse.deliver(true);
    expect(standingOf(purse.books)).toEqual({ [RECEIVED]: '-1000 +0 -0', [ESCROW]: '1000 +0 -0' });
  });

  it('is closed when WeChat says so at its end; not while WeChat may only not know it yet', () => {
    const purse = new Purse(ordered());
    expect(purse.act(decideSeen(purse.standing, { kind: 'none' }, START_MS + 1))).toBe('replay');
    expect(purse.act(decideSeen(purse.standing, { kind: 'unpaid' }, START_MS + 2 * MINUTE_MS))).toBe('changed');
    expect(purse.standing.nextLookAtMs).toBe(START_MS + 10 * MINUTE_MS);
    expect(purse.act(decideSeen(purse.standing, { kind: 'unpaid' }, START_MS + 10 * MINUTE_MS))).toBe('changed');
    expect(purse.standing.nextLookAtMs).toBe(purse.standing.orderEndsAtMs);
    expect(purse.act(decideSeen(purse.standing, { kind: 'closed' }, purse.standing.orderEndsAtMs))).toBe('changed');
    expect([purse.standing.state, purse.standing.nextLookAtMs]).toEqual(['closed', NEVER_MS]);
    expect(standingOf(purse.books)).toEqual({});
    expect(purse.act(decideClosed(purse.standing, START_MS))).toBe('replay');
  });
});

describe('money that is not to stay', () => {
  it('goes back when the order was closed before', () => {
    const purse = new Purse(ordered());
    purse.act(decideClosed(purse.standing, START_MS));
    expect(purse.act(decideSeen(purse.standing, paidSeen(purse.standing), START_MS + 1))).toBe('changed');
    expect(standingOf(purse.books)).toEqual({ [RECEIVED]: '-1000 +0 -0', [RETURNS]: '1000 +0 -1000', [REFUNDED]: '0 +1000 -0' });
    expect(purse.standing).toMatchObject({ state: 'refunding', refund: { reason: 'late', amountFen: 1_000 } });
  });

  it.each([
    ['another amount', { amountFen: 1 }, 1],
    ['another payer', { payerId: 'm_2' }, 1_000],
    ['another sub-merchant', { subMchId: '19' }, 1_000],
    ['another number', { outTradeNo: 'gv_other' }, 1_000],
  ] as const)('goes back as it came when it is of %s', (_name, change, cameFen) => {
    const purse = new Purse(ordered());
    expect(purse.act(decideSeen(purse.standing, paidSeen(purse.standing, change), START_MS + 1))).toBe('changed');
    expect(purse.standing).toMatchObject({ state: 'refunding', refund: { reason: 'mismatch', amountFen: cameFen } });
    expect(standingOf(purse.books)).toEqual({ [RECEIVED]: `-${cameFen} +0 -0`, [RETURNS]: `${cameFen} +0 -${cameFen}`, [REFUNDED]: `0 +${cameFen} -0` });
    expect(purse.effects.filter(({ kind }) => kind === 'openTask')).toHaveLength(1);
    purse.act(decideRefundWord(purse.standing, { kind: 'accepted' }, START_MS + 2));
    purse.act(decideRefundWord(purse.standing, { kind: 'done', refundFen: cameFen }, START_MS + 3));
    expect(standingOf(purse.books)).toEqual({ [RECEIVED]: `-${cameFen} +0 -0`, [REFUNDED]: `${cameFen} +0 -0` });
  });

  it('goes back when what it is for was over before it was paid', () => {
    const purse = new Purse(ordered());
    expect(purse.act(decideEnd(purse.standing, 'cancelled', START_MS))).toBe('changed');
    expect(purse.act(decideEnd(purse.standing, 'cancelled', START_MS))).toBe('replay');
    purse.act(decideSeen(purse.standing, paidSeen(purse.standing), START_MS + 1));
    expect(purse.standing).toMatchObject({ state: 'refunding', refund: { reason: 'late' } });
    expect(standingOf(purse.books)[ESCROW]).toBeUndefined();
  });
});

describe('a refund', () => {
  const refunding = (): Purse => {
    const purse = paidPurse();
    purse.act(decideEnd(purse.standing, 'missed', START_MS + 10));
    return purse;
  };

  it('is whole, once, and done only when WeChat says so', () => {
    const purse = refunding();
    expect(purse.act(decideEnd(purse.standing, 'missed', START_MS + 11))).toBe('replay');
    expect(standingOf(purse.books)).toEqual({ [RECEIVED]: '-1000 +0 -0', [ESCROW]: '1000 +0 -1000', [REFUNDED]: '0 +1000 -0' });
    for (const kind of ['accepted', 'processing', 'none', 'accepted'] as const) expect(purse.act(decideRefundWord(purse.standing, { kind }, START_MS + 20))).toBe('changed');
    expect(purse.act(decideRefundWord(purse.standing, { kind: 'done', refundFen: 1_000 }, START_MS + 30))).toBe('changed');
    expect(purse.act(decideRefundWord(purse.standing, { kind: 'done', refundFen: 1_000 }, START_MS + 31))).toBe('replay');
    expect(standingOf(purse.books)).toEqual({ [RECEIVED]: '-1000 +0 -0', [REFUNDED]: '1000 +0 -0' });
    expect(contributionView(purse.standing)).toMatchObject({ state: 'refunded', refundReason: 'missed', refundedAtMs: START_MS + 30 });
  });

  it('is tried again when WeChat refuses, staff hear of the fifth time, and it goes on daily until it is taken', () => {
    const purse = refunding();
    const refusal = { kind: 'refused', isEmpty: false, words: '系统繁忙' } as const;
    for (let failures = 1; failures < RULES.contribution.refundFailuresMax; failures += 1) {
      purse.act(decideRefundWord(purse.standing, refusal, START_MS + failures));
      expect(purse.standing).toMatchObject({ state: 'refunding', refund: { failures } });
    }
    purse.act(decideRefundWord(purse.standing, refusal, START_MS + 100));
    expect(purse.standing).toMatchObject({ state: 'refundStuck', isWaiting: true, nextLookAtMs: START_MS + 100 + RULES.contribution.stuckRetryMs });
    purse.act(decideRefundWord(purse.standing, refusal, START_MS + 200));
    expect(purse.effects.filter(({ kind }) => kind === 'openTask')).toHaveLength(1);
    purse.act(decideRefundWord(purse.standing, { kind: 'accepted' }, START_MS + 300));
    expect(purse.standing).toMatchObject({ state: 'refunding', isWaiting: false });
    purse.act(decideRefundWord(purse.standing, { kind: 'done', refundFen: 1_000 }, START_MS + 400));
    expect(standingOf(purse.books)).toEqual({ [RECEIVED]: '-1000 +0 -0', [REFUNDED]: '1000 +0 -0' });
  });

  it('is told to staff at once when the collector has not enough, or when another sum went back', () => {
    for (const word of [{ kind: 'refused', isEmpty: true, words: '不够' }, { kind: 'done', refundFen: 999 }] as const) {
      const purse = refunding();
      purse.act(decideRefundWord(purse.standing, word, START_MS + 20));
      expect(purse.standing.state).toBe('refundStuck');
      expect(standingOf(purse.books)[REFUNDED]).toBe('0 +1000 -0');
    }
  });

  it('means nothing for money that is not on its way back', () => {
    const purse = paidPurse();
    expect(purse.act(decideRefundWord(purse.standing, { kind: 'done', refundFen: 1_000 }, START_MS))).toBe('replay');
    expect(standingOf(purse.books)[ESCROW]).toBe('1000 +0 -0');
  });
});

describe('cash', () => {
  it('waits in the escrow under the name of whoever entered it, and has no clock', () => {
    const purse = new Purse(entered());
    expect(standingOf(purse.books)).toEqual({ [RECEIVED]: '0 +0 -1000', [ESCROW]: '0 +1000 -0' });
    expect(purse.standing).toMatchObject({ isWaiting: true, nextLookAtMs: NEVER_MS });
    expect(purse.act(decideSeen(purse.standing, paidSeen(purse.standing), START_MS))).toBe('replay');
    expect(shownName({ ...purse.standing, isAnonymous: true })).toBe('一位邻居');
  });

  const second = { ...staff, _id: 'm_second' };
  const first = { ...staff, _id: 'm_staff' };
  const cash = (): Purse => new Purse(entered('op1', { communityId: COMMUNITY }));
  const by = (actor: Member, operationId: string) => ({ operationId, actorId: actor._id, inputHash: 'h', nowMs: START_MS + 5 });

  it('counts once another person saw it; never by whoever entered it, nor by somebody from elsewhere', () => {
    const purse = cash();
    expect(purse.act(decideConfirmCash(purse.standing, first, by(first, 'a')))).toBe('SAME_PERSON');
    expect(purse.act(decideConfirmCash(purse.standing, neighbour, by(neighbour, 'a')))).toBe('NOT_FOUND');
    const stale = decideConfirmCash(purse.standing, second, by(second, 'b'));
    expect(purse.act(stale)).toBe('changed');
    expect(purse.act(stale)).toBe('lost');
    expect(purse.act(decideConfirmCash(purse.standing, second, by(second, 'b')))).toBe('replay');
    expect(purse.act(decideConfirmCash(purse.standing, second, by(second, 'c')))).toBe('MONEY_CHANGED');
    expect(purse.act(decideConfirmCash(purse.standing, second, { ...by(second, 'b'), inputHash: 'other' }))).toBe('OPERATION_REUSED');
    expect(standingOf(purse.books)[ESCROW]).toBe('1000 +0 -0');
  });

  it('comes to nothing when it is refused, and can no longer be confirmed', () => {
    const purse = cash();
    expect(purse.act(decideRefuseCash(purse.standing, '少了十块', second, by(second, 'a')))).toBe('changed');
    expect(purse.act(decideConfirmCash(purse.standing, second, by(second, 'b')))).toBe('MONEY_CHANGED');
    expect(standingOf(purse.books)).toEqual({});
  });

  it('is not taken once what it is for is over', () => {
    const purse = cash();
    purse.act(decideEnd(purse.standing, 'cancelled', START_MS));
    expect(purse.act(decideConfirmCash(purse.standing, second, by(second, 'a')))).toBe('GIVE_OVER');
  });

  it('is handed back by one and seen by another', () => {
    const purse = cash();
    purse.act(decideConfirmCash(purse.standing, second, by(second, 'a')));
    purse.act(decideEnd(purse.standing, 'missed', START_MS + 6));
    expect(purse.act(decideConfirmReturn(purse.standing, first, by(first, 'b')))).toBe('MONEY_CHANGED');
    expect(purse.act(decideRecordReturn(purse.standing, '', first, by(first, 'c')))).toBe('changed');
    expect(purse.act(decideRecordReturn(purse.standing, '', second, by(second, 'd')))).toBe('MONEY_CHANGED');
    expect(purse.act(decideConfirmReturn(purse.standing, first, by(first, 'e')))).toBe('SAME_PERSON');
    expect(standingOf(purse.books)[`community:${COMMUNITY}:refunded`]).toBe('0 +1000 -0');
    expect(waitingMoneyView(purse.standing, second)).toMatchObject({ may: 'confirmReturn', returnedByName: first.displayName });
    expect(purse.act(decideConfirmReturn(purse.standing, second, by(second, 'f')))).toBe('changed');
    expect(standingOf(purse.books)).toEqual({ [`community:${COMMUNITY}:received`]: '-1000 +0 -0', [`community:${COMMUNITY}:refunded`]: '1000 +0 -0' });
  });
});
