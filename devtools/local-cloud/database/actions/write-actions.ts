/** database.insertDocument, modifyDocument, removeDocument and modifyAndReturnDoc. */
import { duplicateKey, invalidParameter, requestFailed } from '../../kernel/cloud-error';
import { decodeEjsonObject, encodeEjson } from '../../kernel/ejson';
import { newDocumentId } from '../../kernel/ids';
import { idOf, isPlainObject, type Document, type DocumentId } from '../../kernel/values';
import { showKey, type Collection } from '../collection';
import { valuesEqual } from '../compare';
import type { Query } from '../index/constraints';
import type { DatabaseCall } from './database';
import { namedId } from './read-actions';
import { optionalText, queryOf, textOf } from './request';
import { selectDocuments } from '../index/select';
import { insertInTransaction, readInTransaction, writeInTransaction } from '../transactions/transaction-view';
import type { Transaction } from '../transactions/transactions';
import { updateDocument } from '../update/update-document';

const isIdentifier = (value: unknown): value is DocumentId => typeof value === 'string' || typeof value === 'number';

function transactionOf(call: DatabaseCall): Transaction | undefined {
  const id = optionalText(call.parameters, 'transactionId');
  const collection = textOf(call.parameters, 'collectionName');
  return id === undefined ? undefined : call.store.transactions.use(id, collection);
}

function newDocument(text: unknown, nowMs: number): Document {
  const { _id: id, ...fields } = decodeEjsonObject(text, nowMs);
  if (id !== undefined && !isIdentifier(id)) throw requestFailed('the local cloud supports _id of type string and number only');
  return { _id: id ?? newDocumentId(), ...fields };
}

export function insertDocument(call: DatabaseCall): object {
  const { store, parameters, nowMs } = call;
  const collection = store.get(textOf(parameters, 'collectionName'));
  const transaction = transactionOf(call);
  if (!Array.isArray(parameters.data)) throw invalidParameter('data must be a list');
  const documents = parameters.data.map((text) => newDocument(text, nowMs));
  if (transaction === undefined) for (const document of documents) store.assertFree(collection, idOf(document), document);
  for (const document of documents) {
    if (transaction !== undefined) insertInTransaction(store, transaction, collection, document);
    else if (collection.documents.has(idOf(document))) throw duplicateKey(collection.name, '_id_', showKey([idOf(document)]));
    else store.write(collection, idOf(document), document);
  }
  return { data: { insertedIds: documents.map(idOf) } };
}

interface Targets {
  readonly collection: Collection;
  readonly query: Query;
  readonly documents: readonly Document[];
}

/** The documents a write names: one by id, or all that match. */
function targetsOf(call: DatabaseCall, transaction: Transaction | undefined): Targets {
  const { store, parameters, nowMs, allowScans, cost } = call;
  const collection = store.get(textOf(parameters, 'collectionName'));
  const query = queryOf(parameters, nowMs);
  if (parameters.queryType === 'DOC') {
    const id = namedId(call);
    const found = transaction === undefined ? collection.documents.get(id) : readInTransaction(store, transaction, collection, id);
    cost.index = '_id_';
    cost.documentsExamined += found ? 1 : 0;
    return { collection, query, documents: found ? [found] : [] };
  }
  if (transaction !== undefined) throw requestFailed('a transaction writes documents by id only');
  const limit = parameters.multi === true ? Infinity : 1;
  // A limit would let an empty query walk the collection; a write always needs a condition.
  const documents = selectDocuments(collection, { conjuncts: [query], sort: [], skip: 0, limit: Infinity, allowScans, cost }).slice(0, limit);
  return { collection, query, documents };
}

interface Change {
  readonly id: DocumentId;
  readonly next: Document | null;
}

/** Carries out all changes. Outside a transaction nothing is written while one of them has to wait. */
function writeAll({ store }: DatabaseCall, transaction: Transaction | undefined, collection: Collection, changes: readonly Change[]): void {
  if (transaction === undefined) for (const { id, next } of changes) store.assertFree(collection, id, next);
  for (const { id, next } of changes) {
    if (transaction === undefined) store.write(collection, id, next);
    else writeInTransaction(store, transaction, collection, id, next);
  }
}

const hasOperators = (update: Document): boolean => Object.keys(update).some((key) => key.startsWith('$'));

/** Fields a query fixes by equality; an upsert starts from them. */
function fieldsFixedBy(query: Query): Document {
  return Object.fromEntries(Object.entries(query).filter(([key, value]) => !key.startsWith('$') && !key.includes('.') && !(isPlainObject(value) && hasOperators(value))));
}

function upsert(call: DatabaseCall, transaction: Transaction | undefined, { collection, query }: Targets, update: Document): DocumentId {
  const fixed = fieldsFixedBy(query);
  const id = isIdentifier(fixed._id) ? fixed._id : newDocumentId();
  const document = hasOperators(update)
    ? updateDocument({ document: { ...fixed, _id: id }, update, query, nowMs: call.nowMs, inserting: true })
    : { ...update, _id: id };
  writeAll(call, transaction, collection, [{ id, next: document }]);
  return id;
}

function changesOf(call: DatabaseCall, { documents, query }: Targets, update: Document): Change[] {
  return documents.flatMap((document) => {
    const next = hasOperators(update) ? updateDocument({ document, update, query, nowMs: call.nowMs }) : { _id: document._id, ...update };
    return valuesEqual(next, document) ? [] : [{ id: idOf(document), next }];
  });
}

export function modifyDocument(call: DatabaseCall): object {
  const { store, parameters, nowMs } = call;
  const transaction = transactionOf(call);
  const targets = targetsOf(call, transaction);
  const update = decodeEjsonObject(parameters.data, nowMs);
  if (parameters.merge === true && !hasOperators(update)) throw requestFailed('[FailedOperation] an update needs update operators');
  if (targets.documents.length === 0) {
    const upsertId = parameters.upsert === true ? upsert(call, transaction, targets, update) : null;
    return { data: { updated: 0, upsert_id: upsertId } };
  }
  // A document a transaction holds makes the update wait even if nothing would change: its guard must be judged afterwards.
  if (transaction === undefined) for (const document of targets.documents) store.assertFree(targets.collection, idOf(document), null);
  const changes = changesOf(call, targets, update);
  writeAll(call, transaction, targets.collection, changes);
  call.cost.documentsReturned = targets.documents.length;
  return { data: { updated: changes.length, upsert_id: null } };
}

export function removeDocument(call: DatabaseCall): object {
  const transaction = transactionOf(call);
  const { collection, documents } = targetsOf(call, transaction);
  writeAll(call, transaction, collection, documents.map((document) => ({ id: idOf(document), next: null })));
  call.cost.documentsReturned = documents.length;
  return { data: { deleted: documents.length } };
}

export function modifyAndReturnDoc(call: DatabaseCall): object {
  const transaction = transactionOf(call);
  const targets = targetsOf({ ...call, parameters: { ...call.parameters, multi: false } }, transaction);
  const [document] = targets.documents;
  if (document === undefined) return { data: { updated: 0, doc: null } };
  if (transaction === undefined) call.store.assertFree(targets.collection, idOf(document), null);
  const changes = changesOf(call, { ...targets, documents: [document] }, decodeEjsonObject(call.parameters.data, call.nowMs));
  writeAll(call, transaction, targets.collection, changes);
  const [change] = changes;
  return { data: { updated: changes.length, doc: encodeEjson(change?.next ?? document) } };
}
