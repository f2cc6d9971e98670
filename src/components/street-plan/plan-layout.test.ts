import { textWidth } from '@/lib/picture-marks';
import { HOUSE_PX, layoutMap, PLAN_TYPE_PX, type HouseNeed, type PlacedHouse, type PlannedPlace } from './plan-layout';

const place = (index: number, east: number | null, north: number | null): PlannedPlace => ({
  areaId: `a${index}`, name: '机床厂宿舍大院东区'.slice(0, 2 + (index % 7)), eastMinutes: east, northMinutes: north,
});

const needOf = (areaId: string): HouseNeed => (areaId.endsWith('3') ? { count: null, drawingWidth: 52 } : { count: areaId.length, drawingWidth: 52 + areaId.length * 13 });
const NEED: HouseNeed = { count: 3, drawingWidth: 52 };

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
      const { houses, height, rings } = layoutMap(places, ({ areaId }) => needOf(areaId), width, chance() < 0.5 ? 1 : 1.3);
      expect(houses).toHaveLength(count);
      const beyond = houses.filter((house) => house.left < 0 || house.left + house.width > width || house.top + house.height > height);
      const overWords = houses.filter((house) => rings.some(({ words }) => overlap(house, words)));
      const overOthers = houses.filter((house, index) => houses.slice(index + 1).some((other) => overlap(house, other)));
      expect({ seed, beyond, overWords, overOthers }).toEqual({ seed, beyond: [], overWords: [], overOthers: [] });
    }
  });

  it('keeps who lives east in the east and near in the middle', () => {
    const { houses, centre } = layoutMap([place(0, 0, 0), place(1, 9, 0), place(2, -9, 0), place(3, 0, 9)], () => NEED, 390, 1);
    const middle = (index: number): { x: number; y: number } => ({ x: (houses[index]?.left ?? 0) + (houses[index]?.width ?? 0) / 2, y: (houses[index]?.top ?? 0) + (houses[index]?.height ?? 0) / 2 });
    expect(middle(1).x).toBeGreaterThan(centre.x);
    expect(middle(2).x).toBeLessThan(centre.x);
    expect(middle(3).y).toBeLessThan(middle(0).y);
  });

  it('keeps a whole name, in as many lines as it takes, also in large type on a narrow phone', () => {
    for (const name of ['枫', '机床厂宿舍', '青枫路一百二十八弄机床厂职工宿舍东区北院', 'Maple Garden 3']) {
      for (const [width, zoom] of [[390, 1], [350, 1.3], [280, 1.3]] as const) {
        const [house] = layoutMap([{ ...place(0, 3, 3), name }], () => ({ count: 12, drawingWidth: 52 }), width, zoom).houses;
        const lineWidth = (house?.width ?? 0) - 28 - 4 - textWidth('12', PLAN_TYPE_PX * zoom);
        const lines = ((house?.labelHeight ?? 0) - 6) / (18 * zoom);
        expect(Math.ceil(textWidth(name, PLAN_TYPE_PX * zoom) / lineWidth - 0.01)).toBeLessThanOrEqual(Math.round(lines));
        expect(house?.height).toBe((house?.labelHeight ?? 0) + HOUSE_PX);
      }
    }
  });

  it('keeps four 小区 on the plan in large type: nothing goes to a row below', () => {
    const four = ['青枫家园', '机床厂宿舍', '枫桥里', '湖心苑'].map((name, index) => ({ ...place(index, [0, 6, 8, -7][index] ?? 0, [0, -2, -6, -8][index] ?? 0), name }));
    const { houses, width, height } = layoutMap(four, () => ({ count: 2, drawingWidth: 52 }), 350, 1.3);
    expect(height).toBeLessThanOrEqual(Math.round(width * 1.45));
    const byName = new Map(houses.map((house) => [house.place.name, house]));
    expect((byName.get('机床厂宿舍')?.left ?? 0) + (byName.get('机床厂宿舍')?.width ?? 0) / 2).toBeGreaterThan(width / 2);
  });

  it('comes out the same every time', () => {
    const places = Array.from({ length: 12 }, (_none, index) => place(index, index - 6, 6 - index));
    expect(layoutMap(places, () => NEED, 390, 1)).toEqual(layoutMap(places, () => NEED, 390, 1));
  });
});
