/** The order of documents by several keys, with MongoDB's rules for arrays. */
import { isPlainObject, type Document } from '../../kernel/values';
import { compareValues } from '../compare';
import { assertFieldPath } from '../expressions/field-paths';
import { failure } from '../expressions/failure';

export type SortPattern = readonly { readonly path: string; readonly segments: readonly string[]; readonly direction: 1 | -1 }[];

const KEY_LIMIT = 32;

function directionOf(value: unknown): 1 | -1 {
  if (isPlainObject(value)) {
    if (Object.keys(value)[0] !== '$meta') throw failure('$meta is the only expression supported by $sort right now');
    if (Object.keys(value).length > 1) throw failure('Cannot have additional keys in a $meta sort specification');
    throw failure('query requires text score metadata, but it is not available');
  }
  if (typeof value !== 'number') throw failure("$sort key ordering must be specified using a number or {$meta: 'textScore'}");
  const whole = Math.trunc(value);
  if (whole !== 1 && whole !== -1) throw failure('$sort key ordering must be 1 (for ascending) or -1 (for descending)');
  return whole;
}

/** Reads `{field: 1 | -1, …}`. */
export function parseSortPattern(operand: unknown): SortPattern {
  if (!isPlainObject(operand)) throw failure('the $sort key specification must be an object');
  const entries = Object.entries(operand);
  if (entries.length === 0) throw failure('$sort stage must have at least one sort key');
  if (entries.length > KEY_LIMIT) throw failure('too many compound keys');
  return entries.map(([path, direction]) => {
    assertFieldPath(path);
    return { path, segments: path.split('.'), direction: directionOf(direction) };
  });
}

/** The key of an empty array: MongoDB's undefined, which stands before null. */
const EMPTY = Symbol('empty array');

interface Part {
  readonly value: unknown;
  /** Segments still to go; undefined once an element of an array at the end was taken. */
  readonly rest: readonly string[] | undefined;
}

/** Goes as far as there are objects; stops at the end of the path or at an array. */
function advance({ value, rest }: Part): Part {
  if (rest === undefined) return { value, rest };
  let reached = value;
  for (const [i, segment] of rest.entries()) {
    if (Array.isArray(reached) && /^\d+$/.test(segment)) reached = (reached as unknown[])[Number(segment)];
    else if (Array.isArray(reached)) return { value: reached, rest: rest.slice(i) };
    else reached = isPlainObject(reached) && Object.hasOwn(reached, segment) ? reached[segment] : undefined;
  }
  return { value: reached, rest: [] };
}

const isOpen = ({ value, rest }: Part): boolean => rest !== undefined && Array.isArray(value);

function elementOf(part: Part, element: unknown): Part {
  if (part.rest?.length === 0) return { value: element, rest: undefined };
  // An array inside an array is not looked into.
  return { value: isPlainObject(element) ? element : undefined, rest: part.rest };
}

/** Every key of a document: one a combination of array elements. Two different arrays among the keys are refused. */
function tuplesOf(parts: readonly Part[]): unknown[][] {
  const reached = parts.map(advance);
  const arrays = [...new Set(reached.filter(isOpen).map(({ value }) => value as unknown[]))];
  const [array] = arrays;
  if (array === undefined) return [reached.map(({ value }) => value)];
  if (arrays.length > 1) throw failure('cannot sort with keys that are parallel arrays');
  if (array.length === 0) return tuplesOf(reached.map((part) => (isOpen(part) ? { value: part.rest?.length === 0 ? EMPTY : null, rest: undefined } : part)));
  return array.flatMap((element) => tuplesOf(reached.map((part) => (isOpen(part) ? elementOf(part, element) : part))));
}

function compareParts(a: unknown, b: unknown): number {
  if (a === EMPTY || b === EMPTY) return a === b ? 0 : a === EMPTY ? -1 : 1;
  return compareValues(a, b);
}

function compareTuples(a: readonly unknown[], b: readonly unknown[], pattern: SortPattern): number {
  for (const [i, { direction }] of pattern.entries()) {
    const order = compareParts(a[i], b[i]) * direction;
    if (order !== 0) return order;
  }
  return 0;
}

/** The key a document is sorted by: the first of all its keys in the order asked for. */
function sortKey(document: Document, pattern: SortPattern): readonly unknown[] {
  const tuples = tuplesOf(pattern.map(({ segments }) => ({ value: document, rest: segments })));
  return tuples.reduce((least, tuple) => (compareTuples(tuple, least, pattern) < 0 ? tuple : least));
}

/** Sorted copies of the list; equal ones keep their order. */
export function sortByPattern(documents: Iterable<Document>, pattern: SortPattern): Document[] {
  const keyed = Array.from(documents, (document) => ({ document, key: sortKey(document, pattern) }));
  return keyed.sort((a, b) => compareTuples(a.key, b.key, pattern)).map(({ document }) => document);
}
