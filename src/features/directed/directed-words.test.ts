import { DIRECTED_STATES, type DirectedView } from '@contract';
import { directedNews, directedTag, dueWords, hasMoneyPicture, isTimeToReport, leftoverNext, leftoverWords, moneyShares, payReturnWords, publicName, safetyWords, spokenShares, withdrawWords } from './directed-words';

/** Friday 20 November 2026, 9:41 in UTC+8. */
const NOW_MS = Date.UTC(2026, 10, 20, 1, 41);
const DAY_MS = 86_400_000;
const MAY = { canAnswer: false, canReport: false } as DirectedView['may'];
const told = (more: Partial<DirectedView> = {}) => ({
  state: 'agreed', audience: 'giver', amountFen: 500_000, note: '', payByMs: NOW_MS + 10 * DAY_MS, reportByMs: NOW_MS + 90 * DAY_MS, isReportOverdue: false, toPayFen: 300_000, onTheWayFen: 0, paidFen: 200_000, spentFen: 0,
  collectorKind: 'subMerchant', keeperName: null, entityName: '青枫社区居委会', fundsLeftFen: 0, leftover: null, may: MAY, ...more,
}) as DirectedView;

test('every state, for everybody, says what is so and what comes next in whole sentences', () => {
  for (const state of DIRECTED_STATES) for (const audience of ['giver', 'staff', 'neighbour'] as const) for (const amountFen of [500_000, null]) {
    const news = directedNews(told({ state, audience, amountFen, note: '请写清楚给谁' }), NOW_MS);
    expect(directedTag({ state, amountFen }).words).not.toBe('');
    if (news === null) continue;
    expect(news.title + news.note).not.toMatch(/成功|失败|null|undefined/);
    if (state !== 'asked') expect(news.note).toMatch(/。$/);
  }
});

test('nothing is said of money where none is given', () => {
  for (const state of ['agreed', 'cancelled', 'lapsed'] as const) expect(directedTag({ state, amountFen: null }).words).not.toMatch(/付款|退/);
  expect(directedNews(told({ state: 'cancelled', amountFen: null, note: '社区已经有了' }), NOW_MS)?.note).toBe('原因：社区已经有了。');
});

test('the giver reads how much, until when and what happens if it is missed; cash has its keeper', () => {
  expect(directedNews(told(), NOW_MS)).toEqual({ tone: 'good', title: '社区接了，请在 11 月 30 日前付齐', note: '还要付 ¥3,000。可以分几次付。到期没付齐，已付的自己退回。' });
  expect(directedNews(told({ onTheWayFen: 100_000 }), NOW_MS)?.note).toContain('¥1,000 还在路上');
  expect(directedNews(told({ collectorKind: 'cash', keeperName: '孙会计' }), NOW_MS)?.note).toContain('把现金交给青枫社区居委会的孙会计，当面开收据');
  expect(directedNews(told({ audience: 'neighbour' }), NOW_MS)?.note).not.toContain('还要付');
});

test('an overdue report is said to everybody in plain words', () => {
  const overdue = told({ state: 'running', isReportOverdue: true, reportByMs: NOW_MS - DAY_MS });
  expect(directedNews(overdue, NOW_MS)?.note).toContain('一分钱也不再往外付');
  expect(directedNews({ ...overdue, audience: 'staff' }, NOW_MS)?.note).toContain('接不了新的');
  expect(dueWords(overdue, NOW_MS)).toBe('该在 11 月 19 日报告，晚了');
});

test('money before it runs is paid, on the way and wanting; after, spent, asked for and left', () => {
  const before = moneyShares(told({ onTheWayFen: 50_000 }));
  expect(before.map(({ label, amountFen, percent }) => [label, amountFen, percent])).toEqual([['付了', 200_000, 40], ['在路上，还没算进来', 50_000, 10], ['还没付', 250_000, 50]]);
  const after = moneyShares(told({ state: 'running', paidFen: 500_000, spentFen: 120_000, fundsLeftFen: 300_000 }));
  expect(spokenShares(after)).toBe('花了 ¥1,200，提了还没付 ¥800，还没花 ¥3,000');
  expect(moneyShares(told({ state: 'ended', paidFen: 500_000, spentFen: 480_000 })).map(({ label, amountFen }) => [label, amountFen])).toEqual([['花了', 480_000], ['没用完', 20_000]]);
});

test('a fen that is there does not vanish from the picture', () => expect(moneyShares(told({ state: 'running', paidFen: 500_000, spentFen: 1, fundsLeftFen: 499_999 }))[0]?.percent).toBe(1));

