/**
 * An index: entries in key order, kept in blocks so that an insert moves a few hundred entries at most. Documents are not
 * held, only their ids; reading through an index is lazy.
 */
import type { IndexDeclaration } from '../../../../cloudfunctions/database';
import type { Document, DocumentId } from '../../kernel/values';
import { compareValues, typeRank, valuesEqual } from '../compare';
import { documentKeys } from './index-keys';

export interface IndexEntry {
  readonly key: readonly unknown[];
  readonly id: DocumentId;
}

/** Bounds on one field, within the type of the bound (MongoDB compares only values of one type). */
export interface Range {
  readonly low?: { readonly value: unknown; readonly inclusive: boolean };
  readonly high?: { readonly value: unknown; readonly inclusive: boolean };
}

/** One stretch of an index: the leading fields are equal to `prefix`, the next one lies in `range`. */
export interface Seek {
  readonly prefix: readonly unknown[];
  readonly range?: Range | undefined;
}

const BLOCK_LIMIT = 512;

/** -1 before the range, 0 inside, 1 behind, in ascending order of values. */
function placeInRange(value: unknown, range: Range): number {
  const bound = range.low ?? range.high;
  if (bound === undefined) return 0;
  const byType = typeRank(value) - typeRank(bound.value);
  if (byType !== 0) return byType < 0 ? -1 : 1;
  if (range.low !== undefined) {
    const order = compareValues(value, range.low.value);
    if (order < 0 || (order === 0 && !range.low.inclusive)) return -1;
  }
  if (range.high !== undefined) {
    const order = compareValues(value, range.high.value);
    if (order > 0 || (order === 0 && !range.high.inclusive)) return 1;
  }
  return 0;
}

export class SortedIndex {
  readonly name: string;
  readonly fields: readonly string[];
  readonly directions: readonly (1 | -1)[];
  readonly unique: boolean;
  private readonly paths: readonly (readonly string[])[];
  private blocks: IndexEntry[][] = [];
  private readonly arrayDocuments: number[];

  constructor(declaration: IndexDeclaration) {
    this.name = declaration.name;
    this.fields = declaration.keys.map(([field]) => field);
    this.directions = declaration.keys.map(([, direction]) => direction);
    this.unique = declaration.unique === true;
    this.paths = this.fields.map((field) => field.split('.'));
    this.arrayDocuments = this.fields.map(() => 0);
  }

  /** Whether some stored document has an array in the field at this position. */
  isMultikey(position: number): boolean {
    return (this.arrayDocuments[position] ?? 0) > 0;
  }

  keysOf(document: Document): readonly (readonly unknown[])[] {
    return documentKeys(document, this.paths).keys;
  }

  /** Replaces the whole content; used after loading. */
  rebuild(documents: Iterable<[DocumentId, Document]>): void {
    const entries: IndexEntry[] = [];
    this.arrayDocuments.fill(0);
    for (const [id, document] of documents) {
      const { keys, arrayPosition } = documentKeys(document, this.paths);
      this.countArray(arrayPosition, 1);
      for (const key of keys) entries.push({ key, id });
    }
    entries.sort((a, b) => this.compare(a, b));
    this.blocks = [];
    for (let i = 0; i < entries.length; i += BLOCK_LIMIT / 2) this.blocks.push(entries.slice(i, i + BLOCK_LIMIT / 2));
  }

  /** Moves a document from its old keys to its new ones; either side may be absent. */
  replace(id: DocumentId, before: Document | undefined, after: Document | undefined): void {
    const old = before === undefined ? undefined : documentKeys(before, this.paths);
    const next = after === undefined ? undefined : documentKeys(after, this.paths);
    if (old !== undefined && next !== undefined && old.arrayPosition === next.arrayPosition && valuesEqual(old.keys, next.keys)) return;
    if (old !== undefined) {
      this.countArray(old.arrayPosition, -1);
      for (const key of old.keys) this.delete({ key, id });
    }
    if (next === undefined) return;
    this.countArray(next.arrayPosition, 1);
    for (const key of next.keys) this.insert({ key, id });
  }

