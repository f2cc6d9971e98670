import fc from 'fast-check';
import type { Document } from '../../kernel/values';
import { Collection } from '../collection';
import type { Query } from './constraints';
import type { SortSpec } from './planner';
import { compileTest } from '../query/compile-query';
import { sortDocuments } from './read-plan';
import { selectDocuments } from './select';

const RUNS = process.env.LINYUAN_LONG === '1' ? 8000 : 500;

/** Whatever index the planner picks, the answer must be the one a scan gives. */
const INDEXES = [
  { name: 'kindRank', keys: [['kind', 1], ['rank', -1], ['_id', -1]] },
  { name: 'tagsRank', keys: [['tags', 1], ['rank', 1]] },
  { name: 'rank', keys: [['rank', 1], ['kind', 1]] },
  { name: 'deep', keys: [['deep.list', 1], ['kind', -1]] },
  { name: 'items', keys: [['items.a', 1], ['items.b', -1], ['rank', 1]] },
  { name: 'tagsOnly', keys: [['tags', -1], ['_id', 1]] },
] as const;

const value = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constantFrom('a', 'b', 'ab', 'a.b', ''), fc.constant(null), fc.boolean(), fc.constantFrom(new Date(1), new Date(2), NaN, 2.5));
const element = fc.oneof(fc.record({ a: fc.oneof(value, fc.array(value, { maxLength: 2 })), b: value }, { requiredKeys: [] }), value);
const fields = fc.record(
  {
    kind: value,
    rank: fc.oneof(fc.integer({ min: 0, max: 9 }), value),
    tags: fc.oneof(fc.array(fc.oneof(value, fc.array(value, { maxLength: 1 })), { maxLength: 3 }), value),
    deep: fc.oneof(fc.record({ list: fc.array(value, { maxLength: 2 }) }), fc.constant(null)),
    items: fc.oneof(fc.array(element, { maxLength: 3 }), element),
    other: value,
  },
  { requiredKeys: [] },
);

const pattern = fc.constantFrom('^a', '^a.b', '^a\\.b', '^ab?', '^a+', 'b', '^(a|b)', '^').chain((source) => fc.constantFrom(new RegExp(source), new RegExp(source, 'i')));
const scalarCondition = fc.oneof(
  value,
  value.map((bound) => ({ $gte: bound })),
  fc.tuple(value, value).map(([low, high]) => ({ $gt: low, $lte: high })),
  fc.array(fc.oneof(value, pattern), { maxLength: 3 }).map((among) => ({ $in: among })),
  value.map((unwanted) => ({ $ne: unwanted })),
  fc.boolean().map((present) => ({ $exists: present })),
  pattern,
  pattern.map((expression) => ({ $regex: expression.source, $options: expression.flags })),
  fc.constantFrom('string', 'number', 'date', 'bool', 'null', 'array').map((type) => ({ $type: type })),
  value.map((bound) => ({ $not: { $gt: bound } })),
);
const condition = fc.oneof(
  scalarCondition,
  fc.array(value, { maxLength: 2 }),
  fc.array(value, { minLength: 1, maxLength: 3 }).map((all) => ({ $all: all })),
  fc.tuple(value, value).map(([low, high]) => ({ $elemMatch: { $gte: low, $lt: high } })),
  value.map((equal) => ({ $elemMatch: { $in: [equal, 'a'] } })),
);
const onItems = fc.oneof(
  fc.tuple(scalarCondition, scalarCondition).map(([a, b]) => ({ items: { $elemMatch: { a, b } } })),
  fc.tuple(scalarCondition, scalarCondition).map(([a, b]) => ({ items: { $elemMatch: { a } }, 'items.b': b })),
  fc.tuple(scalarCondition, scalarCondition).map(([a, b]) => ({ 'items.a': a, 'items.b': b })),
  fc.tuple(value, value).map(([a, b]) => ({ items: { $all: [{ $elemMatch: { a } }, { $elemMatch: { a: b } }] } })),
);
const simple: fc.Arbitrary<Query> = fc.oneof(
  { weight: 3, arbitrary: fc.dictionary(fc.constantFrom('kind', 'rank', 'tags', 'deep.list', 'other'), condition, { minKeys: 1, maxKeys: 3, noNullPrototype: true }) },
  { weight: 1, arbitrary: onItems },
);
const query: fc.Arbitrary<Query> = fc.oneof(
  simple,
  fc.tuple(simple, simple).map(([one, two]) => ({ $and: [one, two] })),
  fc.tuple(simple, fc.array(simple, { minLength: 1, maxLength: 3 })).map(([base, branches]) => ({ ...base, $or: branches })),
  fc.tuple(simple, simple, simple).map(([one, two, three]) => ({ $and: [{ $or: [one, two] }, { $or: [two, three] }] })),
);
const sort: fc.Arbitrary<SortSpec> = fc.uniqueArray(fc.tuple(fc.constantFrom('rank', 'kind', '_id', 'tags'), fc.constantFrom(1 as const, -1 as const)), {
  maxLength: 3,
  selector: ([field]) => field,
});

