import { DIFFERENCE_KINDS, type ReconciliationRowView } from '@contract';
import { dayWords, differenceWords, reconciliationTag, sumWords } from './reconciliation-words';

const ROW: ReconciliationRowView = { reconciliationId: '2026-11-28_1900', day: '2026-11-28', entityName: '青枫社区居委会', state: 'right', payments: 3, paidFen: 12_050, refunds: 1, refundedFen: 1_000, differenceCount: 0, checkedAtMs: 1 };

test('a day is a date here, whatever the clock of the phone', () => {
  const nowMs = Date.UTC(2026, 11, 1);
  expect(dayWords('2026-11-28', nowMs)).toBe('11 月 28 日');
  expect(dayWords('2025-12-31', nowMs)).toBe('2025 年 12 月 31 日');
});

test.each([
  ['waiting', 0, '账单还没出'],
  ['right', 0, '对上了'],
  ['different', 3, '3 处不一样'],
  ['explained', 3, '原因写了'],
] as const)('%s with %i', (state, differenceCount, words) => expect(reconciliationTag({ state, differenceCount }).words).toBe(words));

test('sums stand where there is a bill', () => {
  expect(sumWords(ROW)).toEqual(['收 3 笔 ¥120.50', '退 1 笔 ¥10']);
  expect(sumWords({ ...ROW, refunds: 0, refundedFen: 0 })).toEqual(['收 3 笔 ¥120.50', '']);
  expect(sumWords({ ...ROW, payments: 0, refunds: 0 })).toEqual(['微信账单上没有收退']);
  expect(sumWords({ ...ROW, state: 'waiting' })).toEqual([]);
});

describe('differenceWords', () => {
  it('says what either side says, and that one of them has nothing', () => {
    expect(differenceWords({ kind: 'paymentAmount', number: 'gv1', billFen: 1_100, booksFen: 1_101 }).sides).toEqual([{ label: '微信账单', value: '¥11' }, { label: '我们的账', value: '¥11.01' }, { label: '单号', value: 'gv1' }]);
    expect(differenceWords({ kind: 'refundMissing', number: 'rf1', billFen: null, booksFen: 500 }).sides).toEqual([{ label: '微信账单', value: '没有这一笔' }, { label: '我们的账', value: '¥5' }, { label: '退款号', value: 'rf1' }]);
  });

  it('names the ledger and the bill’s own sums for what they are', () => {
    expect(differenceWords({ kind: 'ledger', number: 'gv1', billFen: 500, booksFen: 0 }).sides[1]).toEqual({ label: '账本里', value: '¥0' });
    expect(differenceWords({ kind: 'sum', number: '', billFen: 500, booksFen: 400 }).sides).toEqual([{ label: '账单写的合计', value: '¥5' }, { label: '明细加起来', value: '¥4' }]);
  });

  it('shows no figures where there are none', () => {
    for (const kind of ['billMissing', 'billUnreadable', 'sum'] as const) expect(differenceWords({ kind, number: '', billFen: null, booksFen: null }).sides).toEqual([]);
  });

  it('calls each kind something else', () => {
    const titles = DIFFERENCE_KINDS.map((kind) => differenceWords({ kind, number: '', billFen: null, booksFen: null }).title);
    expect(new Set(titles).size).toBe(DIFFERENCE_KINDS.length);
  });
});
