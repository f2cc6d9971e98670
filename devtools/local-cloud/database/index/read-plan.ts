/** Walks a plan lazily: documents are fetched one by one until enough have matched, so the count of examined is true. */
import type { Document, DocumentId } from '../../kernel/values';
import { compareValues } from '../compare';
import type { Plan, SortSpec, Source } from './planner';
import type { IndexEntry } from './sorted-index';

interface Stream {
  readonly entries: Generator<IndexEntry>;
  readonly source: Source;
  head: IndexEntry | undefined;
}

function openStreams(plan: Plan): Stream[] {
  return plan.sources.flatMap((source) =>
    source.seeks.map((seek) => {
      const entries = source.index.scan(seek, source.reverse);
      return { entries, source, head: entries.next().value as IndexEntry | undefined };
    }),
  );
}

function compareHeads(a: Stream, b: Stream, sort: SortSpec): number {
  for (const [i, [, direction]] of sort.entries()) {
    const keyA = a.head?.key[a.source.sortPositions[i] ?? -1];
    const keyB = b.head?.key[b.source.sortPositions[i] ?? -1];
    const order = compareValues(keyA, keyB) * direction;
    if (order !== 0) return order;
  }
  return 0;
}

/** Ids in the order of the plan, each once. */
export function* idsOf(plan: Plan): Generator<DocumentId> {
  const seen = new Set<DocumentId>();
  const streams = openStreams(plan);
  for (;;) {
    let next: Stream | undefined;
    for (const stream of streams) {
      if (stream.head === undefined) continue;
      if (next === undefined || compareHeads(stream, next, plan.sort) < 0) next = stream;
      // Without a sort the streams are read one after the other.
      if (plan.sort.length === 0) break;
    }
    const head = next?.head;
    if (next === undefined || head === undefined) return;
    next.head = next.entries.next().value as IndexEntry | undefined;
    if (seen.has(head.id)) continue;
    seen.add(head.id);
    yield head.id;
  }
}

/** Value of a document for a sort: of an array the smallest element ascending, the largest descending. */
function sortValue(document: Document, path: string, direction: 1 | -1): unknown {
  const value = path.split('.').reduce<unknown>((part, segment) => (part as Record<string, unknown> | null | undefined)?.[segment], document);
  if (!Array.isArray(value)) return value;
  return [...(value as unknown[])].sort((a, b) => compareValues(a, b) * direction)[0];
}

/** A stable sort of documents in memory. */
export function sortDocuments(documents: readonly Document[], sort: SortSpec): Document[] {
  if (sort.length === 0) return [...documents];
  return [...documents].sort((a, b) => {
    for (const [field, direction] of sort) {
      const order = compareValues(sortValue(a, field, direction), sortValue(b, field, direction)) * direction;
      if (order !== 0) return order;
    }
    return 0;
  });
}
