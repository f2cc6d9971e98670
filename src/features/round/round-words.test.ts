import { fruitsOf, heldWords, roundSpan, roundSpanNow, roundTime, spacedCode, sumsSentence } from './round-words';

const NOW = Date.parse('2026-11-20T09:41:00+08:00');
const at = (text: string): number => Date.parse(`2026-${text}:00+08:00`);

describe('words of a round', () => {
  it('tell the hour of today’s claims and the day of older ones', () => {
    expect([heldWords(at('11-20T06:41'), NOW), heldWords(at('11-19T12:41'), NOW), heldWords(at('11-15T12:41'), NOW)]).toEqual(['6:41', '昨天', '11 月 15 日']);
  });

  it('tell the one time that matters', () => {
    const round = { kind: 'round' as const, state: 'open' as const, startsAtMs: at('11-14T09:00'), endsAtMs: at('11-30T18:00') };
    expect(roundTime(round, NOW)).toBe('还有 10 天，到 11 月 30 日');
    expect(roundSpanNow(round, NOW)).toBe('11 月 14 日 – 11 月 30 日，还有 10 天');
    expect(roundTime({ ...round, state: 'draft', startsAtMs: at('11-21T09:00') }, NOW)).toBe('明天 9:00 开始');
    expect(roundTime({ ...round, state: 'closed', endsAtMs: at('11-08T18:00') }, NOW)).toBe('11 月 8 日办完');
    expect(roundTime({ ...round, kind: 'onSite', endsAtMs: at('11-20T17:30') }, NOW)).toBe('今天 17:30 结束');
    expect(roundSpan({ ...round, kind: 'onSite', startsAtMs: at('11-20T09:00'), endsAtMs: at('11-20T17:30') }, NOW)).toBe('今天 9:00 – 17:30');
    expect(roundSpanNow({ ...round, kind: 'onSite', startsAtMs: at('11-20T09:00'), endsAtMs: at('11-20T17:30') }, NOW)).toBe('今天 9:00 – 17:30');
  });

  it('draw a fruit a share while there is room, and lose none of the three beyond', () => {
    expect(fruitsOf({ wanted: 6, delivered: 2, held: 2, left: 2 }, 40)).toEqual({ delivered: 2, held: 2, open: 2, each: 1 });
    expect(fruitsOf({ wanted: 400, delivered: 1, held: 0, left: 399 }, 40)).toEqual({ delivered: 1, held: 0, open: 40, each: 10 });
  });

  it('say sums and codes as one says them', () => {
    expect(sumsSentence({ shares: { wanted: 42, delivered: 12, held: 9, left: 21 } })).toBe('送到 12 份，有人认领 9 份，还差 21 份');
    expect(spacedCode('K7M2QX')).toBe('K7M 2QX');
  });
});
