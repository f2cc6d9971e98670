import fc from 'fast-check';
import { updateOne } from 'mingo';
import type { Document } from '../../kernel/values';
import { compileUpdate } from './compile-update';
import { matchedPosition } from './matched-position';
import { updateDocument } from './update-document';
import { readPath } from './update-paths';

const SEED = { seed: 20261122 };
const NOW_MS = 1_764_000_000_000;

const apply = (document: Document, update: Document, position?: number): Document | null =>
  updateDocument({ document, update: compileUpdate(update), position, nowMs: NOW_MS });

/** A document that cannot be changed: an update that touches what is stored throws. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !(value instanceof Date)) Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

const small = fc.integer({ min: -4, max: 4 });
const list = fc.array(small, { maxLength: 5 });
const word = fc.constantFrom('x', 'y', '');
const anything = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, small, word, fc.boolean(), fc.constant(null), small.map((ms) => new Date(ms)), fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { maxKeys: 3, noNullPrototype: true })),
})).value;

/** Documents whose fields are of known kinds, so that an update of the kind cannot be refused. */
const typed = fc.record({ n1: small, n2: small, l1: list, l2: list, o: fc.record({ n: small, l: list }, { requiredKeys: [] }) }, { requiredKeys: ['o'] });

const onNumber = fc.oneof(
  fc.tuple(fc.constantFrom('$inc', '$mul', '$min', '$max', '$set'), small),
  fc.constant(['$unset', ''] as [string, unknown]),
);
const modifiers = fc.record({ $each: list, $slice: fc.integer({ min: -4, max: 4 }), $sort: fc.constantFrom(1, -1), $position: fc.integer({ min: 0, max: 6 }) }, { requiredKeys: ['$each'] });
const onList = fc.oneof(
  fc.tuple(fc.constant('$push'), modifiers),
  fc.tuple(fc.constant('$push'), small),
  fc.tuple(fc.constant('$pull'), fc.oneof(small, small.map((bound) => ({ $gte: bound })))),
  fc.tuple(fc.constant('$pullAll'), list),
  fc.tuple(fc.constant('$pop'), fc.constantFrom(1, -1)),
);

/** One change a path, the paths apart from each other. */
const change = fc
  .tuple(
    fc.record({ n1: onNumber, n2: onNumber, 'o.n': onNumber, 'new.n': onNumber }, { requiredKeys: [] }),
    fc.record({ l1: onList, l2: onList, 'o.l': onList }, { requiredKeys: [] }),
  )
  .map(([numbers, lists]) => {
    const update: Record<string, Document> = {};
    for (const [path, [operator, operand]] of Object.entries({ ...numbers, ...lists })) (update[operator] ??= {})[path] = operand;
    return update;
  })
  .filter((update) => Object.keys(update).length > 0);

describe('against an oracle', () => {
  test('changes of numbers and lists give what mingo gives', () => {
    fc.assert(
      fc.property(typed, change, (document, update) => {
        // mingo forgets the clauses of a $push that makes the list.
        fc.pre(Object.keys(update.$push ?? {}).every((path) => readPath(document, path) !== undefined));
        const oracle = { _id: 1, ...structuredClone(document) } as Document;
        updateOne([oracle], { _id: 1 }, structuredClone(update) as never, { cloneMode: 'deep' });
        const stored = frozen({ _id: 1, ...document } as Document);
        // As text, because mingo makes negative zeros, which whole numbers of MongoDB do not have.
        expect(JSON.parse(JSON.stringify(apply(stored, update) ?? stored))).toEqual(JSON.parse(JSON.stringify(oracle)));
      }),
      { ...SEED, numRuns: 1000 },
    );
  });

  test('$push does what its parts do one after the other', () => {
    fc.assert(
      fc.property(list, list, fc.option(fc.integer({ min: -7, max: 7 }), { nil: undefined }), fc.constantFrom(undefined, 1, -1), fc.option(fc.integer({ min: -7, max: 7 }), { nil: undefined }), (before, added, position, sort, slice) => {
        const expected = [...before];
        let at = position === undefined ? expected.length : position >= 0 ? Math.min(position, expected.length) : Math.max(0, expected.length + position);
        for (const item of added) expected.splice(at++, 0, item);
        if (sort !== undefined) expected.sort((a, b) => (a - b) * sort);
        while (slice !== undefined && expected.length > Math.abs(slice)) void (slice >= 0 ? expected.pop() : expected.shift());
        const clauses = { $each: added, ...(position !== undefined && { $position: position }), ...(sort !== undefined && { $sort: sort }), ...(slice !== undefined && { $slice: slice }) };
        expect((apply(frozen({ l: before }), { $push: { l: clauses } }) ?? { l: before }).l).toEqual(expected);
      }),
      { ...SEED, numRuns: 2000 },
    );
  });
});

