import fc from 'fast-check';
import { CloudError } from '../../kernel/cloud-error';
import type { Document } from '../../kernel/values';
import { Collection } from '../collection';
import { compilePipeline, STAGE_NAMES } from './compile-pipeline';
import { runOnCollection } from './run-pipeline';

/** Whatever a stage is given, it answers or refuses with an error of the cloud; never does it break. */
const notes = new Collection('notes', []);
const stored: Document[] = [
  { _id: 1, a: 1, b: { c: 'x' }, list: [1, { d: 2 }, [3]], at: new Date(0), place: { type: 'Point', coordinates: [113, 23] } },
  { _id: 2, a: 'text', b: null, list: [], pattern: /x/i },
  { _id: 3 },
];
for (const document of stored) notes.put(document._id as number, document);

const text = fc.constantFrom('', 'a', '$a', '$', '$$', '$$ROOT', '$$b', '$b.c', '$list', '$list.d', '.', 'a.', 'b.c', '$a.', 'notes', 'R5', '\0', '__proto__', '$where');
const key = fc.constantFrom(
  'a', 'b.c', '_id', '$expr', '$sum', '$add', '$push', '$cond', '$literal', '$map', '$near', '$text', '$or', '$limit', '$match', '$group', 'path', 'preserveNullAndEmptyArrays',
  'includeArrayIndex', 'from', 'as', 'localField', 'foreignField', 'let', 'pipeline', 'groupBy', 'boundaries', 'buckets', 'default', 'output', 'granularity', 'newRoot', 'size',
  'near', 'distanceField', 'key', 'startWith', 'connectFromField', 'connectToField', 'maxDepth', 'coll', '__proto__', 'constructor', '',
);
const leaf = fc.oneof(text, fc.integer({ min: -3, max: 30 }), fc.double({ noNaN: false }), fc.boolean(), fc.constant(null), fc.constant(new Date(5)), fc.constant(/a/i));
const { operand } = fc.letrec<{ operand: unknown }>((tie) => ({
  operand: fc.oneof({ depthSize: 'small', withCrossShrink: true }, leaf, fc.array(tie('operand'), { maxLength: 3 }), fc.dictionary(key, tie('operand'), { maxKeys: 5, noNullPrototype: true })),
}));
const anyStage = fc.tuple(fc.constantFrom(...STAGE_NAMES), operand).map(([name, value]) => ({ [name]: value }));
const path = fc.constantFrom('$a', '$b', '$b.c', '$list', '$list.d', '$at', '$place.coordinates', '$_id', '$nothing');
/** Stages in their right form with something odd in one place. */
const likelyStage = fc.oneof(
  operand.map((value) => ({ $match: { a: value } })),
  operand.map((value) => ({ $project: { x: value } })),
  operand.map((value) => ({ $addFields: { 'list.x': value } })),
  fc.tuple(operand, operand).map(([_id, value]) => ({ $group: { _id, s: { $sum: value }, all: { $push: value } } })),
  path.map((value) => ({ $unwind: { path: value, preserveNullAndEmptyArrays: true, includeArrayIndex: 'i.j' } })),
  fc.tuple(path, path).map(([one, other]) => ({ $sort: { [one.slice(1)]: 1, [other.slice(1)]: -1 } })),
  operand.map((value) => ({ $bucket: { groupBy: '$a', boundaries: [0, 5], default: value } })),
  operand.map((value) => ({ $bucketAuto: { groupBy: { $ifNull: ['$nothing', value] }, buckets: 2 } })),
  fc.tuple(path, path).map(([one, other]) => ({ $lookup: { from: 'notes', localField: one.slice(1), foreignField: other.slice(1), as: 'found' } })),
  operand.map((value) => ({ $lookup: { from: 'notes', let: { v: value }, pipeline: [{ $match: { $expr: { $eq: ['$a', '$$v'] } } }], as: 'found.here' } })),
  operand.map((value) => ({ $graphLookup: { from: 'notes', startWith: value, connectFromField: 'a', connectToField: '_id', as: 'b.reached', depthField: 'depth' } })),
  operand.map((value) => ({ $replaceRoot: { newRoot: { v: value, all: '$$ROOT' } } })),
  operand.map((value) => ({ $redact: { $cond: [value, '$$DESCEND', '$$PRUNE'] } })),
  fc.constantFrom({ $limit: 2 }, { $skip: 1 }, { $count: 'n' }, { $sample: { size: 2 } }, { $unset: ['a', 'b.c'] }, { $sortByCount: '$a' }, { $unionWith: 'notes' }),
);
const stage = fc.oneof(anyStage, { arbitrary: likelyStage, weight: 4 });

function attempt(pipeline: readonly object[]): 'answered' | 'refused' {
  try {
    const run = { store: { find: (name: string) => (name === 'notes' ? notes : undefined) }, nowMs: 0, allowScans: true, cost: { documentsExamined: 0, index: null }, variables: {} };
    Array.from(runOnCollection('notes', compilePipeline(pipeline, { nowMs: 0, variables: [], place: 'collection' }), run));
    return 'answered';
  } catch (error) {
    if (error instanceof CloudError) return 'refused';
    throw error;
  }
}

test('any operand of any stage is answered or refused', () => {
  const seen = { answered: 0, refused: 0 };
  fc.assert(fc.property(fc.array(stage, { minLength: 1, maxLength: 3 }), (pipeline) => {
    seen[attempt(pipeline)] += 1;
  }), { seed: 20261122, numRuns: 6000 });
  expect(Math.min(seen.answered, seen.refused)).toBeGreaterThan(100);
});

test('nothing that is stored is changed by a pipeline', () => {
  const before = JSON.stringify(stored);
  fc.assert(fc.property(fc.array(stage, { minLength: 1, maxLength: 3 }), (pipeline) => void attempt(pipeline)), { seed: 7, numRuns: 1000 });
  expect(JSON.stringify([...notes.documents.values()])).toBe(before);
});
