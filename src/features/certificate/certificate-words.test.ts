import { dayOf, dayText, spanOf, spanText, standingWords } from './certificate-words';

const NOW_MS = Date.parse('2026-11-29T20:00:00Z');

describe('the words of a certificate', () => {
  test('days are told with their year', () => {
    expect(dayText('2026-01-09')).toBe('2026 年 1 月 9 日');
    expect(dayOf(NOW_MS)).toBe('2026-11-30');
    expect([spanText('2026-01-02', '2026-11-09'), spanText('2025-01-02', '2026-11-09'), spanText('2026-01-02', '2026-01-02')]).toEqual(['2026 年 1 月 2 日 – 11 月 9 日', '2025 年 1 月 2 日 – 2026 年 11 月 9 日', '2026 年 1 月 2 日']);
  });

  test('choices of days: this year until today, last year whole, all there is', () => {
    const recorded = { fromDay: '2024-05-01', toDay: '2026-11-01' };
    expect(spanOf('thisYear', recorded, NOW_MS)).toEqual({ fromDay: '2026-01-01', toDay: '2026-11-30' });
    expect(spanOf('lastYear', recorded, NOW_MS)).toEqual({ fromDay: '2025-01-01', toDay: '2025-12-31' });
    expect(spanOf('all', recorded, NOW_MS)).toEqual(recorded);
  });

  test('a correction says what is so now, a revocation when and whom to ask', () => {
    const facts = { minutes: 300, minutesNow: 240, timesNow: 4, revokedAtMs: null, organiserName: '青枫社区', contactPhone: '0571-1' };
    expect(standingWords({ ...facts, standing: 'changed' })).toMatchObject({ tone: 'warn', note: '记录后来更正过，现在是 4 次，一共 4 小时。请以现在的为准。' });
    expect(standingWords({ ...facts, standing: 'changed', timesNow: 0, minutesNow: 0 }).note).toContain('0 分');
    expect(standingWords({ ...facts, standing: 'revoked', revokedAtMs: NOW_MS })).toMatchObject({ tone: 'accent', note: '2026 年 11 月 30 日由青枫社区撤销，不能再用。想问原因请打 0571-1。' });
  });
});
