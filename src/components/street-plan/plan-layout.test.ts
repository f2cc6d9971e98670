import { layoutMap, type PlacedHouse, type PlannedPlace } from './plan-layout';

const place = (index: number, east: number | null, north: number | null): PlannedPlace => ({
  areaId: `a${index}`, name: '机床厂宿舍大院东区'.slice(0, 2 + (index % 7)), eastMinutes: east, northMinutes: north,
});

type Placed = Pick<PlacedHouse, 'left' | 'top' | 'width' | 'height'>;

/** A small repeatable chance. */
const chanceOf = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
};

const overlap = (a: Placed, b: Placed): boolean => a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;

describe('the drawn map', () => {
  it('never lays one house or label over another, or over the edge, whatever the street is like', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const chance = chanceOf(seed);
      const count = 1 + Math.floor(chance() * 40);
      const spread = 1 + chance() * 40;
      const places = Array.from({ length: count }, (_none, index) => (chance() < 0.1 ? place(index, null, null) : place(index, Math.round((chance() - 0.5) * spread), Math.round((chance() - 0.5) * spread))));
      const width = 280 + Math.floor(chance() * 120);
      const { houses, height, rings } = layoutMap(places, width, chance() < 0.5 ? 1 : 1.3);
      expect(houses).toHaveLength(count);
      const beyond = houses.filter((house) => house.left < 0 || house.left + house.width > width || house.top + house.height > height);
      const overWords = houses.filter((house) => rings.some(({ words }) => overlap(house, words)));
      const overOthers = houses.filter((house, index) => houses.slice(index + 1).some((other) => overlap(house, other)));
      expect({ seed, beyond, overWords, overOthers }).toEqual({ seed, beyond: [], overWords: [], overOthers: [] });
    }
  });

  it('keeps who lives east in the east and near in the middle', () => {
    const { houses, centre } = layoutMap([place(0, 0, 0), place(1, 9, 0), place(2, -9, 0), place(3, 0, 9)], 390, 1);
    const middle = (index: number): { x: number; y: number } => ({ x: (houses[index]?.left ?? 0) + (houses[index]?.width ?? 0) / 2, y: (houses[index]?.top ?? 0) + (houses[index]?.height ?? 0) / 2 });
    expect(middle(1).x).toBeGreaterThan(centre.x);
    expect(middle(2).x).toBeLessThan(centre.x);
    expect(middle(3).y).toBeLessThan(middle(0).y);
  });

  it('comes out the same every time', () => {
    const places = Array.from({ length: 12 }, (_none, index) => place(index, index - 6, 6 - index));
    expect(layoutMap(places, 390, 1)).toEqual(layoutMap(places, 390, 1));
  });
});