  /** Entries inside the stretch, in index order or reversed. */
  *scan(seek: Seek, reverse: boolean): Generator<IndexEntry> {
    const blockCount = this.blocks.length;
    const start = reverse ? this.firstWhere((entry) => this.place(entry, seek) > 0) : this.firstWhere((entry) => this.place(entry, seek) >= 0);
    let [block, offset] = start;
    if (!reverse) {
      for (; block < blockCount; block += 1, offset = 0) {
        const entries = this.blocks[block] ?? [];
        for (; offset < entries.length; offset += 1) {
          const entry = entries[offset];
          if (entry === undefined || this.place(entry, seek) !== 0) return;
          yield entry;
        }
      }
      return;
    }
    for (; block >= 0; block -= 1, offset = this.blocks[block]?.length ?? 0) {
      const entries = this.blocks[block] ?? [];
      for (offset -= 1; offset >= 0; offset -= 1) {
        const entry = entries[offset];
        if (entry === undefined || this.place(entry, seek) !== 0) return;
        yield entry;
      }
    }
  }

  private countArray(position: number, by: 1 | -1): void {
    if (position >= 0) this.arrayDocuments[position] = (this.arrayDocuments[position] ?? 0) + by;
  }

  private place(entry: IndexEntry, seek: Seek): number {
    for (let i = 0; i < seek.prefix.length; i += 1) {
      const order = compareValues(entry.key[i], seek.prefix[i]) * (this.directions[i] ?? 1);
      if (order !== 0) return order;
    }
    if (seek.range === undefined) return 0;
    const at = seek.prefix.length;
    return placeInRange(entry.key[at], seek.range) * (this.directions[at] ?? 1);
  }

  private compare(a: IndexEntry, b: IndexEntry): number {
    for (let i = 0; i < this.directions.length; i += 1) {
      const order = compareValues(a.key[i], b.key[i]) * (this.directions[i] ?? 1);
      if (order !== 0) return order;
    }
    return compareValues(a.id, b.id);
  }

  /** Block and offset of the first entry for which the (monotone) condition holds; behind the end if none. */
  private firstWhere(holds: (entry: IndexEntry) => boolean): [number, number] {
    let low = 0;
    let high = this.blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const last = this.blocks[middle]?.at(-1);
      if (last !== undefined && holds(last)) high = middle;
      else low = middle + 1;
    }
    const entries = this.blocks[low];
    if (entries === undefined) return [this.blocks.length, 0];
    let from = 0;
    let to = entries.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      const entry = entries[middle];
      if (entry !== undefined && holds(entry)) to = middle;
      else from = middle + 1;
    }
    return [low, from];
  }

  private insert(entry: IndexEntry): void {
    const [block, offset] = this.firstWhere((known) => this.compare(known, entry) >= 0);
    const target = Math.min(block, this.blocks.length - 1);
    const entries = this.blocks[target];
    if (entries === undefined) {
      this.blocks.push([entry]);
      return;
    }
    if (target < block) entries.push(entry);
    else entries.splice(offset, 0, entry);
    if (entries.length > BLOCK_LIMIT) this.blocks.splice(target + 1, 0, entries.splice(BLOCK_LIMIT / 2));
  }

  private delete(entry: IndexEntry): void {
    const [block, offset] = this.firstWhere((known) => this.compare(known, entry) >= 0);
    const entries = this.blocks[block];
    const found = entries?.[offset];
    if (entries === undefined || found === undefined || this.compare(found, entry) !== 0) {
      throw new Error(`index ${this.name} has lost the entry of ${String(entry.id)}`);
    }
    entries.splice(offset, 1);
    if (entries.length === 0) this.blocks.splice(block, 1);
  }
}
