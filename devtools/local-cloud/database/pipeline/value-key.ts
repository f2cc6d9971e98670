/** A text that is the same for equal values: the key of groups and of sets. */
import { isPlainObject } from '../../kernel/values';

/** Equal exactly when MongoDB's comparison calls the values equal; a missing value differs from null. */
export function valueKey(value: unknown): string {
  if (value === undefined) return 'u';
  if (typeof value === 'number') return `n${value === 0 ? 0 : value}`;
  if (value instanceof Date) return `d${value.getTime()}`;
  if (value instanceof RegExp) return `r${JSON.stringify([value.source, value.flags])}`;
  if (Array.isArray(value)) return `[${value.map(valueKey).join(',')}]`;
  if (isPlainObject(value)) return `{${Object.entries(value).map(([name, part]) => `${JSON.stringify(name)}:${valueKey(part)}`).join(',')}}`;
  return JSON.stringify(value);
}
