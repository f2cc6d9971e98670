/** Reads and writes of one document inside a transaction. Any error ends the transaction, as in MongoDB. */
import { duplicateKey, transactionConflict } from '../../kernel/cloud-error';
import { idOf, type Document, type DocumentId } from '../../kernel/values';
import { showKey, type Collection } from '../collection';
import { assertStorable, type Store } from '../store';
import { documentKey, type Transaction } from './transactions';

/** The document as the transaction sees it: its own write, else its snapshot. */
export function readInTransaction(store: Store, transaction: Transaction, collection: Collection, id: DocumentId): Document | null {
  const key = documentKey(collection.name, id);
  const own = transaction.writes.get(key);
  if (own !== undefined) return own.document;
  return store.transactions.asOf(key, transaction.snapshot ?? 0, collection.documents.get(id) ?? null);
}

function assertUnique(store: Store, transaction: Transaction, collection: Collection, id: DocumentId, document: Document): void {
  const violation = collection.uniqueViolation(id, document);
  if (violation !== undefined) {
    const own = transaction.writes.get(documentKey(collection.name, violation.otherId));
    const freed = own !== undefined && (own.document === null || collection.collide(document, own.document) === undefined);
    if (!freed) throw duplicateKey(collection.name, violation.index, violation.shownKey);
  }
  for (const [holder, pending] of store.transactions.pendingIn(collection.name)) {
    if (pending.document === null || idOf(pending.document) === id) continue;
    const clash = collection.collide(document, pending.document);
    if (clash === undefined) continue;
    throw holder === transaction ? duplicateKey(collection.name, clash.index, clash.shownKey) : transactionConflict();
  }
}

/** Takes the document for the transaction or fails at once: another writer was first, or it changed after the snapshot. */
export function lockInTransaction(store: Store, transaction: Transaction, collection: Collection, id: DocumentId): void {
  const key = documentKey(collection.name, id);
  const holder = store.transactions.lockOf(key);
  if (holder === transaction) return;
  if (holder !== undefined || store.transactions.changedSince(key, transaction.snapshot ?? 0)) throw transactionConflict();
}

/** Stores (null removes) in the transaction; visible to others at commit. */
export function writeInTransaction(store: Store, transaction: Transaction, collection: Collection, id: DocumentId, document: Document | null): void {
  lockInTransaction(store, transaction, collection, id);
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
  lockInTransaction(store, transaction, collection, id);
  if (readInTransaction(store, transaction, collection, id) !== null) throw duplicateKey(collection.name, '_id_', showKey([id]));
  writeInTransaction(store, transaction, collection, id, document);
}
