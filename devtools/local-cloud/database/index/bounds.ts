/** Which stretches of one index a query's constraints allow. Several choices exist where a field is an array. */
import { together, type Constraints, type ElementMatch, type Predicate } from './constraints';
import { isPoint, type Interval } from './intervals';
import type { Seek, SortedIndex } from './sorted-index';

/** What binds one field of the index. */
export interface FieldBounds {
  readonly intervals: readonly Interval[];
  readonly element?: ElementMatch;
}

/** One choice: bounds of the leading fields; only the last one may be more than points. */
export type BoundVector = readonly FieldBounds[];

// More stretches than this are not worth seeking one by one; later fields are then left to the residual test.
const SEEK_LIMIT = 2000;
const VECTOR_LIMIT = 64;

export const isPoints = ({ intervals }: FieldBounds): boolean => intervals.every(isPoint);

const isWithin = (path: string, element: ElementMatch): boolean => element.path === path || element.path.startsWith(`${path}.`);

/**
 * On an array field two conditions may be met by different elements, so each is a choice of its own. Those of one
 * `$elemMatch` hold for one value, unless there is a further array inside the element.
 */
function groupsOf(index: SortedIndex, position: number, predicates: readonly Predicate[]): FieldBounds[] {
  const byElement = new Map<ElementMatch, Predicate[]>();
  const alone: FieldBounds[] = [];
  for (const predicate of predicates) {
    const { element } = predicate;
    if (element === undefined || !index.arraysOn(position).every((path) => isWithin(path, element))) alone.push(predicate);
    else byElement.set(element, [...(byElement.get(element) ?? []), predicate]);
  }
  return [...alone, ...[...byElement].map(([element, group]) => ({ intervals: together(group), element }))];
}

/** Two fields inside one array are bound together only by one `$elemMatch` on that array. */
function isCompatible(index: SortedIndex, chosen: BoundVector, position: number, element: ElementMatch | undefined): boolean {
  return chosen.every((earlier, i) => {
    const shared = index.arraysOn(i).filter((path) => index.arraysOn(position).includes(path));
    if (shared.length === 0) return true;
    return element !== undefined && earlier.element === element && shared.every((path) => isWithin(path, element));
  });
}

function choicesAt(index: SortedIndex, chosen: BoundVector, predicates: readonly Predicate[]): readonly FieldBounds[] {
  const position = chosen.length;
  if (predicates.length === 0) return [];
  if (!index.isMultikey(position)) return [{ intervals: together(predicates) }];
  return groupsOf(index, position, predicates).filter(({ element }) => isCompatible(index, chosen, position, element));
}

const seekCount = (vector: BoundVector): number => vector.reduce((product, { intervals }) => product * intervals.length, 1);

function* extend(index: SortedIndex, fields: Constraints['fields'], chosen: BoundVector): Generator<BoundVector> {
  const last = chosen.at(-1);
  const field = index.fields[chosen.length];
  const isOpen = field !== undefined && (last === undefined || isPoints(last));
  const room = chosen.length === 0 ? Infinity : SEEK_LIMIT / seekCount(chosen);
  const choices = isOpen ? choicesAt(index, chosen, fields.get(field) ?? []).filter(({ intervals }) => intervals.length <= room) : [];
  if (choices.length === 0) yield chosen;
  for (const choice of choices) yield* extend(index, fields, [...chosen, choice]);
}

/** All choices for an index; a single empty one when its first field is not constrained. */
export function boundVectors(index: SortedIndex, fields: Constraints['fields']): readonly BoundVector[] {
  const vectors: BoundVector[] = [];
  for (const vector of extend(index, fields, [])) {
    vectors.push(vector);
    if (vectors.length >= VECTOR_LIMIT) break;
  }
  return vectors;
}

/** The stretches of a choice, in the order of the index. */
export function seeksOf(index: SortedIndex, vector: BoundVector): readonly Seek[] {
  const ordered = vector.map(({ intervals }, i) => (index.directions[i] === -1 ? [...intervals].reverse() : intervals));
  const last = vector.at(-1);
  const hasRange = last !== undefined && !isPoints(last);
  const points = hasRange ? ordered.slice(0, -1) : ordered;
  const prefixes = points.reduce<readonly (readonly unknown[])[]>(
    (rows, intervals) => rows.flatMap((row) => intervals.map((interval) => [...row, isPoint(interval) ? interval.point : undefined])),
    [[]],
  );
  if (!hasRange) return prefixes.map((prefix) => ({ prefix }));
  return prefixes.flatMap((prefix) => (ordered.at(-1) ?? []).map((interval) => ({ prefix, interval })));
}

const SAMPLE = 32;

/** About how many entries the stretches hold; of many stretches a sample is counted. */
export function estimateEntries(index: SortedIndex, seeks: readonly Seek[]): number {
  const step = Math.max(1, Math.floor(seeks.length / SAMPLE));
  let counted = 0;
  let sum = 0;
  for (let i = 0; i < seeks.length; i += step) {
    const seek = seeks[i];
    if (seek === undefined) continue;
    counted += 1;
    sum += index.estimate(seek);
  }
  return counted === 0 ? 0 : (sum / counted) * seeks.length;
}
