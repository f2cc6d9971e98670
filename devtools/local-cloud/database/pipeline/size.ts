/** The limit of a document inside a pipeline. */
import type { Document } from '../../kernel/values';
import { sizeOfDocument } from '../expressions/bson-size';
import { failure } from '../expressions/failure';
import { showField } from '../query/bad-value';

/** What MongoDB allows inside a pipeline: 16 MB and 16 KB for the envelope. */
export const INTERNAL_LIMIT_BYTES = 16 * 1024 * 1024 + 16 * 1024;

/** The text MongoDB refuses an oversize object with. */
export const tooLargeText = (bytes: number): string =>
  `BSONObj size: ${bytes} (0x${bytes.toString(16).toUpperCase()}) is invalid. Size must be between 0 and ${INTERNAL_LIMIT_BYTES}(16MB)`;

/** Refuses a document that a stage may not hand on. */
export function assertDocumentSize(document: Document): Document {
  const bytes = sizeOfDocument(document);
  if (bytes <= INTERNAL_LIMIT_BYTES) return document;
  const [first] = Object.entries(document);
  throw failure(`${tooLargeText(bytes)} First element: ${first === undefined ? 'EOO' : showField(first[0], first[1]).slice(0, 100)}`);
}
