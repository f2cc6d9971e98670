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
    const byKey = compareNatural(keyA, keyB);
    const order = byKey !== 0 ? byKey : compareValues(a[keyA], b[keyB]);
    if (order !== 0) return order;
  }
  return keysA.length - keysB.length;
}

/** Negative, zero or positive, as MongoDB orders two values of any type. */
export function compareValues(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return compareNatural(a, b);
  if (typeof a === 'string' && typeof b === 'string') return compareNatural(a, b);
  const byType = typeRank(a) - typeRank(b);
  if (byType !== 0) return byType;
  if (a instanceof Date && b instanceof Date) return compareNatural(a.getTime(), b.getTime());
  if (typeof a === 'boolean' && typeof b === 'boolean') return compareNatural(a, b);
  if (Array.isArray(a) && Array.isArray(b)) return compareArrays(a, b);
  if (isPlainObject(a) && isPlainObject(b)) return compareObjects(a, b);
  if (a instanceof RegExp && b instanceof RegExp) return compareNatural(String(a), String(b));
  return 0;
}

export const valuesEqual = (a: unknown, b: unknown): boolean => compareValues(a, b) === 0;
