/** What an inserted document must be. Texts: mongo/db/ops/insert.cpp. */
import { requestFailed, writeRefused } from '../../kernel/cloud-error';
import { newDocumentId } from '../../kernel/ids';
import { nestingOf, type Document, type DocumentId } from '../../kernel/values';
import { STORED_NESTING_LIMIT } from '../storable';

export const isIdentifier = (value: unknown): value is DocumentId => typeof value === 'string' || typeof value === 'number';

function refusalOf(document: Document): Error | undefined {
  const { _id: id } = document;
  const dollared = Object.keys(document).find((name) => name.startsWith('$'));
  if (nestingOf(document) > STORED_NESTING_LIMIT) return writeRefused(`cannot insert document because it exceeds ${STORED_NESTING_LIMIT} levels of nesting`);
  if (dollared !== undefined) return writeRefused(`Document can't have $ prefixed field names: ${dollared}`);
  if (Array.isArray(id)) return writeRefused("can't use an array for _id");
  if (id instanceof RegExp) return writeRefused("can't use a regex for _id");
  if (id !== undefined && !isIdentifier(id)) return requestFailed('the local cloud keeps documents whose _id is a text or a number only');
  return undefined;
}

/** The document with its `_id` first, a new one if it brings none; or the refusal, which counts when its turn comes. */
export function asNewDocument(document: Document): Document | Error {
  const refusal = refusalOf(document);
  if (refusal !== undefined) return refusal;
  const { _id: id, ...fields } = document;
  return { _id: id ?? newDocumentId(), ...fields };
}
