/** Documents as they live in memory: plain JSON values plus Date and RegExp. Never changed in place once stored. */
export type Document = Record<string, unknown>;

export type DocumentId = string | number;

export const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date) && !(value instanceof RegExp);

/** Deep copy; dates and expressions are immutable here and shared. */
export function cloneValue<T>(value: T): T {
  if (Array.isArray(value)) return value.map(cloneValue) as T;
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cloneValue(part)])) as T;
}

/** The `_id` of a stored document. */
export const idOf = (document: Document): DocumentId => document._id as DocumentId;