function collectionOf(documents: readonly Document[]): Collection {
  const collection = new Collection('things', INDEXES);
  documents.forEach((document, i) => collection.put(`d${i}`, { _id: `d${i}`, ...document }));
  return collection;
}

/** Equal for the sort: what stands at the same places of both lists has the same sort key. */
function sortsAlike(found: readonly Document[], expected: readonly Document[], order: SortSpec): boolean {
  if (found.length !== expected.length) return false;
  return found.every((document, i) => {
    const other = expected[i];
    if (other === undefined) return false;
    // A stable sort keeps two documents as they come only when neither goes before the other.
    return sortDocuments([document, other], order)[0] === document && sortDocuments([other, document], order)[0] === other;
  });
}

const idsOf = (documents: readonly Document[]): unknown[] => documents.map(({ _id: id }) => id);

function attempt(run: () => Document[]): Document[] | string {
  try {
    return run();
  } catch (error) {
    return String(error);
  }
}

test.each([
  ['refusing what no index serves', false, 0.2],
  ['with scans allowed', true, 0.6],
])('a plan answers what a scan answers, in the order asked for, %s', (_name, allowScans, leastServed) => {
  let served = 0;
  fc.assert(
    fc.property(fc.array(fields, { maxLength: 30 }), query, sort, fc.nat({ max: 4 }), fc.nat({ max: 6 }), (documents, wanted, order, skip, page) => {
      const collection = attemptCollection(documents);
      if (collection === undefined) return;
      const expected = attempt(() => sortDocuments([...collection.documents.values()].filter(compileTest(wanted)), order));
      const cost = { documentsExamined: 0, index: null };
      const select = (from: number, limit: number): Document[] | string =>
        attempt(() => selectDocuments(collection, { conjuncts: [wanted], sort: order, skip: from, limit, allowScans, cost }));
      const found = select(0, Infinity);
      if (typeof found === 'string' || typeof expected === 'string') {
        if (typeof expected !== 'string' || typeof found !== 'string') expect(found).toContain('no declared index serves');
        return;
      }
      served += 1;
      expect(idsOf(found).sort()).toEqual(idsOf(expected).sort());
      expect(sortsAlike(found, expected, order)).toBe(true);
      expect(cost.documentsExamined).toBeLessThanOrEqual(documents.length);
      const limited = select(skip, page);
      expect(limited).toEqual(found.slice(skip, skip + page));
    }),
    { numRuns: RUNS },
  );
  expect(served).toBeGreaterThan(leastServed * RUNS);
});

/** Undefined when two arrays meet in one index, which storing refuses. */
function attemptCollection(documents: readonly Document[]): Collection | undefined {
  const collection = new Collection('things', INDEXES);
  try {
    documents.forEach((document) => collection.assertIndexable(document));
  } catch (error) {
    expect(String(error)).toContain('cannot index parallel arrays');
    return undefined;
  }
  documents.forEach((document, i) => {
    collection.put(`d${i}`, { _id: `d${i}`, ...document });
    // Indexes are built while some documents are there and others follow.
    if (i === 3) for (const index of collection.indexes) index.estimate({ prefix: [] });
  });
  return collection;
}

function isStorable(collection: Collection, document: Document): boolean {
  try {
    collection.assertIndexable(document);
    return true;
  } catch {
    return false;
  }
}

test('indexes follow every change', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.option(fields)), { maxLength: 60 }), simple, (changes, wanted) => {
      const collection = collectionOf([]);
      for (const index of collection.indexes) index.estimate({ prefix: [] });
      const storable = changes.filter(([, next]) => next === null || isStorable(collection, next));
      for (const [i, next] of storable) collection.put(`d${i}`, next === null ? null : { _id: `d${i}`, ...next });
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
    { numRuns: RUNS },
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
