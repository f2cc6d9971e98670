/** Reads and writes of one document inside a transaction. Any error ends the transaction, as in MongoDB. */
import { duplicateKey, transactionConflict, type CloudError } from '../../kernel/cloud-error';
import { idOf, type Document, type DocumentId } from '../../kernel/values';
import { showKey, type Collection, type UniqueViolation } from '../collection';
import { assertStorable } from '../storable';
import type { Store } from '../store';
import { documentKey, type Transaction } from './transactions';

/** The document as the transaction sees it: its own write, else its snapshot. */
export function readInTransaction(store: Store, transaction: Transaction, collection: Collection, id: DocumentId): Document | null {
  const key = documentKey(collection.name, id);
  const own = transaction.writes.get(key);
  if (own !== undefined) return own.document;
  return store.transactions.asOf(key, transaction.snapshot ?? 0, collection.documents.get(id) ?? null);
}

const duplicate = (collection: Collection, { index, shownKey }: UniqueViolation): CloudError => duplicateKey(collection.name, index, shownKey);

/**
 * Uniqueness as MongoDB judges it: what the transaction sees (its snapshot and own writes) is a duplicate; what others
 * are writing, or wrote after the snapshot, is a conflict.
 */
function assertUnique(store: Store, transaction: Transaction, collection: Collection, id: DocumentId, document: Document): void {
  const { transactions } = store;
  const snapshot = transaction.snapshot ?? 0;
  for (const violation of collection.uniqueViolations(id, document)) {
    const key = documentKey(collection.name, violation.otherId);
    // What the transaction itself changed is judged among its own writes.
    if (transaction.writes.has(key)) continue;
    if (!transactions.changedSince(key, snapshot)) throw duplicate(collection, violation);
    const seen = transactions.asOf(key, snapshot, null);
    throw seen !== null && collection.collide(document, seen) !== undefined ? duplicate(collection, violation) : transactionConflict();
  }
  for (const seen of transactions.changedDocuments(collection.name, snapshot)) {
    if (idOf(seen) === id || transaction.writes.has(documentKey(collection.name, idOf(seen)))) continue;
    const clash = collection.collide(document, seen);
    if (clash !== undefined) throw duplicate(collection, clash);
  }
  for (const [holder, pending] of transactions.pendingIn(collection.name)) {
    if (pending.document === null || idOf(pending.document) === id) continue;
    const clash = collection.collide(document, pending.document);
    if (clash !== undefined) throw holder === transaction ? duplicate(collection, clash) : transactionConflict();
  }
}

/** Fails at once when the transaction may not have the document: another writer was first, or it changed after the snapshot. */
function assertLockable(store: Store, transaction: Transaction, collection: Collection, id: DocumentId): void {
  const key = documentKey(collection.name, id);
  const holder = store.transactions.lockOf(key);
  if (holder === transaction) return;
  if (holder !== undefined || store.transactions.changedSince(key, transaction.snapshot ?? 0)) throw transactionConflict();
}

/** Stores (null removes) in the transaction; visible to others at commit. */
export function writeInTransaction(store: Store, transaction: Transaction, collection: Collection, id: DocumentId, document: Document | null): void {
  assertLockable(store, transaction, collection, id);
  if (document !== null) {
    assertStorable(document);
    collection.assertIndexable(document);
    assertUnique(store, transaction, collection, id, document);
  }
  const key = documentKey(collection.name, id);
  store.transactions.lock(key, transaction);
  transaction.writes.set(key, { collection: collection.name, id, document });
}

/** Insert: an id that the transaction already sees is a duplicate. */
export function insertInTransaction(store: Store, transaction: Transaction, collection: Collection, document: Document): void {
  const id = idOf(document);
  assertLockable(store, transaction, collection, id);
  if (readInTransaction(store, transaction, collection, id) !== null) throw duplicateKey(collection.name, '_id_', showKey([id]));
  writeInTransaction(store, transaction, collection, id, document);
}
