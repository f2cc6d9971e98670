import fc from 'fast-check';
import { compareStrings, compareValues } from './compare';

const SEED = { seed: 20261120 };
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    { weight: 4, arbitrary: fc.oneof(fc.integer({ min: -2, max: 2 }), fc.constantFrom(Number.NaN, -0, Infinity, -Infinity, 1.5), fc.string({ maxLength: 2, unit: 'binary' }), fc.boolean(), fc.constant(null), fc.integer({ min: 0, max: 2 }).map((ms) => new Date(ms)), fc.constantFrom(/a/, /a/i, /b/)) },
    { weight: 1, arbitrary: fc.array(tie('value'), { maxLength: 2 }) },
    { weight: 1, arbitrary: fc.dictionary(fc.constantFrom('a', 'b'), tie('value'), { maxKeys: 2, noNullPrototype: true }) },
  ),
}));

test('the order of values is total', () => {
  fc.assert(
    fc.property(value, value, value, (a, b, c) => {
      expect(compareValues(a, a)).toBe(0);
      expect(Math.sign(compareValues(a, b))).toBe(0 - Math.sign(compareValues(b, a)));
      const [low, middle, high] = [a, b, c].sort(compareValues);
      expect(compareValues(low, high)).toBeLessThanOrEqual(0);
      expect(compareValues(low, middle)).toBeLessThanOrEqual(0);
    }),
    { ...SEED, numRuns: 5000 },
  );
});

test('strings stand in the order of their bytes in UTF-8', () => {
  const text = fc.string({ maxLength: 4, unit: fc.constantFrom('a', 'b', '中', '\uffff', '\ue000', '\ud7ff', '\u{10000}', '\u{1f600}') });
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(Math.sign(compareStrings(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }),
    { ...SEED, numRuns: 5000 },
  );
});

test('types come in the order of BSON', () => {
  const inOrder = [null, Number.NaN, -1, 0, 'a', {}, { a: 1 }, { b: 1 }, { a: 'x' }, [], [1], false, true, new Date(0), /a/];
  expect([...inOrder].reverse().sort(compareValues)).toEqual(inOrder);
});
