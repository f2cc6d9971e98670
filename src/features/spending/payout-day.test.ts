import { isoDayOf, momentOfDay } from './payout-day';

const at = (text: string): number => Date.parse(`${text}:00+08:00`);

describe('the day of a payout', () => {
  it('is China’s day', () => {
    expect([isoDayOf(at('2026-11-19T23:59')), isoDayOf(at('2026-11-20T00:01'))]).toEqual(['2026-11-19', '2026-11-20']);
  });

  it('is told as its noon, never before it was asked nor in the future', () => {
    const [fromMs, nowMs] = [at('2026-11-18T15:00'), at('2026-11-20T09:00')];
    expect(momentOfDay('2026-11-19', fromMs, nowMs)).toBe(at('2026-11-19T12:00'));
    expect(momentOfDay('2026-11-18', fromMs, nowMs)).toBe(fromMs);
    expect(momentOfDay('2026-11-20', fromMs, nowMs)).toBe(nowMs);
  });
});
