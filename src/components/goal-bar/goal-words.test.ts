import { goalShares, minimumWords, optimumWords, spokenGoal } from './goal-words';

const goal = (settledFen: number, minimumFen: number | null = 1_200_000, optimumFen: number | null = 1_800_000) => ({ settledFen, minimumFen, optimumFen });

describe('the bar', () => {
  test.each([
    [goal(1_346_000), { filled: 74.8, tick: 66.7 }],
    [goal(0), { filled: 0, tick: 66.7 }],
    [goal(2_000_000), { filled: 100, tick: 66.7 }],
    [goal(600_000, 1_200_000, null), { filled: 50, tick: null }],
    [goal(600_000, 1_200_000, 1_200_000), { filled: 50, tick: null }],
    [goal(5000, null, null), { filled: 0, tick: null }],
  ])('%j', (given, shares) => expect(goalShares(given)).toEqual(shares));

  test('one fen short does not touch the tick', () => {
    const { filled, tick } = goalShares(goal(1_199_999));
    expect(filled).toBeLessThan(tick ?? 0);
  });
});

describe('its words', () => {
  test.each([[1_199_999, '还差 ¥0.01'], [1_200_000, '过了，能动工'], [0, '还差 ¥12,000']])('at %d fen under the tick: %s', (fen, words) => expect(minimumWords(goal(fen), '过了，能动工')).toBe(words));
  test.each([[1_799_999, '加装扶手'], [1_800_000, '也够了']])('at %d fen at the end: %s', (fen, words) => expect(optimumWords(goal(fen), '加装扶手')).toBe(words));
  test('spoken', () => expect([spokenGoal(goal(5000)), spokenGoal(goal(5000, 1_200_000, 1_200_000))]).toEqual(['已有 ¥50，最低 ¥12,000，最好 ¥18,000', '已有 ¥50，最低 ¥12,000']));
});
