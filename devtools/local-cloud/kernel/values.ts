/** Documents as they live in memory: plain JSON values plus Date and RegExp. Never changed in place once stored. */
export type Document = Record<string, unknown>;

export type DocumentId = string | number;

export const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date) && !(value instanceof RegExp);

/** Sets a field as the document's own, even one called `__proto__`, which a plain assignment would take for the prototype. */
export function setField(holder: Record<string, unknown>, name: string, value: unknown): void {
  if (name === '__proto__') Object.defineProperty(holder, name, { value, writable: true, enumerable: true, configurable: true });
  else holder[name] = value;
}

/** Deep copy; dates and expressions are immutable here and shared. Values are at most NESTING_LIMIT deep (kernel/ejson.ts). */
export function cloneValue<T>(value: T): T {
  if (Array.isArray(value)) return value.map(cloneValue) as T;
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cloneValue(part)])) as T;
}

/** The `_id` of a stored document. */
export const idOf = (document: Document): DocumentId => document._id as DocumentId;

/** Levels of objects and lists inside a value: 0 for `1`, 1 for `{a: 1}`, 2 for `{a: [1]}`. Never deeper than kernel/ejson.ts lets in. */
export function nestingOf(value: unknown): number {
  if (Array.isArray(value)) return 1 + value.reduce<number>((deepest, part) => Math.max(deepest, nestingOf(part)), 0);
  if (!isPlainObject(value)) return 0;
  let deepest = 0;
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) deepest = Math.max(deepest, nestingOf(part));
  return 1 + deepest;
}

/**
 * An expression as the database keeps it: its pattern is PCRE, which JavaScript may not be able to run, so that `source` and
 * `flags` (those of i, m, s and x) are what counts. query/regular-expression.ts compiles it.
 */
export function storedExpression(pattern: string, options: string): RegExp {
  const flags = [...new Set(options)].filter((flag) => 'imsx'.includes(flag)).sort().join('');
  return Object.defineProperties(runnable(pattern, flags.replace('x', '')), { source: { value: pattern }, flags: { value: flags } });
}

function runnable(pattern: string, flags: string): RegExp {
  try {
    return new RegExp(pattern, flags);
  } catch {
    return /(?!)/;
  }
}
