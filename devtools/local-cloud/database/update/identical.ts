/** Whether two values are stored alike, bit for bit: MongoDB counts a $set as a change unless they are. */
import { isPlainObject } from '../../kernel/values';

export function identical(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime();
  if (a instanceof RegExp && b instanceof RegExp) return a.source === b.source && a.flags === b.flags;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((value, i) => identical(value, b[i]));
  if (!isPlainObject(a) || !isPlainObject(b)) return false;
  const names = Object.keys(a);
  const otherNames = Object.keys(b);
  return names.length === otherNames.length && names.every((name, i) => name === otherNames[i] && identical(a[name], b[name]));
}
