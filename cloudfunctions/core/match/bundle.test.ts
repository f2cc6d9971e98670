import fc from 'fast-check';
import { createChance } from '../kernel/chance';
import { bundleNeeds, type BundleInput, type Bundling, type BundleNeed } from './bundle';
import { metersBetween } from './place';

const RUNS = process.env['LINYUAN_LONG'] === '1' ? 2000 : 200;
const HOME = { lat: 30.5, lng: 114.3 };
/** Degrees of latitude in a kilometre. */
const KM = 1 / 111.2;

/** `people` at one place, one need each, within 200 m. */
const block = (name: string, people: number, kmEast: number, category = 'repair'): readonly BundleNeed[] => {
  const chance = createChance(people + kmEast);
  return Array.from({ length: people }, (_, index) => ({ id: `${name}-${index}`, personId: `${name}-p${index}`, category, lat: HOME.lat + chance.next() * 0.2 * KM, lng: HOME.lng + kmEast * KM + chance.next() * 0.2 * KM }));
};

const twentyToSixty = (needs: readonly BundleNeed[], seed = 1): Bundling => bundleNeeds({ needs, sizeMin: 20, sizeMax: 60, seed });

/** What holds of every bundling, whatever was asked. */
const assertSound = ({ needs, sizeMin, sizeMax }: BundleInput, { bundles, unplaced }: Bundling): void => {
  const needOf = new Map(needs.map((need) => [need.id, need]));
  expect([...bundles.flatMap(({ memberIds }) => memberIds), ...unplaced].sort()).toEqual([...needOf.keys()].sort());
  for (const { category, memberIds, personCount, centre, meanDistanceMeters } of bundles) {
    const members = memberIds.map((id) => needOf.get(id)!);
    expect(new Set(members.map((need) => need.category))).toEqual(new Set([category]));
    expect(personCount).toBe(new Set(members.map(({ personId }) => personId)).size);
    expect(personCount).toBeGreaterThanOrEqual(sizeMin);
    expect(personCount).toBeLessThanOrEqual(sizeMax);
    expect(centre.lat).toBeCloseTo(members.reduce((sum, { lat }) => sum + lat, 0) / members.length, 9);
    expect(meanDistanceMeters).toBeCloseTo(members.reduce((sum, need) => sum + metersBetween(need, centre), 0) / members.length, 6);
  }
};

const anyNeeds = fc
  .array(fc.record({ person: fc.nat(60), category: fc.constantFrom('repair', 'reading', 'company'), north: fc.double({ min: 0, max: 0.05, noNaN: true }), east: fc.double({ min: 0, max: 0.05, noNaN: true }) }), { maxLength: 150 })
  .map((list) => list.map(({ person, category, north, east }, index): BundleNeed => ({ id: `n${index}`, personId: `p${person}`, category, lat: HOME.lat + north, lng: HOME.lng + east })));

