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
    ['2017-07-04T11:56.02', '2017-07-04T11:56:02.000Z'],
    ['2017-07-04T11:56.02.81', '2017-07-04T11:56:02.810Z'],
    ['2017-07-14T12:02:44.771 GMT+02', '2017-07-14T10:02:44.771Z'],
    ['2017-07-14T12:02:44.771+0330', '2017-07-14T08:32:44.771Z'],
    ['2017-07-14T12:02:44.771 CEST', '2017-07-14T10:02:44.771Z'],
    ['2017-07-14T12:02:44.771 PDT', '2017-07-14T19:02:44.771Z'],
    ['2017-07-14T12:02:44.771 A', '2017-07-14T11:02:44.771Z'],
    ['2017-07-14T12:02:44.771 L', '2017-07-14T01:02:44.771Z'],
    ['2017-07-14T12:02:44.771 P', '2017-07-14T15:02:44.771Z'],
    ['July 4th, 2017', '2017-07-04T00:00:00.000Z'],
    ['July 4th, 2017 12:39:30 BST', '2017-07-04T11:39:30.000Z'],
    ['July 4th, 2017 11am', '2017-07-04T11:00:00.000Z'],
    ['July 4th, 2017 12pm', '2017-07-04T12:00:00.000Z'],
    ['7/4/17', '2017-07-04T00:00:00.000Z'],
    ['04-07-2017', '2017-07-04T00:00:00.000Z'],
    ['2017-Jul-04 noon', '2017-07-04T12:00:00.000Z'],
    ['2017-07-04 12:48:07 GMT+0545', '2017-07-04T07:03:07.000Z'],
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
    ['July 4th', 'an incomplete date/time string has been found'],
    ['2017, 12:50:53', "Error parsing date string '2017, 12:50:53'"],
    ['60.Monday1770/06:59', 'Error parsing date string'],
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
    ['2017, Week 53', '%G, Week %V', '2018-01-01T00:00:00.000Z'],
    ['2017, Day 5', '%G, Day %u', '2017-01-06T00:00:00.000Z'],
    ['1.1.1', '%V.%u.%G', '0001-01-01T00:00:00.000Z'],
    ['4/26/1992:+0445', '%m/%d/%Y:%z', '1992-04-25T19:15:00.000Z'],
    ['4/26/1992:+285', '%m/%d/%Y:%Z', '1992-04-25T19:15:00.000Z'],
    ['2017-07-14T12:02:44.771 EST', '%Y-%m-%dT%H:%M:%S.%L%z', '2017-07-14T17:02:44.771Z'],
    ['2017-07-04T11:56:02.81Z', '%Y-%m-%dT%H:%M:%S.%LZ', '2017-07-04T11:56:02.810Z'],
    ['100% 2026-11-22', '100%% %Y-%m-%d', '2026-11-22T00:00:00.000Z'],
  ])('%s as %s', (text, format, iso) => {
    expect(parseDateInFormat(text, format, UTC).toISOString()).toBe(iso);
  });

  test.each([
    ['2026-xx-22', '%Y-%m-%d', "5: Unexpected data found. 'x'"],
    ['2026/11/22', '%Y-%m-%d', "4: Format literal not found '/'; 7: Format literal not found '/'"],
    ['1992-26-04', 'Y-d-m', 'Format literal not found'],
    ['2018-01', '%Y-%m-%d', 'Data missing'],
    ['2018-01', '%Y', 'Trailing data'],
    ['ISO Day 6', 'ISO Day %u', 'The parsed date was invalid'],
    ['ISO Week 1, 2018', 'ISO Week %V, %Y', 'Mixing of ISO dates with natural dates is not allowed'],
    ['12/31/2018', '%m/%d/%G', 'Mixing of ISO dates with natural dates is not allowed'],
    ['2026-11-22Z', '%Y-%m-%d', '10: Trailing data'],
    ['2026-13-01', '%Y-%m-%d', 'The parsed date was invalid'],
    ['10:20', '%H:%M', 'an incomplete date/time string has been found, with elements missing: "10:20"'],
    ['2026-11', '%Y-%m', 'an incomplete date/time string has been found'],
  ])('%s as %s is refused', (text, format, reason) => {
    expect(() => parseDateInFormat(text, format, UTC)).toThrow(reason);
  });
});
