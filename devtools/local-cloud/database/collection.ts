/** One collection: its documents by id and the indexes declared for it. */
import type { IndexDeclaration } from '../../../cloudfunctions/database';
import { idOf, type Document, type DocumentId } from '../kernel/values';
import { GeoIndex, geoFieldOf } from './index/geo-index';
import type { Key } from './index/index-keys';
import { keysEqual } from './index/key-order';
import { Rows } from './index/rows';
import { SortedIndex } from './index/sorted-index';

export interface UniqueViolation {
  readonly index: string;
  readonly otherId: DocumentId;
  readonly shownKey: string;
}

const ID_INDEX: IndexDeclaration = { name: '_id_', keys: [['_id', 1]], unique: true };

/** Indexing more documents than this takes so long that the call that needs it might run out of time. */
const BUILT_LATE_AT_MOST = 200_000;

export class Collection {
  /** In the order they were first stored. */
  readonly documents = new Map<DocumentId, Document>();
  readonly indexes: readonly SortedIndex[];
  readonly geoIndexes: readonly GeoIndex[];
  private readonly rows = new Rows();
  private readonly uniqueIndexes: readonly SortedIndex[];

  constructor(
    readonly name: string,
    declared: readonly IndexDeclaration[],
  ) {
    const sorted = declared.filter((declaration) => geoFieldOf(declaration) === undefined);
    this.indexes = [ID_INDEX, ...sorted].map((declaration) => new SortedIndex(declaration, this.rows));
    this.geoIndexes = declared.filter((declaration) => geoFieldOf(declaration) !== undefined).map((declaration) => new GeoIndex(declaration, this.rows));
    this.uniqueIndexes = this.indexes.slice(1).filter((index) => index.unique);
  }

  /** Takes documents from the journal; `rebuildIndexes` must follow. */
  load(id: DocumentId, document: Document | null): void {
    if (document === null) this.documents.delete(id);
    else this.documents.set(id, document);
  }

  /** Makes ready for queries after loading. An index is built when it is first used, in a large collection at once. */
  rebuildIndexes(): void {
    for (const [id, document] of this.documents) this.rows.set(id, document);
    for (const index of [...this.indexes, ...this.geoIndexes]) {
      index.forget();
      if (this.documents.size > BUILT_LATE_AT_MOST) index.build();
    }
  }

  /** Stores or (null) removes a document and moves its index entries. */
  put(id: DocumentId, document: Document | null): void {
    const before = this.documents.get(id);
    const after = document ?? undefined;
    const row = this.rows.take(id);
    const moved = before === undefined || after === undefined ? this.indexes : this.indexes.filter((index) => !index.isUnmoved(before, after));
    // Indexes read keys from the row, so each entry is taken out before the row changes and put in after.
    if (before !== undefined) for (const index of [...moved, ...this.geoIndexes]) index.remove(row, before);
    this.rows.set(id, after);
    if (after === undefined) this.documents.delete(id);
    else this.documents.set(id, after);
    if (after !== undefined) for (const index of [...moved, ...this.geoIndexes]) index.insert(row, after);
  }

  /** Refuses what no index can hold (two array fields in one index, no geometry in a geo index) before anything is written. */
  assertIndexable(document: Document): void {
    for (const index of this.indexes) index.keysOf(document);
    for (const index of this.geoIndexes) index.assertIndexable(document);
  }

  /** Other stored documents with the same key in a unique index. */
  *uniqueViolations(id: DocumentId, document: Document): Generator<UniqueViolation> {
    for (const index of this.uniqueIndexes) {
      for (const key of index.keysOf(document)) {
        for (const entry of index.scan({ prefix: key }, false)) {
          const otherId = index.idOf(entry);
          if (otherId !== id) yield { index: index.name, otherId, shownKey: showKey(key) };
        }
      }
    }
  }

  /** The first of them. */
  uniqueViolation(id: DocumentId, document: Document): UniqueViolation | undefined {
    for (const violation of this.uniqueViolations(id, document)) return violation;
    return undefined;
  }

  /** Whether two documents would stand at the same place of a unique index. */
  collide(a: Document, b: Document): UniqueViolation | undefined {
    for (const index of this.uniqueIndexes) {
      const keysOfB = index.keysOf(b);
      const shared = index.keysOf(a).find((key) => keysOfB.some((other) => keysEqual(key, other)));
      if (shared !== undefined) return { index: index.name, otherId: idOf(b), shownKey: showKey(shared) };
    }
    return undefined;
  }
}

const showPart = (value: unknown): string => (value === undefined ? 'undefined' : value instanceof Date ? `new Date(${value.getTime()})` : JSON.stringify(value));

/** A key as the error text of MongoDB shows it. */
export const showKey = (key: Key): string => key.map((value) => `: ${showPart(value)}`).join(', ');
