/** What MongoDB stores and what not: names with a dollar, nesting, size. Texts: mongo/db/update/storage_validation.cpp (4.0). */
import { requestFailed, writeRefused } from '../kernel/cloud-error';
import { isPlainObject, type Document } from '../kernel/values';
import { isInt } from './update/show-element';

/** The limit the SDK names (WIRE.md section 2), measured as BSON. */
export const DOCUMENT_LIMIT_BYTES = 512 * 1024;

/** Levels of nesting MongoDB documents as its limit, below the document itself. */
export const STORED_NESTING_LIMIT = 100;

const INT32_BYTES = 4;
const EIGHT_BYTES = 8;

/** A reference to a document of another collection is the one place where names may begin with a dollar: `$ref`, `$id`, `$db`. */
function isReferencePart(names: readonly string[], at: number, holder: Document): boolean {
  const isRef = (i: number): boolean => names[i] === '$ref' && typeof holder.$ref === 'string' && names[i + 1] === '$id';
  return isRef(at) || (names[at] === '$id' && isRef(at - 1)) || (names[at] === '$db' && typeof holder.$db === 'string' && isRef(at - 2));
}

function assertName(name: string, names: readonly string[], at: number, holder: Document, path: string): void {
  if (name.startsWith('$') && !isReferencePart(names, at, holder)) {
    throw writeRefused(`The dollar ($) prefixed field '${name}' in '${path}${name}' is not valid for storage.`);
  }
  if (name.includes('\u0000')) throw requestFailed('[FailedOperation] BSON element key cannot contain null-bytes');
}

/** Walks a value once: bytes it takes as BSON; refuses bad names and too deep nesting. `path` ends with a dot. */
function bytesOf(value: unknown, path: string, depth: number): number {
  if (value === null || value === undefined) return 0;
  if (typeof value === 'string') return INT32_BYTES + Buffer.byteLength(value) + 1;
  if (typeof value === 'number') return isInt(value) ? INT32_BYTES : EIGHT_BYTES;
  if (typeof value === 'boolean') return 1;
  if (value instanceof Date) return EIGHT_BYTES;
  if (value instanceof RegExp) return Buffer.byteLength(value.source) + value.flags.length + 2;
  if (depth > STORED_NESTING_LIMIT) throw writeRefused(`Document exceeds maximum nesting depth of ${STORED_NESTING_LIMIT}`);
  let bytes = INT32_BYTES + 1;
  if (Array.isArray(value)) {
    value.forEach((part: unknown, i) => {
      bytes += 2 + String(i).length + bytesOf(part, `${path}${i}.`, depth + 1);
    });
  } else if (isPlainObject(value)) {
    const names = Object.keys(value);
    names.forEach((name, i) => {
      assertName(name, names, i, value, path);
      bytes += 2 + Buffer.byteLength(name) + bytesOf(value[name], `${path}${name}.`, depth + 1);
    });
  }
  return bytes;
}

/** Refuses a document MongoDB would not store, or that is over the limit. */
export function assertStorable(document: Document): void {
  const bytes = bytesOf(document, '', 0);
  if (bytes > DOCUMENT_LIMIT_BYTES) throw requestFailed(`[FailedOperation] document is ${bytes} bytes, the limit is ${DOCUMENT_LIMIT_BYTES}`);
}
