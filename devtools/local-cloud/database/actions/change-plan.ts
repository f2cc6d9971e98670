/** What an update or a replacement makes of a document. */
import { requestFailed, writeRefused } from '../../kernel/cloud-error';
import { newDocumentId } from '../../kernel/ids';
import { isPlainObject, type Document } from '../../kernel/values';
import type { Query } from '../index/constraints';
import { compileUpdate } from '../update/compile-update';
import { matchedPosition } from '../update/matched-position';
import { showElement } from '../update/show-element';
import { updateDocument } from '../update/update-document';
import { isIdentifier } from './new-document';

/** The changed copy of a document that the query matched, null when it stays as it is. */
export type ChangePlan = (document: Document, query: Query) => Document | null;

interface PlanOptions {
  readonly isReplacement: boolean;
  readonly isMulti: boolean;
  readonly nowMs: number;
}

const hasOperators = (update: Document): boolean => Object.keys(update).some((key) => key.startsWith('$'));

// Texts of the Go driver, which checks these before anything is sent to MongoDB; the cloud's errors show that it stands behind.
function assertReplacement(replacement: Document): void {
  if (hasOperators(replacement)) throw requestFailed("[FailedOperation] replacement document cannot contain keys beginning with '$'");
}

function assertUpdate(update: Document): void {
  if (Object.keys(update).length === 0) throw requestFailed('[FailedOperation] update document must have at least one element');
  if (!(Object.keys(update)[0] ?? '').startsWith('$')) throw requestFailed("[FailedOperation] update document must contain key beginning with '$'");
}

function replace(document: Document, { _id: id = document._id, ...fields }: Document): Document {
  if (id !== document._id) {
    throw writeRefused(`After applying the update, the (immutable) field '_id' was found to have been altered to ${showElement('_id', id)}`);
  }
  return { _id: document._id, ...fields };
}

/** Refuses a wrong update before any document is looked at. */
export function changePlanOf(update: Document, { isReplacement, isMulti, nowMs }: PlanOptions): ChangePlan {
  if (isReplacement) {
    assertReplacement(update);
    if (isMulti) throw writeRefused('multi update only works with $ operators');
    // MongoDB compares with the bytes stored; a replacement brings no _id, so it always counts as a change.
    return (document) => replace(document, update);
  }
  assertUpdate(update);
  const compiled = compileUpdate(update);
  return (document, query) =>
    updateDocument({ document, update: compiled, position: compiled.isPositional ? matchedPosition(document, query) : undefined, nowMs });
}

/** Fields a query fixes by equality; an upsert with operators starts from them. */
const fieldsFixedBy = (query: Query): Document =>
  Object.fromEntries(Object.entries(query).filter(([key, value]) => !key.startsWith('$') && !key.includes('.') && !(isPlainObject(value) && hasOperators(value))));

/** The document an upsert inserts when nothing matched. */
export function upsertedDocument(update: Document, query: Query, { isReplacement, nowMs }: Omit<PlanOptions, 'isMulti'>): Document {
  const fixed = fieldsFixedBy(query);
  const _id = isIdentifier(fixed._id) ? fixed._id : newDocumentId();
  if (isReplacement) return replace({ _id }, update);
  const start = { ...fixed, _id };
  return updateDocument({ document: start, update: compileUpdate(update), position: undefined, nowMs, isInsert: true }) ?? start;
}
