import type { Wish } from './wish';
import { wishMapOf } from './wish-map';
import { COMMUNITY, GRID, member, neighbour, openWish } from './wish.fixtures';

let count = 0;
const wish = (changes: Partial<Wish> = {}): Wish => ({ ...openWish(), _id: `w${(count += 1)}`, ...changes });

describe('the map of wishes', () => {
  it('gathers by 小区, the own one first, with windows for what waits, is taken, is done', () => {
    const far = { areaId: `${COMMUNITY}-g02`, areaName: '湖心苑', point: { lng: 120.105, lat: 30.2 } };
    const map = wishMapOf([wish(far), wish(far), wish(), wish({ wallState: 'taken' }), wish({ wallState: 'done' })], neighbour);
    expect(map.places.map(({ areaId, isHome, waiting, taken, done }) => ({ areaId, isHome, waiting, taken, done }))).toEqual([
      { areaId: GRID, isHome: true, waiting: 1, taken: 1, done: 1 },
      { areaId: far.areaId, isHome: false, waiting: 2, taken: 0, done: 0 },
    ]);
    expect(map).toMatchObject({ waiting: 3, isAtLeast: false, homeName: '枫林里' });
  });

  it('tells ways in whole minutes, and none for a reader without a place', () => {
    const far = { areaId: `${COMMUNITY}-g02`, areaName: '湖心苑', point: { lng: 120.105, lat: 30.2 } };
    const [house] = wishMapOf([wish(far)], neighbour).places;
    expect(house).toMatchObject({ eastMinutes: 9, northMinutes: 0, walkText: '走路约 10 分钟' });
    expect(wishMapOf([wish(far)], member('m_x', { point: null })).places[0]).toMatchObject({ eastMinutes: null, northMinutes: null, walkText: null });
  });

  it('holds nothing but cards: no poster, no point, no names', () => {
    const text = JSON.stringify(wishMapOf([wish()], neighbour));
    expect(text).not.toMatch(/赵阿姨|m_poster|"lng"|"point"/);
  });
});
