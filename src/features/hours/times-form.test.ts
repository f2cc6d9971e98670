import { momentsOf, timesFormOf, timesProblem } from './times-form';

const at = (iso: string): number => Date.parse(`${iso}:00+08:00`);
const NOW_MS = at('2026-11-20T09:41');

describe('times as they are chosen', () => {
  test('there and back, to the minute, over midnight too', () => {
    for (const [from, to] of [['2026-11-14T09:07', '2026-11-14T10:50'], ['2026-11-13T22:00', '2026-11-14T00:30']] as const) {
      const moments = { fromMs: at(from), toMs: at(to) };
      expect(momentsOf(timesFormOf(moments))).toEqual(moments);
    }
  });

  test('what is missing or cannot be is said', () => {
    const whole = { day: '2026-11-20', from: '08:00', to: '09:00' };
    expect(timesProblem(whole, NOW_MS)).toBeNull();
    expect(timesProblem({ ...whole, day: '' }, NOW_MS)).toContain('哪一天');
    expect(timesProblem({ ...whole, to: '' }, NOW_MS)).toContain('几点走');
    expect(timesProblem({ ...whole, to: '08:00' }, NOW_MS)).toContain('同一个时间');
    expect(timesProblem({ ...whole, to: '10:00' }, NOW_MS)).toContain('还没到');
    expect(timesProblem({ ...whole, to: '07:00' }, NOW_MS)).toContain('还没到');
  });
});
