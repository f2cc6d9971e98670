import { RULES } from '../rules';
import { compareBill, type BookedPayment, type BookedRefund } from './compare-bill';
import { fenOfYuan, readBill, type Bill } from './read-bill';
import { billDays, checkedWith, newAccountDay, nextTryMs } from './reconciliation';
import { shareOutBill } from './share-out-bill';

const HEAD = '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注';
const SUM_HEAD = '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额';
const line = (orderNo: string, state: 'SUCCESS' | 'REFUND', yuan: string): string => {
  const [paid, back, refundNo] = state === 'SUCCESS' ? [yuan, '0.00', '0'] : ['0.00', yuan, `${orderNo}_r`];
  return ['2026-11-20 09:41:00', 'wx', '1800008281', '1900001109', '', `4200${orderNo}`, orderNo, 'o', 'JSAPI', state, 'OTHERS', 'CNY', paid, '0.00', '0', refundNo, back, '0.00', '', '', '楼道灯，一盏', '', '0.00', '0.60%', paid, back, ''].map((cell) => `\`${cell}`).join(',');
};
const text = (lines: readonly string[], sum: string): string => [HEAD, ...lines, SUM_HEAD, sum, ''].join('\r\n');
const GOOD = text([line('gv_a', 'SUCCESS', '5.00'), line('gv_b', 'SUCCESS', '0.01'), line('gv_a', 'REFUND', '5.00')], '`3,`5.01,`5.00,`0.00,`0.0,`5.01,`5.00');

describe('a bill', () => {
  it.each([['5.00', 500], ['0.01', 1], ['-0.10', -10], ['12', 1_200], ['19.99', 1_999], ['1000000.07', 100_000_007]] as const)('reads %s yuan as %d fen', (yuan, fen) => {
    expect(fenOfYuan(yuan)).toBe(fen);
  });

  it.each(['', '5.0', '5.001', '1e3', '五元', '`5.00', '5,00'])('takes %p for no amount', (yuan) => {
    expect(fenOfYuan(yuan)).toBeNull();
  });

  it('is read line by line, with what it comes to', () => {
    expect(readBill(GOOD)).toEqual({
      ok: true,
      bill: { payments: [{ orderNo: 'gv_a', transactionId: '4200gv_a', amountFen: 500 }, { orderNo: 'gv_b', transactionId: '4200gv_b', amountFen: 1 }], refunds: [{ refundNo: 'gv_a_r', orderNo: 'gv_a', amountFen: 500 }], lines: 3, paidFen: 501, refundedFen: 500 },
    });
  });

  it.each([
    ['nothing', ''],
    ['another table', 'a,b\r\n`1,`2'],
    ['a bill that was cut', GOOD.slice(0, GOOD.indexOf(SUM_HEAD))],
    ['a line that was cut', GOOD.replace(',`0.60%,`5.00,`0.00,`', '')],
    ['an amount that is none', GOOD.replaceAll('`0.01', '`0.0x')],
  ])('says why not when it is %s', (_name, bill) => {
    expect(readBill(bill)).toMatchObject({ ok: false });
  });
});

describe('bill and books', () => {
  const bill = (change: Partial<Bill> = {}): Bill => ({ payments: [{ orderNo: 'a', transactionId: 't', amountFen: 500 }], refunds: [{ refundNo: 'a_r', orderNo: 'a', amountFen: 500 }], lines: 2, paidFen: 500, refundedFen: 500, ...change });
  const payment = (change: Partial<BookedPayment> = {}): BookedPayment => ({ orderNo: 'a', paidFen: 500, ledgerFen: 500, ...change });
  const refund = (change: Partial<BookedRefund> = {}): BookedRefund => ({ refundNo: 'a_r', amountFen: 500, isNearMidnight: false, ...change });
  const kinds = (...found: ReturnType<typeof compareBill>): readonly string[] => found.map(({ kind }) => kind);

  it('agree line by line', () => expect(compareBill(bill(), [payment()], [refund()])).toEqual([]));

  it.each([
    ['a payment we do not know', [], [refund()], ['paymentUnknown']],
    ['a payment of another amount', [payment({ paidFen: 499, ledgerFen: 499 })], [refund()], ['paymentAmount']],
    ['a payment the ledger lacks', [payment({ ledgerFen: 0 })], [refund()], ['ledger']],
    ['a payment the ledger has twice', [payment({ ledgerFen: 1_000 })], [refund()], ['ledger']],
    ['a payment the bill lacks', [payment(), payment({ orderNo: 'b' })], [refund()], ['paymentMissing']],
    ['a refund we do not know', [payment()], [], ['refundUnknown']],
    ['a refund of another amount', [payment()], [refund({ amountFen: 1 })], ['refundAmount']],
    ['a refund the bill lacks', [payment()], [refund(), refund({ refundNo: 'b_r' })], ['refundMissing']],
  ] as const)('differ by %s', (_name, payments, refunds, expected) => {
    expect(kinds(...compareBill(bill(), payments, refunds))).toEqual(expected);
  });

  it('do not differ by a refund asked at midnight, which stands in the bill of the day beside', () => {
    expect(compareBill(bill(), [payment()], [refund(), refund({ refundNo: 'b_r', isNearMidnight: true })])).toEqual([]);
  });

  it('differ when the bill does not come to what it says', () => {
    expect(kinds(...compareBill(bill({ lines: 3 }), [payment()], [refund()]))).toEqual(['sum']);
    expect(kinds(...compareBill(bill({ paidFen: 501, refundedFen: 499 }), [payment()], [refund()]))).toEqual(['sum', 'sum']);
  });

  it('keep a bounded list and count all', () => {
    const many = Array.from({ length: 200 }, (_unused, index) => ({ kind: 'paymentUnknown', number: String(index), billFen: 1, booksFen: null }) as const);
    const { state, differences, differenceCount } = checkedWith(many, 0);
    expect([state, differences.length, differenceCount]).toEqual(['different', RULES.reconciliation.differencesKept, 200]);
    expect(checkedWith([], 0).state).toBe('right');
  });
});

