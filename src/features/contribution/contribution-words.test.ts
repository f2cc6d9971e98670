import { CONTRIBUTION_STATES, type ContributionView } from '@contract';
import { contributionNews, contributionTag, hasReceipt } from './contribution-words';

/** Friday 20 November 2026, 9:41 in UTC+8. */
const NOW_MS = Date.UTC(2026, 10, 20, 1, 41);
const told = (more: Partial<ContributionView>): ContributionView => ({
  contributionId: 'g1', lane: 'mutual', targetId: 'c1', targetTitle: '缓坡', kind: 'wechat', state: 'paid', amountFen: 5000, isAnonymous: false, orderedAtMs: NOW_MS, orderEndsAtMs: NOW_MS + 30 * 60_000,
  paidAtMs: NOW_MS, refundedAtMs: null, refundReason: null, receiptNo: 'R1', entityName: '青枫社区居委会', matchedFen: null, payment: null, ...more,
});

test('every state has a tag and news that say what is so and what comes next', () => {
  for (const state of CONTRIBUTION_STATES) {
    const { title, note } = contributionNews(told({ state }), NOW_MS, false);
    expect(contributionTag(state).words).not.toBe('');
    expect(title).not.toBe('');
    expect(note).toMatch(/。$/);
    expect(title + note).not.toMatch(/成功|失败/);
  }
});

test('an order says until when it can be paid, unless WeChat is being asked', () => {
  expect(contributionNews(told({ state: 'ordered' }), NOW_MS, false)).toMatchObject({ title: '这一单给您留到 10:11', note: '接着付还是这一单，不会付两回。过了时间自己关掉，不扣钱。' });
  expect(contributionNews(told({ state: 'ordered' }), NOW_MS, true).title).toBe('在等微信的回音');
});

test('what went back says how much, why and when', () => {
  const news = contributionNews(told({ state: 'refunded', refundReason: 'missed', refundedAtMs: NOW_MS }), NOW_MS, false);
  expect(news).toEqual({ tone: 'good', title: '¥50 退回给您了', note: '到期没筹够，11 月 20 日原路退回，一分不少。' });
});

test('a receipt is there as soon as the money is, for cash once two people saw it', () => {
  expect([told({}), told({ receiptNo: null }), told({ kind: 'cash', state: 'entered' }), told({ kind: 'cash', state: 'confirmed' })].map(hasReceipt)).toEqual([true, false, false, true]);
});

test('what is paid for a directed gift has its own words', () => {
  const gift = { lane: 'directed' } as const;
  expect(contributionNews(told({ ...gift, state: 'paid' }), NOW_MS, false).note).toContain('付齐了才开始用');
  expect(contributionNews(told({ ...gift, state: 'refunded', refundReason: 'missed', refundedAtMs: NOW_MS }), NOW_MS, false).note).toContain('到期没付齐');
});
