/** `$sort` of $push: by the whole element or by fields of it. Texts: mongo/db/update/push_node.cpp and pattern_cmp.cpp. */
import { writeRefused } from '../../kernel/cloud-error';
import { isPlainObject } from '../../kernel/values';
import { compareValues } from '../compare';
import { childOf } from './update-paths';

export type Sorter = (a: unknown, b: unknown) => number;

const isDirection = (value: unknown): value is 1 | -1 => value === 1 || value === -1;

/** The value at a path; elements that are no objects and absent fields count as null. */
function keyOf(element: unknown, parts: readonly string[]): unknown {
  const found = isPlainObject(element) ? parts.reduce<unknown>(childOf, element) : undefined;
  return found ?? null;
}

function byFields(pattern: Record<string, unknown>): Sorter {
  const keys = Object.entries(pattern).map(([path, direction]) => {
    if (!isDirection(direction)) throw writeRefused('The $sort element value must be either 1 or -1');
    if (path === '') throw writeRefused('The sort field cannot be empty');
    const parts = path.split('.');
    if (parts.includes('')) throw writeRefused(`The sort field is a dotted field but has an empty part: ${path}`);
    return { parts, direction };
  });
  if (keys.length === 0) throw writeRefused('The $sort pattern is empty when it should be a set of fields.');
  return (a, b) => {
    for (const { parts, direction } of keys) {
      const order = compareValues(keyOf(a, parts), keyOf(b, parts)) * direction;
      if (order !== 0) return order;
    }
    return 0;
  };
}

export function sorterOf(sort: unknown): Sorter {
  if (isPlainObject(sort)) return byFields(sort);
  if (typeof sort !== 'number') {
    throw writeRefused('The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields');
  }
  if (!isDirection(sort)) throw writeRefused('The $sort element value must be either 1 or -1');
  return (a, b) => compareValues(a, b) * sort;
}
