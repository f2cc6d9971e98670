/** The order of values in MongoDB: first by type, then within the type. Index keys and sorts use it. */
import { isPlainObject } from '../kernel/values';

const TYPE_NULL = 1;
const TYPE_NUMBER = 2;
const TYPE_STRING = 3;
const TYPE_OBJECT = 4;
const TYPE_ARRAY = 5;
const TYPE_BOOLEAN = 8;
const TYPE_DATE = 9;
const TYPE_EXPRESSION = 11;

/** Rank of the value's type in the BSON order; a missing value ranks with null. */
export function typeRank(value: unknown): number {
  if (value === null || value === undefined) return TYPE_NULL;
  if (typeof value === 'number') return TYPE_NUMBER;
  if (typeof value === 'string') return TYPE_STRING;
  if (typeof value === 'boolean') return TYPE_BOOLEAN;
  if (value instanceof Date) return TYPE_DATE;
  if (value instanceof RegExp) return TYPE_EXPRESSION;
  return Array.isArray(value) ? TYPE_ARRAY : TYPE_OBJECT;
}

const compareNatural = <T>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

/** NaN stands before every other number and is equal to itself. */
function compareNumbers(a: number, b: number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  if (a === b) return 0;
  return Number.isNaN(a) ? (Number.isNaN(b) ? 0 : -1) : 1;
}

/** By bytes of UTF-8, which is the order of code points; JavaScript's own order puts surrogates before U+E000 and above. */
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i += 1) {
    const unitA = a.charCodeAt(i);
    const unitB = b.charCodeAt(i);
    if (unitA === unitB) continue;
    const isSurrogateA = unitA >= 0xd800 && unitA <= 0xdfff;
    const isSurrogateB = unitB >= 0xd800 && unitB <= 0xdfff;
    return isSurrogateA === isSurrogateB ? unitA - unitB : isSurrogateA ? 1 : -1;
  }
  return a.length - b.length;
}

function compareArrays(a: readonly unknown[], b: readonly unknown[]): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i += 1) {
    const order = compareValues(a[i], b[i]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function compareObjects(a: Record<string, unknown>, b: Record<string, unknown>): number {
  const keysA = Object.keys(a);
  const keysB = Object.keys(b);
  const shared = Math.min(keysA.length, keysB.length);
  for (let i = 0; i < shared; i += 1) {
    const keyA = keysA[i] ?? '';
    const keyB = keysB[i] ?? '';
    const valueA = a[keyA];
    const valueB = b[keyB];
    // Field by field: the type first, then the name, then the value.
    const order = typeRank(valueA) - typeRank(valueB) || compareStrings(keyA, keyB) || compareValues(valueA, valueB);
    if (order !== 0) return order;
  }
  return keysA.length - keysB.length;
}

/** Negative, zero or positive, as MongoDB orders two values of any type. */
export function compareValues(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return compareNumbers(a, b);
  if (typeof a === 'string' && typeof b === 'string') return compareStrings(a, b);
  const byType = typeRank(a) - typeRank(b);
  if (byType !== 0) return byType;
  if (a instanceof Date && b instanceof Date) return compareNumbers(a.getTime(), b.getTime());
  if (typeof a === 'boolean' && typeof b === 'boolean') return compareNatural(a, b);
  if (Array.isArray(a) && Array.isArray(b)) return compareArrays(a, b);
  if (isPlainObject(a) && isPlainObject(b)) return compareObjects(a, b);
  if (a instanceof RegExp && b instanceof RegExp) return compareStrings(a.source, b.source) || compareStrings(a.flags, b.flags);
  return 0;
}

export const valuesEqual = (a: unknown, b: unknown): boolean => compareValues(a, b) === 0;
