import { chinaDate } from '@/lib/format';
import { dayNumberOfDate, isoDateOfDay } from './iso-date';

test('a date and its day are one', () => {
  expect(isoDateOfDay(dayNumberOfDate('2026-11-30') ?? 0)).toBe('2026-11-30');
  expect(isoDateOfDay(chinaDate(Date.UTC(2026, 10, 20, 17)).dayNumber)).toBe('2026-11-21');
});

test.each(['', '2026-13-01', '30.11.2026', '2026-1-3'])('%p is no date', (text) => expect(dayNumberOfDate(text)).toBeNull());
