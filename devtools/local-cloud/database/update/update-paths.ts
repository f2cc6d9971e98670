/** Reading a document at a dotted path, step by step as an update walks: a numeric part names an element of a list. */
import { isPlainObject, type Document } from '../../kernel/values';

export type Container = Record<string, unknown> | unknown[];

const LARGEST_INDEX = 2 ** 32 - 1;

/** The index a part of a path names in a list: digits only, 32 bits. */
export function indexOf(part: string): number | undefined {
  if (!/^\d+$/.test(part)) return undefined;
  const index = Number(part);
  return index <= LARGEST_INDEX ? index : undefined;
}

export const isContainer = (value: unknown): value is Container => Array.isArray(value) || isPlainObject(value);

/** The child a part names, undefined when there is none. */
export function childOf(value: unknown, part: string): unknown {
  if (Array.isArray(value)) {
    const index = indexOf(part);
    return index === undefined ? undefined : (value[index] as unknown);
  }
  return isPlainObject(value) && Object.hasOwn(value, part) ? value[part] : undefined;
}

/** How far a path leads into a document. */
export interface Reach {
  /** Number of leading parts that exist. */
  readonly depth: number;
  /** What stands there: the value itself when the whole path exists. */
  readonly value: unknown;
}

export function reach(document: Document, parts: readonly string[]): Reach {
  let value: unknown = document;
  for (const [depth, part] of parts.entries()) {
    const child = childOf(value, part);
    if (child === undefined) return { depth, value };
    value = child;
  }
  return { depth: parts.length, value };
}

/** Value at a dotted path, undefined when absent. */
export function readPath(document: Document, path: string): unknown {
  const parts = path.split('.');
  const { depth, value } = reach(document, parts);
  return depth === parts.length ? value : undefined;
}
