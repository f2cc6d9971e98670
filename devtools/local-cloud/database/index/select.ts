/** Finds the documents of a query through an index and counts what it had to look at. */
import type { Document, DocumentId } from '../../kernel/values';
import type { Collection } from '../collection';
import type { NearClause } from '../geo/near';
import { compileQuery, type CompiledQuery } from '../query/compile-query';
import { readConstraints, type Query } from './constraints';
import { capOfOperand } from './geo-index';
import { nearestDocuments } from './nearest';
import { planRefusal } from './plan-refusal';
import { planQuery, type Plan, type SortSpec } from './planner';
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
  /** What `$$NOW` is in `$expr`. */
  readonly nowMs?: number;
}

/** Documents to look at, in what order they come, and through which index. */
interface Candidates {
  readonly ids: Iterable<DocumentId>;
  /** They come in the order asked for. */
  readonly isOrdered: boolean;
  readonly indexName: string;
}

const candidatesOfPlan = (plan: Plan): Candidates => ({ ids: idsOf(plan), isOrdered: !plan.sortAfterwards, indexName: plan.indexName });

/** Documents round the region of a `$geoWithin` or `$geoIntersects`. */
function candidatesInRegion(collection: Collection, conjuncts: readonly Query[]): Candidates | undefined {
  for (const { field, operand } of readConstraints(conjuncts).geo) {
    const index = collection.geoIndexes.find((one) => one.field === field);
    const region = index === undefined ? undefined : capOfOperand(operand);
    if (index !== undefined && region !== undefined) return { ids: index.within(region), isOrdered: false, indexName: index.name };
  }
  return undefined;
}

const isEmpty = (conjuncts: readonly Query[]): boolean => conjuncts.every((query) => Object.keys(query).length === 0);

function candidatesOf(collection: Collection, { conjuncts, sort, limit, allowScans }: Selection): Candidates {
  // A bounded read without a condition or an order gives documents as they were stored, and looks at what it returns.
  const natural: Candidates = { ids: collection.documents.keys(), isOrdered: sort.length === 0, indexName: 'scan' };
  if (isEmpty(conjuncts) && sort.length === 0 && (limit !== Infinity || allowScans)) return natural;
  const plan = planQuery(collection.indexes, conjuncts, sort, { wholeAllowed: limit !== Infinity, sortInMemory: false });
  if (plan !== undefined) return candidatesOfPlan(plan);
  const region = candidatesInRegion(collection, conjuncts);
  if (region !== undefined) return { ...region, isOrdered: sort.length === 0 };
  if (!allowScans) throw planRefusal(collection.name, conjuncts, sort);
  const sorted = planQuery(collection.indexes, conjuncts, sort, { wholeAllowed: false, sortInMemory: true });
  return sorted === undefined ? natural : candidatesOfPlan(sorted);
}

/** Documents through a plan, one by one; each is counted when it is looked at. */
function* fetched(collection: Collection, { ids, indexName }: Candidates, cost: ReadCost): Generator<Document> {
  cost.index = indexName;
  for (const id of ids) {
    const document = collection.documents.get(id);
    if (document === undefined) throw new Error(`index ${indexName} of ${collection.name} names a missing document`);
    cost.documentsExamined += 1;
    yield document;
  }
}

function* nearest(collection: Collection, clause: NearClause, { allowScans, cost }: Selection): Generator<Document> {
  for (const { document } of nearestDocuments(collection, clause, { allowScans, cost })) yield document;
}

/** The documents to test and whether they come in the order asked for; by distance where the query asks for nearness. */
function documentsToTest(collection: Collection, selection: Selection, { near }: CompiledQuery): { readonly documents: Iterable<Document>; readonly isOrdered: boolean } {
  if (near !== undefined) return { documents: nearest(collection, near, selection), isOrdered: selection.sort.length === 0 };
  const candidates = candidatesOf(collection, selection);
  return { documents: fetched(collection, candidates, selection.cost), isOrdered: candidates.isOrdered };
}

/** Matching documents in order; refuses a query that no declared index serves. */
export function selectDocuments(collection: Collection, selection: Selection): Document[] {
  const { conjuncts, sort, skip, limit, nowMs = Date.now() } = selection;
  const compiled = compileQuery(conjuncts.length === 1 ? (conjuncts[0] ?? {}) : { $and: [...conjuncts] }, { nowMs });
  const { documents, isOrdered } = documentsToTest(collection, selection, compiled);
  const wanted = isOrdered ? skip + limit : Infinity;
  const found: Document[] = [];
  if (wanted > 0) {
    for (const document of documents) {
      if (compiled.test(document)) found.push(document);
      if (found.length >= wanted) break;
    }
  }
  const ordered = isOrdered ? found : sortDocuments(found, sort);
  return ordered.slice(skip, limit === Infinity ? undefined : skip + limit);
}
