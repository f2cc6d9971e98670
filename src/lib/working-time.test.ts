import { clockShare, timeLeft } from './working-time';

describe('timeLeft', () => {
  it.each([
    [38, '还剩 38 分钟', 'soon'],
    [0, '还剩 0 分钟', 'soon'],
    [3 * 60, '还剩 3 小时', 'soon'],
    [15 * 60 + 59, '还剩 15 小时', 'calm'],
    [16 * 60, '还剩 2 个工作日', 'calm'],
    [24 * 60, '还剩 3 个工作日', 'calm'],
    [-25, '过了 25 分钟', 'overdue'],
    [-70 * 60, '过了 8 个工作日', 'overdue'],
  ])('%i working minutes → %s', (minutes, sentence, tone) => {
    expect(timeLeft(minutes)).toMatchObject({ sentence, tone });
  });
});

describe('clockShare', () => {
  it('stays between empty and full', () => {
    expect([clockShare(-5, 1440), clockShare(720, 1440), clockShare(9000, 1440), clockShare(5, 0)]).toEqual([0, 0.5, 1, 0]);
  });
});
