import fc from 'fast-check';
import { aggregate as oracle } from 'mingo';
import type { Document } from '../../kernel/values';
import { compilePipeline } from './compile-pipeline';
import { runStages } from './run-pipeline';
import { valueKey } from './value-key';

/** Random documents through our stages and through mingo, an independent implementation: both must agree where mingo follows MongoDB. */
const SEED = 20261122;
const RUNS = { seed: SEED, numRuns: 300 };

function ours(documents: readonly Document[], pipeline: readonly object[]): Document[] {
  const stages = compilePipeline(pipeline, { nowMs: 0, variables: [], place: 'collection' });
  const run = { store: { find: () => undefined }, nowMs: 0, allowScans: true, cost: { documentsExamined: 0, index: null }, variables: {} };
  return [...runStages(documents, stages, run)];
}

const theirs = (documents: readonly Document[], pipeline: readonly object[]): Document[] => oracle([...documents], pipeline as Parameters<typeof oracle>[1]) as Document[];

const whole = fc.integer({ min: -5, max: 20 });
const word = fc.constantFrom('', 'a', 'b', 'ab');
const scalar = fc.oneof(whole, word, fc.boolean(), fc.date({ min: new Date(0), max: new Date(10_000), noInvalidDate: true }));
const item = fc.record({ x: whole, y: word }, { requiredKeys: ['x'], noNullPrototype: true });
const fields = fc.record({ n: whole, k: word, any: scalar, o: fc.record({ p: whole, q: word }, { noNullPrototype: true }), list: fc.array(whole, { maxLength: 4 }), items: fc.array(item, { maxLength: 3 }) });
const documents = fc.array(fields, { maxLength: 25 }).map((list) => list.map((one, _id): Document => ({ _id, ...one })));

/** Without order of documents and fields, for stages that give none. */
const asSet = (list: readonly Document[]): string[] => list.map((document) => valueKey(Object.fromEntries(Object.entries(document).sort(([a], [b]) => (a < b ? -1 : 1))))).sort();
// The deviation of a sample of one is NaN to mingo and null to MongoDB.
const roundedNumbers = (value: unknown): unknown => (typeof value !== 'number' ? value : Number.isNaN(value) ? null : Math.round(value * 1e9) / 1e9);
const rounded = (list: readonly Document[]): Document[] => list.map((document) => Object.fromEntries(Object.entries(document).map(([key, value]) => [key, roundedNumbers(value)])));

const path = fc.constantFrom('$n', '$k', '$any', '$o.p', '$o', '$o.q');
const groupKey = fc.oneof(path, fc.constant(null), fc.record({ a: path, b: path }, { noNullPrototype: true }));
const accumulator = fc.oneof(
  path.map((operand) => ({ $sum: operand })),
  path.map((operand) => ({ $avg: operand })),
  fc.constantFrom('$n', '$o.p', '$k').chain((operand) => fc.constantFrom({ $min: operand }, { $max: operand }, { $first: operand }, { $last: operand }, { $push: operand })),
  fc.constantFrom({ $stdDevPop: '$n' }, { $stdDevSamp: '$o.p' }, { $sum: 1 }, { $push: '$list' }),
);

test('$group gives the groups and sums that mingo gives', () => {
  fc.assert(fc.property(documents, groupKey, accumulator, accumulator, (list, _id, one, two) => {
    const pipeline = [{ $sort: { _id: 1 } }, { $group: { _id, one, two } }];
    expect(asSet(rounded(ours(list, pipeline)))).toEqual(asSet(rounded(theirs(list, pipeline))));
  }), RUNS);
});

const direction = fc.constantFrom(1, -1);
const sortKeys = fc.uniqueArray(fc.tuple(fc.constantFrom('n', 'k', 'any', 'o.p', 'o.q'), direction), { minLength: 1, maxLength: 3, selector: ([key]) => key });

test('$sort gives the order that mingo gives', () => {
  fc.assert(fc.property(documents, sortKeys, (list, keys) => {
    const pipeline = [{ $sort: { ...Object.fromEntries(keys), _id: 1 } }];
    expect(ours(list, pipeline).map(({ _id }) => _id)).toEqual(theirs(list, pipeline).map(({ _id }) => _id));
  }), RUNS);
});

test('$sort counts a list by its least element ascending, by its greatest descending', () => {
  const filled = documents.map((list) => list.map((one) => ({ ...one, list: [...(one.list as number[]), 7] })));
  fc.assert(fc.property(filled, direction, (list, sign) => {
    const extreme = (one: Document): number => (sign === 1 ? Math.min(...(one.list as number[])) : Math.max(...(one.list as number[])));
    expect(ours(list, [{ $sort: { list: sign, _id: 1 } }])).toEqual([...list].sort((a, b) => (extreme(a) - extreme(b)) * sign));
  }), RUNS);
});

