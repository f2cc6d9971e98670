/** Where another engine has the same semantics, both must compute the same: mingo is the oracle, inputs are generated. */
import fc from 'fast-check';
import { aggregate } from 'mingo';
import type { Document } from '../../kernel/values';
import { compileExpression } from './compile-expression';

const ours = (expression: unknown, document: Document): unknown => compileExpression({ box: [expression] }, { nowMs: 0 })({ root: document, variables: {} });
const theirs = (expression: unknown, document: Document): unknown => aggregate([document], [{ $replaceRoot: { newRoot: { box: [expression] } } }])[0];

const agree = (expression: unknown, document: Document): void => expect(ours(expression, document)).toEqual(theirs(expression, document));

const number = fc.integer({ min: -1000, max: 1000 });
const field = fc.constantFrom('$a', '$b', '$none');
const numberOperand = fc.oneof(number, field);
// Of missing values mingo thinks otherwise than MongoDB in comparisons, $max, $min and $mod.
const present = fc.oneof(number, fc.constantFrom('$a', '$b'));

const { tree: arithmetic } = fc.letrec<{ tree: unknown; leaf: unknown }>((tie) => ({
  leaf: numberOperand,
  tree: fc.oneof(
    { maxDepth: 4 },
    tie('leaf'),
    fc.tuple(fc.constantFrom('$add', '$multiply'), fc.array(tie('tree'), { minLength: 2, maxLength: 4 })).map(([name, parts]) => ({ [name]: parts })),
    fc.tuple(fc.constantFrom('$max', '$min', '$sum'), fc.array(present, { minLength: 2, maxLength: 4 })).map(([name, parts]) => ({ [name]: parts })),
    fc.tuple(tie('tree'), tie('tree')).map((parts) => ({ $subtract: parts })),
    fc.tuple(fc.constantFrom('$abs', '$ceil', '$floor'), tie('tree')).map(([name, part]) => ({ [name]: part })),
    fc.tuple(present, fc.integer({ min: 1, max: 9 })).map((parts) => ({ $mod: parts })),
    fc.tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte', '$eq', '$ne', '$cmp'), present, present, tie('tree'), tie('tree')).map(([name, a, b, then, otherwise]) => ({ $cond: [{ [name]: [a, b] }, then, otherwise] })),
    fc.tuple(tie('tree'), tie('tree')).map((parts) => ({ $ifNull: parts })),
  ),
}));

/** -0 and 0 are one number for MongoDB, products of 0 give either here; a missing element of a list is null. */
const normal = (value: unknown): unknown => (value === 0 ? 0 : (value ?? null));

/** The most any step of an expression can come to, by size; `names` are the fields' values. */
const reachOf = (expression: unknown, names: Readonly<Record<string, number>>): number => {
  if (typeof expression === 'number') return Math.abs(expression);
  if (typeof expression === 'string') return Math.abs(names[expression] ?? 0);
  if (Array.isArray(expression)) return expression.reduce<number>((most, part) => Math.max(most, reachOf(part, names)), 1);
  const [name, parts] = Object.entries(expression as Record<string, unknown>)[0] ?? ['', 0];
  const reaches = (Array.isArray(parts) ? parts : [parts]).map((part) => reachOf(part, names));
  if (name === '$multiply') return reaches.reduce((product, reach) => product * Math.max(1, reach), 1);
  return ['$add', '$sum', '$subtract'].includes(name) ? reaches.reduce((sum, reach) => sum + reach, 0) : Math.max(...reaches, 1);
};

describe('agreement with mingo', () => {
  test('where doubles round, products of integers are exact like longs', () => {
    const factors = [-425, 541, 629, 297, 831, 42, 253];
    const exact = factors.reduce((product, factor) => product * BigInt(factor), 1n);
    for (const order of [factors, [...factors].reverse(), [42, 253, 831, 297, 629, 541, -425]]) expect(ours({ $multiply: order }, {})).toEqual({ box: [Number(exact)] });
    expect(ours({ $multiply: [2 ** 40, 2 ** 40] }, {})).toEqual({ box: [2 ** 80] });
  });

  test('on trees of integer arithmetic, comparisons and choices', () => {
    fc.assert(
      fc.property(arithmetic, number, number, (expression, a, b) => {
        // mingo has only doubles; beyond what they hold exactly MongoDB has longs, and mingo is no oracle.
        fc.pre(reachOf(expression, { $a: a, $b: b }) <= Number.MAX_SAFE_INTEGER);
        const [mine, other] = [ours(expression, { a, b }), theirs(expression, { a, b })].map((result) => normal((result as { box: unknown[] }).box[0]));
        expect(mine).toEqual(other);
      }),
      { numRuns: 500 },
    );
  });

  const text = fc.stringMatching(/^[a-cA-C ,]{0,12}$/);
  test('on strings', () => {
    fc.assert(
      fc.property(text, text, fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 14 }), (a, b, from, count) => {
        const document = { a, b };
        for (const expression of [
          { $concat: ['$a', b, '$b'] }, { $split: ['$a', ','] }, { $toUpper: '$a' }, { $toLower: '$a' }, { $strLenCP: '$a' }, { $strLenBytes: '$a' },
          { $substrCP: ['$a', from, count] }, { $strcasecmp: ['$a', '$b'] }, { $trim: { input: '$a' } },
          { $ltrim: { input: '$a', chars: 'ab' } }, { $rtrim: { input: '$a', chars: 'bc' } },
        ]) agree(expression, document);
      }),
    );
  });

  const list = fc.array(fc.oneof(number, fc.constantFrom('x', 'y', null, true)), { maxLength: 8 });
  test('on arrays', () => {
    fc.assert(
      fc.property(list, list, fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 9 }), (a, b, index, count) => {
        const document = { a, b };
        for (const expression of [
          { $ifNull: [{ $arrayElemAt: ['$a', index] }, 'nothing'] }, { $concatArrays: ['$a', '$b'] }, { $reverseArray: '$a' }, { $size: '$a' }, { $slice: ['$a', index] },
          { $slice: ['$a', index, count] }, { $in: ['x', '$a'] }, { $indexOfArray: ['$a', 'x'] }, { $range: [index, count] },
          { $zip: { inputs: ['$a', '$b'], useLongestLength: true } }, { $setIsSubset: ['$a', '$b'] }, { $setEquals: ['$a', '$b'] }, { $setDifference: ['$a', '$b'] },
          { $anyElementTrue: ['$a'] }, { $allElementsTrue: ['$a'] }, { $sum: '$a' }, { $max: '$a' }, { $min: '$a' },
          { $map: { input: '$a', as: 'item', in: [{ $isArray: '$$item' }, '$$item'] } }, { $filter: { input: '$a', cond: { $ne: ['$$this', 'x'] } } },
          { $reduce: { input: '$a', initialValue: [], in: { $concatArrays: [['$$this'], '$$value'] } } },
        ]) agree(expression, document);
      }),
    );
  });

  const PARTS = ['$year', '$month', '$dayOfMonth', '$hour', '$minute', '$second', '$millisecond', '$dayOfYear', '$dayOfWeek', '$isoWeek', '$isoDayOfWeek'];
  test('on parts of dates in zones', () => {
    const date = fc.date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2200-01-01T00:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(date, fc.constantFrom('+00', '+08:00', '-0330', '+05'), (at, timezone) => {
        for (const name of PARTS) agree({ [name]: { date: '$at', timezone } }, { at });
        agree({ $dateToString: { date: '$at', format: '%Y-%m-%d %H:%M:%S.%L', timezone } }, { at });
      }),
    );
  });
});
