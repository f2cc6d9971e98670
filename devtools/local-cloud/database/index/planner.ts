/** Chooses the index that serves a query: equality prefix first, then a range, then the order asked for. */
import { readConstraints, type Constraints, type FieldConstraint, type Query } from './constraints';
import type { Range, Seek, SortedIndex } from './sorted-index';

export type SortSpec = readonly (readonly [field: string, direction: 1 | -1])[];

/** One index with the stretches of it to read. */
export interface Source {
  readonly index: SortedIndex;
  readonly seeks: readonly Seek[];
  readonly reverse: boolean;
  /** Position in the index key of each field of the sort. */
  readonly sortPositions: readonly number[];
}

export interface Plan {
  readonly sources: readonly Source[];
  /** The sort that merging the sources has to keep; fields fixed by equality are left out. */
  readonly sort: SortSpec;
  /** Few documents named by id: they are sorted after reading. */
  readonly sortAfterwards: boolean;
  readonly score: number;
  readonly indexName: string;
}

// More stretches than this are not worth seeking one by one; the last field is then left to the residual test.
const SEEK_LIMIT = 400;

function combinations(points: readonly (readonly unknown[])[]): unknown[][] {
  return points.reduce<unknown[][]>((rows, values) => rows.flatMap((row) => values.map((value) => [...row, value])), [[]]);
}

/** How many leading fields of the index are bound by equality, and their values. */
function equalityPrefix(index: SortedIndex, fields: ReadonlyMap<string, FieldConstraint>): (readonly unknown[])[] {
  const prefix: (readonly unknown[])[] = [];
  let seeks = 1;
  for (const field of index.fields) {
    const points = fields.get(field)?.points;
    if (points === undefined || seeks * points.length > SEEK_LIMIT) break;
    seeks *= points.length;
    prefix.push(points);
  }
  return prefix;
}

/** Positions and direction with which the index gives the sort after its equality prefix; undefined when it does not. */
function sortFromIndex(index: SortedIndex, start: number, sort: SortSpec): { positions: number[]; reverse: boolean } | undefined {
  const positions: number[] = [];
  let factor = 0;
  for (const [i, [field, direction]] of sort.entries()) {
    const position = start + i;
    const own = index.directions[position];
    if (index.fields[position] !== field || own === undefined || index.isMultikey(position)) return undefined;
    const wanted = own * direction;
    if (factor !== 0 && wanted !== factor) return undefined;
    factor = wanted;
    positions.push(position);
  }
  return { positions, reverse: factor === -1 };
}

/** On a multikey field the two bounds may be met by different elements, so only one of them narrows. */
const usableRange = (range: Range | undefined, multikey: boolean): Range | undefined =>
  multikey && range?.low !== undefined && range.high !== undefined ? { low: range.low } : range;

const openSort = (sort: SortSpec, fields: ReadonlyMap<string, FieldConstraint>): SortSpec =>
  sort.filter(([field]) => fields.get(field)?.points?.length !== 1);

function planWithIndex(index: SortedIndex, constraints: Constraints, sort: SortSpec, wholeAllowed: boolean): Plan | undefined {
  const prefix = equalityPrefix(index, constraints.fields);
  const nextField = index.fields[prefix.length];
  const nextConstraint = nextField === undefined ? undefined : constraints.fields.get(nextField);
  const range = usableRange(nextConstraint?.range, index.isMultikey(prefix.length));
  if (prefix.length === 0 && range === undefined && !wholeAllowed) return undefined;
  const remaining = openSort(sort, constraints.fields);
  const ordered = sortFromIndex(index, prefix.length, remaining);
  const namedById = index.name === '_id_' && prefix.length === 1;
  if (ordered === undefined && !namedById) return undefined;
  const seeks = combinations(prefix).map((values) => ({ prefix: values, range }));
  const exactId = namedById ? 1000 : 0;
  return {
    sources: [{ index, seeks, reverse: ordered?.reverse ?? false, sortPositions: ordered?.positions ?? [] }],
    sort: ordered === undefined ? [] : remaining,
    sortAfterwards: ordered === undefined,
    score: exactId + prefix.length * 10 + (range === undefined ? 0 : 5) + remaining.length - index.fields.length / 100,
    indexName: index.name,
  };
}

function bestSingle(indexes: readonly SortedIndex[], constraints: Constraints, sort: SortSpec, wholeAllowed: boolean): Plan | undefined {
  let best: Plan | undefined;
  for (const index of indexes) {
    const plan = planWithIndex(index, constraints, sort, wholeAllowed);
    if (plan !== undefined && plan.score > (best?.score ?? -Infinity)) best = plan;
  }
  return best;
}

/** Each branch of an `$or` read through its own index and merged. */
function planUnion(indexes: readonly SortedIndex[], conjuncts: readonly Query[], constraints: Constraints, sort: SortSpec): Plan | undefined {
  const branches = constraints.alternatives[0];
  if (branches === undefined || branches.length === 0 || branches.length > 20) return undefined;
  const outside = conjuncts.map((query) => Object.fromEntries(Object.entries(query).filter(([key, value]) => !(key === '$or' && value === branches))));
  // Sort fields fixed by the branches alone differ from branch to branch, so every branch must give the whole open sort.
  const open = openSort(sort, constraints.fields);
  const plans = branches.map((branch) => {
    const own = readConstraints([...outside, branch]);
    const fixed = new Set(open.map(([field]) => field).filter((field) => own.fields.get(field)?.points?.length === 1));
    return fixed.size === 0 ? bestSingle(indexes, own, open, false) : planFixedBranch(indexes, own, open, fixed);
  });
  if (plans.some((plan) => plan === undefined || plan.sortAfterwards)) return undefined;
  const found = plans as Plan[];
  return {
    sources: found.flatMap((plan) => plan.sources),
    sort: open,
    sortAfterwards: false,
    score: Math.min(...found.map((plan) => plan.score)),
    indexName: [...new Set(found.map((plan) => plan.indexName))].join(' | '),
  };
}

/** A branch that fixes leading sort fields (`at = t, _id < x`): those fields still have to be read from the key to merge. */
function planFixedBranch(indexes: readonly SortedIndex[], own: Constraints, open: SortSpec, fixed: ReadonlySet<string>): Plan | undefined {
  const plan = bestSingle(indexes, own, open.filter(([field]) => !fixed.has(field)), false);
  const source = plan?.sources[0];
  if (plan === undefined || source === undefined || plan.sortAfterwards) return undefined;
  const sortPositions = open.map(([field]) => source.index.fields.indexOf(field));
  if (sortPositions.includes(-1)) return undefined;
  return { ...plan, sources: [{ ...source, sortPositions }] };
}

/**
 * The plan for a conjunction of queries, or undefined when no index serves it. `wholeAllowed` lets an empty query walk an
 * index from its start (a bounded read that examines what it returns).
 */
export function planQuery(indexes: readonly SortedIndex[], conjuncts: readonly Query[], sort: SortSpec, wholeAllowed: boolean): Plan | undefined {
  const constraints = readConstraints(conjuncts);
  const single = bestSingle(indexes, constraints, sort, wholeAllowed && constraints.shape.size === 0);
  const union = constraints.alternatives.length === 0 ? undefined : planUnion(indexes, conjuncts, constraints, sort);
  if (union === undefined) return single;
  return single === undefined || union.score > single.score ? union : single;
}