test('a leftover says what happens on a yes', () => {
  const words = (kind: 'giver' | 'fund' | 'again', isGiver = true) => leftoverWords({ kind, amountFen: 12_050, reportByMs: kind === 'again' ? NOW_MS + DAY_MS : null }, isGiver, NOW_MS);
  expect([words('giver'), words('fund'), words('again')]).toEqual([expect.stringContaining('¥120.50 退给您'), expect.stringContaining('发展基金'), '¥120.50 照原来说好的再办一回，11 月 21 日前再报告。']);
  // Only the giver is asked to tap.
  expect(words('giver', false)).toBe('¥120.50 退回给赠与人，由社区当面或者转账退。');
  expect((['said', 'handed'] as const).map((state) => directedTag({ state: 'reported', amountFen: 1, leftover: { state } }).words)).toEqual(['办完了，余款在问', '办完了，余款在退']);
});

test('it is said whose turn it is with a leftover, and that nothing goes without a yes', () => {
  expect(leftoverNext({ state: 'said', answerByMs: NOW_MS + DAY_MS }, NOW_MS)).toBe('等给的人点头，11 月 21 日前；不点钱不动。');
  expect(leftoverNext({ state: 'said', answerByMs: NOW_MS - 1 }, NOW_MS)).toContain('没人动');
  for (const state of ['agreed', 'handed', 'done'] as const) expect(leftoverNext({ state, answerByMs: NOW_MS }, NOW_MS)).toMatch(/。$/);
});

test('money is pictured from the day it is agreed, unless it all went back', () => expect(DIRECTED_STATES.filter(hasMoneyPicture)).toEqual(['agreed', 'counting', 'running', 'reported', 'ended']));

test('before paying it is said what comes back, later only how it is spent', () => {
  expect(payReturnWords({ payByMs: NOW_MS }, NOW_MS)).toBe('11 月 20 日前没付齐，付过的每一分自动退回。');
  expect(safetyWords({ state: 'agreed', amountFen: 1000 })).toContain('自动退回');
  expect(safetyWords({ state: 'running', amountFen: 1000 })).not.toContain('退回');
  expect([safetyWords({ state: 'running', amountFen: null }), safetyWords({ state: 'lapsed', amountFen: 1000 })]).toEqual([null, null]);
});

test('neighbours read no name where the giver wants none', () => {
  expect(publicName({ isAnonymous: true, giverKind: 'merchant', giverName: '吴记粮油' })).toBe('一家商户');
  expect(publicName({ isAnonymous: false, giverKind: 'merchant', giverName: '吴记粮油' })).toBe('吴记粮油');
});

test('taking it back says what comes back', () => {
  expect(withdrawWords({ state: 'offered', amountFen: 1000 })).not.toContain('退回');
  expect(withdrawWords({ state: 'agreed', amountFen: 1000 })).toContain('每一分原路退回');
  expect(withdrawWords({ state: 'running', amountFen: null })).toContain('还没点收');
});

test('with money left each side reads what is theirs to do', () => {
  const leftover = { leftoverId: 'l', kind: 'giver', state: 'said', amountFen: 62_000, reason: '', reportByMs: null, saidAtMs: NOW_MS, answerByMs: NOW_MS, voucherNo: '', corrections: [] } as const;
  const news = (may: Partial<DirectedView['may']>) => directedNews(told({ state: 'reported', leftover, may: { ...MAY, ...may } }), NOW_MS);
  expect(news({ canAnswerLeftover: true })?.title).toBe('还剩 ¥620，请您定一下');
  expect(news({ canConfirmReturn: true })?.title).toBe('¥620 退给您了');
  expect(news({ canRecordReturn: true })?.note).toContain('凭证号');
  expect(news({})).toBeNull();
  // Said no to: both sides read why, before something else is proposed.
  const saidNo = { state: 'reported', fundsLeftFen: 62_000, note: '想用在老人身上' } as const;
  expect(directedNews(told({ ...saidNo, audience: 'staff' }), NOW_MS)).toMatchObject({ title: '都办完了，还剩 ¥620', note: '给的一方没同意：想用在老人身上。等社区提一个去处，给的人点头才算。' });
  expect(directedNews(told(saidNo), NOW_MS)?.note).toBe('您没同意：想用在老人身上。社区会跟您提一个去处，您点头才算。');
});

test('a report is asked for when it is late or nothing is left, not while money may still be spent', () => {
  const asked = (more: Partial<DirectedView>) => isTimeToReport({ may: { ...MAY, canReport: true, canReportWhole: true }, isReportOverdue: false, fundsLeftFen: 0, ...more });
  expect([asked({}), asked({ fundsLeftFen: 1 }), asked({ fundsLeftFen: 1, isReportOverdue: true }), asked({ may: { ...MAY, canReportWhole: true } })]).toEqual([true, false, true, false]);
});
