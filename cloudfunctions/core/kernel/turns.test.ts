import { createTurns } from './turns';

const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('turns', () => {
  test('of one key never overlap, even when one fails; other keys do not wait', async () => {
    const inTurn = createTurns();
    const seen: string[] = [];
    const work = (name: string, ms: number, fails = false) => async (): Promise<string> => {
      seen.push(`${name} starts`);
      await later(ms);
      seen.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    };
    const results = await Promise.allSettled([inTurn('a', work('a1', 20, true)), inTurn('a', work('a2', 1)), inTurn('b', work('b1', 1))]);
    expect(results.map((result) => result.status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(seen.indexOf('a2 starts')).toBeGreaterThan(seen.indexOf('a1 ends'));
    expect(seen.indexOf('b1 ends')).toBeLessThan(seen.indexOf('a1 ends'));
  });
});
