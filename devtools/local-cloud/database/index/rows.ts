/**
 * Documents by small numbers. Index entries name a document by its row, so an entry is one number instead of a key and an
 * id: a million documents in ten indexes fit into memory.
 */
import { idOf, type Document, type DocumentId } from '../../kernel/values';
import { sortPass } from './sort-entries';

export class Rows {
  private readonly rowById = new Map<DocumentId, number>();
  private readonly documents: (Document | undefined)[] = [];
  private readonly free: number[] = [];
  private byId: readonly number[] | undefined;

  /** The row of a document that is stored or about to be. */
  take(id: DocumentId): number {
    const known = this.rowById.get(id);
    if (known !== undefined) return known;
    const row = this.free.pop() ?? this.documents.length;
    this.rowById.set(id, row);
    this.documents[row] = undefined;
    return row;
  }

  /** What indexes read from now on; undefined frees the row. */
  set(id: DocumentId, document: Document | undefined): void {
    const row = this.take(id);
    this.documents[row] = document;
    this.byId = undefined;
    if (document !== undefined) return;
    this.rowById.delete(id);
    this.free.push(row);
  }

  at(row: number): Document {
    const document = this.documents[row];
    if (document === undefined) throw new Error(`an index names the empty row ${row}`);
    return document;
  }

  /** All rows in the order of ids; found out once for several indexes that are built one after the other. */
  orderedById(): readonly number[] {
    this.byId ??= sortPass([...this.rowById.values()], (row) => idOf(this.at(row)), 1);
    return this.byId;
  }

  *all(): Generator<[row: number, document: Document]> {
    for (const [row, document] of this.documents.entries()) if (document !== undefined) yield [row, document];
  }
}
