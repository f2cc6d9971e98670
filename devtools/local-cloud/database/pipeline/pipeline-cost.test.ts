import type { Document } from '../../kernel/values';
import { Collection } from '../collection';
import { compilePipeline } from './compile-pipeline';
import { runOnCollection } from './run-pipeline';

/** What a pipeline looks at: through which index, how many documents, and what it refuses when none serves it. */
const notes = new Collection('notes', [
  { name: 'kind', keys: [['kind', 1], ['rank', -1]] },
  { name: 'place', keys: [['place', '2dsphere']] },
]);
const orders = new Collection('orders', [{ name: 'person', keys: [['personId', 1]] }]);
for (let i = 0; i < 200; i += 1) {
  notes.put(`n${i}`, { _id: `n${i}`, kind: i % 2 === 0 ? 'even' : 'odd', rank: i, color: i % 3, place: { type: 'Point', coordinates: [113 + i / 100, 23] } });
  orders.put(`o${i}`, { _id: `o${i}`, personId: `n${i % 50}`, fen: i });
}

interface Outcome {
  readonly list: readonly Document[];
  readonly examined: number;
  readonly index: string | null;
}

function aggregate(pipeline: readonly object[], allowScans = false): Outcome {
  const cost = { documentsExamined: 0, index: null as string | null };
  const store = { find: (name: string) => [notes, orders].find((collection) => collection.name === name) };
  const stages = compilePipeline(pipeline, { nowMs: 0, variables: [], place: 'collection' });
  const list = [...runOnCollection('notes', stages, { store, nowMs: 0, allowScans, cost, variables: {} })];
  return { list, examined: cost.documentsExamined, index: cost.index };
}

const ids = ({ list }: Outcome): unknown[] => list.map(({ _id }) => _id);

test('$match, $sort, $skip and $limit examine what they skip and give', () => {
  const outcome = aggregate([{ $match: { kind: 'even' } }, { $sort: { rank: -1 } }, { $skip: 2 }, { $limit: 3 }]);
  expect(ids(outcome)).toEqual(['n194', 'n192', 'n190']);
  expect(outcome).toMatchObject({ examined: 5, index: 'kind' });
});

test('a $limit behind stages that give one for one is felt before them', () => {
  const outcome = aggregate([{ $match: { kind: 'odd' } }, { $sort: { rank: -1 } }, { $addFields: { x: 1 } }, { $project: { x: 1 } }, { $limit: 2 }]);
  expect(outcome.list).toEqual([{ _id: 'n199', x: 1 }, { _id: 'n197', x: 1 }]);
  expect(outcome.examined).toBe(2);
});

test('a $limit behind a $match on a computed field is not', () => {
  const outcome = aggregate([{ $match: { kind: 'odd' } }, { $sort: { rank: -1 } }, { $addFields: { low: { $lt: ['$rank', 10] } } }, { $match: { low: true } }, { $limit: 2 }, { $project: { _id: 1 } }]);
  expect(ids(outcome)).toEqual(['n9', 'n7']);
});

test('a $match behind a $sort goes through the index as well', () => {
  const outcome = aggregate([{ $sort: { rank: -1 } }, { $match: { kind: 'even', rank: { $gte: 196 } } }]);
  expect(ids(outcome)).toEqual(['n198', 'n196']);
  expect(outcome.examined).toBe(2);
});

test('$expr is tested beside the index', () => {
  const outcome = aggregate([{ $match: { kind: 'even', $expr: { $lt: ['$rank', 6] } } }, { $sort: { rank: -1 } }, { $limit: 2 }]);
  expect(ids(outcome)).toEqual(['n4', 'n2']);
});

test('$lookup counts what it looks up, through the other index', () => {
  const outcome = aggregate([{ $match: { _id: 'n7' } }, { $lookup: { from: 'orders', localField: '_id', foreignField: 'personId', as: 'orders' } }]);
  expect((outcome.list[0]?.orders as Document[]).map(({ _id }) => _id).sort()).toEqual(['o107', 'o157', 'o57', 'o7']);
  expect(outcome).toMatchObject({ examined: 5, index: '_id_' });
});

test('$lookup with a pipeline uses the index for an equality with a variable', () => {
  const pipeline = [{ $match: { $expr: { $and: [{ $eq: ['$personId', '$$id'] }, { $gt: ['$fen', 100] }] } } }, { $sort: { fen: 1 } }];
  const outcome = aggregate([{ $match: { _id: 'n7' } }, { $lookup: { from: 'orders', let: { id: '$_id' }, pipeline: [pipeline[0] as object], as: 'orders' } }]);
  expect((outcome.list[0]?.orders as Document[]).map(({ _id }) => _id).sort()).toEqual(['o107', 'o157']);
  expect(outcome.examined).toBe(5);
});

test('$lookup with a pipeline of its own is run once for all documents', () => {
  const outcome = aggregate([{ $match: { kind: 'even' } }, { $limit: 10 }, { $lookup: { from: 'orders', pipeline: [{ $match: { personId: 'n1' } }], as: 'orders' } }]);
  expect(outcome.list.map(({ orders: joined }) => (joined as Document[]).length)).toEqual(Array.from({ length: 10 }, () => 4));
  expect(outcome.examined).toBe(14);
});

test('$geoNear goes outwards through its index and stops at its limit', () => {
  const near = { type: 'Point', coordinates: [113, 23] };
  const outcome = aggregate([{ $geoNear: { near, spherical: true, distanceField: 'meters', query: { kind: 'even' }, limit: 3 } }]);
  expect(ids(outcome)).toEqual(['n0', 'n2', 'n4']);
  expect(outcome.index).toBe('place');
  expect(outcome.examined).toBeLessThanOrEqual(6);
});

test.each([
  ['no condition at all', [{ $group: { _id: null } }]],
  ['a condition on a field without index', [{ $match: { color: 1 } }]],
  ['a $project first', [{ $project: { kind: 1 } }, { $match: { kind: 'even' } }]],
  ['a $lookup by a field without index', [{ $match: { _id: 'n1' } }, { $lookup: { from: 'orders', localField: 'rank', foreignField: 'fen', as: 'x' } }]],
  ['nothing but an $expr', [{ $match: { $expr: { $eq: [{ $mod: ['$rank', 50] }, 0] } } }]],
])('refused without scans: %s', (_name, pipeline) => {
  expect(() => aggregate(pipeline)).toThrow('no declared index serves');
  expect(() => aggregate(pipeline, true)).not.toThrow();
});

test('one document at a time: what nobody takes is not computed', () => {
  // The third document would fail to convert; the limit is reached before it.
  const pipeline = [{ $match: { kind: 'even' } }, { $sort: { rank: -1 } }, { $unwind: '$place.coordinates' }, { $project: { x: { $divide: [1, { $subtract: ['$rank', 194] }] } } }, { $limit: 4 }];
  expect(aggregate(pipeline).list).toHaveLength(4);
  expect(() => aggregate(pipeline.slice(0, -1))).toThrow("can't $divide by zero");
});
