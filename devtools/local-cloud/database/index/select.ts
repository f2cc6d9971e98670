/** Finds the documents of a query through an index and counts what it had to look at. */
import type { Document } from '../../kernel/values';
import type { Collection } from '../collection';
import type { Query } from './constraints';
import { planRefusal } from './plan-refusal';
import { planQuery, type SortSpec } from './planner';
import { compileTest } from '../query/query-test';
import { idsOf, sortDocuments } from './read-plan';

/** What one database call cost; shown by /control/meters. */
export interface ReadCost {
  documentsExamined: number;
  index: string | null;
}

export interface Selection {
  /** Conditions that must all hold. */
  readonly conjuncts: readonly Query[];
  readonly sort: SortSpec;
  readonly skip: number;
  /** Infinity where the operation takes all matches. */
  readonly limit: number;
  /** Serve what no index serves by looking at every document (conformance runs only). */
  readonly allowScans: boolean;
  readonly cost: ReadCost;
}

function scanAll(collection: Collection, selection: Selection, test: (document: Document) => boolean): Document[] {
  const { cost, skip, limit, sort } = selection;
  cost.index = 'scan';
  cost.documentsExamined += collection.documents.size;
  const found = [...collection.documents.values()].filter(test);
  return sortDocuments(found, sort).slice(skip, skip + limit);
}

/** Matching documents in order; refuses a query that no declared index serves. */
export function selectDocuments(collection: Collection, selection: Selection): Document[] {
  const { conjuncts, sort, skip, limit, cost } = selection;
  const test = compileTest(conjuncts.length === 1 ? (conjuncts[0] ?? {}) : { $and: [...conjuncts] });
  const plan = planQuery(collection.indexes, conjuncts, sort, limit !== Infinity);
  if (plan === undefined) {
    if (selection.allowScans) return scanAll(collection, selection, test);
    throw planRefusal(collection.name, conjuncts, sort);
  }
  cost.index = plan.indexName;
  const wanted = plan.sortAfterwards ? Infinity : skip + limit;
  const found: Document[] = [];
  for (const id of idsOf(plan)) {
    if (found.length >= wanted) break;
    const document = collection.documents.get(id);
    if (document === undefined) throw new Error(`index ${plan.indexName} of ${collection.name} names a missing document`);
    cost.documentsExamined += 1;
    if (test(document)) found.push(document);
  }
  const ordered = plan.sortAfterwards ? sortDocuments(found, sort) : found;
  return ordered.slice(skip, limit === Infinity ? undefined : skip + limit);
}
