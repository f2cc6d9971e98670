import type { Document } from '../../kernel/values';
import { Collection } from '../collection';
import { compilePipeline } from './compile-pipeline';
import { runOnCollection, runStages } from './run-pipeline';

/** 110 documents of a megabyte (one text, shared): more than one stage may hold. */
const MEGABYTE = 'x'.repeat(1024 * 1024);
const documents = Array.from({ length: 110 }, (_, _id): Document => ({ _id, text: MEGABYTE }));
const notes = new Collection('notes', []);
for (const document of documents) notes.put(document._id as number, document);

function run(pipeline: readonly object[]): Document[] {
  const cost = { documentsExamined: 0, index: null };
  const store = { find: () => notes };
  const stages = compilePipeline(pipeline, { nowMs: 0, variables: [], place: 'collection' });
  const context = { store, nowMs: 0, allowScans: true, cost, variables: {} };
  return [...runStages(runOnCollection('notes', [], context), stages, context)];
}

test('$group refuses to hold more than 100 MB, however many groups it is spread over', () => {
  expect(() => run([{ $group: { _id: '$_id', all: { $push: '$text' } } }])).toThrow("Exceeded memory limit for $group, but didn't allow external sort. Pass allowDiskUse:true to opt in.");
  expect(run([{ $limit: 90 }, { $group: { _id: null, all: { $push: '$text' } } }, { $project: { n: { $size: '$all' } } }])).toEqual([{ _id: null, n: 90 }]);
});

test('sums and sets of equal values hold nothing', () => {
  expect(run([{ $group: { _id: null, n: { $sum: 1 }, all: { $addToSet: '$text' } } }, { $project: { _id: 0, n: 1, kinds: { $size: '$all' } } }])).toEqual([{ n: 110, kinds: 1 }]);
});

test('$sort refuses to hold more than 100 MB', () => {
  expect(() => run([{ $sort: { _id: -1 } }])).toThrow('Sort exceeded memory limit of 104857600 bytes, but did not opt in to external sorting.');
  expect(run([{ $project: { _id: 1 } }, { $sort: { _id: -1 } }])).toHaveLength(110);
  expect(run([{ $sort: { _id: -1 } }, { $skip: 1 }, { $project: { _id: 1 } }, { $limit: 1 }])).toEqual([{ _id: 108 }]);
});

test('$lookup refuses to put more than 100 MB beside a document', () => {
  const lookup = { $lookup: { from: 'notes', pipeline: [], as: 'all' } };
  expect(() => run([{ $limit: 1 }, lookup])).toThrow("Total size of documents in notes matching pipeline's $lookup stage exceeds 104857600 bytes");
});
