/** One collection: its documents by id and the indexes declared for it. */
import type { IndexDeclaration } from '../../../cloudfunctions/database';
import type { Document, DocumentId } from '../kernel/values';
import { valuesEqual } from './compare';
import { SortedIndex } from './index/sorted-index';

export interface UniqueViolation {
  readonly index: string;
  readonly otherId: DocumentId;
  readonly shownKey: string;
}

const ID_INDEX: IndexDeclaration = { name: '_id_', keys: [['_id', 1]], unique: true };

export class Collection {
  readonly documents = new Map<DocumentId, Document>();
  readonly indexes: readonly SortedIndex[];
  private readonly uniqueIndexes: readonly SortedIndex[];

  constructor(
    readonly name: string,
    declared: readonly IndexDeclaration[],
  ) {
    this.indexes = [ID_INDEX, ...declared].map((declaration) => new SortedIndex(declaration));
    this.uniqueIndexes = this.indexes.slice(1).filter((index) => index.unique);
  }

  /** Takes documents from the journal; `rebuildIndexes` must follow. */
  load(id: DocumentId, document: Document | null): void {
    if (document === null) this.documents.delete(id);
    else this.documents.set(id, document);
  }

  rebuildIndexes(): void {
    for (const index of this.indexes) index.rebuild(this.documents);
  }

  /** Stores or (null) removes a document and moves its index entries. */
  put(id: DocumentId, document: Document | null): void {
    const before = this.documents.get(id);
    const after = document ?? undefined;
    for (const index of this.indexes) index.replace(id, before, after);
    if (after === undefined) this.documents.delete(id);
    else this.documents.set(id, after);
  }

  /** Refuses what no index can hold (two array fields in one index) before anything is written. */
  assertIndexable(document: Document): void {
    for (const index of this.indexes) index.keysOf(document);
  }

  /** Another stored document with the same key in a unique index. */
  uniqueViolation(id: DocumentId, document: Document): UniqueViolation | undefined {
    for (const violation of this.uniqueViolations(id, document)) return violation;
    return undefined;
  }

  /** All of them, one for each unique index and key at most. */
  *uniqueViolations(id: DocumentId, document: Document): Generator<UniqueViolation> {
    for (const index of this.uniqueIndexes) {
      for (const key of index.keysOf(document)) {
        for (const entry of index.scan({ prefix: key }, false)) {
          if (entry.id !== id) yield { index: index.name, otherId: entry.id, shownKey: showKey(key) };
        }
      }
    }
  }

  /** Whether two documents would stand at the same place of a unique index. */
  collide(a: Document, b: Document): UniqueViolation | undefined {
    for (const index of this.uniqueIndexes) {
      const keysOfB = index.keysOf(b);
      const shared = index.keysOf(a).find((key) => keysOfB.some((other) => valuesEqual(key, other)));
      if (shared !== undefined) return { index: index.name, otherId: b._id as DocumentId, shownKey: showKey(shared) };
    }
    return undefined;
  }
}

/** A key as the error text of MongoDB shows it. */
export const showKey = (key: readonly unknown[]): string => key.map((value) => `: ${JSON.stringify(value ?? null)}`).join(', ');
