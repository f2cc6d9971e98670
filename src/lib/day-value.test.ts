import { dayValue, endOfDayValue, startOfDayValue } from './day-value';

describe('days of the wheel', () => {
  test('go there and back, whatever the phone’s own time zone', () => {
    for (const day of ['2026-01-01', '2026-02-28', '2028-02-29', '2026-12-31']) {
      expect(dayValue(startOfDayValue(day))).toBe(day);
      expect(dayValue(endOfDayValue(day))).toBe(day);
      expect(dayValue(endOfDayValue(day) + 1)).not.toBe(day);
    }
  });
});
