/** All collections and the one way to change them: check, write to the journal, apply. */
import type { CollectionDeclaration } from '../../../cloudfunctions/database';
import type { Journal, JournalRecord } from '../durability/journal';
import { collectionMissing, duplicateKey } from '../kernel/cloud-error';
import { idOf, type Document, type DocumentId } from '../kernel/values';
import { Collection } from './collection';
import { assertStorable } from './storable';
import { documentKey, LockedBy, type PendingWrite, type Transactions } from './transactions/transactions';

export { assertStorable };

export class Store {
  private readonly collections = new Map<string, Collection>();

  constructor(
    private readonly journal: () => Journal,
    readonly transactions: Transactions,
    readonly declared: readonly CollectionDeclaration[],
  ) {}

  find(name: string): Collection | undefined {
    return this.collections.get(name);
  }

  get(name: string): Collection {
    const collection = this.collections.get(name);
    if (collection === undefined) throw collectionMissing(name);
    return collection;
  }

  all(): Iterable<Collection> {
    return this.collections.values();
  }

  create(name: string): void {
    if (this.collections.has(name)) return;
    this.journal().append({ create: name });
    this.collections.set(name, this.newCollection(name));
  }

  /** Applies a record of the journal while loading; indexes are built once at the end. */
  replay(record: JournalRecord): void {
    if ('create' in record && !this.collections.has(record.create)) {
      this.collections.set(record.create, this.newCollection(record.create));
    }
    if ('put' in record) for (const [name, id, document] of record.put) this.collections.get(name)?.load(id, document);
  }

  rebuildIndexes(): void {
    for (const collection of this.collections.values()) collection.rebuildIndexes();
  }

  clear(): void {
    this.transactions.endAll();
    this.collections.clear();
  }

  /** The content as records, for a compact journal. */
  *snapshot(): Generator<JournalRecord> {
    for (const collection of this.collections.values()) {
      yield { create: collection.name };
      for (const [id, document] of collection.documents) yield { put: [[collection.name, id, document]] };
    }
  }

  /**
   * For writes outside transactions: throws LockedBy when one holds the document, or holds the place of the new document
   * in a unique index. The caller waits and runs again, so this comes before the first write of an operation.
   */
  assertFree(collection: Collection, id: DocumentId, next: Document | null): void {
    const holder = this.transactions.lockOf(documentKey(collection.name, id));
    if (holder !== undefined) throw new LockedBy(holder);
    if (next === null) return;
    for (const [transaction, pending] of this.transactions.pendingIn(collection.name)) {
      const clashes = pending.document !== null && idOf(pending.document) !== id && collection.collide(next, pending.document) !== undefined;
      if (clashes) throw new LockedBy(transaction);
    }
  }

  /** One write outside any transaction; the caller has checked locks. */
  write(collection: Collection, id: DocumentId, document: Document | null): void {
    if (document !== null) this.assertWritable(collection, id, document);
    this.apply([{ collection: collection.name, id, document }]);
  }

  /** Makes the writes of a transaction visible at once: one record of the journal. */
  commit(writes: readonly PendingWrite[]): void {
    if (writes.length > 0) this.apply(writes);
  }

  private newCollection(name: string): Collection {
    return new Collection(name, this.declared.find((collection) => collection.name === name)?.indexes ?? []);
  }

  private assertWritable(collection: Collection, id: DocumentId, document: Document): void {
    assertStorable(document);
    collection.assertIndexable(document);
    const violation = collection.uniqueViolation(id, document);
    if (violation !== undefined) throw duplicateKey(collection.name, violation.index, violation.shownKey);
  }

  private apply(writes: readonly PendingWrite[]): void {
    this.journal().append({ put: writes.map(({ collection, id, document }) => [collection, id, document] as const) });
    for (const { collection: name, id, document } of writes) {
      const collection = this.get(name);
      this.transactions.remember(name, id, collection.documents.get(id) ?? null);
      collection.put(id, document);
    }
  }
}
