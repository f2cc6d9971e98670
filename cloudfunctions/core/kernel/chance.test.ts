import { createChance } from './chance';

describe('chance with a seed', () => {
  test('is the same for the same seed and another for another', () => {
    const draw = (seed: number): readonly number[] => {
      const chance = createChance(seed);
      return Array.from({ length: 20 }, () => chance.next());
    };
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
    expect(draw(7).every((value) => value >= 0 && value < 1)).toBe(true);
  });

  test('draws whole numbers with both ends, and different items', () => {
    const chance = createChance(1);
    const seen = new Set(Array.from({ length: 200 }, () => chance.between(3, 6)));
    expect([...seen].sort()).toEqual([3, 4, 5, 6]);
    expect([...chance.sample(['a', 'b', 'c'], 3)].sort()).toEqual(['a', 'b', 'c']);
    expect(() => chance.sample(['a'], 2)).toThrow('2 of 1 cannot be drawn');
  });
});