describe('needs in bundles', () => {
  test('every need is in one bundle of its category with people enough, or is told as unplaced', () => {
    fc.assert(
      fc.property(anyNeeds, fc.integer({ min: 1, max: 8 }), fc.nat(12), fc.nat(99), (needs, sizeMin, more, seed) => {
        const input = { needs, sizeMin, sizeMax: sizeMin + more, seed };
        const bundling = bundleNeeds(input);
        assertSound(input, bundling);
        if (input.sizeMax < 2 * sizeMin - 1) return;
        for (const id of bundling.unplaced) {
          const { category } = needs.find((need) => need.id === id)!;
          expect(new Set(needs.filter((need) => need.category === category).map(({ personId }) => personId)).size).toBeLessThan(sizeMin);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('the order of needs changes nothing, and the same seed gives the same', () => {
    const needs = [...block('a', 70, 0), ...block('b', 90, 3), ...block('c', 33, 9, 'reading')];
    const first = twentyToSixty(needs);
    expect(twentyToSixty(needs)).toEqual(first);
    expect(twentyToSixty(createChance(4).sample(needs, needs.length))).toEqual(first);
  });

  test('blocks that lie apart are bundles of their own', () => {
    const { bundles } = twentyToSixty([...block('a', 25, 0), ...block('b', 30, 5), ...block('c', 21, 10)]);
    expect(bundles.map(({ memberIds }) => new Set(memberIds.map((id) => id.slice(0, 1))).size)).toEqual([1, 1, 1]);
    expect(bundles.map(({ personCount }) => personCount).sort()).toEqual([21, 25, 30]);
    for (const { meanDistanceMeters } of bundles) expect(meanDistanceMeters).toBeLessThan(200);
  });

  test('a few who live apart still join the nearest, so that nobody is left', () => {
    const { bundles, unplaced } = twentyToSixty([...block('a', 25, 0), ...block('far', 3, 8)]);
    expect(unplaced).toEqual([]);
    expect(bundles).toHaveLength(1);
  });

  test('sizes count people, not needs', () => {
    const people = block('a', 19, 0);
    const again = people.map((need) => ({ ...need, id: `${need.id}-again` }));
    expect(twentyToSixty([...people, ...again])).toMatchObject({ bundles: [], unplaced: { length: 38 } });
    const one = { ...people[0]!, id: 'new', personId: 'new' };
    expect(twentyToSixty([...people, ...again, one]).bundles).toMatchObject([{ personCount: 20, memberIds: { length: 39 } }]);
  });

  test('what one person needs at one home stays in one bundle', () => {
    const people = block('a', 90, 0);
    const again = people.map((need) => ({ ...need, id: `${need.id}-again` }));
    const { bundles } = twentyToSixty([...people, ...again]);
    expect(bundles.length).toBeGreaterThan(1);
    for (const { memberIds, personCount } of bundles) expect(memberIds).toHaveLength(2 * personCount);
  });

  test('where the sizes allow nothing else, as few as possible are left out', () => {
    const input = { needs: block('a', 30, 0), sizeMin: 20, sizeMax: 25, seed: 1 };
    const bundling = bundleNeeds(input);
    assertSound(input, bundling);
    expect(bundling).toMatchObject({ bundles: [{ personCount: 25 }], unplaced: { length: 5 } });
  });

  test('a place that cannot be one is told as unplaced and spoils nothing', () => {
    const [swapped, nowhere, beyond, empty] = [
      { lat: 114.3, lng: 30.5 },
      { lat: NaN, lng: 114.3 },
      { lat: 30.5, lng: 181 },
      { lat: 0, lng: 0 },
    ].map((place, index) => ({ id: `odd${index}`, personId: `odd${index}`, category: 'repair', ...place }));
    const west = { id: 'odd4', personId: 'odd4', category: 'repair', lat: 87.6, lng: 43.8 };
    const missing = { id: 'odd5', personId: 'odd5', category: 'repair', lat: undefined, lng: null } as unknown as BundleNeed;
    const { bundles, unplaced } = twentyToSixty([...block('a', 20, 0), swapped!, nowhere!, beyond!, empty!, west, missing]);
    expect(unplaced).toEqual(['odd0', 'odd1', 'odd2', 'odd3', 'odd4', 'odd5']);
    expect(bundles).toMatchObject([{ personCount: 20 }]);
  });

  test('everybody at one point, and nobody at all', () => {
    const needs = block('a', 130, 0).map((need) => ({ ...need, ...HOME }));
    const bundling = twentyToSixty(needs);
    assertSound({ needs, sizeMin: 20, sizeMax: 60, seed: 1 }, bundling);
    expect(bundling.unplaced).toEqual([]);
    expect(bundling.bundles.every(({ meanDistanceMeters }) => meanDistanceMeters < 0.001)).toBe(true);
    expect(twentyToSixty([])).toEqual({ bundles: [], unplaced: [] });
  });

  test.each<[string, Partial<BundleInput>]>([
    ['sizeMin is 0', { sizeMin: 0 }],
    ['sizeMin is 1.5', { sizeMin: 1.5 }],
    ['sizeMax is 19', { sizeMax: 19 }],
    ['sizeMax is NaN', { sizeMax: NaN }],
    ['seed is 0.5', { seed: 0.5 }],
    ['needs has a-0 twice', { needs: [...block('a', 1, 0), ...block('a', 1, 0)] }],
  ])('is refused by name: %s', (words, part) => {
    expect(() => bundleNeeds({ needs: [], sizeMin: 20, sizeMax: 60, seed: 1, ...part })).toThrow(words);
  });
});
