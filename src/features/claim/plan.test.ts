import { helpWords } from '@contract';
import { chinaDate, chinaMoment, endOfChinaDay } from '@/lib/format';
import { claimPromise, deliverByMs } from './claim-promise';
import { dayParts, planDays } from './plan-days';

/** Friday 20 November 2026, 9:41 in UTC+8. */
const NOW_MS = Date.UTC(2026, 10, 20, 1, 41);
const TODAY = chinaDate(NOW_MS).dayNumber;
const RULES = { holdHours: 72, deliverDays: 7 };

describe('the promise of a claim has real dates', () => {
  test('seven days after the last moment to plan', () =>
    expect(claimPromise(NOW_MS, endOfChinaDay(TODAY + 20), RULES, helpWords({ category: 'goods' })).map((step) => step.when)).toEqual(['现在', '周一 9:41 前', '定好后 7 天内']));
  test('never after the window of the wish', () => expect(claimPromise(NOW_MS, endOfChinaDay(TODAY + 4), RULES, helpWords({ category: 'goods' }))[2]?.when).toBe('11 月 24 日前'));
  test('a wish that ends sooner is kept until it ends', () =>
    expect(claimPromise(NOW_MS, endOfChinaDay(TODAY), RULES, helpWords({ category: 'goods' })).map((step) => step.when)).toEqual(['现在', '今天之内']));
  test('the whole last day counts', () => {
    expect(deliverByMs(NOW_MS, endOfChinaDay(TODAY + 20), 7)).toBe(endOfChinaDay(TODAY + 7));
    expect(deliverByMs(NOW_MS, endOfChinaDay(TODAY + 2), 7)).toBe(endOfChinaDay(TODAY + 2));
  });
});

describe('days to choose from', () => {
  test('today, tomorrow … at most eight', () => {
    const days = planDays(NOW_MS, NOW_MS + 30 * 86_400_000);
    expect(days.map((day) => day.label)).toEqual(['今天', '明天', '后天', '周一', '周二', '周三', '周四', '11 月 27 日']);
  });
  test('none after the last moment', () => expect(planDays(NOW_MS, endOfChinaDay(TODAY + 1)).map((day) => day.label)).toEqual(['今天', '明天']));
  test('late in the evening today is over', () => expect(planDays(chinaMoment(TODAY, 21), endOfChinaDay(TODAY + 1)).map((day) => day.label)).toEqual(['明天']));
  test('parts of today that have passed are gone', () => expect(dayParts(TODAY, chinaMoment(TODAY, 12), endOfChinaDay(TODAY)).map((part) => part.label)).toEqual(['下午', '傍晚']));
  test('parts after the last moment are gone', () => expect(dayParts(TODAY, NOW_MS, chinaMoment(TODAY, 16)).map((part) => part.label)).toEqual(['上午', '下午']));
});
