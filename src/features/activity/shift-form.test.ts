import { newShiftForm, shiftProblem, timesOf } from './shift-form';

const NOW_MS = Date.parse('2026-11-20T09:41:00+08:00');
const iso = (atMs: number): string => new Date(atMs + 8 * 3_600_000).toISOString().slice(0, 16);

describe('times of an activity', () => {
  const form = { ...newShiftForm(NOW_MS), placeText: '青枫驿站' };

  test('once, tomorrow from 9 to 11', () => {
    expect(timesOf(form).map(({ startsAtMs, endsAtMs }) => [iso(startsAtMs), iso(endsAtMs)])).toEqual([['2026-11-21T09:00', '2026-11-21T11:00']]);
  });

  test('every week, every day, over midnight', () => {
    expect(timesOf({ ...form, repeat: 'weekly', times: 3 }).map(({ startsAtMs }) => iso(startsAtMs))).toEqual(['2026-11-21T09:00', '2026-11-28T09:00', '2026-12-05T09:00']);
    expect(timesOf({ ...form, repeat: 'daily', times: 2 })).toHaveLength(2);
    expect(iso(timesOf({ ...form, fromMinute: 20 * 60, toMinute: 8 * 60 })[0]?.endsAtMs ?? 0)).toBe('2026-11-22T08:00');
    expect(iso(timesOf({ ...form, toMinute: 24 * 60 })[0]?.endsAtMs ?? 0)).toBe('2026-11-22T00:00');
  });

  test('says what is not yet right', () => {
    expect(shiftProblem(form, NOW_MS)).toBeNull();
    expect(shiftProblem({ ...form, placeText: ' ' }, NOW_MS)).toContain('哪儿');
    expect(shiftProblem({ ...form, day: form.day - 1 }, NOW_MS)).toContain('已经过了');
    expect(shiftProblem({ ...form, leadCode: 'K7M' }, NOW_MS)).toContain('8 位');
  });
});
