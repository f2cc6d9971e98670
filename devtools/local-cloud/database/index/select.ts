/** Finds the documents of a query through an index and counts what it had to look at. */
import type { Document, DocumentId } from '../../kernel/values';
import type { Collection } from '../collection';
import { compileTest } from '../query/query-test';
import { readConstraints, type Query } from './constraints';
import { capOfOperand } from './geo-index';
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

/** Matching documents in order; refuses a query that no declared index serves. */
export function selectDocuments(collection: Collection, selection: Selection): Document[] {
  const { conjuncts, sort, skip, limit, cost } = selection;
  const test = compileTest(conjuncts.length === 1 ? (conjuncts[0] ?? {}) : { $and: [...conjuncts] });
  const { ids, isOrdered, indexName } = candidatesOf(collection, selection);
  cost.index = indexName;
  const wanted = isOrdered ? skip + limit : Infinity;
  const found: Document[] = [];
  if (wanted > 0) {
    for (const id of ids) {
      const document = collection.documents.get(id);
      if (document === undefined) throw new Error(`index ${indexName} of ${collection.name} names a missing document`);
      cost.documentsExamined += 1;
      if (test(document)) found.push(document);
      if (found.length >= wanted) break;
    }
  }
  const ordered = isOrdered ? found : sortDocuments(found, sort);
  return ordered.slice(skip, limit === Infinity ? undefined : skip + limit);
}
