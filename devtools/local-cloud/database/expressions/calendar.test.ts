import fc from 'fast-check';
import { calendarDate, dateOfIsoWeek, msOf } from './calendar';
import { instantOf, timeZone, UTC } from './time-zones';

const date = fc.date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2200-01-01T00:00:00Z'), noInvalidDate: true });

describe('the calendar', () => {
  test('an ISO week belongs to the year of its Thursday', () => {
    fc.assert(
      fc.property(date, (at) => {
        const { isoWeekYear, isoDayOfWeek, isoWeek } = calendarDate(at, UTC);
        const thursday = new Date(at.getTime() + (4 - isoDayOfWeek) * 86_400_000);
        expect(isoWeekYear).toBe(thursday.getUTCFullYear());
        expect(isoWeek).toBe(Math.floor((thursday.getTime() - Date.UTC(isoWeekYear, 0, 1)) / 604_800_000) + 1);
      }),
    );
  });

  test('the date of an ISO week is the one that is called so', () => {
    fc.assert(
      fc.property(date, (at) => {
        const { isoWeekYear, isoWeek, isoDayOfWeek, year, month, day } = calendarDate(at, UTC);
        expect(dateOfIsoWeek(isoWeekYear, isoWeek, isoDayOfWeek)).toEqual({ year, month, day });
      }),
    );
  });

  test('weeks from Sunday: 0 before the first Sunday, one more each Sunday', () => {
    fc.assert(
      fc.property(date, (at) => {
        const { week, dayOfYear, year } = calendarDate(at, UTC);
        let sundays = 0;
        for (let i = 0; i < dayOfYear; i += 1) if (new Date(Date.UTC(year, 0, 1 + i)).getUTCDay() === 0) sundays += 1;
        expect(week).toBe(sundays);
      }),
    );
  });

  test('an instant is found again by what clocks showed', () => {
    fc.assert(
      fc.property(date, fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', '+08:00', '-0330'), (at, name) => {
        const zone = timeZone(name);
        const shown = msOf(calendarDate(at, zone));
        const found = instantOf(shown, zone);
        // In the hour that clocks show twice, the first is found.
        expect(msOf(calendarDate(new Date(found), zone))).toBe(shown);
        expect(found).toBeLessThanOrEqual(at.getTime());
      }),
    );
  });

  test('in the hour that clocks skip, they go on', () => {
    const newYork = timeZone('America/New_York');
    expect(new Date(instantOf(Date.UTC(2026, 2, 8, 2, 30), newYork)).toISOString()).toBe('2026-03-08T07:30:00.000Z');
  });

  test('Shanghai had summer time in 1990', () => {
    expect(calendarDate(new Date('1990-07-01T00:00:00Z'), timeZone('Asia/Shanghai')).hour).toBe(9);
  });
});
