/** What MongoDB stores and what not: names with a dollar, nesting, size. Texts: mongo/db/update/storage_validation.cpp (4.0). */
import { requestFailed, writeRefused } from '../kernel/cloud-error';
import type { Document } from '../kernel/values';
import { isInt } from './update/show-element';

/** The limit the SDK names (WIRE.md section 2), measured as BSON. */
export const DOCUMENT_LIMIT_BYTES = 512 * 1024;

/** Levels of nesting MongoDB documents as its limit, below the document itself. */
export const STORED_NESTING_LIMIT = 100;

const DOLLAR = 0x24;
const INT32_BYTES = 4;
const EIGHT_BYTES = 8;

/** A reference to a document of another collection is the one place where names may begin with a dollar: `$ref`, `$id`, `$db`. */
function isReferencePart(names: readonly string[], at: number, holder: Document): boolean {
  const isRef = (i: number): boolean => names[i] === '$ref' && typeof holder.$ref === 'string' && names[i + 1] === '$id';
  return isRef(at) || (names[at] === '$id' && isRef(at - 1)) || (names[at] === '$db' && typeof holder.$db === 'string' && isRef(at - 2));
}

function assertName(name: string, names: readonly string[], at: number, holder: Document, path: string): void {
  if (name.charCodeAt(0) === DOLLAR && !isReferencePart(names, at, holder)) {
    throw writeRefused(`The dollar ($) prefixed field '${name}' in '${path}${name}' is not valid for storage.`);
  }
  if (name.includes('\u0000')) throw requestFailed('[FailedOperation] BSON element key cannot contain null-bytes');
}

const SHORT_TEXT_UNITS = 64;

/** Bytes of a text as UTF-8. Most names and values are short, and for those the call into Node costs more than counting. */
function textBytes(text: string): number {
  if (text.length > SHORT_TEXT_UNITS) return Buffer.byteLength(text);
  let bytes = text.length;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    // Half of a surrogate pair is half of four bytes.
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
  }
  return bytes;
}

/** Bytes of a value without parts; undefined for lists and objects. */
function scalarBytes(value: unknown): number | undefined {
  if (typeof value === 'string') return INT32_BYTES + textBytes(value) + 1;
  if (typeof value === 'number') return isInt(value) ? INT32_BYTES : EIGHT_BYTES;
  if (typeof value === 'boolean') return 1;
  if (value === null || value === undefined) return 0;
  if (value instanceof Date) return EIGHT_BYTES;
  return value instanceof RegExp ? textBytes(value.source) + value.flags.length + 2 : undefined;
}

/** Walks a list or object once: bytes it takes as BSON; refuses bad names and too deep nesting. `path` ends with a dot. */
function bytesOf(holder: unknown[] | Document, path: string, depth: number): number {
  if (depth > STORED_NESTING_LIMIT) throw writeRefused(`Document exceeds maximum nesting depth of ${STORED_NESTING_LIMIT}`);
  const isList = Array.isArray(holder);
  const names = Object.keys(holder);
  let bytes = INT32_BYTES + 1;
  for (let i = 0; i < names.length; i += 1) {
    const name = names[i] ?? '';
    if (!isList) assertName(name, names, i, holder, path);
    const part = (holder as Document)[name];
    const known = scalarBytes(part);
    bytes += 2 + textBytes(name) + (known ?? bytesOf(part as Document, `${path}${name}.`, depth + 1));
  }
  return bytes;
}

/** Refuses a document MongoDB would not store, or that is over the limit. */
export function assertStorable(document: Document): void {
  const bytes = bytesOf(document, '', 0);
  if (bytes > DOCUMENT_LIMIT_BYTES) throw requestFailed(`[FailedOperation] document is ${bytes} bytes, the limit is ${DOCUMENT_LIMIT_BYTES}`);
}
