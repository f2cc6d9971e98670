import { parseDate } from './dates-parsing';
import { parseDateInFormat } from './dates-parsing-format';
import { timeZone, UTC } from './time-zones';

const TEN = '2026-11-22T10:20:00.000Z';

describe('a text without a format', () => {
  test.each([
    ['2026-11-22', '2026-11-22T00:00:00.000Z'],
    ['2026/11/22', '2026-11-22T00:00:00.000Z'],
    ['20261122', '2026-11-22T00:00:00.000Z'],
    ['11/22/2026', '2026-11-22T00:00:00.000Z'],
    ['22-11-2026', '2026-11-22T00:00:00.000Z'],
    ['22.11.2026', '2026-11-22T00:00:00.000Z'],
    ['2026-11', '2026-11-01T00:00:00.000Z'],
    ['2026-W47-7', '2026-11-22T00:00:00.000Z'],
    ['22 November 2026', '2026-11-22T00:00:00.000Z'],
    ['Nov 22, 2026', '2026-11-22T00:00:00.000Z'],
    ['Sun, 22 Nov 2026 10:20:00 GMT', TEN],
    ['2026-11-22 10:20', TEN],
    ['2026-11-22T10:20Z', TEN],
    ['20261122T102000Z', TEN],
    ['2026-11-22T10', '2026-11-22T10:00:00.000Z'],
    ['2026-11-22 10:20:00 UTC', TEN],
    ['2026-11-22 6:20 pm', '2026-11-22T18:20:00.000Z'],
    ['2026-11-22T18:20:00+0800', TEN],
    ['2026-11-22T10:20:00.5', '2026-11-22T10:20:00.500Z'],
    ['2026-11-22T10:20:00.123456Z', '2026-11-22T10:20:00.123Z'],
    ['@0', '1970-01-01T00:00:00.000Z'],
    ['@86400', '1970-01-02T00:00:00.000Z'],
  ])('%s', (text, iso) => {
    expect(parseDate(text, UTC).toISOString()).toBe(iso);
  });

  test.each([
    ['', "Error parsing date string ''; 0: Empty string"],
    ['soon', "Error parsing date string 'soon'; 0: passing a time zone identifier as part of the string is not allowed 's'"],
    ['2026-11-22 Europe/London', '11: passing a time zone identifier as part of the string is not allowed'],
    ['2026-11-22 !', '11: Unexpected character'],
    ['2026-02-29', 'The parsed date was invalid'],
    ['2026-11-22 25:00', 'The parsed time was invalid'],
    ['2026', 'an incomplete date/time string has been found, with elements missing: "2026"'],
    ['tomorrow', 'an incomplete date/time string has been found'],
  ])('%s is refused', (text, reason) => {
    expect(() => parseDate(text, UTC)).toThrow(reason);
  });

  test('names no zone where one is given apart', () => {
    expect(() => parseDate('2026-11-22T10:20Z', timeZone('Asia/Shanghai'))).toThrow("you cannot pass in a date/time string with time zone information ('Z') together with a timezone argument");
    expect(parseDate('2026-11-22T10:20Z', timeZone('+00:00')).toISOString()).toBe(TEN);
  });
});

describe('a text in a format', () => {
  test.each([
    ['22/11/2026', '%d/%m/%Y', '2026-11-22T00:00:00.000Z'],
    ['2026-11-22T10:20:00.000+0000', '%Y-%m-%dT%H:%M:%S.%L%z', TEN],
    ['2026-11-22 18:20 +480', '%Y-%m-%d %H:%M %Z', TEN],
    ['2026 week 47 day 7', '%G week %V day %u', '2026-11-22T00:00:00.000Z'],
    ['100% 2026-11-22', '100%% %Y-%m-%d', '2026-11-22T00:00:00.000Z'],
  ])('%s as %s', (text, format, iso) => {
    expect(parseDateInFormat(text, format, UTC).toISOString()).toBe(iso);
  });

  test.each([
    ['26-11-22', '%Y-%m-%d', '0: A four digit year could not be found'],
    ['2026-xx-22', '%Y-%m-%d', '5: A two digit month could not be found'],
    ['2026/11/22', '%Y-%m-%d', '4: The format separator does not match'],
    ['2026-11', '%Y-%m-%d', 'Not enough data available to satisfy format'],
    ['2026-11-22Z', '%Y-%m-%d', '10: Trailing data'],
    ['2026-13-01', '%Y-%m-%d', 'The parsed date was invalid'],
    ['10:20', '%H:%M', 'an incomplete date/time string has been found, with elements missing: "10:20"'],
    ['2026-11', '%Y-%m', 'an incomplete date/time string has been found'],
  ])('%s as %s is refused', (text, format, reason) => {
    expect(() => parseDateInFormat(text, format, UTC)).toThrow(reason);
  });
});
