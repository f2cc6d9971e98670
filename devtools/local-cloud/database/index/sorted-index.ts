/**
 * An index: entries in key order, kept in blocks so that an insert moves a few hundred entries at most. An entry is one
 * number, the row of the document and the ordinal of its key; keys are read from the documents. The index is built when
 * a query first needs it, so a start does not pay for indexes nobody uses.
 */
import type { IndexDeclaration } from '../../../../cloudfunctions/database';
import { idOf, type Document, type DocumentId } from '../../kernel/values';
import { compareValues } from '../compare';
import { distinctOrdinals, documentKeys, KeyReader, type Key, type KeyPlaces, type Path } from './index-keys';
import { placeIn, type Interval } from './intervals';
import { compareParts, keysEqual } from './key-order';
import type { Rows } from './rows';
import { sortPass } from './sort-entries';

/** One stretch of an index: the leading fields are equal to `prefix`, the next one lies in `interval`. */
export interface Seek {
  readonly prefix: readonly unknown[];
  readonly interval?: Interval | undefined;
}

const BLOCK_LIMIT = 512;
const BLOCK_FILL = 384;
// A document of half a megabyte has fewer elements than this; rows stay exact numbers up to 2^33.
const ORDINALS = 2 ** 20;

type Place = readonly [block: number, offset: number];

export class SortedIndex {
  readonly name: string;
  readonly fields: readonly string[];
  readonly directions: readonly (1 | -1)[];
  readonly unique: boolean;
  private readonly paths: readonly Path[];
  private readonly reader: KeyReader;
  private blocks: number[][] | undefined;
  private size = 0;
  /** How many documents have an array at a path, by path. */
  private readonly arrays = new Map<string, number>();

  constructor(
    declaration: IndexDeclaration,
    private readonly rows: Rows,
  ) {
    const keys = declaration.keys.map(([field, direction]) => [field, direction === -1 ? -1 : 1] as const);
    this.name = declaration.name;
    this.fields = keys.map(([field]) => field);
    this.directions = keys.map(([, direction]) => direction);
    this.unique = declaration.unique === true;
    this.paths = this.fields.map((field) => field.split('.'));
    this.reader = new KeyReader(this.paths);
  }

  /** Whether some stored document has an array on the way to the field at this position, or there. */
  isMultikey(position: number): boolean {
    return this.arraysOn(position).length > 0;
  }

  /** The paths, on the way to the field at this position or there, at which some stored document has an array. */
  arraysOn(position: number): readonly string[] {
    this.content();
    const path = this.paths[position] ?? [];
    return path.map((_segment, i) => path.slice(0, i + 1).join('.')).filter((prefix) => (this.arrays.get(prefix) ?? 0) > 0);
  }

  /** The distinct keys of a document; refuses two arrays in one index. */
  keysOf(document: Document): readonly Key[] {
    const { keys } = documentKeys(document, this.paths);
    return distinctOrdinals(keys).map((ordinal) => keys[ordinal] ?? []);
  }

  /** Forgets the content; it is built anew when needed. */
  forget(): void {
    this.blocks = undefined;
  }

  /** Builds the index before its first use. */
  build(): void {
    this.content();
  }

  /** Takes in a document whose row already holds it. Does nothing while the index is not built. */
  insert(row: number, document: Document): void {
    if (this.blocks === undefined) return;
    const places = this.reader.places(document);
    this.countArrays(places, 1);
    for (const ordinal of places.ordinals) this.insertEntry(this.blocks, row * ORDINALS + ordinal);
  }

  /** Removes a document whose row still holds it. */
  remove(row: number, document: Document): void {
    if (this.blocks === undefined) return;
    const places = this.reader.places(document);
    this.countArrays(places, -1);
    for (const ordinal of places.ordinals) this.deleteEntry(this.blocks, row * ORDINALS + ordinal);
  }

  /** Whether replacing one document by the other leaves every entry where it is. */
  isUnmoved(before: Document, after: Document): boolean {
    if (this.blocks === undefined) return true;
    const old = documentKeys(before, this.paths);
    const next = documentKeys(after, this.paths);
    if (old.keys.length !== next.keys.length || [...old.arrays].join() !== [...next.arrays].join()) return false;
    return old.keys.every((key, i) => keysEqual(key, next.keys[i] ?? []));
  }

  part(entry: number, position: number): unknown {
    const row = Math.floor(entry / ORDINALS);
    return this.reader.part(this.rows.at(row), position, entry - row * ORDINALS);
  }

  idOf(entry: number): DocumentId {
    return idOf(this.rows.at(Math.floor(entry / ORDINALS)));
  }

  compare(a: number, b: number): number {
    for (let i = 0; i < this.directions.length; i += 1) {
      const order = compareParts(this.part(a, i), this.part(b, i)) * (this.directions[i] ?? 1);
      if (order !== 0) return order;
    }
    return compareValues(this.idOf(a), this.idOf(b));
  }

