import { Clock } from '../kernel/clock';
import { Quotas } from './quotas';

const MINUTE_MS = 60_000;

/** A clock that stands still at this moment. */
const clockAt = (iso: string): Clock & { nowMs: () => number; move: (ms: number) => void } => {
  let nowMs = Date.parse(iso);
  return Object.assign(new Clock(), { nowMs: () => nowMs, move: (ms: number) => void (nowMs += ms) });
};

const takeMany = (quotas: Quotas, apiName: string, count: number): number => Array.from({ length: count }, () => quotas.take(apiName)).filter((refused) => refused === undefined).length;

describe('quotas', () => {
  test.each([
    ['security.msgSecCheck', 4000],
    ['security.mediaCheckAsync', 2000],
    ['wxacode.getUnlimited', 5000],
  ])('%s: %i a minute, as documented', (apiName, perMinute) => {
    const clock = clockAt('2026-11-20T09:41:59+08:00');
    const quotas = new Quotas(clock);
    expect(takeMany(quotas, apiName, perMinute + 10)).toBe(perMinute);
    expect(quotas.take(apiName)).toMatchObject({ errcode: 45009 });
    clock.move(1000);
    expect(quotas.take(apiName)).toBeUndefined();
  });

  test('a day ends at midnight in China, and a new minute does not give it back', () => {
    const clock = clockAt('2026-11-20T23:57:30+08:00');
    const quotas = new Quotas(clock);
    quotas.change('security.msgSecCheck', { perDay: 1 });
    expect(takeMany(quotas, 'security.msgSecCheck', 2)).toBe(1);
    clock.move(MINUTE_MS);
    expect(quotas.take('security.msgSecCheck')).toMatchObject({ errcode: 45009 });
    clock.move(2 * MINUTE_MS);
    expect(quotas.take('security.msgSecCheck')).toBeUndefined();
  });

  test('one call does not use up the quota of another, and calls that are not listed are not counted', () => {
    const quotas = new Quotas(clockAt('2026-11-20T09:41:00+08:00'));
    quotas.change('security.msgSecCheck', { perMinute: 0 });
    expect(quotas.take('security.msgSecCheck')).toMatchObject({ errcode: 45009 });
    expect(quotas.take('security.mediaCheckAsync')).toBeUndefined();
    expect(takeMany(quotas, 'subscribeMessage.send', 10_000)).toBe(10_000);
  });
});
