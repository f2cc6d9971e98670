import { asWords, barsOf, hiddenWords, scoreWords, WHY_NOT_EXACT } from './sum-words';

const DAY_MS = 86_400_000;
const NOW_MS = Date.UTC(2026, 10, 20, 2);

describe('words about ratings', () => {
  it('say that a score is not exact', () => {
    expect(scoreWords({ mean: 84, lower: 76, upper: 90 }, 12)).toBe('可能在 76 到 90 之间，12 人评过');
    expect(WHY_NOT_EXACT).toMatch(/个个满意也不到 100 分/);
  });

  it('say what waits and until when', () => {
    expect(hiddenWords({ ratings: 3, peopleMissing: 2, nextAtMs: NOW_MS + 4 * DAY_MS }, NOW_MS)).toMatch(/还有 3 条：再有 2 个人.*11 月 24 日/);
  });

  it('name the shop, and not oneself', () => {
    expect(asWords({ kind: 'merchant', name: '吴记粮油' })).toBe('吴记粮油帮的忙');
    expect(asWords({ kind: 'member', name: '刘*' })).toBe('您自己帮的忙');
  });

  it('draw the most frequent answer across, and none as none', () => {
    expect(barsOf({ satisfied: 8, fair: 2, unsatisfied: 0 }).map(({ percent }) => percent)).toEqual([100, 25, 0]);
    expect(barsOf({ satisfied: 0, fair: 0, unsatisfied: 0 }).map(({ percent }) => percent)).toEqual([0, 0, 0]);
  });
});
