import type { NeedBundleView } from '@contract';
import { layoutBundles } from './bundle-layout';

const bundle = (bundleId: number, personCount: number, eastMinutes: number | null, northMinutes: number | null): NeedBundleView => ({
  bundleId, category: 'goods', personCount, needCount: personCount, reachMinutes: 0, eastMinutes, northMinutes, places: eastMinutes === null ? [] : [{ areaId: `a${bundleId % 5}`, personCount, needCount: personCount }], mayAdjust: true,
});
const places = Array.from({ length: 5 }, (_, index) => ({ areaId: `a${index}`, name: `${index} 号小区`, eastMinutes: index * 4, northMinutes: index % 2 === 0 ? 3 : -3 }));

describe('the map of bundles', () => {
  test('never lays one over another or over the edge, however many there are', () => {
    for (const [count, width] of [[1, 350], [6, 280], [30, 350], [90, 350]] as const) {
      const bundles = Array.from({ length: count }, (_, index) => bundle(index + 1, 20 + ((index * 13) % 41), index % 9 === 8 ? null : (index % 5) * 4, index % 9 === 8 ? null : index % 2 === 0 ? 3 : -3));
      const layout = layoutBundles(bundles, places, width);
      expect(layout.bundles.map(({ bundle: { bundleId } }) => bundleId).sort((a, b) => a - b)).toEqual(bundles.map(({ bundleId }) => bundleId));
      const beyond = layout.bundles.filter(({ x, y, radius }) => x < radius || y < radius || x + radius > width || y + radius > layout.height);
      const over = layout.bundles.filter((one, index) => layout.bundles.slice(index + 1).some((other) => Math.hypot(one.x - other.x, one.y - other.y) < one.radius + other.radius));
      expect({ count, beyond: beyond.length, over: over.length }).toEqual({ count, beyond: 0, over: 0 });
    }
  });

  test('who lives east stands east, and a bundle is tied to its places', () => {
    const { bundles, spokes, names } = layoutBundles([bundle(1, 30, 0, 0), bundle(2, 30, 12, 0)], places, 350);
    const xOf = (id: number): number => bundles.find(({ bundle: { bundleId } }) => bundleId === id)?.x ?? 0;
    expect(xOf(2)).toBeGreaterThan(xOf(1));
    expect([spokes.length, names.length]).toEqual([2, 5]);
    const here = bundles.find(({ bundle: { bundleId } }) => bundleId === 1);
    const covered = names.filter(({ x, labelY }) => here !== undefined && Math.hypot(x - here.x, labelY - here.y) < here.radius);
    expect(covered).toEqual([]);
  });

  test('nothing at all is a small empty map', () => {
    expect(layoutBundles([], [], 350)).toMatchObject({ bundles: [], names: [], spokes: [] });
  });
});
