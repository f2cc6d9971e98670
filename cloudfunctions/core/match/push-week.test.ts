import { DAY_MS } from '../kernel/clock';
import { isPushed, newPushWeek, pushWeekIdOf, weekOf } from './push-week';

const at = (text: string): number => Date.parse(`${text}+08:00`);

describe('the week of what a person is sent unasked', () => {
  test('begins on Monday at midnight of UTC+8', () => {
    expect(weekOf(at('2026-11-30T00:00:00'))).toBe('2026-11-30');
    expect(weekOf(at('2026-11-29T23:59:59'))).toBe('2026-11-23');
    expect(weekOf(at('2027-01-01T12:00:00'))).toBe('2026-12-28');
    expect(pushWeekIdOf('m_a', at('2026-12-06T23:59:59'))).toBe('m_a:2026-11-30');
    expect(pushWeekIdOf('m_a', at('2026-12-07T00:00:00'))).toBe('m_a:2026-12-07');
  });

  test('knows what it was taken for, and outlives its week', () => {
    const nowMs = at('2026-11-30T09:00:00');
    const week = newPushWeek('m_a', 'mr_1', nowMs);
    expect(week).toMatchObject({ _id: 'm_a:2026-11-30', count: 1, pushes: { mr_1: nowMs } });
    expect([isPushed(week, 'mr_1'), isPushed(week, 'mr_2'), isPushed(week, 'constructor')]).toEqual([true, false, false]);
    expect(week.wakeAtMs).toBeGreaterThan(nowMs + 7 * DAY_MS);
  });
});
