/** Operators on arrays as values: $arrayElemAt, $concatArrays, $first, $in, $indexOfArray, $isArray, $last, $range, $reverseArray, $size, $slice. */
import { associative, fixed, ranged, unary } from './arity';
import { spend } from './budget';
import { compareInExpression } from './comparisons';
import type { Operator, OperatorTable } from './compiled';
import { failure, isInt, isNullish, typeName } from './failure';
import { showNumber, showValue } from './show-value';

/** MongoDB gives up on a $range of more than 100 MB; it counts 16 bytes a number. */
const RANGE_LIMIT_BYTES = 104_857_600;
const BYTES_PER_NUMBER = 16;

/** An element by index; a negative one counts from the end. Outside it is missing. */
function elementAt(array: unknown, index: unknown, name: string): unknown {
  if (isNullish(array) || isNullish(index)) return null;
  if (!Array.isArray(array)) throw failure(`${name}'s first argument must be an array, but is ${typeName(array)}`);
  if (typeof index !== 'number') throw failure(`${name}'s second argument must be a numeric value, but is ${typeName(index)}`);
  if (!isWhole(index)) throw failure(`${name}'s second argument must be representable as a 32-bit integer: ${showNumber(index)}`);
  return array.at(index) as unknown;
}

const isWhole = (value: number): boolean => isInt(value + 0);

const endOf = (index: number): Operator =>
  unary((array, name) => {
    if (isNullish(array)) return null;
    if (!Array.isArray(array)) throw failure(`${name}'s argument must be an array, but is ${typeName(array)}`);
    return array.at(index) as unknown;
  });

function concatArrays(values: readonly unknown[]): unknown {
  const joined: unknown[] = [];
  for (const value of values) {
    if (isNullish(value)) return null;
    if (!Array.isArray(value)) throw failure(`$concatArrays only supports arrays, not ${typeName(value)}`);
    spend(value.length);
    for (const item of value as unknown[]) joined.push(item);
  }
  return joined;
}

function contains([value, array]: readonly unknown[]): boolean {
  if (!Array.isArray(array)) throw failure(`$in requires an array as a second argument, found: ${typeName(array)}`);
  return array.some((item) => compareInExpression(value, item) === 0);
}

/** A bound of a search: a whole number that is not negative (also of $indexOfBytes and $indexOfCP). */
export function searchBound(value: unknown, name: string, bound: string): number {
  if (typeof value !== 'number' || !isWhole(value)) {
    throw failure(`${name}requires an integral ${bound}, found a value of type: ${typeName(value)}, with value: ${showValue(value)}`);
  }
  if (value < 0) throw failure(`${name} requires a nonnegative ${bound}, found: ${showValue(value)}`);
  return value;
}

function indexOfArray(values: readonly unknown[], name: string): unknown {
  const [array, wanted, from, to] = values;
  if (isNullish(array)) return null;
  if (!Array.isArray(array)) throw failure(`$indexOfArray requires an array as a first argument, found: ${typeName(array)}`);
  const start = values.length > 2 ? searchBound(from, name, 'starting index') : 0;
  const end = values.length > 3 ? Math.min(searchBound(to, name, 'ending index'), array.length) : array.length;
  for (let i = start; i < end; i += 1) {
    if (compareInExpression(array[i], wanted) === 0) return i;
  }
  return -1;
}

function rangeBound(value: unknown, notNumeric: string, article: string): number {
  if (typeof value !== 'number') throw failure(`$range requires a numeric ${notNumeric}${typeName(value)}`);
  if (!isWhole(value)) throw failure(`$range requires ${article} value that can be represented as a 32-bit integer, found value: ${showValue(value)}`);
  return value;
}

function range(values: readonly unknown[]): number[] {
  const start = rangeBound(values[0], 'starting value, found value of type: ', 'a starting');
  const end = rangeBound(values[1], 'ending value, found value of type: ', 'an ending');
  const step = values.length > 2 ? rangeBound(values[2], 'step value, found value of type:', 'a step') : 1;
  if (step === 0) throw failure('$range requires a non-zero step value');
  const bytes = Math.ceil((end - start) / step) * BYTES_PER_NUMBER;
  if (bytes > RANGE_LIMIT_BYTES) throw failure(`$range would use too much memory (${bytes} bytes) and cannot spill to disk. Memory limit: ${RANGE_LIMIT_BYTES} bytes`);
  spend(Math.max(0, Math.ceil((end - start) / step)));
  const numbers: number[] = [];
  for (let i = start; step > 0 ? i < end : i > end; i += step) numbers.push(i);
  return numbers;
}

function sliceCount(value: unknown): number {
  if (typeof value !== 'number') throw failure(`Third argument to $slice must be numeric, but is of type: ${typeName(value)}`);
  if (!isWhole(value)) throw failure(`Third argument to $slice can't be represented as a 32-bit integer: ${showNumber(value)}`);
  if (value <= 0) throw failure(`Third argument to $slice must be positive: ${value}`);
  return value;
}

function slice(values: readonly unknown[]): unknown {
  const [array, second, third] = values;
  if (isNullish(array) || isNullish(second)) return null;
  if (!Array.isArray(array)) throw failure(`First argument to $slice must be an array, but is of type: ${typeName(array)}`);
  if (typeof second !== 'number') throw failure(`Second argument to $slice must be a numeric value, but is of type: ${typeName(second)}`);
  if (!isWhole(second)) throw failure(`Second argument to $slice can't be represented as a 32-bit integer: ${showNumber(second)}`);
  if (values.length === 2) return second >= 0 ? array.slice(0, second) : array.slice(second);
  if (isNullish(third)) return null;
  const start = second < 0 ? Math.max(0, array.length + second) : second;
  return array.slice(start, start + sliceCount(third));
}

export const arrays: OperatorTable = {
  $arrayElemAt: fixed(2, ([array, index], name) => elementAt(array, index, name)),
  $concatArrays: associative(false, concatArrays),
  $first: endOf(0),
  $in: fixed(2, contains),
  $indexOfArray: ranged(2, 4, indexOfArray),
  $isArray: unary((value) => Array.isArray(value)),
  $last: endOf(-1),
  $range: ranged(2, 3, range),
  $reverseArray: unary((array) => {
    if (isNullish(array)) return null;
    if (!Array.isArray(array)) throw failure(`The argument to $reverseArray must be an array, but was of type: ${typeName(array)}`);
    return [...(array as unknown[])].reverse();
  }),
  $size: unary((array) => {
    if (!Array.isArray(array)) throw failure(`The argument to $size must be an array, but was of type: ${typeName(array)}`);
    return array.length;
  }),
  $slice: ranged(2, 3, slice),
};