describe('one account of several communities', () => {
  const [east, west] = [{ communityId: 'c_east', areaIds: ['d', 'c_east'] }, { communityId: 'c_west', areaIds: ['d', 'c_west'] }];
  const bill: Bill = {
    payments: [{ orderNo: 'e1', transactionId: 't', amountFen: 500 }, { orderNo: 'w1', transactionId: 't', amountFen: 300 }, { orderNo: 'nobody', transactionId: 't', amountFen: 7 }],
    refunds: [{ refundNo: 'w1_r', orderNo: 'w1', amountFen: 300 }], lines: 4, paidFen: 807, refundedFen: 300,
  };
  const placeOf = new Map([['e1', east], ['w1', west], ['w1_r', west], ['w2', west]]);
  const differences = compareBill(bill, [{ orderNo: 'e1', paidFen: 500, ledgerFen: 500 }, { orderNo: 'w1', paidFen: 300, ledgerFen: 300 }, { orderNo: 'w2', paidFen: 9, ledgerFen: 9 }], [{ refundNo: 'w1_r', amountFen: 300, isNearMidnight: false }]);

  it('gives each its lines and its differences; what nobody knows is the first one’s', () => {
    expect(shareOutBill(bill, differences, placeOf, [east])).toEqual([
      { place: east, payments: 2, paidFen: 507, refunds: 0, refundedFen: 0, differences: [{ kind: 'paymentUnknown', number: 'nobody', billFen: 7, booksFen: null }] },
      { place: west, payments: 1, paidFen: 300, refunds: 1, refundedFen: 300, differences: [{ kind: 'paymentMissing', number: 'w2', billFen: null, booksFen: 9 }] },
    ]);
  });

  it('loses no fen, and a bill that is wrong in itself proves nobody’s books', () => {
    const shares = shareOutBill({ ...bill, lines: 5 }, [{ kind: 'sum', number: '', billFen: null, booksFen: null }], placeOf, [west, east]);
    const sum = (part: (share: (typeof shares)[number]) => number): number => shares.reduce((all, share) => all + part(share), 0);
    expect([sum(({ payments }) => payments), sum(({ paidFen }) => paidFen), sum(({ refunds }) => refunds), sum(({ refundedFen }) => refundedFen)]).toEqual([3, 807, 1, 300]);
    expect(shares.map((share) => share.differences.length)).toEqual([1, 1]);
  });

  it('is one day of the account, the first that received first', () => {
    const account = (communityId: string, sinceMs: number) => ({ _id: `19_${communityId}`, subMchId: '19', entityName: '慈善会', communityId, areaIds: [], sinceMs });
    expect(newAccountDay('2026-11-20', [account('a', 2), account('b', 1)], 0)).toMatchObject({ _id: '2026-11-20_19', accounts: [{ communityId: 'b' }, { communityId: 'a' }] });
  });
});

describe('days', () => {
  it('are those whose bills are made: yesterday from ten o\'clock in China, and a week before', () => {
    expect(billDays(Date.parse('2026-11-21T01:59:00Z'))[0]).toBe('2026-11-19');
    expect(billDays(Date.parse('2026-11-21T02:00:00Z'))[0]).toBe('2026-11-20');
    expect(billDays(Date.parse('2026-11-21T02:00:00Z'))).toHaveLength(RULES.reconciliation.daysBack);
  });

  it('are asked for again while the bill is late, then no more', () => {
    const fresh = newAccountDay('2026-11-20', [], 0);
    expect(nextTryMs(fresh, 0)).toBe(1_800_000);
    expect(nextTryMs({ ...fresh, tries: 20 }, 0)).toBe(10_800_000);
    expect(nextTryMs({ ...fresh, tries: RULES.reconciliation.triesMax - 1 }, 0)).toBeNull();
  });
});
