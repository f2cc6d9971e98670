/**
 * What stands in an index for a document, as MongoDB's key generator makes it: one key for ordinary fields, one key an
 * element for an array field. A missing field is null; an empty array is BSON's undefined (JavaScript's here), before null.
 */
import { requestFailed } from '../../kernel/cloud-error';
import { isPlainObject, type Document } from '../../kernel/values';
import { keysEqual } from './key-order';

export type Key = readonly unknown[];
export type Path = readonly string[];

interface Walk {
  readonly value: unknown;
  /** What of the path lies behind the array at which the walk stopped. */
  readonly rest: Path;
  /** How many segments led to `value`. */
  readonly depth: number;
}

const isPosition = (segment: string): boolean => /^\d+$/.test(segment);

/** Walks to the end of the path or to the first array on it; `a.0` goes into the array. */
function walk(source: unknown, path: Path, from: number): Walk {
  let value = source;
  for (let at = from; at < path.length; at += 1) {
    const segment = path[at] ?? '';
    if (Array.isArray(value)) {
      if (!isPosition(segment)) return { value, rest: path.slice(at), depth: at };
      value = (value as unknown[])[Number(segment)];
    } else value = isPlainObject(value) ? value[segment] : undefined;
  }
  return { value, rest: [], depth: path.length };
}

interface Generator {
  readonly paths: readonly Path[];
  readonly keys: unknown[][];
  /** Dotted paths at which this document has an array that spreads over keys. */
  readonly arrays: Set<string>;
}

interface Waiting {
  readonly position: number;
  readonly found: Walk;
}

function spread(generator: Generator, fixed: readonly unknown[], array: readonly unknown[], waiting: readonly Waiting[]): void {
  const fill = (element: unknown, isEmpty: boolean): void => {
    const next = [...fixed];
    const open: Waiting[] = [];
    for (const one of waiting) {
      if (one.found.rest.length === 0) next[one.position] = isEmpty ? undefined : (element ?? null);
      else if (isPlainObject(element)) open.push(one);
      else next[one.position] = null;
    }
    generate(generator, next, open.map(({ position, found }) => ({ position, source: element, from: found.depth })));
  };
  if (array.length === 0) fill(undefined, true);
  else for (const element of array) fill(element, false);
}

function generate(generator: Generator, fixed: unknown[], open: readonly { readonly position: number; readonly source: unknown; readonly from: number }[]): void {
  const waiting: Waiting[] = [];
  let array: unknown[] | undefined;
  for (const { position, source, from } of open) {
    const path = generator.paths[position] ?? [];
    const found = walk(source, path, from);
    if (!Array.isArray(found.value)) {
      fixed[position] = found.value ?? null;
      continue;
    }
    if (array !== undefined && array !== found.value) throw parallelArrays(path, generator.paths[waiting[0]?.position ?? 0] ?? []);
    array = found.value as unknown[];
    generator.arrays.add(path.slice(0, found.depth).join('.'));
    waiting.push({ position, found });
  }
  if (array === undefined) generator.keys.push(fixed);
  else spread(generator, fixed, array, waiting);
}

const parallelArrays = (one: Path, other: Path): Error => requestFailed(`[FailedOperation] cannot index parallel arrays [${one.join('.')}] [${other.join('.')}]`);

export interface DocumentKeys {
  /** In the order of the array's elements, repeated ones included: the place of a key here is its ordinal. */
  readonly keys: readonly Key[];
  readonly arrays: ReadonlySet<string>;
}

/** All keys of a document in an index. Two different arrays in one index are refused, as MongoDB does. */
export function documentKeys(document: Document, paths: readonly Path[]): DocumentKeys {
  const generator: Generator = { paths, keys: [], arrays: new Set() };
  generate(generator, new Array<unknown>(paths.length), paths.map((_path, position) => ({ position, source: document, from: 0 })));
  return generator;
}

