/**
 * Sorts all entries of an index at once, from the last field to the first with passes that keep the order of equals. Fields
 * behind an array are sorted while there is still one entry a document; leading fields usually hold few distinct values,
 * so a pass puts entries into groups and orders only the groups.
 */
import { compareParts } from './key-order';

export type ReadPart = (entry: number) => unknown;

const SAMPLE = 64;

interface Group {
  readonly value: unknown;
  readonly entries: number[];
}

const isMapKey = (value: unknown): boolean => typeof value !== 'object' || value === null;

/** Whether a look at some of the values finds most of them more than once. */
function isRepetitive(values: readonly unknown[]): boolean {
  const step = Math.max(1, Math.floor(values.length / SAMPLE));
  const seen = new Set<unknown>();
  let looked = 0;
  for (let i = 0; i < values.length; i += step) {
    const value = values[i];
    if (!isMapKey(value)) return false;
    seen.add(value);
    looked += 1;
  }
  return seen.size * 2 < looked;
}

/** Groups of equal values, by a map; undefined when some value is an object, of which equal ones are not one key. */
function grouped(entries: readonly number[], values: readonly unknown[]): Group[] | undefined {
  const groups = new Map<unknown, Group>();
  for (let i = 0; i < entries.length; i += 1) {
    const value = values[i];
    const entry = entries[i] ?? 0;
    const known = groups.get(value);
    if (known !== undefined) known.entries.push(entry);
    else if (isMapKey(value)) groups.set(value, { value, entries: [entry] });
    else return undefined;
  }
  return [...groups.values()];
}

const SURROGATE = /[\ud800-\udfff]/;

/** Texts that JavaScript orders as MongoDB does: those without characters beyond the basic plane. */
const isPlainText = (value: unknown): boolean => typeof value === 'string' && !SURROGATE.test(value);

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The entries in the order of one part; equal ones stay as they were. */
export function sortPass(entries: readonly number[], read: ReadPart, direction: 1 | -1): number[] {
  const values = entries.map(read);
  const groups = isRepetitive(values) ? grouped(entries, values) : undefined;
  if (groups !== undefined) {
    const sorted: number[] = [];
    groups.sort((a, b) => compareParts(a.value, b.value) * direction);
    for (const group of groups) for (const entry of group.entries) sorted.push(entry);
    return sorted;
  }
  const places = entries.map((_entry, i) => i);
  if (values.every(isPlainText)) {
    const texts = values as string[];
    places.sort((a, b) => compareTexts(texts[a] ?? '', texts[b] ?? '') * direction);
  } else if (values.every((value) => typeof value === 'number' && !Number.isNaN(value))) {
    const numbers = Float64Array.from(values as number[]);
    places.sort((a, b) => ((numbers[a] ?? 0) - (numbers[b] ?? 0)) * direction);
  } else places.sort((a, b) => compareParts(values[a], values[b]) * direction);
  return places.map((place) => entries[place] ?? 0);
}
