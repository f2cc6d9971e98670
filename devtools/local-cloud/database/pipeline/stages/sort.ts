/** $sort, and $sortByCount which is a $group and a $sort. */
import { isPlainObject } from '../../../kernel/values';
import { failure } from '../../expressions/failure';
import { parseSortPattern, sortByPattern } from '../sort-pattern';
import type { Stage, StageCompiler } from '../stage';
import { compileGroup } from './group';

function sortStage(operand: unknown): Stage {
  const pattern = parseSortPattern(operand);
  return { name: '$sort', leading: { kind: 'sort', pattern }, run: (documents) => sortByPattern(documents, pattern) };
}

export const compileSort: StageCompiler = (operand) => [sortStage(operand)];

function assertCountable(operand: unknown): void {
  if (isPlainObject(operand)) {
    if (Object.keys(operand)[0]?.startsWith('$')) return;
    throw failure('the sortByCount field must be defined as an expression inside an object');
  }
  if (typeof operand === 'string' && operand.startsWith('$')) return;
  throw failure('the sortByCount field must be defined as a $-prefixed path or an expression inside an object');
}

export const compileSortByCount: StageCompiler = (operand, context) => {
  assertCountable(operand);
  return [...compileGroup({ _id: operand, count: { $sum: 1 } }, context), sortStage({ count: -1 })];
};