/** Ordinals of the distinct keys: an index holds each key of a document once. */
export function distinctOrdinals(keys: readonly Key[]): readonly number[] {
  if (keys.length === 1) return [0];
  const primitives = new Set<string>();
  const others: Key[] = [];
  return keys.flatMap((key, ordinal) => {
    if (key.every((part) => typeof part === 'string' || typeof part === 'number')) {
      const text = JSON.stringify(key);
      if (primitives.has(text)) return [];
      primitives.add(text);
      return [ordinal];
    }
    if (others.some((known) => keysEqual(known, key))) return [];
    others.push(key);
    return [ordinal];
  });
}

const NEEDS_GENERATOR = Symbol('needs the generator');

/** The value at the end of a path, unless an array lies inside the path. */
function endOf(document: Document, path: Path): unknown {
  let value: unknown = document;
  for (const segment of path) {
    if (Array.isArray(value)) return NEEDS_GENERATOR;
    value = typeof value === 'object' && value !== null && !(value instanceof Date) && !(value instanceof RegExp) ? (value as Document)[segment] : undefined;
  }
  return value;
}

/** One part of one key, without making the others. */
function readQuickly(document: Document, path: Path, ordinal: number): unknown {
  const value = endOf(document, path);
  if (!Array.isArray(value)) return value ?? null;
  return value.length === 0 ? undefined : ((value as unknown[])[ordinal] ?? null);
}

/** Ordinals of the distinct elements of a list, of which every plain one is found by a set. */
function distinctElements(list: readonly unknown[]): readonly number[] | undefined {
  if (list.length < 2) return [0];
  const seen = new Set<unknown>();
  const ordinals: number[] = [];
  for (let i = 0; i < list.length; i += 1) {
    const element = list[i];
    if (typeof element === 'object' && element !== null) return undefined;
    if (seen.has(element)) continue;
    seen.add(element);
    ordinals.push(i);
  }
  return ordinals;
}

/** Where the keys of one document stand. */
export interface KeyPlaces {
  readonly ordinals: readonly number[];
  readonly arrays: Iterable<string>;
}

const ONLY_KEY: KeyPlaces = { ordinals: [0], arrays: [] };

/** Reads parts of keys straight from documents, so that an index need not hold them. */
export class KeyReader {
  private readonly mayReadQuickly: boolean;

  constructor(readonly paths: readonly Path[]) {
    const texts = paths.map((path) => path.join('.'));
    // `a` and `a.b` in one index spread over the same array, which the quick way does not see.
    const overlap = texts.some((text) => texts.some((other) => other.startsWith(`${text}.`)));
    this.mayReadQuickly = !overlap && !paths.some((path) => path.some(isPosition));
  }

  /** The distinct keys of a document by their ordinals, and the paths at which it has arrays. */
  places(document: Document): KeyPlaces {
    const quick = this.mayReadQuickly ? this.quickPlaces(document) : undefined;
    if (quick !== undefined) return quick;
    const { keys, arrays } = documentKeys(document, this.paths);
    return { ordinals: distinctOrdinals(keys), arrays };
  }

  part(document: Document, position: number, ordinal: number): unknown {
    if (this.mayReadQuickly) {
      const value = readQuickly(document, this.paths[position] ?? [], ordinal);
      if (value !== NEEDS_GENERATOR) return value;
    }
    return documentKeys(document, this.paths).keys[ordinal]?.[position];
  }

  /** For documents whose only array, if any, is a whole field of the index and holds plain values. */
  private quickPlaces(document: Document): KeyPlaces | undefined {
    let found: KeyPlaces = ONLY_KEY;
    for (const path of this.paths) {
      const value = endOf(document, path);
      if (value === NEEDS_GENERATOR) return undefined;
      if (!Array.isArray(value)) continue;
      const ordinals = found === ONLY_KEY ? distinctElements(value as unknown[]) : undefined;
      if (ordinals === undefined) return undefined;
      found = { ordinals, arrays: [path.join('.')] };
    }
    return found;
  }
}
