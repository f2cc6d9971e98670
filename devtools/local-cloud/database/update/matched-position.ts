/**
 * Which element of a list `$` names: the first that satisfies a condition of the query which looks into a list. With several
 * such conditions the one MongoDB evaluates last decides: it sorts the parts of a conjunction by operator, then by path, and
 * every match overwrites the position (mongo/db/matcher/match_details.h, expression.h; 4.0). Alternatives ($or), negations and
 * conditions on a list as a whole ($size) tell no position.
 */
import { isPlainObject, type Document } from '../../kernel/values';
import type { Query } from '../index/constraints';
import { compileTest } from '../query/compile-query';
import { childOf } from './update-paths';

/** Operators that tell a position, in the order MongoDB evaluates them. */
const EVALUATION_ORDER = [
  ...['$elemMatch', '$size', '$eq', '$lte', '$lt', '$gt', '$gte', '$regex', '$mod', '$exists', '$in'],
  ...['$bitsAllSet', '$bitsAllClear', '$bitsAnySet', '$bitsAnyClear', '$type'],
];

interface Leaf {
  readonly path: string;
  readonly operator: string;
  readonly operand: unknown;
}

function leavesOf(path: string, condition: unknown): Leaf[] {
  const isCondition = isPlainObject(condition) && Object.keys(condition).some((key) => key.startsWith('$'));
  if (condition instanceof RegExp) return [{ path, operator: '$regex', operand: condition }];
  if (!isCondition) return [{ path, operator: '$eq', operand: condition }];
  return Object.entries(condition).flatMap(([operator, operand]): Leaf[] => {
    if (operator === '$options') return [];
    if (operator === '$regex' && '$options' in condition) return [{ path, operator, operand: { $regex: operand, $options: condition.$options } }];
    // MongoDB reads a choice of one as an equality.
    if (operator === '$in' && Array.isArray(operand) && operand.length === 1 && !(operand[0] instanceof RegExp)) return [{ path, operator: '$eq', operand: operand[0] as unknown }];
    if (operator !== '$all' || !Array.isArray(operand)) return [{ path, operator, operand }];
    return (operand as unknown[]).flatMap((value) => leavesOf(path, value));
  });
}

/** The conditions that must all hold, in the order MongoDB evaluates them. */
function conjunctsOf(query: Query): Leaf[] {
  const leaves = Object.entries(query).flatMap(([key, condition]): Leaf[] => {
    if (key === '$and') return Array.isArray(condition) ? (condition as Query[]).flatMap(conjunctsOf) : [];
    return key.startsWith('$') ? [] : leavesOf(key, condition);
  });
  const rank = (leaf: Leaf): number => EVALUATION_ORDER.indexOf(leaf.operator);
  return leaves.filter((leaf) => rank(leaf) >= 0).sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** The condition of a leaf as it stands in a query. */
function conditionOf({ operator, operand }: Leaf): unknown {
  if (operator !== '$regex') return { [operator]: operand };
  return operand instanceof RegExp || isPlainObject(operand) ? operand : { $regex: operand };
}

/** The first list on the way of a path, and the rest of the path behind it. */
function listOnTheWay(document: Document, path: string): { list: readonly unknown[]; rest: readonly string[] } | undefined {
  const parts = path.split('.');
  let value: unknown = document;
  for (const [i, part] of parts.entries()) {
    value = childOf(value, part);
    if (Array.isArray(value)) return { list: value as unknown[], rest: parts.slice(i + 1) };
  }
  return undefined;
}

function positionOf(document: Document, leaf: Leaf): number | undefined {
  const found = listOnTheWay(document, leaf.path);
  if (found === undefined) return undefined;
  const { list, rest } = found;
  const [first = '', ...others] = rest;
  // A path such as `list.2.name` names its element itself.
  if (/^\d+$/.test(first) && Number(first) < list.length) {
    const test = compileTest({ [['element', ...others].join('.')]: conditionOf(leaf) });
    if (test({ element: list[Number(first)] })) return Number(first);
  }
  if (rest.length === 0 && leaf.operator === '$size') return undefined;
  const isOnList = rest.length === 0 && leaf.operator === '$elemMatch';
  const test = compileTest({ [['element', ...rest].join('.')]: conditionOf(leaf) });
  const matches = (element: unknown): boolean => {
    if (isOnList) return test({ element: [element] });
    return rest.length === 0 ? test({ element }) : isPlainObject(element) && test({ element });
  };
  const position = list.findIndex(matches);
  return position < 0 ? undefined : position;
}

/** The position for `$`, undefined when the query tells none. The document must match the query. */
export function matchedPosition(document: Document, query: Query): number | undefined {
  return conjunctsOf(query)
    .map((leaf) => positionOf(document, leaf))
    .reduce<number | undefined>((known, next) => next ?? known, undefined);
}
