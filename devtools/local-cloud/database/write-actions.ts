/** database.insertDocument, modifyDocument, removeDocument and modifyAndReturnDoc. */
import { duplicateKey, invalidParameter, requestFailed } from '../kernel/cloud-error';
import { decodeEjsonObject, encodeEjson } from '../kernel/ejson';
import { newDocumentId } from '../kernel/ids';
import { idOf, isPlainObject, type Document, type DocumentId } from '../kernel/values';
import { showKey, type Collection } from './collection';
import { valuesEqual } from './compare';
import type { Query } from './constraints';
import type { DatabaseCall } from './database';
import { namedId } from './read-actions';
import { optionalText, queryOf, textOf } from './request';
import { selectDocuments } from './select';
import { insertInTransaction, readInTransaction, writeInTransaction } from './transaction-view';
import type { Transaction } from './transactions';
import { updateDocument } from './update-document';

const isIdentifier = (value: unknown): value is DocumentId => typeof value === 'string' || typeof value === 'number';

function transactionOf(call: DatabaseCall): Transaction | undefined {
  const id = optionalText(call.parameters, 'transactionId');
  if (id !== undefined) return call.store.transactions.use(id);
  call.refuseBesideTransaction('a write');
  return undefined;
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
  for (const document of documents) store.assertUnlocked(collection.name, idOf(document), transaction);
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

function put(call: DatabaseCall, transaction: Transaction | undefined, collection: Collection, id: DocumentId, document: Document | null): void {
  if (transaction === undefined) call.store.write(collection, id, document);
  else writeInTransaction(call.store, transaction, collection, id, document);
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
  call.store.assertUnlocked(collection.name, id, transaction);
  put(call, transaction, collection, id, document);
  return id;
}

interface Change {
  readonly id: DocumentId;
  readonly next: Document;
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
  for (const document of targets.documents) store.assertUnlocked(targets.collection.name, idOf(document), transaction);
  const changes = changesOf(call, targets, update);
  for (const { id, next } of changes) put(call, transaction, targets.collection, id, next);
  call.cost.documentsReturned = targets.documents.length;
  return { data: { updated: changes.length, upsert_id: null } };
}

export function removeDocument(call: DatabaseCall): object {
  const transaction = transactionOf(call);
  const { collection, documents } = targetsOf(call, transaction);
  for (const document of documents) call.store.assertUnlocked(collection.name, idOf(document), transaction);
  for (const document of documents) put(call, transaction, collection, idOf(document), null);
  call.cost.documentsReturned = documents.length;
  return { data: { deleted: documents.length } };
}

export function modifyAndReturnDoc(call: DatabaseCall): object {
  const transaction = transactionOf(call);
  const targets = targetsOf({ ...call, parameters: { ...call.parameters, multi: false } }, transaction);
  const [document] = targets.documents;
  if (document === undefined) return { data: { updated: 0, doc: null } };
  call.store.assertUnlocked(targets.collection.name, idOf(document), transaction);
  const [change] = changesOf(call, { ...targets, documents: [document] }, decodeEjsonObject(call.parameters.data, call.nowMs));
  if (change !== undefined) put(call, transaction, targets.collection, change.id, change.next);
  return { data: { updated: change === undefined ? 0 : 1, doc: encodeEjson(change?.next ?? document) } };
}
