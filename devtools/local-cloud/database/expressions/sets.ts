/** Operators that read arrays as sets. Their results are in the order of values, without doubles, as MongoDB's sets are. */
import { associative, fixed, unary, variadic } from './arity';
import { spend } from './budget';
import { compareInExpression } from './comparisons';
import type { OperatorTable } from './compiled';
import { failure, isNullish, isTruthy, typeName } from './failure';

const sorted = (items: readonly unknown[]): unknown[] => {
  const inOrder = [...items].sort(compareInExpression);
  return inOrder.filter((item, i) => i === 0 || compareInExpression(item, inOrder[i - 1]) !== 0);
};

/** Whether a sorted set holds the value, by halving. */
function holds(set: readonly unknown[], value: unknown): boolean {
  let low = 0;
  let high = set.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = compareInExpression(set[middle], value);
    if (order === 0) return true;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

function bothArrays(values: readonly unknown[], name: string): readonly [unknown[], unknown[]] {
  const [first, second] = values;
  if (!Array.isArray(first)) throw failure(`both operands of ${name} must be arrays. First argument is of type: ${typeName(first)}`);
  if (!Array.isArray(second)) throw failure(`both operands of ${name} must be arrays. Second argument is of type: ${typeName(second)}`);
  return [first, second];
}

/** Whether each item is the first of those equal to it. */
function firstOfEquals(items: readonly unknown[]): readonly boolean[] {
  const order = items.map((_, i) => i).sort((i, j) => compareInExpression(items[i], items[j]) || i - j);
  const isFirst = items.map(() => false);
  order.forEach((i, rank) => {
    isFirst[i] = rank === 0 || compareInExpression(items[i], items[order[rank - 1] ?? i]) !== 0;
  });
  return isFirst;
}

/** What is left keeps its order. */
function difference(values: readonly unknown[], name: string): unknown {
  if (values.some(isNullish)) return null;
  const [from, without] = bothArrays(values, name);
  const taken = sorted(without);
  const isFirst = firstOfEquals(from);
  return from.filter((item, i) => isFirst[i] && !holds(taken, item));
}

function union(values: readonly unknown[]): unknown {
  const all: unknown[] = [];
  for (const value of values) {
    if (isNullish(value)) return null;
    if (!Array.isArray(value)) throw failure(`All operands of $setUnion must be arrays. One argument is of type: ${typeName(value)}`);
    spend(value.length);
    for (const item of value as unknown[]) all.push(item);
  }
  return sorted(all);
}

function intersection(values: readonly unknown[]): unknown {
  let common: unknown[] | undefined;
  for (const value of values) {
    if (isNullish(value)) return null;
    if (!Array.isArray(value)) throw failure(`All operands of $setIntersection must be arrays. One argument is of type: ${typeName(value)}`);
    const next = sorted(value);
    common = common === undefined ? next : common.filter((item) => holds(next, item));
    if (common.length === 0) break;
  }
  return common ?? [];
}

function equalSets(values: readonly unknown[]): boolean {
  let first: unknown[] | undefined;
  for (const value of values) {
    if (!Array.isArray(value)) throw failure(`All operands of $setEquals must be arrays. One argument is of type: ${typeName(value)}`);
    const next = sorted(value);
    first ??= next;
    if (compareInExpression(first, next) !== 0) return false;
  }
  return true;
}

const isSubset = (values: readonly unknown[], name: string): boolean => {
  const [part, whole] = bothArrays(values, name);
  const set = sorted(whole);
  return part.every((item) => holds(set, item));
};

const ofElements = (verdict: (items: readonly unknown[]) => boolean) =>
  unary((items, name) => {
    if (!Array.isArray(items)) throw failure(`${name}'s argument must be an array, but is ${typeName(items)}`);
    return verdict(items);
  });

export const sets: OperatorTable = {
  $allElementsTrue: ofElements((items) => items.every(isTruthy)),
  $anyElementTrue: ofElements((items) => items.some(isTruthy)),
  $setDifference: fixed(2, difference),
  $setEquals: (operand, compiler, name) => {
    const count = Array.isArray(operand) ? operand.length : 1;
    if (count < 2) throw failure(`$setEquals needs at least two arguments had: ${count}`);
    return variadic(equalSets)(operand, compiler, name);
  },
  $setIntersection: associative(true, intersection),
  $setIsSubset: fixed(2, isSubset),
  $setUnion: associative(true, union),
};
