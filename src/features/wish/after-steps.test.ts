import { formatMoment } from '@/lib/format';
import { roughReviewEnd, stepsAfterSending, stepsBeforeSending } from './after-steps';

/** Friday 20 November 2026, 9:41 in UTC+8. */
const NOW_MS = Date.UTC(2026, 10, 20, 1, 41);
const DAY_MS = 86_400_000;

test('24 working hours from a Friday end on Wednesday', () => expect(formatMoment(roughReviewEnd(NOW_MS, 24), NOW_MS)).toBe('周三 18:00'));
test('a shorter review ends on the next working day', () => expect(formatMoment(roughReviewEnd(NOW_MS, 8), NOW_MS)).toBe('周一 18:00'));

test('before sending the steps say about when, and until when it is wanted', () => {
  const steps = stepsBeforeSending(NOW_MS, NOW_MS + 14 * DAY_MS, { reviewWorkingHours: 24 });
  expect(steps[0]?.when).toBe('约周三前');
  expect(steps[2]?.when).toBe('12 月 4 日前');
});

test('after sending the moment is the server’s', () => expect(stepsAfterSending(NOW_MS, NOW_MS + 5 * DAY_MS, false)[0]?.when).toBe('最晚周三 9:41 前'));