describe('laws', () => {
  test('$addToSet appends what is not there, in order, and leaves what is', () => {
    fc.assert(
      fc.property(fc.option(list, { nil: undefined }), list, (before, added) => {
        const document = before === undefined ? {} : { l: before };
        const fresh = [...new Set(added)].filter((item) => before?.includes(item) !== true);
        const after = apply(frozen(document), { $addToSet: { l: { $each: added } } });
        expect(after).toEqual(before !== undefined && fresh.length === 0 ? null : { l: [...(before ?? []), ...fresh] });
      }),
      { ...SEED, numRuns: 1000 },
    );
  });

  test('a $set is a change exactly when the values are not alike, and never the second time', () => {
    fc.assert(
      fc.property(anything, anything, (before, after) => {
        const changed = apply(frozen({ v: before }), { $set: { v: after } });
        expect(changed === null).toBe(JSON.stringify([before]) === JSON.stringify([after]) && Object.is(before instanceof Date, after instanceof Date));
        expect(apply(frozen({ v: after }), { $set: { v: after } })).toBeNull();
      }),
      { ...SEED, numRuns: 2000 },
    );
  });

  test('what is added and taken back is as before; what is added twice to a set is there once', () => {
    fc.assert(
      fc.property(small, small, fc.array(anything, { maxLength: 4 }), anything, (n, by, items, value) => {
        const counted = apply({ n }, { $inc: { n: by } }) ?? { n };
        expect(apply(counted, { $inc: { n: -by } }) ?? counted).toEqual({ n });
        const grown = apply({ l: items }, { $addToSet: { l: [value] } }) ?? { l: items };
        expect(apply(grown, { $addToSet: { l: [value] } })).toBeNull();
      }),
      SEED,
    );
  });

  test('only what lies on the path is copied', () => {
    const document = frozen({ a: { b: { c: 1 }, kept: { x: 1 } }, other: [1] });
    const changed = apply(document, { $set: { 'a.b.c': 2 } }) as typeof document;
    expect(changed).toEqual({ a: { b: { c: 2 }, kept: { x: 1 } }, other: [1] });
    expect(changed.a.kept).toBe(document.a.kept);
    expect(changed.other).toBe(document.other);
    expect(document.a.b.c).toBe(1);
  });

  test('any update of any document either gives a document or refuses with a text of MongoDB', () => {
    const path = fc.array(fc.constantFrom('a', 'b', 'c', '0', '1', '$[]', '$'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.'));
    const operator = fc.constantFrom('$set', '$unset', '$inc', '$mul', '$min', '$max', '$bit', '$push', '$addToSet', '$pop', '$pullAll', '$rename', '$currentDate', '$setOnInsert');
    const update = fc.dictionary(operator, fc.dictionary(path, fc.oneof(anything, path, small), { maxKeys: 2, noNullPrototype: true }), { maxKeys: 3, noNullPrototype: true });
    let applied = 0;
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'c'), anything, { noNullPrototype: true }), update, (document, changes) => {
        try {
          apply(frozen(document), changes, 0);
          applied += 1;
        } catch (error) {
          expect(String(error)).toMatch(/^CloudError: (\[FailedOperation\] multiple write errors: |the local cloud keeps no values of type timestamp)/);
        }
      }),
      { ...SEED, numRuns: 5000 },
    );
    expect(applied).toBeGreaterThan(500);
  });
});

describe('the matched position', () => {
  test.each<[string, Document, Document, number | undefined]>([
    ['the first that is equal', { l: [1, 2, 2] }, { l: 2 }, 1],
    ['of a field of elements', { l: [{ k: 1 }, { k: 2 }] }, { 'l.k': 2 }, 1],
    ['by $elemMatch, which is evaluated before equality', { l: [{ a: 1 }, { a: 2 }], m: [7, 8] }, { l: { $elemMatch: { a: 2 } }, m: 7 }, 0],
    ['of two equalities by the later path', { b: [1, 2, 3], a: [3, 2, 1] }, { b: 3, a: 3 }, 2],
    ['by a path with an index', { l: [5, 6] }, { 'l.1': 6 }, 1],
    ['of $all by its last value', { l: [1, 2, 3] }, { l: { $all: [3, 2] } }, 1],
    ['by the size of a list inside an element', { l: [{ in: [1] }, { in: [1, 2] }] }, { 'l.in': { $size: 2 } }, 1],
    ['by a choice of one, which is an equality', { a: [1, 2], b: [9, 5] }, { a: { $in: [2] }, b: { $gte: 9 } }, 0],
    ['none without a list', { l: 1 }, { l: 1 }, undefined],
    ['none by $ne and $nin', { l: [1, 2] }, { l: { $ne: 3, $nin: [4] } }, undefined],
    ['none by a list as a whole', { l: [1, 2] }, { l: { $size: 2 } }, undefined],
  ])('%s', (_name, document, query, position) => {
    expect(matchedPosition(document, query)).toBe(position);
  });
});
