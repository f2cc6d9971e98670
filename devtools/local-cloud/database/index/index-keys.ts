/** What stands in an index for a document: one key for ordinary fields, one key an element for an array field. */
import { requestFailed } from '../../kernel/cloud-error';
import { isPlainObject, type Document } from '../../kernel/values';
import { valuesEqual } from '../compare';

interface FieldValues {
  readonly values: unknown[];
  /** Position of the field in the index is multikey for this document. */
  readonly isArray: boolean;
}

function collect(value: unknown, segments: readonly string[], at: number, out: { values: unknown[]; isArray: boolean }): void {
  const segment = segments[at];
  if (segment === undefined) {
    if (!Array.isArray(value)) return void out.values.push(value ?? null);
    out.isArray = true;
    if (value.length === 0) out.values.push(null);
    for (const element of value as unknown[]) out.values.push(element ?? null);
    return;
  }
  if (Array.isArray(value)) {
    out.isArray = true;
    if (value.length === 0) out.values.push(null);
    for (const element of value as unknown[]) {
      if (isPlainObject(element)) collect(element[segment], segments, at + 1, out);
      else out.values.push(null);
    }
    return;
  }
  collect(isPlainObject(value) ? value[segment] : undefined, segments, at + 1, out);
}

/** Values of one field path as an index sees them: a missing field is null, an array gives its distinct elements. */
export function indexedValues(document: Document, segments: readonly string[]): FieldValues {
  const found = { values: [] as unknown[], isArray: false };
  collect(document, segments, 0, found);
  if (found.values.length < 2) return found;
  const distinct: unknown[] = [];
  for (const value of found.values) if (!distinct.some((known) => valuesEqual(known, value))) distinct.push(value);
  return { values: distinct, isArray: true };
}

export interface DocumentKeys {
  readonly keys: readonly (readonly unknown[])[];
  /** Position of the array field in the index, or -1. */
  readonly arrayPosition: number;
}

/** All keys of a document in an index. Two array fields in one index are refused, as MongoDB does. */
export function documentKeys(document: Document, fields: readonly (readonly string[])[]): DocumentKeys {
  const columns = fields.map((segments) => indexedValues(document, segments));
  const arrays = columns.map((column, position) => (column.isArray ? position : -1)).filter((position) => position >= 0);
  const [arrayPosition = -1, second] = arrays;
  if (second !== undefined) throw requestFailed(`cannot index parallel arrays [${fields.map((f) => f.join('.')).join(', ')}]`);
  const spread = arrayPosition < 0 ? [null] : (columns[arrayPosition]?.values ?? []);
  const keys = spread.map((element) => columns.map((column, position) => (position === arrayPosition ? element : column.values[0])));
  return { keys, arrayPosition };
}
