import { chinaDate, chinaMoment, endOfChinaDay, formatDate, formatDay, formatDeadline, formatLedgerMoney, formatMinutes, formatMoment, formatMoney, formatRemaining, formatShortDate, formatWindow, greetingWord, parseYuan, yuanText } from './format';

/** Friday 20 November 2026, 9:41 in UTC+8. */
const NOW_MS = Date.UTC(2026, 10, 20, 1, 41);
const at = (month: number, day: number, hour: number, minute = 0, year = 2026) => Date.UTC(year, month - 1, day, hour - 8, minute);

describe('money', () => {
  test.each([
    [8000, '¥80'], [1_346_000, '¥13,460'], [1250, '¥12.50'], [5, '¥0.05'], [0, '¥0'], [-300, '-¥3'], [123_456_789, '¥1,234,567.89'],
  ])('%d fen reads %s', (fen, words) => expect(formatMoney(fen)).toBe(words));
});

describe('money in a column', () => {
  test.each([
    [218_000, '+2,180.00'], [-5000, '−50.00'], [0, '0.00'], [5, '+0.05'], [123_456_789, '+1,234,567.89'],
  ])('%d fen reads %s', (fen, words) => expect(formatLedgerMoney(fen, { signed: true })).toBe(words));
  test('a balance has no plus', () => expect([1_346_000, -5, 0].map((fen) => formatLedgerMoney(fen))).toEqual(['13,460.00', '−0.05', '0.00']));
});

describe('yuan as typed', () => {
  test.each([
    ['50', 5000], ['12.5', 1250], ['12.50', 1250], ['0.01', 1], [' 1,200 ', 120_000], ['¥8', 800],
    ['', null], ['0.001', null], ['-5', null], ['1e3', null], ['.5', null], ['五十', null], ['9999999999', null],
  ])('%p is %p', (text, fen) => expect(parseYuan(text)).toBe(fen));
  test('and written back', () => expect([5000, 1250, 1, null].map(yuanText)).toEqual(['50', '12.50', '0.01', '']));
});

describe('days are those of UTC+8', () => {
  test('one minute before and after midnight in China', () => {
    expect(chinaDate(at(11, 20, 23, 59)).day).toBe(20);
    expect(chinaDate(at(11, 21, 0, 0)).day).toBe(21);
    expect(formatDay(at(11, 20, 23, 59), NOW_MS)).toBe('今天');
    expect(formatDay(at(11, 21, 0, 0), NOW_MS)).toBe('明天');
  });

  test('a day taken apart and put together is the same', () => {
    const { dayNumber } = chinaDate(NOW_MS);
    expect(chinaMoment(dayNumber, 9, 41)).toBe(NOW_MS);
    expect(endOfChinaDay(dayNumber)).toBe(at(11, 21, 0) - 1);
  });

  test.each([
    [at(11, 19, 9), '昨天'], [at(11, 22, 9), '后天'], [at(11, 23, 9), '周一'], [at(11, 26, 9), '周四'],
    [at(11, 27, 9), '11 月 27 日'], [at(11, 12, 9), '11 月 12 日'], [at(1, 3, 9, 0, 2027), '2027 年 1 月 3 日'],
  ])('%d is %s', (ms, words) => expect(formatDay(ms, NOW_MS)).toBe(words));

  test('the narrow column of a timeline', () => expect([formatShortDate(at(11, 9, 9), NOW_MS), formatShortDate(at(11, 20, 23), NOW_MS)]).toEqual(['11/9', '今天']));

  test('a date of this year needs no year', () => expect(formatDate(at(11, 30, 12), NOW_MS)).toBe('11 月 30 日'));
});

describe('moments and deadlines', () => {
  test('72 hours from Friday 9:41 is Monday 9:41', () => expect(formatMoment(NOW_MS + 72 * 3_600_000, NOW_MS)).toBe('周一 9:41'));
  test.each([
    [at(11, 20, 18), '今天 18:00 前'], [endOfChinaDay(chinaDate(at(11, 30, 1)).dayNumber), '11 月 30 日前'],
    [endOfChinaDay(chinaDate(NOW_MS).dayNumber), '今天之内'], [at(11, 24, 0), '周一前'],
  ])('%d: %s', (ms, words) => expect(formatDeadline(ms, NOW_MS)).toBe(words));
  test.each([
    [4 * 86_400_000 + 5, '还有 4 天'], [5 * 3_600_000, '还有 5 小时'], [20 * 60_000, '还有 20 分钟'], [30_000, '马上到了'], [-2 * 86_400_000, '已经过了 2 天'],
  ])('in %d ms: %s', (ms, words) => expect(formatRemaining(NOW_MS + ms, NOW_MS)).toBe(words));
  test.each([
    [at(11, 20, 18), '今天 18:00 前'], [at(11, 24, 23, 59), '还有 4 天'], [NOW_MS - 1, '已到期'], [at(11, 21, 23, 59), '明天之内'],
  ])('window %d: %s', (ms, words) => expect(formatWindow(ms, NOW_MS)).toBe(words));
});

test.each([[7, '早'], [12, '中午好'], [15, '下午好'], [20, '晚上好'], [3, '晚上好']])('at %d people say %s', (hour, words) => expect(greetingWord(at(11, 20, hour))).toBe(words));

test('minutes as people say them, whole', () => expect([45, 60, 112, 112.9].map(formatMinutes)).toEqual(['45 分钟', '1 小时', '1 小时 52 分', '1 小时 52 分']));
