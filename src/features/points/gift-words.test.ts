import { limitText, notNow, redemptionLine, spacedCode } from './gift-words';

describe('gifts in words', () => {
  it('says why one can\'t be chosen', () => {
    expect(notNow({ points: 50, stock: 3 }, 50)).toBeNull();
    expect(notNow({ points: 50, stock: 3 }, 38)).toBe('还差 12 分');
    expect(notNow({ points: 50, stock: 0 }, 90)).toBe('换完了');
    expect(limitText('year')).toBe('每家每年一份');
  });

  it('says where a reserved one stands', () => {
    expect(redemptionLine({ state: 'reserved', place: '青枫驿站', note: '' })).toContain('青枫驿站');
    expect(redemptionLine({ state: 'cancelled', place: '', note: '这批有破的' })).toBe('没取成：这批有破的。积分已退回');
    expect(redemptionLine({ state: 'cancelled', place: '', note: '' })).toBe('取消了，积分已退回');
    expect(spacedCode('482915')).toBe('482 915');
  });
});
