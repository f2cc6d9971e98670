import fc from 'fast-check';
import { Collection } from '../collection';
import { compileTest } from '../query/compile-query';
import type { Query } from './constraints';
import { selectDocuments } from './select';

/** Two fields of one array in an index: bounds go together only where one element has to meet both. */
const small = fc.integer({ min: 0, max: 2 });
const condition = fc.oneof(small, small.map((low) => ({ $gte: low })), fc.tuple(small, small).map(([low, high]) => ({ $gt: low, $lt: high + 1 })), fc.array(small, { minLength: 1, maxLength: 2 }).map((among) => ({ $in: among })));
const items = fc.array(fc.record({ a: fc.oneof(small, fc.array(small, { minLength: 1, maxLength: 2 })), b: small }, { requiredKeys: ['b'] }), { maxLength: 3 });
const query: fc.Arbitrary<Query> = fc.oneof(
  fc.tuple(condition, condition).map(([a, b]) => ({ items: { $elemMatch: { a, b } } })),
  fc.tuple(condition, condition).map(([a, b]) => ({ items: { $elemMatch: { a } }, 'items.b': b })),
  fc.tuple(condition, condition).map(([a, b]) => ({ 'items.a': a, 'items.b': b })),
  fc.tuple(small, small).map(([a, b]) => ({ items: { $all: [{ $elemMatch: { a, b } }, { $elemMatch: { a: b, b: a } }] } })),
  fc.tuple(small, small).map(([low, high]) => ({ 'items.b': { $gt: low, $lt: high } })),
);

const put = (collection: Collection, documents: readonly unknown[]): void => documents.forEach((one, i) => collection.put(`d${i}`, { _id: `d${i}`, items: one }));

test('fields of one array are bound together only by one $elemMatch', () => {
  fc.assert(
    fc.property(fc.array(items, { maxLength: 12 }), query, (documents, wanted) => {
      const collection = new Collection('things', [{ name: 'items', keys: [['items.a', 1], ['items.b', -1]] }, { name: 'b', keys: [['items.b', 1]] }]);
      put(collection, documents);
      const found = selectDocuments(collection, { conjuncts: [wanted], sort: [], skip: 0, limit: Infinity, allowScans: false, cost: { documentsExamined: 0, index: null } });
      const expected = [...collection.documents.values()].filter(compileTest(wanted));
      expect(found.map(({ _id: id }) => id).sort()).toEqual(expected.map(({ _id: id }) => id).sort());
    }),
    { numRuns: 1500 },
  );
});

test('one $elemMatch narrows by both fields; two conditions narrow by the rarer one', () => {
  const collection = new Collection('things', [{ name: 'items', keys: [['items.a', 1], ['items.b', 1]] }]);
  put(collection, Array.from({ length: 100 }, (_, i) => [{ a: 1, b: i % 10 }, { a: 2, b: (i + 1) % 10 }]));
  const examined = (wanted: Query): number => {
    const cost = { documentsExamined: 0, index: null };
    selectDocuments(collection, { conjuncts: [wanted], sort: [], skip: 0, limit: Infinity, allowScans: false, cost });
    return cost.documentsExamined;
  };
  expect(examined({ items: { $elemMatch: { a: 1, b: 4 } } })).toBe(10);
  expect(examined({ 'items.a': 1, 'items.b': 4 })).toBe(100);
});
