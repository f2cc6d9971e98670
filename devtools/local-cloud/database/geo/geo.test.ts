import fc from 'fast-check';
import { compileTest } from '../query/compile-query';
import { parseGeoJson, placeInLoop, type Geometry } from './geometry';
import { intersects, polygonsContain } from './measure';
import { distanceMeters } from './near';
import { EARTH_RADIUS_METERS, toVector, type Position } from './sphere';

const SEED = { seed: 20261120 };
const position: fc.Arbitrary<Position> = fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -89, max: 89, noNaN: true }));
const pointAt = (at: Position): Geometry => parseGeoJson({ type: 'Point', coordinates: at });
const wrapped = (longitude: number): number => (longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude);

/** The haversine formula, as an independent measure. */
function haversineMeters([lng1, lat1]: Position, [lng2, lat2]: Position): number {
  const rad = (degrees: number): number => (degrees * Math.PI) / 180;
  const h = Math.sin(rad(lat2 - lat1) / 2) ** 2 + Math.cos(rad(lat1)) * Math.cos(rad(lat2)) * Math.sin(rad(lng2 - lng1) / 2) ** 2;
  return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(h)));
}

test('distances are those of the haversine formula, both ways', () => {
  fc.assert(
    fc.property(position, position, (a, b) => {
      const meters = distanceMeters(a, pointAt(b));
      // The formula itself loses digits near the opposite point.
      expect(Math.abs(meters - haversineMeters(a, b))).toBeLessThan(meters > 2e7 ? 1 : 0.01);
      expect(distanceMeters(b, pointAt(a))).toBeCloseTo(meters, 3);
    }),
    { ...SEED, numRuns: 3000 },
  );
});

/** A ring of corners round a middle, each at its own distance: it does not cross itself. */
const star = fc.tuple(
  fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -60, max: 60, noNaN: true })),
  fc.array(fc.double({ min: 1, max: 8, noNaN: true }), { minLength: 5, maxLength: 9 }),
);
type Star = readonly [middle: Position, reaches: readonly number[]];
const ringOf = ([[lng, lat], reaches]: Star, shift = 0, scale = 1): Position[] => {
  const corners = reaches.map((reach, i): Position => {
    const angle = (2 * Math.PI * i) / reaches.length;
    return [wrapped(wrapped(lng + reach * scale * Math.cos(angle)) + shift), lat + reach * scale * Math.sin(angle)];
  });
  return [...corners, corners[0] as Position];
};
const polygonOf = (ring: readonly Position[]): Geometry => parseGeoJson({ type: 'Polygon', coordinates: [ring] });

test('a region turned round the earth holds what it held', () => {
  fc.assert(
    fc.property(star, fc.double({ min: -9, max: 9, noNaN: true }), fc.double({ min: -9, max: 9, noNaN: true }), fc.integer({ min: -180, max: 180 }), (shape, east, north, turn) => {
      const [[lng, lat]] = shape;
      const at = (shift: number): Geometry => pointAt([wrapped(wrapped(lng + east) + shift), Math.max(-89, Math.min(89, lat + north))]);
      const ring = ringOf(shape);
      // A corner may fall on the border, where the last digit decides.
      const point = at(0).shapes[0];
      fc.pre(point?.kind === 'point' && placeInLoop(point.at, ring.slice(1).map(toVector)) !== 0);
      expect(polygonsContain(polygonOf(ringOf(shape, turn)), at(turn))).toBe(polygonsContain(polygonOf(ring), at(0)));
      expect(polygonsContain(polygonOf([...ring].reverse()), at(0))).toBe(polygonsContain(polygonOf(ring), at(0)));
    }),
    { ...SEED, numRuns: 1000 },
  );
});

test('what lies within a region meets it; meeting is mutual; a smaller ring lies within', () => {
  fc.assert(
    fc.property(star, star, fc.boolean(), (one, other, isNear) => {
      const moved: Star = isNear ? [[one[0][0], Math.max(-60, Math.min(60, one[0][1] + 3))], other[1]] : other;
      const a = polygonOf(ringOf(one));
      const b = polygonOf(ringOf(moved));
      expect(intersects(a, b)).toBe(intersects(b, a));
      if (polygonsContain(a, b)) expect(intersects(a, b)).toBe(true);
      expect(polygonsContain(a, a)).toBe(true);
      expect(distanceMeters(moved[0], a) === 0).toBe(polygonsContain(a, pointAt(moved[0])));
    }),
    { ...SEED, numRuns: 300 },
  );
});

test('a circle holds the points nearer than its radius', () => {
  fc.assert(
    fc.property(position, position, fc.double({ min: 0.001, max: 3, noNaN: true }), (center, place, radius) => {
      const radians = distanceMeters(center, pointAt(place)) / EARTH_RADIUS_METERS;
      const test = compileTest({ at: { $geoWithin: { $centerSphere: [center, radius] } } });
      fc.pre(Math.abs(radians - radius) > 1e-9);
      expect(test({ at: { type: 'Point', coordinates: place } })).toBe(radians < radius);
    }),
    { ...SEED, numRuns: 1000 },
  );
});

test('a polygon of four hundred corners is read and asked in good time', () => {
  const [middle, reaches]: Star = [[113, 23], Array.from({ length: 400 }, (_, i) => 3 + (i % 2))];
  const startedAtMs = performance.now();
  const polygon = polygonOf(ringOf([middle, reaches]));
  expect(polygonsContain(polygon, pointAt(middle))).toBe(true);
  expect(polygonsContain(polygon, pointAt([118, 23]))).toBe(false);
  expect(intersects(polygon, polygonOf(ringOf([[118, 23], reaches])))).toBe(true);
  expect(performance.now() - startedAtMs).toBeLessThan(5000);
});

test('malformed geometries that are stored match nothing and break nothing', () => {
  const stored = fc.oneof(
    fc.record({ type: fc.constantFrom('Point', 'Polygon', 'LineString', 'MultiPoint', 'GeometryCollection', 'Blob'), coordinates: fc.anything({ maxDepth: 3 }) }),
    fc.array(fc.oneof(fc.double(), fc.string(), fc.constant(null)), { maxLength: 4 }),
    fc.anything({ maxDepth: 2 }),
  );
  const test = compileTest({ at: { $geoWithin: { $geometry: { type: 'Polygon', coordinates: [[[0, 0], [1, 0], [1, 1], [0, 0]]] } } } });
  fc.assert(
    fc.property(stored, (at) => {
      expect(typeof test({ at })).toBe('boolean');
    }),
    { ...SEED, numRuns: 1000 },
  );
});
