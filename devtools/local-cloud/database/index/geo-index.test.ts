import fc from 'fast-check';
import type { Document } from '../../kernel/values';
import { Collection } from '../collection';
import { compileTest } from '../query/compile-query';
import { distanceInDocument } from '../geo/near';
import type { Query } from './constraints';
import { selectDocuments } from './select';

const INDEXES = [{ name: 'at', keys: [['at', '2dsphere']] }] as const;
// Few distinct degrees and the seams of the map, so that points meet, neighbour and lie across the date line and at poles.
const longitude = fc.oneof(fc.constantFrom(-180, 180, 179.99, -179.99, 0, 113.3, 113.31), fc.double({ min: -180, max: 180, noNaN: true }));
const latitude = fc.oneof(fc.constantFrom(-90, 90, 89.9, 0, 23.1, 23.11), fc.double({ min: -90, max: 90, noNaN: true }));
const position = fc.tuple(longitude, latitude);
const point = position.map((coordinates) => ({ type: 'Point', coordinates }));
const line = fc.tuple(longitude, latitude, fc.double({ min: 0.01, max: 3, noNaN: true })).map(([x, y, d]) => ({
  type: 'LineString',
  coordinates: [[x, Math.max(-80, Math.min(80, y))], [x > 170 ? x - d : x + d, Math.max(-80, Math.min(80, y)) + d]],
}));
const square = fc.tuple(fc.double({ min: -170, max: 160, noNaN: true }), fc.double({ min: -80, max: 70, noNaN: true }), fc.double({ min: 0.1, max: 9, noNaN: true })).map(([x, y, d]) => ({
  type: 'Polygon',
  coordinates: [[[x, y], [x + d, y], [x + d, y + d], [x, y + d], [x, y]]],
}));
const place: fc.Arbitrary<Document> = fc.record({ at: fc.oneof({ weight: 6, arbitrary: point }, line, square, position, fc.array(point, { minLength: 1, maxLength: 3 }), fc.constant(null)), kind: fc.constantFrom('a', 'b') }, { requiredKeys: ['kind'] });

function collectionOf(documents: readonly Document[]): Collection {
  const collection = new Collection('places', INDEXES);
  documents.forEach((document, i) => {
    collection.put(`d${i}`, { _id: `d${i}`, ...document });
    // The tree is built while some documents are there; others are added and one moves away again.
    if (i === 2) [...(collection.geoIndexes[0]?.within({ center: [1, 0, 0], radiusRadians: 1 }) ?? [])].slice(0, 0);
    if (i === 5) collection.put('d1', { _id: 'd1', ...documents[5] });
    if (i === 7) collection.put('d0', null);
  });
  return collection;
}

function select(collection: Collection, wanted: Query, limit = Infinity): { readonly found: Document[]; readonly examined: number } {
  const cost = { documentsExamined: 0, index: null };
  const found = selectDocuments(collection, { conjuncts: [wanted], sort: [], skip: 0, limit, allowScans: false, cost });
  expect(cost.index).toBe('at');
  return { found, examined: cost.documentsExamined };
}

test('nearness: what a scan finds, in the order of distance', () => {
  fc.assert(
    fc.property(fc.array(place, { maxLength: 60 }), position, fc.option(fc.double({ min: 0, max: 2e7, noNaN: true })), fc.double({ min: 0, max: 1e6, noNaN: true }), (documents, center, farthest, nearest) => {
      const collection = collectionOf(documents);
      const near = { $geometry: { type: 'Point', coordinates: center }, $minDistance: nearest, ...(farthest !== null && { $maxDistance: farthest }) };
      const wanted = { kind: 'a', at: { $nearSphere: near } };
      const test = compileTest(wanted);
      const distance = (document: Document): number => distanceInDocument(document, 'at', center) ?? NaN;
      const expected = [...collection.documents.values()].filter(test).map(distance).sort((a, b) => a - b);
      const { found } = select(collection, wanted);
      const distances = found.map(distance);
      expect(distances).toHaveLength(expected.length);
      distances.forEach((meters, i) => expect(Math.abs(meters - (expected[i] ?? NaN))).toBeLessThan(1e-5));
    }),
    { numRuns: 300 },
  );
});

test('regions: what a scan finds', () => {
  const region = fc.oneof(
    square.map(($geometry) => ({ $geoWithin: { $geometry } })),
    square.map(($geometry) => ({ $geoIntersects: { $geometry } })),
    point.map(($geometry) => ({ $geoIntersects: { $geometry } })),
    line.map(($geometry) => ({ $geoIntersects: { $geometry } })),
    fc.tuple(position, fc.double({ min: 0, max: 3, noNaN: true })).map(($centerSphere) => ({ $geoWithin: { $centerSphere } })),
  );
  fc.assert(
    fc.property(fc.array(place, { maxLength: 60 }), region, (documents, at) => {
      const collection = collectionOf(documents);
      const expected = [...collection.documents.values()].filter(compileTest({ at })).map(({ _id: id }) => id);
      expect(select(collection, { at }).found.map(({ _id: id }) => id).sort()).toEqual(expected.sort());
    }),
    { numRuns: 300 },
  );
});

test('a search looks at what it returns, among twenty thousand places', () => {
  const collection = new Collection('places', INDEXES);
  for (let i = 0; i < 20_000; i += 1) collection.put(i, { _id: i, at: { type: 'Point', coordinates: [113 + (i % 200) / 100, 22 + Math.floor(i / 200) / 100] } });
  const near = { at: { $nearSphere: { $geometry: { type: 'Point', coordinates: [113.502, 22.501] } } } };
  const nearest = select(collection, near, 20);
  expect(nearest.examined).toBe(20);
  expect(nearest.found[0]?._id).toBe(50 * 200 + 50);
  const box = { type: 'Polygon', coordinates: [[[113.2, 22.2], [113.4, 22.2], [113.4, 22.4], [113.2, 22.4], [113.2, 22.2]]] };
  const within = select(collection, { at: { $geoWithin: { $geometry: box } } });
  expect(within.found.length).toBeGreaterThan(350);
  expect(within.examined).toBeLessThan(2 * within.found.length);
});
