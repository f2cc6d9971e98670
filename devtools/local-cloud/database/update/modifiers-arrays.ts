/** Operators on lists: $push, $addToSet, $pop, $pull, $pullAll. Texts: mongo/db/update/{push,addtoset,pop,pull,pullall}_node.cpp. */
import { writeRefused } from '../../kernel/cloud-error';
import { isPlainObject } from '../../kernel/values';
import { valuesEqual } from '../compare';
import { showId, UNCHANGED, wholeNumberOf, type Modifier, type ModifierMaker, type Place } from './modifier';
import { pullTest } from './pull-test';
import { sorterOf, type Sorter } from './push-sort';
import { isIntegral, showValue, typeName } from './show-element';

interface Push {
  readonly items: readonly unknown[];
  readonly position?: number;
  readonly slice?: number;
  readonly sort?: Sorter;
}

const CLAUSES = new Set(['$each', '$slice', '$sort', '$position']);

/** The operand of $push: a value, or an object with `$each` somewhere among its clauses. */
function readPush(operand: unknown): Push {
  if (!isPlainObject(operand) || !Object.hasOwn(operand, '$each')) return { items: [operand] };
  for (const name of Object.keys(operand)) if (!CLAUSES.has(name)) throw writeRefused(`Unrecognized clause in $push: ${name}`);
  const { $each: items, $slice: slice, $sort: sort, $position: position } = operand;
  if (!Array.isArray(items)) throw writeRefused(`The argument to $each in $push must be an array but it was of type: ${typeName(items)}`);
  if (slice !== undefined && !isIntegral(slice)) throw writeRefused(`The value for $slice must be an integer value but was given type: ${typeName(slice)}`);
  const sorter = sort === undefined ? undefined : sorterOf(sort);
  if (position !== undefined && !isIntegral(position)) throw writeRefused(`The value for $position must be an integer value, not of type: ${typeName(position)}`);
  return {
    items: items as unknown[],
    ...(isIntegral(position) && { position }),
    ...(isIntegral(slice) && { slice }),
    ...(sorter !== undefined && { sort: sorter }),
  };
}

/** Where the first new element goes: a negative position counts from the end, beyond either end is that end. */
function insertionIndex(length: number, position: number | undefined): number {
  if (position === undefined || position > length) return length;
  return position >= 0 ? position : Math.max(0, length + position);
}

function pushed(list: readonly unknown[], { items, position, slice, sort }: Push): unknown[] | typeof UNCHANGED {
  const next = [...list];
  next.splice(insertionIndex(list.length, position), 0, ...items);
  const sorted = sort === undefined ? next : next.sort(sort);
  const isCut = slice !== undefined && sorted.length > Math.abs(slice);
  if (items.length === 0 && sort === undefined && !isCut) return UNCHANGED;
  if (!isCut) return sorted;
  return slice >= 0 ? sorted.slice(0, slice) : sorted.slice(slice);
}

export const push: ModifierMaker = (_path, operand) => {
  const request = readPush(operand);
  return {
    change: (current, { document, path }) => {
      if (!Array.isArray(current)) throw writeRefused(`The field '${path}' must be an array but is of type ${typeName(current)} in document {${showId(document)}}`);
      return pushed(current as unknown[], request);
    },
    create: () => {
      const list = pushed([], request);
      return list === UNCHANGED ? [] : list;
    },
  };
};

/** The operand of $addToSet: a value, or `{$each: […]}` with nothing after it. */
function readAdded(operand: unknown): readonly unknown[] {
  if (!isPlainObject(operand) || Object.keys(operand)[0] !== '$each') return [operand];
  const { $each: items } = operand;
  if (!Array.isArray(items)) throw writeRefused(`The argument to $each in $addToSet must be an array but it was of type ${typeName(items)}`);
  if (Object.keys(operand).length > 1) throw writeRefused(`Found unexpected fields after $each in $addToSet: ${showValue(operand)}`);
  return items as unknown[];
}

const includes = (list: readonly unknown[], value: unknown): boolean => list.some((known) => valuesEqual(known, value));

const withMissing = (list: readonly unknown[], added: readonly unknown[]): unknown[] =>
  added.reduce<unknown[]>((all, value) => (includes(all, value) ? all : [...all, value]), [...list]);

export const addToSet: ModifierMaker = (_path, operand) => {
  const added = readAdded(operand);
  return {
    change: (current, { name }) => {
      if (!Array.isArray(current)) throw writeRefused(`Cannot apply $addToSet to non-array field. Field named '${name}' has non-array type ${typeName(current)}`);
      const next = withMissing(current as unknown[], added);
      return next.length === current.length ? UNCHANGED : next;
    },
    create: () => withMissing([], added),
  };
};

export const pop: ModifierMaker = (path, operand) => {
  const side = wholeNumberOf(path, operand);
  if (side !== 1 && side !== -1) throw writeRefused(`$pop expects 1 or -1, found: ${showValue(side)}`);
  return {
    change: (current, place) => {
      if (!Array.isArray(current)) throw writeRefused(`Path '${place.path}' contains an element of non-array type '${typeName(current)}'`);
      if (current.length === 0) return UNCHANGED;
      return side === 1 ? current.slice(0, -1) : current.slice(1);
    },
  };
};

/** Takes out the elements the test names. MongoDB's refusal says $pull for $pullAll too. */
const culling = (isTaken: (element: unknown) => boolean): Modifier => ({
  change: (current: unknown, _place: Place) => {
    if (!Array.isArray(current)) throw writeRefused('Cannot apply $pull to a non-array value');
    const kept = (current as unknown[]).filter((element) => !isTaken(element));
    return kept.length === current.length ? UNCHANGED : kept;
  },
});

export const pull: ModifierMaker = (_path, operand) => culling(pullTest(operand));

export const pullAll: ModifierMaker = (_path, operand) => {
  if (!Array.isArray(operand)) throw writeRefused(`$pullAll requires an array argument but was given a ${typeName(operand)}`);
  return culling((element) => includes(operand as unknown[], element));
};
