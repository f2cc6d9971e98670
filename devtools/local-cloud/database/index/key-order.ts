/** The order of key parts: MongoDB's order of values, with undefined (an empty array) before null. */
import { compareValues } from '../compare';

/** Negative, zero or positive. */
export function compareParts(a: unknown, b: unknown): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
  return compareValues(a, b);
}

export const keysEqual = (a: readonly unknown[], b: readonly unknown[]): boolean => a.length === b.length && a.every((part, i) => compareParts(part, b[i]) === 0);
