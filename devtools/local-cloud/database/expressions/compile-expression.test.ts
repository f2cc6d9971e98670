import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { CloudError } from '../../kernel/cloud-error';
import type { Document } from '../../kernel/values';
import { compileExpression, EXPRESSION_OPERATORS } from './compile-expression';

const NOW_MS = Date.UTC(2026, 10, 22);
const compute = (expression: unknown, root: Document = {}): unknown => compileExpression(expression, { nowMs: NOW_MS })({ root, variables: {} });

/** Accumulators the SDK names beside the expressions; they stand in $group only. */
const ACCUMULATORS_ONLY = new Set(['$addToSet', '$push']);

/** `aggregate` of command.js: every name it can send. */
function namesOfTheSdk(): readonly string[] {
  const source = readFileSync(require.resolve('@cloudbase/database/dist/commonjs/command.js'), 'utf8');
  return [...source.matchAll(/new AggregationOperator\('(\w+)'/g)].map(([, name]) => `$${name}`);
}

describe('an expression', () => {
  test('every name the SDK can send is known, $meta as one that is refused', () => {
    const names = namesOfTheSdk();
    expect(names.length).toBeGreaterThan(90);
    const known = new Set(EXPRESSION_OPERATORS);
    expect(names.filter((name) => !known.has(name) && !ACCUMULATORS_ONLY.has(name))).toEqual(['$meta']);
  });

  test('is compiled once and evaluated on many documents', () => {
    const evaluate = compileExpression({ $add: ['$a', 1] }, { nowMs: NOW_MS });
    expect([1, 2, 3].map((a) => evaluate({ root: { a }, variables: {} }))).toEqual([2, 3, 4]);
  });

  test('reads variables the stage binds, and no others', () => {
    const evaluate = compileExpression({ $concat: ['$$who', '$name'] }, { nowMs: NOW_MS, variables: ['who', 'CURRENT'] });
    expect(evaluate({ root: { name: 'root' }, variables: { who: 'a-', CURRENT: { name: 'inner' } } })).toBe('a-inner');
    expect(() => compute('$$who')).toThrow('[FailedOperation] Use of undefined variable: who');
  });

  test('knows the time of the request', () => {
    expect(compute('$$NOW')).toEqual(new Date(NOW_MS));
    expect(compute({ $year: '$$NOW' })).toBe(2026);
  });

  test('refuses while compiling what is wrong whatever the document', () => {
    for (const wrong of [{ $nobody: 1 }, { $divide: [1, 0] }, { $toInt: 'x' }, { $cond: [true, { $divide: [1, 0] }, 1] }, '$$x', { $map: {} }]) {
      expect(() => compileExpression(wrong, { nowMs: NOW_MS })).toThrow(CloudError);
    }
  });

  test('waits with what $switch, $map and $filter would do to a document', () => {
    for (const open of [{ $switch: { branches: [{ case: false, then: 1 }] } }, { $map: { input: 5, in: 1 } }, { $filter: { input: 5, cond: 1 } }]) {
      const evaluate = compileExpression(open, { nowMs: NOW_MS });
      expect(() => evaluate({ root: {}, variables: {} })).toThrow(CloudError);
    }
  });

  test('lets a constant of $and and $or decide before any field is read', () => {
    expect(compute({ $and: [{ $divide: [1, '$zero'] }, false] }, { zero: 0 })).toBe(false);
    expect(compute({ $or: [{ $divide: [1, '$zero'] }, true] }, { zero: 0 })).toBe(true);
  });

  test('does not take names of the prototype for operators or fields', () => {
    expect(() => compute({ $constructor: 1 })).toThrow("Unrecognized expression '$constructor'");
    expect(compute('$constructor', {})).toBeUndefined();
    expect(compute({ $mergeObjects: [JSON.parse('{"__proto__": 1}') as object] })).toHaveProperty(['__proto__'], 1);
  });

  test('refuses by name what the local cloud cannot do', () => {
    for (const name of ['$function', '$accumulator', '$meta', '$rand', '$sampleRate', '$toObjectId', '$toDecimal']) {
      expect(() => compute({ [name]: {} })).toThrow(`the local cloud does not support ${name}`);
    }
    const objectId = (input: unknown): unknown => compute({ $convert: { input, to: 'objectId', onError: 'refused' } });
    expect(() => objectId('0123456789abcdef01234567')).toThrow('the local cloud keeps no values of type objectId');
    expect([objectId('x'), objectId(1.9), objectId(false)]).toEqual(['refused', 'refused', 'refused']);
    expect(() => compute({ $convert: { input: 1, to: 'decimal', onError: 'refused' } })).toThrow('the local cloud keeps no values of type decimal');
  });

  test('stops what would take all memory', () => {
    const million = { $range: [0, 1_000_000] };
    expect(() => compute({ $map: { input: million, in: { $range: [0, { $add: ['$$this', 1_000_000] }] } } })).toThrow('the expression takes too much memory or time');
    const doubling = { $reduce: { input: { $range: [0, 40] }, initialValue: 'x', in: { $concat: ['$$value', '$$value'] } } };
    expect(() => compute(doubling)).toThrow('Size must be between 0 and 16793600(16MB)');
    expect(() => compute({ $range: [0, 2_000_000_000] })).toThrow('$range would use too much memory');
  });

  test('leaves the document as it is', () => {
    const root = Object.freeze({ list: Object.freeze([3, 1, 2]), inner: Object.freeze({ a: 1 }) });
    const before = JSON.stringify(root);
    compute([{ $reverseArray: '$list' }, { $setUnion: ['$list', ['$inner']] }, { $mergeObjects: ['$inner', { b: 1 }] }, { $slice: ['$list', 1] }], root);
    expect(JSON.stringify(root)).toBe(before);
  });
});

describe('whatever arrives', () => {
  const scalar = fc.oneof(fc.integer({ min: -20, max: 200 }), fc.double({ min: -1e6, max: 1e6, noNaN: false }), fc.constantFrom(null, true, false, '', 'a', '2026-11-22', '$a', '$b.c', '$list', '$at', '$$this', '$$ROOT', '$', '%Y-%m', '+08:00', 'Asia/Shanghai', 'int'), fc.date(), fc.constant(/a+/i));
  const argument = fc.constantFrom('input', 'as', 'in', 'cond', 'vars', 'initialValue', 'date', 'timezone', 'format', 'dateString', 'year', 'month', 'branches', 'case', 'then', 'if', 'else', 'inputs', 'to', 'onError', 'regex', 'find', 'replacement', 'chars');
  const { expression } = fc.letrec<{ expression: unknown }>((tie) => ({
    expression: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      scalar,
      fc.array(tie('expression'), { maxLength: 4 }),
      fc.tuple(fc.constantFrom(...EXPRESSION_OPERATORS), tie('expression')).map(([name, operand]) => ({ [name]: operand })),
      fc.tuple(fc.constantFrom(...EXPRESSION_OPERATORS), fc.array(tie('expression'), { minLength: 1, maxLength: 4 })).map(([name, operands]) => ({ [name]: operands })),
      fc.tuple(fc.constantFrom(...EXPRESSION_OPERATORS), fc.dictionary(argument, tie('expression'), { maxKeys: 4 })).map(([name, named]) => ({ [name]: named })),
    ),
  }));

  test('is computed or refused as an error of the request', () => {
    const root = { a: 5, b: { c: 'text' }, list: [1, 'x', { k: 'a', v: 1 }, null], at: new Date(NOW_MS) };
    fc.assert(
      fc.property(expression, (part) => {
        try {
          compute(part, root);
        } catch (error) {
          if (!(error instanceof CloudError) || !error.message.startsWith('[FailedOperation] ')) throw error;
        }
      }),
      { numRuns: 5000 },
    );
  });
});
