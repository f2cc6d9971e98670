/** The keys of a $sort, with MongoDB's refusals. */
import { isPlainObject } from '../../kernel/values';
import type { SortSpec } from '../index/planner';
import { assertFieldPath } from '../expressions/field-paths';
import { failure } from '../expressions/failure';

const KEY_LIMIT = 32;

function directionOf(value: unknown): 1 | -1 {
  if (isPlainObject(value)) {
    if (Object.keys(value)[0] !== '$meta') throw failure('$meta is the only expression supported by $sort right now');
    if (Object.keys(value).length > 1) throw failure('Cannot have additional keys in a $meta sort specification');
    throw failure('query requires text score metadata, but it is not available');
  }
  if (typeof value !== 'number') throw failure("$sort key ordering must be specified using a number or {$meta: 'textScore'}");
  const whole = Math.trunc(value);
  if (whole !== 1 && whole !== -1) throw failure('$sort key ordering must be 1 (for ascending) or -1 (for descending)');
  return whole;
}

/** Reads `{field: 1 | -1, …}`. */
export function parseSortPattern(operand: unknown): SortSpec {
  if (!isPlainObject(operand)) throw failure('the $sort key specification must be an object');
  const entries = Object.entries(operand);
  if (entries.length === 0) throw failure('$sort stage must have at least one sort key');
  if (entries.length > KEY_LIMIT) throw failure('too many compound keys');
  return entries.map(([path, direction]) => {
    assertFieldPath(path);
    return [path, directionOf(direction)] as const;
  });
}