test('$unwind gives the documents that mingo gives', () => {
  // mingo drops an empty text, which MongoDB keeps as it keeps every scalar.
  const kept = scalar.filter((value) => value !== '');
  const holes = fc.array(fc.record({ list: fc.oneof(fc.array(kept, { maxLength: 3 }), kept) }, { requiredKeys: [] }), { maxLength: 10 }).map((list) => list.map((one, _id): Document => ({ _id, ...one })));
  fc.assert(fc.property(holes, fc.boolean(), fc.boolean(), (list, preserveNullAndEmptyArrays, isNumbered) => {
    const pipeline = [{ $unwind: { path: '$list', preserveNullAndEmptyArrays, ...(isNumbered && { includeArrayIndex: 'at' }) } }];
    expect(ours(list, pipeline)).toEqual(theirs(list, pipeline));
  }), RUNS);
});

test('$bucket puts each value under the last boundary that is not above it', () => {
  // mingo puts a value that equals a boundary into the bucket before, so a plain model is the oracle here.
  const boundaries = fc.uniqueArray(fc.integer({ min: -6, max: 22 }), { minLength: 2, maxLength: 6 }).map((list) => list.sort((a, b) => a - b));
  fc.assert(fc.property(documents, boundaries, (list, between) => {
    const model = new Map<unknown, number>();
    for (const { n } of list as { n: number }[]) {
      const below = between.filter((boundary) => boundary <= n);
      const id = below.length === 0 || below.length === between.length ? 'rest' : below.at(-1);
      model.set(id, (model.get(id) ?? 0) + 1);
    }
    const result = ours(list, [{ $bucket: { groupBy: '$n', boundaries: between, default: 'rest' } }]);
    expect(asSet(result)).toEqual(asSet([...model].map(([_id, count]) => ({ _id, count }))));
  }), RUNS);
});

test('$bucketAuto keeps every document, in order, and never splits equal values', () => {
  fc.assert(fc.property(documents, fc.integer({ min: 1, max: 7 }), (list, buckets) => {
    const result = ours(list, [{ $bucketAuto: { groupBy: '$n', buckets, output: { values: { $push: '$n' } } } }]) as { _id: { min: number; max: number }; values: number[] }[];
    expect(result.length).toBeLessThanOrEqual(buckets);
    expect(result.flatMap(({ values }) => values)).toEqual(list.map(({ n }) => n as number).sort((a, b) => a - b));
    for (const [i, { _id, values }] of result.entries()) {
      const next = result[i + 1];
      if (next !== undefined) expect([_id.max, values.every((value) => value < next._id.min)]).toEqual([next._id.min, true]);
    }
  }), RUNS);
});

const inclusion = fc.uniqueArray(fc.constantFrom('n', 'k', 'o.p', 'items.x', 'list', 'nothing'), { minLength: 1, maxLength: 4 }).map((paths) => Object.fromEntries(paths.map((one) => [one, 1])));
const exclusion = fc.uniqueArray(fc.constantFrom('n', 'k', 'o.p', 'items.x', 'list', 'nothing'), { minLength: 1, maxLength: 4 }).map((paths) => Object.fromEntries(paths.map((one) => [one, 0])));
const computed = fc.record({ n: fc.constant(1), sum: fc.constant({ $add: ['$n', '$o.p'] }), copy: path, made: fc.record({ deep: path }) }, { requiredKeys: ['sum'] });

test('$project keeps, drops and computes what mingo does', () => {
  fc.assert(fc.property(documents, fc.oneof(inclusion, exclusion, computed), (list, specification) => {
    expect(ours(list, [{ $project: specification }])).toEqual(theirs(list, [{ $project: specification }]));
  }), RUNS);
});

test('$addFields adds what mingo adds', () => {
  const added = fc.record({ n: path, fresh: path, 'o.added': path }, { requiredKeys: [] }).filter((one) => Object.keys(one).length > 0);
  fc.assert(fc.property(documents, added, (list, specification) => {
    expect(ours(list, [{ $addFields: specification }])).toEqual(theirs(list, [{ $addFields: specification }]));
  }), RUNS);
});

test('$skip, $limit and $count take what lists take', () => {
  fc.assert(fc.property(documents, fc.nat(10), fc.integer({ min: 1, max: 10 }), (list, skip, limit) => {
    expect(ours(list, [{ $skip: skip }, { $limit: limit }])).toEqual(list.slice(skip, skip + limit));
    expect(ours(list, [{ $limit: limit }, { $skip: skip }])).toEqual(list.slice(0, limit).slice(skip));
    expect(ours(list, [{ $skip: skip }, { $count: 'n' }])).toEqual(list.length > skip ? [{ n: list.length - skip }] : []);
  }), RUNS);
});
