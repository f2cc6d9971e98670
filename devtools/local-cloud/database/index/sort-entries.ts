/**
 * Sorts all entries of an index at once. Leading fields of an index usually hold few distinct values, so entries are put
 * into groups by value and only the groups are ordered; comparing pairs of entries would read each document many times.
 */
import { compareParts } from './key-order';

export interface EntryOrder {
  readonly directions: readonly (1 | -1)[];
  part(entry: number, position: number): unknown;
  /** Whole order of two entries, ids last. */
  compare(a: number, b: number): number;
}

const SMALL = 12;

const groupKey = (value: unknown): string | undefined => {
  if (typeof value === 'string') return `s${value}`;
  if (typeof value === 'number') return `n${value}`;
  return value === null || value === undefined || typeof value === 'boolean' ? String(value) : undefined;
};

interface Group {
  readonly value: unknown;
  readonly entries: number[];
}

/** Entries by the value at a position; undefined when some value cannot be a key of a map. */
function groupsAt(entries: readonly number[], position: number, order: EntryOrder): Group[] | undefined {
  const groups = new Map<string, Group>();
  for (const entry of entries) {
    const value = order.part(entry, position);
    const key = groupKey(value);
    if (key === undefined) return undefined;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { value, entries: [entry] });
    else known.entries.push(entry);
  }
  return [...groups.values()];
}

/** The entries in the order of the index. */
export function sortEntries(entries: number[], order: EntryOrder, position = 0): number[] {
  const direction = order.directions[position];
  if (entries.length <= SMALL || direction === undefined) return entries.sort((a, b) => order.compare(a, b));
  const groups = groupsAt(entries, position, order);
  if (groups === undefined) return entries.sort((a, b) => order.compare(a, b));
  groups.sort((a, b) => compareParts(a.value, b.value) * direction);
  const sorted: number[] = [];
  for (const group of groups) {
    const inner = group.entries.length === 1 ? group.entries : sortEntries(group.entries, order, position + 1);
    for (const entry of inner) sorted.push(entry);
  }
  return sorted;
}
