/** How many bytes a document takes as BSON (bsonspec.org): a length, the fields, a closing zero. */
import { isInt } from './failure';

const FRAME_BYTES = 5;
const TYPE_AND_ZERO_BYTES = 2;
const TEXT_FRAME_BYTES = 5;
const bytesOf = (text: string): number => Buffer.byteLength(text, 'utf8');

function sizeOfValue(value: unknown): number {
  if (typeof value === 'number') return isInt(value) ? 4 : 8;
  if (typeof value === 'string') return TEXT_FRAME_BYTES + bytesOf(value);
  if (typeof value === 'boolean') return 1;
  if (value === null || value === undefined) return 0;
  if (value instanceof Date) return 8;
  if (value instanceof RegExp) return bytesOf(value.source) + value.flags.length + 2;
  return sizeOfDocument(value as object);
}

/** Bytes of a document, or of an array, whose fields are its indexes. */
export const sizeOfDocument = (document: object): number =>
  Object.entries(document).reduce((bytes, [field, value]) => bytes + TYPE_AND_ZERO_BYTES + bytesOf(field) + sizeOfValue(value), FRAME_BYTES);