  /** About how many entries lie in a stretch, from the places of its ends. */
  estimate(seek: Seek): number {
    const blocks = this.content();
    const [block, offset] = this.firstWhere(blocks, (entry) => this.place(entry, seek) >= 0);
    const [endBlock, endOffset] = this.firstWhere(blocks, (entry) => this.place(entry, seek) > 0);
    if (block === endBlock) return endOffset - offset;
    const average = this.size / Math.max(1, blocks.length);
    return Math.max(1, (endBlock - block) * average + endOffset - offset);
  }

  /** Entries inside the stretch, in index order or reversed. */
  *scan(seek: Seek, reverse: boolean): Generator<number> {
    const blocks = this.content();
    let [block, offset] = this.firstWhere(blocks, (entry) => (reverse ? this.place(entry, seek) > 0 : this.place(entry, seek) >= 0));
    const step = reverse ? -1 : 1;
    if (reverse) offset -= 1;
    for (;;) {
      const entries = blocks[block];
      if (entries === undefined && !(reverse && block === blocks.length)) return;
      const entry = entries?.[offset];
      if (entry === undefined) {
        block += step;
        offset = reverse ? (blocks[block]?.length ?? 0) - 1 : 0;
        if (blocks[block] === undefined) return;
        continue;
      }
      if (this.place(entry, seek) !== 0) return;
      yield entry;
      offset += step;
    }
  }

  private countArrays({ arrays }: KeyPlaces, by: 1 | -1): void {
    for (const path of arrays) this.arrays.set(path, (this.arrays.get(path) ?? 0) + by);
  }

  /** Builds the index on its first use. */
  private content(): number[][] {
    if (this.blocks !== undefined) return this.blocks;
    this.arrays.clear();
    const ordinalsOfRow = new Map<number, readonly number[]>();
    for (const [row, document] of this.rows.all()) {
      const places = this.reader.places(document);
      this.countArrays(places, 1);
      if (places.ordinals.length > 1) ordinalsOfRow.set(row, places.ordinals);
    }
    const blocks: number[][] = [];
    this.blocks = blocks;
    const entries = this.sorted(ordinalsOfRow);
    for (let i = 0; i < entries.length; i += BLOCK_FILL) blocks.push(entries.slice(i, i + BLOCK_FILL));
    this.size = entries.length;
    return blocks;
  }

  /** All entries in order, from one of each row by id: fields behind the last array are the same in all entries of a row. */
  private sorted(ordinalsOfRow: ReadonlyMap<number, readonly number[]>): number[] {
    const lastArray = this.fields.reduce((last, _field, position) => (this.isMultikey(position) ? position : last), -1);
    let entries = this.rows.orderedById().map((row) => row * ORDINALS);
    const spread = (): number[] => entries.flatMap((entry) => ordinalsOfRow.get(Math.floor(entry / ORDINALS))?.map((ordinal) => entry + ordinal) ?? [entry]);
    for (let position = this.fields.length - 1; position >= 0; position -= 1) {
      if (position === lastArray) entries = spread();
      const isSortedById = this.fields[position] === '_id' && position === this.fields.length - 1;
      if (isSortedById) entries = this.directions[position] === -1 ? entries.reverse() : entries;
      else entries = sortPass(entries, (entry) => this.part(entry, position), this.directions[position] ?? 1);
    }
    return entries;
  }

  private place(entry: number, seek: Seek): number {
    for (let i = 0; i < seek.prefix.length; i += 1) {
      const order = compareParts(this.part(entry, i), seek.prefix[i]) * (this.directions[i] ?? 1);
      if (order !== 0) return order;
    }
    if (seek.interval === undefined) return 0;
    const at = seek.prefix.length;
    return placeIn(this.part(entry, at), seek.interval) * (this.directions[at] ?? 1);
  }

  /** Block and offset of the first entry for which the (monotone) condition holds; behind the end if none. */
  private firstWhere(blocks: readonly (readonly number[])[], holds: (entry: number) => boolean): Place {
    let low = 0;
    let high = blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const last = blocks[middle]?.at(-1);
      if (last !== undefined && holds(last)) high = middle;
      else low = middle + 1;
    }
    const entries = blocks[low];
    if (entries === undefined) return [blocks.length, 0];
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

  private insertEntry(blocks: number[][], entry: number): void {
    this.size += 1;
    const [block, offset] = this.firstWhere(blocks, (known) => this.compare(known, entry) >= 0);
    const target = Math.min(block, blocks.length - 1);
    const entries = blocks[target];
    if (entries === undefined) {
      blocks.push([entry]);
      return;
    }
    if (target < block) entries.push(entry);
    else entries.splice(offset, 0, entry);
    if (entries.length > BLOCK_LIMIT) blocks.splice(target + 1, 0, entries.splice(BLOCK_LIMIT / 2));
  }

  private deleteEntry(blocks: number[][], entry: number): void {
    const [block, offset] = this.firstWhere(blocks, (known) => this.compare(known, entry) >= 0);
    const entries = blocks[block];
    if (entries?.[offset] !== entry) throw new Error(`index ${this.name} has lost the entry of ${String(this.idOf(entry))}`);
    this.size -= 1;
    entries.splice(offset, 1);
    if (entries.length === 0) blocks.splice(block, 1);
  }
}
