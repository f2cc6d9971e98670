/** Tests of a single value: comparisons (bracketed by type), `$in`, `$mod`, regular expressions, bits. */
import { isPlainObject } from '../../kernel/values';
import { compareValues, typeRank } from '../compare';
import { badValue, showField } from './bad-value';
import type { ValueTest } from './paths';
import { compilePattern } from './regular-expression';
import { parsePositiveLong } from './value-types';

const isNullish: ValueTest = (value) => value === null || value === undefined;

/** Equality of MongoDB: null is equal to a missing field, objects are equal in the same order of fields only. */
export function equalTo(operand: unknown): ValueTest {
  if (operand === null || operand === undefined) return isNullish;
  if (typeof operand === 'string' || typeof operand === 'boolean') return (value) => value === operand;
  if (typeof operand === 'number') return Number.isNaN(operand) ? (value) => Number.isNaN(value) : (value) => value === operand;
  return (value) => typeof value === 'object' && value !== null && compareValues(value, operand) === 0;
}

export type RangeOperator = '$gt' | '$gte' | '$lt' | '$lte';

const HOLDS: Readonly<Record<RangeOperator, (order: number) => boolean>> = {
  $gt: (order) => order > 0,
  $gte: (order) => order >= 0,
  $lt: (order) => order < 0,
  $lte: (order) => order <= 0,
};

function numberRange(operator: RangeOperator, operand: number): ValueTest {
  // NaN is equal to itself and neither less nor greater than anything.
  if (Number.isNaN(operand)) return operator === '$gte' || operator === '$lte' ? (value) => Number.isNaN(value) : () => false;
  switch (operator) {
    case '$gt':
      return (value) => typeof value === 'number' && value > operand;
    case '$gte':
      return (value) => typeof value === 'number' && value >= operand;
    case '$lt':
      return (value) => typeof value === 'number' && value < operand;
    case '$lte':
      return (value) => typeof value === 'number' && value <= operand;
  }
}

/** A range holds only values of the operand's own type. */
export function inRange(operator: RangeOperator, operand: unknown): ValueTest {
  if (operand === null || operand === undefined) return operator === '$gte' || operator === '$lte' ? isNullish : () => false;
  if (typeof operand === 'number') return numberRange(operator, operand);
  const rank = typeRank(operand);
  const holds = HOLDS[operator];
  return (value) => value !== undefined && typeRank(value) === rank && holds(compareValues(value, operand));
}

/** Strings that match; a stored expression only when it is the same one. */
export function matching(pattern: string, options: string): ValueTest {
  const expression = compilePattern(pattern, options);
  const flags = [...options].filter((flag) => 'imsx'.includes(flag)).sort().join('');
  return (value) => (typeof value === 'string' ? expression.test(value) : value instanceof RegExp && value.source === pattern && [...value.flags].sort().join('') === flags);
}

export const matchingExpression = (expression: RegExp): ValueTest => matching(expression.source, expression.flags);

const isSimple = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** `$in`: equal to one of the values, or matched by one of the expressions. */
export function amongst(operands: readonly unknown[]): ValueTest {
  const simple = new Set(operands.filter(isSimple));
  const tests = operands.filter((operand) => !isSimple(operand)).map((operand) => (operand instanceof RegExp ? matchingExpression(operand) : equalTo(operand)));
  if (tests.length === 0) return (value) => simple.has(value);
  return (value) => simple.has(value) || tests.some((test) => test(value));
}

const INT_LIMIT = 2 ** 31;
const toInt = (value: unknown): number => (typeof value === 'number' && !Number.isNaN(value) ? Math.trunc(Math.max(-INT_LIMIT, Math.min(INT_LIMIT - 1, value))) : 0);

/** `$mod: [divisor, remainder]`; fractions are cut off, of the operands and of the value. */
export function modulo(operand: unknown): ValueTest {
  if (!Array.isArray(operand)) throw badValue('malformed mod, needs to be an array');
  if (operand.length < 1) throw badValue('malformed mod, not enough elements');
  if (typeof operand[0] !== 'number') throw badValue('malformed mod, divisor not a number');
  if (operand.length < 2) throw badValue('malformed mod, not enough elements');
  if (operand.length > 2) throw badValue('malformed mod, too many elements');
  const divisor = toInt(operand[0]);
  const remainder = toInt(operand[1]);
  if (divisor === 0) throw badValue('divisor cannot be 0');
  return (value) => typeof value === 'number' && (Number.isFinite(value) ? Math.trunc(value) % divisor : 0) === remainder;
}

function bitPosition(place: number, value: unknown): bigint {
  const shown = showField(String(place), value);
  if (typeof value !== 'number') throw badValue(`bit positions must be an integer but got: ${shown}`);
  if (Number.isNaN(value)) throw badValue(`bit positions cannot take a NaN: ${shown}`);
  if (Math.abs(value) >= INT_LIMIT) throw badValue(`bit positions cannot be represented as a 32-bit signed integer: ${shown}`);
  if (!Number.isInteger(value)) throw badValue(`bit positions must be an integer but got: ${shown}`);
  if (value < 0) throw badValue(`bit positions must be >= 0 but got: ${shown}`);
  // Beyond 64 bits a negative number goes on with its sign.
  return 1n << BigInt(Math.min(value, 63));
}

function bitMask(path: string, operator: string, operand: unknown): bigint {
  if (Array.isArray(operand)) return operand.reduce<bigint>((mask, position, i) => mask | bitPosition(i, position), 0n);
  if (typeof operand === 'number') return BigInt(parsePositiveLong(operator, operand));
  throw badValue(`${path} takes an Array, a number, or a BinData but received: ${showField(operator, operand)}`);
}

export type BitOperator = '$bitsAllSet' | '$bitsAnySet' | '$bitsAllClear' | '$bitsAnyClear';

const LONG_LIMIT = 2 ** 63;

/** The bit tests look at whole numbers within 64 bits, in two's complement. */
export function bits(path: string, operator: BitOperator, operand: unknown): ValueTest {
  const mask = bitMask(path, operator, operand);
  const holds: Readonly<Record<BitOperator, (set: bigint) => boolean>> = {
    $bitsAllSet: (set) => set === mask,
    $bitsAnySet: (set) => set !== 0n,
    $bitsAllClear: (set) => set === 0n,
    $bitsAnyClear: (set) => set !== mask,
  };
  const test = holds[operator];
  return (value) => typeof value === 'number' && Number.isInteger(value) && value >= -LONG_LIMIT && value < LONG_LIMIT && test(BigInt.asUintN(64, BigInt(value)) & mask);
}

/** `{$lt: 5}` is a set of conditions; `{}`, `{a: 1}` and a reference `{$ref, $id}` are values. */
export function isOperatorObject(value: unknown): value is Record<string, unknown> {
  if (!isPlainObject(value)) return false;
  const [first] = Object.keys(value);
  return first !== undefined && first.startsWith('$') && !('$ref' in value && '$id' in value);
}
