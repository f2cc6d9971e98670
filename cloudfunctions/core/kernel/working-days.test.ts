import { HOUR_MS } from './clock';
import { addWorkingMs, workingMsBetween } from './working-days';

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
