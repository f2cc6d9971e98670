/** Reading and writing documents at dotted paths, as stages do it. Documents are never changed in place. */
import { isPlainObject, type Document } from '../../kernel/values';

/** The document with a value at the path; what stands in the way and is no object is replaced. undefined removes the field. */
export function withPath(document: Document, segments: readonly string[], value: unknown): Document {
  const [segment, ...rest] = segments;
  if (segment === undefined) return document;
  if (rest.length > 0) {
    const inner = document[segment];
    return { ...document, [segment]: withPath(isPlainObject(inner) ? inner : {}, rest, value) };
  }
  if (value !== undefined) return { ...document, [segment]: value };
  const { [segment]: _, ...others } = document;
  return others;
}

/** The value at the path through objects only: an array in the way means there is none. */
export function plainPath(document: Document, segments: readonly string[]): unknown {
  return segments.reduce<unknown>((value, segment) => (isPlainObject(value) && Object.hasOwn(value, segment) ? value[segment] : undefined), document);
}

const isIndex = (segment: string): boolean => /^(0|[1-9]\d*)$/.test(segment);

/**
 * All values at the path as a query sees them: an array in the way is gone through (or indexed by a numeric segment), an
 * array at the end gives its elements. Nothing when the path is absent or the array empty.
 */
export function valuesAtPath(value: unknown, segments: readonly string[], at = 0): unknown[] {
  const segment = segments[at];
  if (segment === undefined) return Array.isArray(value) ? (value as unknown[]) : value === undefined ? [] : [value];
  if (isPlainObject(value)) return Object.hasOwn(value, segment) ? valuesAtPath(value[segment], segments, at + 1) : [];
  if (!Array.isArray(value)) return [];
  const found: unknown[] = [];
  for (const element of value as unknown[]) if (isPlainObject(element)) found.push(...valuesAtPath(element, segments, at));
  if (isIndex(segment)) found.push(...valuesAtPath((value as unknown[])[Number(segment)], segments, at + 1));
  return found;
}
