import fc from 'fast-check';
import { find } from 'mingo';
import type { Document } from '../../kernel/values';
import { projectDocuments } from './projection';

const SEED = { seed: 20261120 };
const scalar = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom('a', 'b'), fc.boolean());
const name = fc.constantFrom('a', 'b', 'c');
const nested = fc.dictionary(name, scalar, { maxKeys: 3, noNullPrototype: true });
const document: fc.Arbitrary<Document> = fc.dictionary(name, fc.oneof(scalar, nested, fc.array(nested, { maxLength: 2 }), fc.array(scalar, { maxLength: 3 })), { maxKeys: 3, noNullPrototype: true }).map((fields) => ({ _id: 'one', ...fields }));

const project = (stored: Document, projection: Document): Document => projectDocuments([stored], projection)[0] ?? {};
const flagged = (paths: readonly string[], flag: 0 | 1): Document => Object.fromEntries(paths.map((path) => [path, flag]));

test('whole fields are projected as the oracle does', () => {
  fc.assert(
    fc.property(document, fc.uniqueArray(name, { minLength: 1, maxLength: 3 }), fc.constantFrom(0 as const, 1 as const), fc.boolean(), (stored, names, flag, withId) => {
      const projection = { ...flagged(names, flag), ...(withId ? {} : { _id: 0 }) };
      expect(project(stored, projection)).toEqual(find<Document>([stored], {}, projection as never).all()[0]);
    }),
    { ...SEED, numRuns: 1000 },
  );
});

test('what is included and what is excluded make up the document', () => {
  fc.assert(
    fc.property(document, fc.uniqueArray(name, { minLength: 1, maxLength: 3 }), (stored, names) => {
      const { _id: _, ...excluded } = project(stored, flagged(names, 0));
      expect({ ...project(stored, flagged(names, 1)), ...excluded }).toEqual(stored);
    }),
    { ...SEED, numRuns: 500 },
  );
});

test('a projection never changes what is stored, and is idempotent for paths', () => {
  fc.assert(
    fc.property(document, fc.tuple(name, name).map((segments) => segments.join('.')), fc.constantFrom(0 as const, 1 as const), (stored, path, flag) => {
      const before = structuredClone(stored);
      const once = project(stored, { [path]: flag });
      expect(stored).toEqual(before);
      expect(project(once, { [path]: flag })).toEqual(once);
    }),
    { ...SEED, numRuns: 1000 },
  );
});

test('a slice is the slice of JavaScript', () => {
  fc.assert(
    fc.property(fc.array(scalar, { maxLength: 6 }), fc.integer({ min: -8, max: 8 }), fc.integer({ min: 1, max: 8 }), (list, skip, limit) => {
      const stored = { _id: 'one', list };
      expect(project(stored, { list: { $slice: skip } }).list).toEqual(skip < 0 ? list.slice(skip) : list.slice(0, skip));
      const from = skip < 0 ? Math.max(0, list.length + skip) : skip;
      expect(project(stored, { list: { $slice: [skip, limit] } }).list).toEqual(list.slice(from, from + limit));
    }),
    { ...SEED, numRuns: 1000 },
  );
});
