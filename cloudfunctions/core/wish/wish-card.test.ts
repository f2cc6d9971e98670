import { member, openWish } from './wish.fixtures';
import { walkMinutesOf, wishCardView } from './wish-card';

describe('a wish on a list', () => {
  const here = { lng: 120.1, lat: 30.2 };

  test('walks are told in steps of five minutes, never less, and not beyond an hour', () => {
    expect(walkMinutesOf(here, here)).toBe(5);
    expect(walkMinutesOf(here, { lng: 120.1, lat: 30.2045 })).toBe(10);
    expect(walkMinutesOf(here, { lng: 120.2, lat: 30.2 })).toBeNull();
    expect(walkMinutesOf(null, here)).toBeNull();
  });

  test('the place is the own grid, or the community; never more exact', () => {
    const wish = openWish();
    expect(wishCardView(wish, member('m_a')).placeText).toBe('本小区');
    expect(wishCardView(wish, member('m_b', { gridId: null, areaId: 'd01-s01-c01' })).placeText).toBe('青枫社区');
    expect(wishCardView({ ...wish, areaId: 'd01-s01-c01' }, member('m_c')).placeText).toBe('本社区');
  });

  test('the value is told a share, and nothing private stands on a card', () => {
    const view = wishCardView(openWish(), member('m_a'));
    expect(view.valuePerShareFen).toBe(8_000);
    const text = JSON.stringify(view);
    for (const secret of ['赵阿姨', 'm_poster', 'o_m_', 'h_m_poster']) expect(text).not.toContain(secret);
  });
});
