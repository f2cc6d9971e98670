/** database.insertDocument, modifyDocument, removeDocument and modifyAndReturnDoc. */
import { asWriteRefusal, duplicateKey, invalidParameter, requestFailed } from '../../kernel/cloud-error';
import { encodeEjson } from '../../kernel/ejson';
import { idOf, type Document, type DocumentId } from '../../kernel/values';
import { showKey, type Collection } from '../collection';
import type { Query } from '../index/constraints';
import type { DatabaseCall } from './database';
import { asNewDocument } from './new-document';
import { namedId } from './read-actions';
import { documentOf, optionalText, queryOf, textOf } from './request';
import { selectDocuments } from '../index/select';
import { insertInTransaction, readInTransaction, writeInTransaction } from '../transactions/transaction-view';
import type { Transaction } from '../transactions/transactions';
import { changePlanOf, upsertedDocument, type ChangePlan } from './change-plan';

function transactionOf(call: DatabaseCall): Transaction | undefined {
  const id = optionalText(call.parameters, 'transactionId');
  const collection = textOf(call.parameters, 'collectionName');
  return id === undefined ? undefined : call.store.transactions.use(id, collection);
}

/**
 * The documents are inserted in their order; the first refusal ends it and what was inserted before stays, as MongoDB's
 * ordered insert does. Only waiting for a lock comes before all of them.
 */
export function insertDocument(call: DatabaseCall): object {
  const { store, parameters, nowMs } = call;
  const collection = store.get(textOf(parameters, 'collectionName'));
  const transaction = transactionOf(call);
  if (!Array.isArray(parameters.data)) throw invalidParameter('data must be a list');
  // The text of the Go driver, which stands behind the cloud's errors.
  if (parameters.data.length === 0) throw requestFailed('[FailedOperation] must provide at least one element in input slice');
  const pending = parameters.data.map((text) => asNewDocument(documentOf(text, nowMs)));
  if (transaction === undefined) {
    for (const document of pending) if (!(document instanceof Error)) store.assertFree(collection, idOf(document), document);
  }
  const insertedIds: DocumentId[] = [];
  for (const document of pending) {
    if (document instanceof Error) throw document;
    const id = idOf(document);
    if (transaction !== undefined) insertInTransaction(store, transaction, collection, document);
    else if (collection.documents.has(id)) throw duplicateKey(collection.name, '_id_', showKey([id]));
    else store.write(collection, id, document);
    insertedIds.push(id);
  }
  return { data: { insertedIds } };
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
  try {
    const documents = selectDocuments(collection, { conjuncts: [query], sort: [], skip: 0, limit: Infinity, allowScans, cost }).slice(0, limit);
    return { collection, query, documents };
  } catch (error) {
    throw asWriteRefusal(error);
  }
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

interface Changes {
  readonly changes: readonly Change[];
  /** Why it ended early: MongoDB keeps what it changed before the document that was refused. */
  readonly refusal?: Error;
}

/** The changed documents; those that stay as they are do not count. */
function changesOf({ documents, query }: Targets, plan: ChangePlan): Changes {
  const changes: Change[] = [];
  for (const document of documents) {
    try {
      const next = plan(document, query);
      if (next !== null) changes.push({ id: idOf(document), next });
    } catch (refusal) {
      return { changes, refusal: refusal as Error };
    }
  }
  return { changes };
}

/** Writes the changes of an update; how many documents changed. */
function applyPlan(call: DatabaseCall, transaction: Transaction | undefined, targets: Targets, plan: ChangePlan): readonly Change[] {
  // A document a transaction holds makes the update wait even if nothing would change: its guard must be judged afterwards.
  if (transaction === undefined) for (const document of targets.documents) call.store.assertFree(targets.collection, idOf(document), null);
  const { changes, refusal } = changesOf(targets, plan);
  writeAll(call, transaction, targets.collection, changes);
  if (refusal !== undefined) throw refusal;
  return changes;
}

export function modifyDocument(call: DatabaseCall): object {
  const { store, parameters, nowMs } = call;
  store.get(textOf(parameters, 'collectionName'));
  const transaction = transactionOf(call);
  const update = documentOf(parameters.data, nowMs);
  const isReplacement = parameters.merge !== true;
  const plan = changePlanOf(update, { isReplacement, isMulti: parameters.multi === true, nowMs });
  const targets = targetsOf(call, transaction);
  call.cost.documentsReturned = targets.documents.length;
  if (targets.documents.length > 0) return { data: { updated: applyPlan(call, transaction, targets, plan).length, upsert_id: null } };
  if (parameters.upsert !== true) return { data: { updated: 0, upsert_id: null } };
  const document = upsertedDocument(update, targets.query, { isReplacement, nowMs });
  writeAll(call, transaction, targets.collection, [{ id: idOf(document), next: document }]);
  return { data: { updated: 0, upsert_id: idOf(document) } };
}

export function removeDocument(call: DatabaseCall): object {
  const transaction = transactionOf(call);
  const { collection, documents } = targetsOf(call, transaction);
  writeAll(call, transaction, collection, documents.map((document) => ({ id: idOf(document), next: null })));
  call.cost.documentsReturned = documents.length;
  return { data: { deleted: documents.length } };
}

/** Changes one document and answers how it stands afterwards. */
export function modifyAndReturnDoc(call: DatabaseCall): object {
  const { store, parameters, nowMs } = call;
  store.get(textOf(parameters, 'collectionName'));
  const transaction = transactionOf(call);
  const plan = changePlanOf(documentOf(parameters.data, nowMs), { isReplacement: false, isMulti: false, nowMs });
  const targets = targetsOf({ ...call, parameters: { ...parameters, multi: false } }, transaction);
  const [document] = targets.documents;
  if (document === undefined) return { data: { updated: 0, doc: null } };
  const [change] = applyPlan(call, transaction, targets, plan);
  return { data: { updated: change === undefined ? 0 : 1, doc: encodeEjson(change?.next ?? document) } };
}
