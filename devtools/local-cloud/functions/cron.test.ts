import * as fc from 'fast-check';
import { parseCron, parseTimer } from './cron';

/** Moments are written in UTC+8, the zone of the timers. */
const at = (text: string): number => Date.parse(`${text}+08:00`);
const shown = (ms: number | undefined): string | undefined => (ms === undefined ? undefined : new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19));
const next = (cron: string, after: string): string | undefined => shown(parseCron(cron).nextAfter(at(after)));

describe('the next due second', () => {
  test.each([
    ['every second', '* * * * * * *', '2026-11-20T09:41:00', '2026-11-20T09:41:01'],
    ['every five seconds', '*/5 * * * * * *', '2026-11-20T09:41:03', '2026-11-20T09:41:05'],
    ['every minute', '0 * * * * * *', '2026-11-20T09:41:00', '2026-11-20T09:42:00'],
    ['the first of a month at two', '0 0 2 1 * * *', '2026-11-20T09:41:00', '2026-12-01T02:00:00'],
    ['working days at a quarter past ten', '0 15 10 * * MON-FRI *', '2026-11-20T10:15:00', '2026-11-23T10:15:00'],
    ['ten, two and four', '0 0 10,14,16 * * * *', '2026-11-20T10:00:00', '2026-11-20T14:00:00'],
    ['half hours of the day', '0 */30 9-17 * * * *', '2026-11-20T17:30:00', '2026-11-21T09:00:00'],
    ['noon of a Wednesday', '0 0 12 * * WED *', '2026-11-20T09:41:00', '2026-11-25T12:00:00'],
    ['from the first minute every tenth', '0 1/10 * * * * *', '2026-11-20T09:01:00', '2026-11-20T09:11:00'],
    ['from the first minute every tenth, into the next hour', '0 1/10 * * * * *', '2026-11-20T09:51:00', '2026-11-20T10:01:00'],
    ['a month by its name', '0 0 0 1 jan * *', '2026-11-20T00:00:00', '2027-01-01T00:00:00'],
    ['a year to come', '0 0 0 1 1 * 2030', '2026-11-20T00:00:00', '2030-01-01T00:00:00'],
    ['the day of a leap year', '0 0 0 29 2 * *', '2026-11-20T00:00:00', '2028-02-29T00:00:00'],
    ['the 31st skips short months', '0 0 0 31 * * *', '2026-11-01T00:00:00', '2026-12-31T00:00:00'],
    ['day or week when both are given: the day comes first', '0 0 0 21 * MON *', '2026-11-20T00:00:00', '2026-11-21T00:00:00'],
    ['day or week when both are given: the week comes first', '0 0 0 28 * MON *', '2026-11-20T00:00:00', '2026-11-23T00:00:00'],
    ['a week day alone does not make every day due', '0 0 0 * * 0 *', '2026-11-20T00:00:00', '2026-11-22T00:00:00'],
    ['a range with a step', '10-50/20 * * * * * *', '2026-11-20T09:41:31', '2026-11-20T09:41:50'],
    ['a list of ranges', '0 0 1-2,5 * * * *', '2026-11-20T02:00:00', '2026-11-20T05:00:00'],
    ['midnight of UTC+8, not of UTC', '0 0 0 * * * *', '2026-11-20T23:59:59', '2026-11-21T00:00:00'],
  ])('%s', (_name, cron, after, due) => {
    expect(next(cron, after)).toBe(due);
  });

  test('is none when the years are over', () => {
    expect(next('0 0 0 1 1 * 2020', '2026-11-20T00:00:00')).toBeUndefined();
    expect(next('0 0 0 30 2 * *', '2026-11-20T00:00:00')).toBeUndefined();
  });

  test('is the first that matches, second by second', () => {
    const field = (least: number, most: number): fc.Arbitrary<string> =>
      fc.oneof(fc.constant('*'), fc.integer({ min: least, max: most }).map(String), fc.integer({ min: 1, max: most }).map((step) => `*/${step}`));
    fc.assert(
      fc.property(field(0, 59), field(0, 59), fc.integer({ min: 0, max: 86_400 }), (second, minute, offset) => {
        const cron = parseCron(`${second} ${minute} * * * * *`);
        const startMs = at('2026-11-20T00:00:00') + offset * 1000;
        const due = cron.nextAfter(startMs) ?? 0;
        expect(due).toBeGreaterThan(startMs);
        expect(due - startMs).toBeLessThanOrEqual(2 * 3_600_000);
        // Nothing between is due, and what is due is found again from just before it.
        expect(cron.nextAfter(due - 1000)).toBe(due);
        expect(cron.nextAfter(Math.floor((startMs + due) / 2000) * 1000)).toBe(cron.nextAfter(Math.floor((startMs + due) / 2000) * 1000 + 1));
      }),
      { numRuns: 200 },
    );
  });
});

describe('a malformed cron is refused', () => {
  test.each([
    ['six fields', '0 * * * * *', 'seven fields'],
    ['eight fields', '0 * * * * * * *', 'seven fields'],
    ['a second of 60', '60 * * * * * *', 'is no second'],
    ['an hour of 24', '0 0 24 * * * *', 'is no hour'],
    ['a day of 0', '0 0 0 0 * * *', 'is no day'],
    ['a month of 13', '0 0 0 1 13 * *', 'is no month'],
    ['a week day of 7', '0 0 0 * * 7 *', 'is no week'],
    ['a year of 1969', '0 0 0 1 1 * 1969', 'is no year'],
    ['an unknown name', '0 0 0 * * MOO *', 'is no week'],
    ['a range that runs backwards', '0 0 17-9 * * * *', 'runs backwards'],
    ['a step of 0', '*/0 * * * * * *', 'no step'],
    ['a step without a number', '*/ * * * * * *', 'cannot be read'],
    ['a step of nothing', '/5 * * * * * *', 'cannot be read'],
    ['two steps', '*/5/5 * * * * * *', 'cannot be read'],
    ['a question mark', '0 0 0 ? * MON *', 'is no day'],
    ['an empty part of a list', '1,,2 * * * * * *', 'cannot be read'],
    ['a negative number', '-1 * * * * * *', 'is no second'],
    ['nothing', '', 'seven fields'],
  ])('%s', (_name, cron, reason) => {
    expect(() => parseCron(cron)).toThrow(reason);
  });
});

describe('a timer', () => {
  const cron = '0 * * * * * *';
  test('has a name and a cron', () => {
    expect(parseTimer('jobs', { name: 'every-minute', cron }).name).toBe('every-minute');
  });

  test.each([
    ['two timers of one function', [{ name: 'a', cron }, { name: 'b', cron }], 'one timer at most'],
    ['a name that begins with a digit', { name: '1st', cron }, 'no name of a timer'],
    ['a name of 61 characters', { name: 'x'.repeat(61), cron }, 'no name of a timer'],
    ['a name with a blank', { name: 'every minute', cron }, 'no name of a timer'],
    ['no cron', { name: 'a' }, 'no cron'],
    ['a malformed cron', { name: 'a', cron: 'daily' }, 'seven fields'],
  ])('is refused with %s', (_name, timer, reason) => {
    expect(() => parseTimer('jobs', timer)).toThrow(reason);
  });
});
