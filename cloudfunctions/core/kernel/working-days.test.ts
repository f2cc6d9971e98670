import { HOUR_MS } from './clock';
import { addWorkingMs, calendarWarning, daysOfYear, isWorkingDay, wholeWorkingDaysBetween, workingDaysAfter, workingMsBetween, yearSource } from './working-days';

/** Moment given in UTC+8, as people say it. */
const at = (text: string): number => Date.parse(`${text}:00+08:00`);
const DAY_WORK_MS = 8 * HOUR_MS;

describe('working time', () => {
  it('runs from 9 to 12 and from 13 to 18 on a working day', () => {
    expect(workingMsBetween(at('2026-11-20T00:00'), at('2026-11-20T23:59'))).toBe(DAY_WORK_MS);
    expect(workingMsBetween(at('2026-11-20T12:00'), at('2026-11-20T13:00'))).toBe(0);
    expect(addWorkingMs(at('2026-11-20T11:00'), 2 * HOUR_MS)).toBe(at('2026-11-20T14:00'));
  });

  it('begins with the next span when asked at night, at noon or on a Saturday', () => {
    expect(addWorkingMs(at('2026-11-20T20:00'), HOUR_MS)).toBe(at('2026-11-23T10:00'));
    expect(addWorkingMs(at('2026-11-20T12:30'), HOUR_MS)).toBe(at('2026-11-20T14:00'));
    expect(addWorkingMs(at('2026-11-21T10:00'), HOUR_MS)).toBe(at('2026-11-23T10:00'));
  });

  it('gives 24 working hours as three working days', () => {
    expect(addWorkingMs(at('2026-11-20T09:41'), 24 * HOUR_MS)).toBe(at('2026-11-25T09:41'));
  });

  it('rests on the National Day holidays of 2026 and works on the days made up for them', () => {
    expect(workingMsBetween(at('2026-10-01T00:00'), at('2026-10-08T00:00'))).toBe(0);
    expect(workingMsBetween(at('2026-09-20T00:00'), at('2026-09-21T00:00'))).toBe(DAY_WORK_MS);
    expect(workingMsBetween(at('2026-10-10T00:00'), at('2026-10-11T00:00'))).toBe(DAY_WORK_MS);
    expect(addWorkingMs(at('2026-09-30T17:00'), 2 * HOUR_MS)).toBe(at('2026-10-08T10:00'));
  });

  it('rests over the Spring Festival of 2026 and works on the days made up for it', () => {
    expect(workingMsBetween(at('2026-02-15T00:00'), at('2026-02-24T00:00'))).toBe(0);
    expect(workingMsBetween(at('2026-02-14T00:00'), at('2026-02-15T00:00'))).toBe(DAY_WORK_MS);
    expect(workingMsBetween(at('2026-02-28T00:00'), at('2026-03-01T00:00'))).toBe(DAY_WORK_MS);
    expect(addWorkingMs(at('2026-02-14T17:30'), HOUR_MS)).toBe(at('2026-02-24T09:30'));
  });

  it('counts backwards with a minus, and both ways the same', () => {
    const from = at('2026-11-19T16:00');
    const to = at('2026-11-23T10:00');
    expect(workingMsBetween(from, to)).toBe(2 * HOUR_MS + DAY_WORK_MS + HOUR_MS);
    expect(workingMsBetween(to, from)).toBe(-workingMsBetween(from, to));
    expect(workingMsBetween(from, addWorkingMs(from, 30 * HOUR_MS))).toBe(30 * HOUR_MS);
  });
});

describe('whole working days', () => {
  const endOf = (day: string): number => at(`${day}T23:59`) + 59_999;
  /** As the State Council might announce it in November 2026; until staff enter it, nobody knows it. */
  const spring2027 = { holidays: ['2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11', '2027-02-12'], workdays: ['2027-01-31', '2027-02-20'] };

  it('never counts the day it starts on, whatever the hour', () => {
    expect(workingDaysAfter(at('2026-11-23T00:00'), 5)).toBe(endOf('2026-11-30'));
    expect(workingDaysAfter(at('2026-11-23T23:59'), 5)).toBe(endOf('2026-11-30'));
    expect(workingDaysAfter(at('2026-11-21T10:00'), 1)).toBe(endOf('2026-11-23'));
  });

  it('rests over National Day 2026 and counts the Saturday made up for it', () => {
    expect(workingDaysAfter(at('2026-09-29T10:00'), 1)).toBe(endOf('2026-09-30'));
    expect(workingDaysAfter(at('2026-09-29T10:00'), 2)).toBe(endOf('2026-10-08'));
    expect(workingDaysAfter(at('2026-09-29T10:00'), 5)).toBe(endOf('2026-10-12'));
    expect(wholeWorkingDaysBetween(at('2026-09-29T10:00'), at('2026-10-10T09:00'))).toBe(3);
    expect(wholeWorkingDaysBetween(at('2026-09-29T10:00'), at('2026-10-11T09:00'))).toBe(4);
  });

  it('takes what staff entered for a year the library does not know', () => {
    const overrides = { 2027: spring2027 };
    expect(workingDaysAfter(at('2027-02-03T10:00'), 5)).toBe(endOf('2027-02-10'));
    expect(workingDaysAfter(at('2027-02-03T10:00'), 5, overrides)).toBe(endOf('2027-02-18'));
    expect(workingDaysAfter(at('2027-02-19T10:00'), 1, overrides)).toBe(endOf('2027-02-20'));
    expect(addWorkingMs(at('2027-02-04T17:00'), 2 * HOUR_MS, overrides)).toBe(at('2027-02-15T10:00'));
    expect(isWorkingDay('2027-01-31', overrides)).toBe(true);
    expect(isWorkingDay('2027-01-31')).toBe(false);
  });

  it('says which years are known and warns plainly of one that is not', () => {
    expect([yearSource('2026'), yearSource('2027', { 2027: spring2027 }), yearSource('2031')]).toEqual(['library', 'staff', 'weekends']);
    expect(calendarWarning(at('2026-11-20T10:00'), at('2026-12-31T10:00'))).toBeNull();
    expect(calendarWarning(at('2026-12-28T10:00'), at('2027-01-04T10:00'))).toContain('2027 年的放假安排还没有录入');
    expect(calendarWarning(at('2026-12-28T10:00'), at('2027-01-04T10:00'), { 2027: spring2027 })).toBeNull();
    expect(calendarWarning(at('2031-03-03T10:00'), at('2031-03-10T10:00'))).toContain('2031');
    expect(workingDaysAfter(at('2031-10-01T10:00'), 1)).toBe(endOf('2031-10-02'));
    expect(daysOfYear('2031')).toEqual({ holidays: [], workdays: [] });
    expect(daysOfYear('2026').workdays).toContain('2026-10-10');
  });

  it('measures between exactly what it counts forward', () => {
    for (let hours = 0; hours < 24 * 60; hours += 31) {
      const fromMs = at('2026-09-01T08:00') + hours * HOUR_MS;
      for (const days of [1, 2, 5]) expect(wholeWorkingDaysBetween(fromMs, workingDaysAfter(fromMs, days) + 1)).toBe(days);
    }
  });
});
