/** $cmp, $eq, $ne, $gt, $gte, $lt, $lte: every two values compare, first by type; a missing value is smaller than null. */
import { compareValues } from '../compare';
import { fixed } from './arity';
import type { Operator, OperatorTable } from './compiled';

/** Negative, zero or positive. Unlike in a sort, missing comes before null here. */
export function compareInExpression(a: unknown, b: unknown): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  return compareValues(a, b);
}

const comparing = (verdict: (order: number) => unknown): Operator => fixed(2, ([a, b]) => verdict(compareInExpression(a, b)));

export const comparisons: OperatorTable = {
  $cmp: comparing(Math.sign),
  $eq: comparing((order) => order === 0),
  $ne: comparing((order) => order !== 0),
  $gt: comparing((order) => order > 0),
  $gte: comparing((order) => order >= 0),
  $lt: comparing((order) => order < 0),
  $lte: comparing((order) => order <= 0),
};
