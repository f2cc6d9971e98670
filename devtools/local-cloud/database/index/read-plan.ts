/** Walks a plan lazily: documents are fetched one by one until enough have matched, so the count of examined is true. */
import { badValue } from '../query/bad-value';
import { isPlainObject, type Document, type DocumentId } from '../../kernel/values';
import { documentKeys, type Key } from './index-keys';
import { compareParts } from './key-order';
import type { Plan, SortSpec, Source } from './planner';

interface Stream {
  readonly entries: Generator<number>;
  readonly source: Source;
  head: number | undefined;
}

function compareHeads(a: Stream, b: Stream, sort: SortSpec): number {
  for (const [i, [, direction]] of sort.entries()) {
    const partA = a.head === undefined ? undefined : a.source.index.part(a.head, a.source.sortPositions[i] ?? -1);
    const partB = b.head === undefined ? undefined : b.source.index.part(b.head, b.source.sortPositions[i] ?? -1);
    const order = compareParts(partA, partB) * direction;
    if (order !== 0) return order;
  }
  return 0;
}

/** Stretch after stretch, where no order has to be kept. */
function* inTurn(plan: Plan): Generator<DocumentId> {
  for (const { index, seeks, reverse } of plan.sources) {
    for (const seek of seeks) for (const entry of index.scan(seek, reverse)) yield index.idOf(entry);
  }
}

/** All stretches at once, always the one whose next document comes first. */
function* merged(plan: Plan): Generator<DocumentId> {
  const streams = plan.sources.flatMap((source) =>
    source.seeks.map((seek): Stream => {
      const entries = source.index.scan(seek, source.reverse);
      return { entries, source, head: entries.next().value as number | undefined };
    }),
  );
  for (;;) {
    let next: Stream | undefined;
    for (const stream of streams) {
      if (stream.head !== undefined && (next === undefined || compareHeads(stream, next, plan.sort) < 0)) next = stream;
    }
    if (next?.head === undefined) return;
    yield next.source.index.idOf(next.head);
    next.head = next.entries.next().value as number | undefined;
  }
}

/** Ids in the order of the plan, each once. */
export function* idsOf(plan: Plan): Generator<DocumentId> {
  const [source] = plan.sources;
  const isOneStretch = plan.sources.length === 1 && source?.seeks.length === 1;
  const ids = isOneStretch || plan.sort.length === 0 ? inTurn(plan) : merged(plan);
  const seen = new Set<DocumentId>();
  for (const id of ids) {
    if (seen.has(id)) continue;
    seen.add(id);
    yield id;
  }
}

const simpleValue = (document: Document, path: readonly string[]): unknown => {
  let value: unknown = document;
  for (const segment of path) {
    if (Array.isArray(value)) return value;
    value = isPlainObject(value) ? value[segment] : undefined;
  }
  return value;
};

function compareSortKeys(a: Key, b: Key, directions: readonly number[]): number {
  for (const [i, direction] of directions.entries()) {
    const order = compareParts(a[i], b[i]) * direction;
    if (order !== 0) return order;
  }
  return 0;
}

/** The key a document is sorted by: where a field is an array, the element that comes first in the order asked for. */
function sortKeyOf(document: Document, paths: readonly (readonly string[])[], directions: readonly number[]): Key {
  const simple = paths.map((path) => simpleValue(document, path));
  if (!simple.some(Array.isArray)) return simple.map((value) => value ?? null);
  try {
    return documentKeys(document, paths).keys.reduce((least, key) => (compareSortKeys(key, least, directions) < 0 ? key : least));
  } catch {
    throw badValue('cannot sort with keys that are parallel arrays');
  }
}

/** A stable sort of documents in memory. */
export function sortDocuments(documents: readonly Document[], sort: SortSpec): Document[] {
  if (sort.length === 0) return [...documents];
  const paths = sort.map(([field]) => field.split('.'));
  const directions = sort.map(([, direction]) => direction);
  return documents
    .map((document) => ({ document, key: sortKeyOf(document, paths, directions) }))
    .sort((a, b) => compareSortKeys(a.key, b.key, directions))
    .map(({ document }) => document);
}
