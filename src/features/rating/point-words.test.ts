import { pointWord } from './point-words';

describe('the point of a rating, as a tag', () => {
  it('says what the community gave, also when that was nothing', () => {
    expect(pointWord({ pointState: 'waiting', points: 2, pointsDueAtMs: Date.UTC(2026, 11, 5, 4) }, Date.UTC(2026, 10, 29, 4)).text).toMatch(/^2 分，.*到账$/);
    expect(pointWord({ pointState: 'waiting', points: 0, pointsDueAtMs: Date.UTC(2026, 11, 5, 4) }, 0).text).toBe('这次没有积分');
    expect(pointWord({ pointState: 'granted', points: 1, pointsDueAtMs: null }, 0).text).toBe('补上了积分');
  });
});
