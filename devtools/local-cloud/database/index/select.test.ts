import fc from 'fast-check';
import type { Document } from '../../kernel/values';
import { Collection } from '../collection';
import type { Query } from './constraints';
import type { SortSpec } from './planner';
import { compileTest } from '../query/query-test';
import { sortDocuments } from './read-plan';
import { selectDocuments } from './select';

/** Whatever index the planner picks, the answer must be the one a scan gives. */
const INDEXES = [
  { name: 'kindRank', keys: [['kind', 1], ['rank', -1], ['_id', -1]] },
  { name: 'tagsRank', keys: [['tags', 1], ['rank', 1]] },
  { name: 'rank', keys: [['rank', 1], ['kind', 1]] },
  { name: 'deep', keys: [['deep.list', 1], ['kind', -1]] },
] as const;

const value = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constantFrom('a', 'b', ''), fc.constant(null), fc.boolean());
const fields = fc.record(
  {
    kind: value,
    rank: fc.oneof(fc.integer({ min: 0, max: 9 }), value),
    tags: fc.oneof(fc.array(value, { maxLength: 3 }), value),
    deep: fc.oneof(fc.record({ list: fc.array(value, { maxLength: 2 }) }), fc.constant(null)),
    other: value,
  },
  { requiredKeys: [] },
);

const condition = fc.oneof(
  value,
  value.map((bound) => ({ $gte: bound })),
  fc.tuple(value, value).map(([low, high]) => ({ $gt: low, $lte: high })),
  fc.array(value, { minLength: 1, maxLength: 3 }).map((among) => ({ $in: among })),
  value.map((unwanted) => ({ $ne: unwanted })),
  fc.boolean().map((present) => ({ $exists: present })),
);
const simple: fc.Arbitrary<Query> = fc.dictionary(fc.constantFrom('kind', 'rank', 'tags', 'deep.list', 'other'), condition, { minKeys: 1, maxKeys: 3, noNullPrototype: true });
const query: fc.Arbitrary<Query> = fc.oneof(
  simple,
  fc.tuple(simple, simple).map(([one, two]) => ({ $and: [one, two] })),
  fc.tuple(simple, fc.array(simple, { minLength: 1, maxLength: 3 })).map(([base, branches]) => ({ ...base, $or: branches })),
);
const sort: fc.Arbitrary<SortSpec> = fc.uniqueArray(fc.tuple(fc.constantFrom('rank', 'kind', '_id'), fc.constantFrom(1 as const, -1 as const)), {
  maxLength: 3,
  selector: ([field]) => field,
});

function collectionOf(documents: readonly Document[]): Collection {
  const collection = new Collection('things', INDEXES);
  documents.forEach((document, i) => collection.put(`d${i}`, { _id: `d${i}`, ...document }));
  return collection;
}

const keysOf = (documents: readonly Document[], by: SortSpec): string => JSON.stringify(documents.map((document) => by.map(([field]) => document[field] ?? null)));

test('a plan answers what a scan answers, in the order asked for', () => {
  let served = 0;
  fc.assert(
    fc.property(fc.array(fields, { maxLength: 30 }), query, sort, (documents, wanted, order) => {
      const collection = collectionOf(documents);
      const expected = sortDocuments([...collection.documents.values()].filter(compileTest(wanted)), order);
      const cost = { documentsExamined: 0, index: null };
      let found: Document[];
      try {
        found = selectDocuments(collection, { conjuncts: [wanted], sort: order, skip: 0, limit: Infinity, allowScans: false, cost });
      } catch (error) {
        expect(String(error)).toContain('no declared index serves');
        return;
      }
      served += 1;
      expect(found.map(({ _id: id }) => id).sort()).toEqual(expected.map(({ _id: id }) => id).sort());
      expect(keysOf(found, order)).toBe(keysOf(expected, order));
      expect(cost.documentsExamined).toBeLessThanOrEqual(documents.length);
    }),
    { numRuns: 4000 },
  );
  expect(served).toBeGreaterThan(1000);
});

test('indexes follow every change', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.option(fields)), { maxLength: 60 }), simple, (changes, wanted) => {
      const collection = collectionOf([]);
      for (const [i, next] of changes) collection.put(`d${i}`, next === null ? null : { _id: `d${i}`, ...next });
      const rebuilt = collectionOf([]);
      for (const [id, document] of collection.documents) rebuilt.load(id, document);
      rebuilt.rebuildIndexes();
      const select = (from: Collection): unknown => {
        try {
          return selectDocuments(from, { conjuncts: [wanted], sort: [], skip: 0, limit: Infinity, allowScans: false, cost: { documentsExamined: 0, index: null } });
        } catch (error) {
          return String(error);
        }
      };
      expect(select(collection)).toEqual(select(rebuilt));
    }),
    { numRuns: 1000 },
  );
});

test('a large index stays in order while it grows and shrinks', () => {
  const collection = new Collection('things', INDEXES);
  const ids = Array.from({ length: 5000 }, (_, i) => (i * 7919) % 5000);
  for (const i of ids) collection.put(i, { _id: i, kind: 'k', rank: i });
  for (const i of ids) if (i % 3 !== 0) collection.put(i, null);
  const cost = { documentsExamined: 0, index: null };
  const found = selectDocuments(collection, { conjuncts: [{ kind: 'k', rank: { $lt: 3000 } }], sort: [['rank', -1]], skip: 2, limit: 3, allowScans: false, cost });
  expect(found.map(({ rank }) => rank)).toEqual([2991, 2988, 2985]);
  expect(cost.documentsExamined).toBe(5);
});
