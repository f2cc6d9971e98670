import { earnedText } from './earned-text';

const DUE_MS = Date.UTC(2026, 11, 5, 4);

describe('what an earning brought, in words', () => {
  it('names what was granted, not what is usual', () => {
    expect(earnedText({ points: 5, reason: null }, DUE_MS)).toBe('记 5 分，12 月 5 日 到账。');
    expect(earnedText({ points: 2, reason: 'pairHalf' }, DUE_MS)).toBe('记 2 分，12 月 5 日 到账（这个月跟同一位次数多了，算一半）。');
    expect(earnedText({ points: 0, reason: 'dayCap' }, DUE_MS)).toBe('这次没有积分：当天的分已经到顶。');
  });
});
