/**
 * Chooses the index that serves a query: the one that has to look at the fewest entries, by the places of its stretches
 * in the index; of two equal ones the one that binds more fields.
 */
import { boundVectors, estimateEntries, isPoints, seeksOf, type BoundVector } from './bounds';
import { readConstraints, type Constraints, type Query } from './constraints';
import type { Seek, SortedIndex } from './sorted-index';

export type SortSpec = readonly (readonly [field: string, direction: 1 | -1])[];

/** One index with the stretches of it to read. */
export interface Source {
  readonly index: SortedIndex;
  readonly seeks: readonly Seek[];
  readonly reverse: boolean;
  /** Position in the index key of each field of the sort; empty when documents are sorted after reading. */
  readonly sortPositions: readonly number[];
}

export interface Plan {
  readonly sources: readonly Source[];
  /** The sort that merging the sources keeps. */
  readonly sort: SortSpec;
  readonly sortAfterwards: boolean;
  /** About how many entries are read when all matches are taken. */
  readonly estimate: number;
  /** How many fields are bound, for two plans of one estimate. */
  readonly boundFields: number;
  readonly indexName: string;
}

export interface PlanRules {
  /** An empty query may walk an index from its start: a bounded read that examines what it returns. */
  readonly wholeAllowed: boolean;
  /** An order that no index gives may be made in memory. */
  readonly sortInMemory: boolean;
}

interface IndexOrder {
  readonly positions: readonly number[];
  readonly reverse: boolean;
}

/**
 * Where the index gives the sort: fields bound by points stand still in each stretch (merging orders the stretches), the
 * others must follow one another in one direction. An array field is sorted by its least or greatest element, which a
 * stretch does not show.
 */
function orderFrom(index: SortedIndex, vector: BoundVector, sort: SortSpec): IndexOrder | undefined {
  const bound = vector.findIndex((bounds) => !isPoints(bounds));
  let next = bound < 0 ? vector.length : bound;
  const fixed = next;
  const positions: number[] = [];
  let factor = 0;
  for (const [field, direction] of sort) {
    const position = index.fields.indexOf(field);
    if (position < 0 || index.isMultikey(position)) return undefined;
    positions.push(position);
    if (position < fixed) continue;
    if (position !== next) return undefined;
    next += 1;
    const wanted = (index.directions[position] ?? 1) * direction;
    if (factor !== 0 && wanted !== factor) return undefined;
    factor = wanted;
  }
  return { positions, reverse: factor === -1 };
}

function planWith(index: SortedIndex, vector: BoundVector, sort: SortSpec, rules: PlanRules): Plan | undefined {
  if (vector.length === 0 && !rules.wholeAllowed) return undefined;
  const ordered = orderFrom(index, vector, sort);
  // Documents named by id are few: the query lists them.
  const isNamed = index.name === '_id_' && vector[0] !== undefined && isPoints(vector[0]);
  if (ordered === undefined && !isNamed && !(rules.sortInMemory && vector.length > 0)) return undefined;
  const seeks = seeksOf(index, vector);
  return {
    sources: [{ index, seeks, reverse: ordered?.reverse ?? false, sortPositions: ordered?.positions ?? [] }],
    sort: ordered === undefined ? [] : sort,
    sortAfterwards: ordered === undefined,
    estimate: estimateEntries(index, seeks),
    boundFields: vector.length,
    indexName: index.name,
  };
}

const isBetter = (plan: Plan, than: Plan | undefined): boolean => {
  if (than === undefined) return true;
  if (plan.sortAfterwards !== than.sortAfterwards && plan.estimate > 0) return than.sortAfterwards;
  return plan.estimate < than.estimate || (plan.estimate === than.estimate && plan.boundFields > than.boundFields);
};

function bestSingle(indexes: readonly SortedIndex[], constraints: Constraints, sort: SortSpec, rules: PlanRules): Plan | undefined {
  let best: Plan | undefined;
  for (const index of indexes) {
    const first = index.fields[0] ?? '';
    if (!constraints.fields.has(first) && !(rules.wholeAllowed && sort.length > 0)) continue;
    // An index that lacks a field of the sort is not looked at (and not built) when the order must come from it.
    if (!rules.sortInMemory && index.name !== '_id_' && sort.some(([field]) => !index.fields.includes(field))) continue;
    for (const vector of boundVectors(index, constraints.fields)) {
      const plan = planWith(index, vector, sort, rules);
      if (plan !== undefined && isBetter(plan, best)) best = plan;
    }
  }
  return best;
}

const BRANCH_LIMIT = 100;
const DEPTH_LIMIT = 3;

/** Each branch of an `$or` read through its own index and merged. */
function planUnion(indexes: readonly SortedIndex[], conjuncts: readonly Query[], branches: readonly Query[], sort: SortSpec, sortInMemory: boolean, depth: number): Plan | undefined {
  if (branches.length === 0 || branches.length > BRANCH_LIMIT) return undefined;
  const outside = conjuncts.flatMap((query) => withoutOr(query, branches));
  const plans: Plan[] = [];
  for (const branch of branches) {
    const plan = planConjunction(indexes, [...outside, branch], sort, { wholeAllowed: false, sortInMemory }, depth + 1);
    if (plan === undefined) return undefined;
    plans.push(plan);
  }
  const sortAfterwards = plans.some((plan) => plan.sortAfterwards);
  return {
    sources: plans.flatMap((plan) => plan.sources),
    sort: sortAfterwards ? [] : sort,
    sortAfterwards,
    estimate: plans.reduce((sum, plan) => sum + plan.estimate, 0),
    boundFields: Math.min(...plans.map((plan) => plan.boundFields)),
    indexName: [...new Set(plans.flatMap((plan) => plan.indexName.split(' | ')))].join(' | '),
  };
}

/** The query without one of its `$or`s, which may stand inside an `$and`. */
function withoutOr(query: Query, branches: readonly Query[]): Query[] {
  const rest = Object.fromEntries(Object.entries(query).filter(([key, value]) => key !== '$and' && !(key === '$or' && value === branches)));
  const parts = Array.isArray(query.$and) ? (query.$and as Query[]).flatMap((part) => withoutOr(part, branches)) : [];
  return Object.keys(rest).length === 0 && parts.length > 0 ? parts : [rest, ...parts];
}

function planConjunction(indexes: readonly SortedIndex[], conjuncts: readonly Query[], sort: SortSpec, rules: PlanRules, depth: number): Plan | undefined {
  const constraints = readConstraints(conjuncts);
  let best = bestSingle(indexes, constraints, sort, { ...rules, wholeAllowed: rules.wholeAllowed && constraints.shape.size === 0 });
  if (depth >= DEPTH_LIMIT) return best;
  for (const branches of constraints.alternatives) {
    const union = planUnion(indexes, conjuncts, branches, sort, rules.sortInMemory, depth);
    if (union !== undefined && (best === undefined || (best.sortAfterwards && !union.sortAfterwards) || (best.sortAfterwards === union.sortAfterwards && union.estimate < best.estimate))) best = union;
  }
  return best;
}

/** The plan for a conjunction of queries, or undefined when no index serves it. */
export const planQuery = (indexes: readonly SortedIndex[], conjuncts: readonly Query[], sort: SortSpec, rules: PlanRules): Plan | undefined =>
  planConjunction(indexes, conjuncts, sort, rules, 0);
