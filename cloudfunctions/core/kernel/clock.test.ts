import { chinaDateText, chinaDay, chinaTimeText, DAY_MS, endOfChinaDayMs, minuteOfChinaDay, startOfChinaDayMs, startOfChinaWeekMs, systemClock } from './clock';

const at = (text: string): number => Date.parse(`${text}+08:00`);

describe('the clock of people in UTC+8', () => {
  it('turns the day at midnight there, wherever the function runs', () => {
    expect(chinaDay(at('2026-11-20T00:00:00'))).toBe('2026-11-20');
    expect(chinaDay(at('2026-11-20T00:00:00') - 1)).toBe('2026-11-19');
    expect(startOfChinaDayMs('2026-11-20')).toBe(at('2026-11-20T00:00:00'));
    expect(endOfChinaDayMs(at('2026-11-20T13:00:00'))).toBe(at('2026-11-21T00:00:00') - 1);
  });

  it('begins the week on Monday', () => {
    const monday = at('2026-11-16T00:00:00');
    for (const day of [0, 1, 6]) expect(startOfChinaWeekMs(monday + day * DAY_MS + 1)).toBe(monday);
    expect(startOfChinaWeekMs(monday - 1)).toBe(monday - 7 * DAY_MS);
  });

  it('tells days and times as people read them', () => {
    expect(chinaDateText(at('2026-01-05T08:00:00'))).toBe('1 月 5 日');
    expect(chinaTimeText(at('2026-01-05T08:05:59'))).toBe('8:05');
    expect(minuteOfChinaDay(at('2026-01-05T23:59:59'))).toBe(1_439);
  });

  it('is moved by the local cloud only', () => {
    const before = process.env.LINYUAN_CLOCK_OFFSET_MS;
    try {
      process.env.LINYUAN_CLOCK_OFFSET_MS = String(DAY_MS);
      expect(Math.abs(systemClock.nowMs() - Date.now() - DAY_MS)).toBeLessThan(1_000);
      delete process.env.LINYUAN_CLOCK_OFFSET_MS;
      expect(Math.abs(systemClock.nowMs() - Date.now())).toBeLessThan(1_000);
    } finally {
      if (before !== undefined) process.env.LINYUAN_CLOCK_OFFSET_MS = before;
    }
  });
});
