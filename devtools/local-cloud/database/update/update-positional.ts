/** The positional parts of an update path: `list.$.done` (the element the query matched) and `list.$[].done` (all). */
import { requestFailed } from '../../kernel/cloud-error';
import { isPlainObject, type Document } from '../../kernel/values';
import type { Query } from '../index/constraints';
import { compileTest } from '../query/query-test';
import { readPath } from './update-paths';

/** Conditions of the query on the array or on fields of its elements, as one query on a document that holds one element. */
function elementQuery(query: Query, array: string): Query {
  const found: Query = {};
  const visit = (part: Query): void => {
    for (const [key, condition] of Object.entries(part)) {
      if (key === '$and') (condition as Query[]).forEach(visit);
      else if (key === array || key.startsWith(`${array}.`)) found[`element${key.slice(array.length)}`] = condition;
    }
  };
  visit(query);
  return found;
}

function matchedPosition(document: Document, array: string, query: Query): number {
  const items = readPath(document, array);
  const condition = elementQuery(query, array);
  if (!Array.isArray(items) || Object.keys(condition).length === 0) {
    throw requestFailed('[FailedOperation] The positional operator did not find the match needed from the query.');
  }
  const test = compileTest(condition);
  // $elemMatch looks at an array, other conditions at the element: a list of one satisfies both.
  const position = items.findIndex((item: unknown) => test({ element: [item] }) || (isPlainObject(item) && test({ element: item })));
  if (position < 0) throw requestFailed('[FailedOperation] The positional operator did not find the match needed from the query.');
  return position;
}

/** The concrete paths a path stands for in this document. */
export function resolvePositional(document: Document, path: string, query: Query): string[] {
  if (!path.includes('$')) return [path];
  if (/\$\[[^\]]+\]/.test(path)) throw requestFailed(`[FailedOperation] No array filter found for identifier in path '${path}'`);
  const all = path.indexOf('.$[]');
  if (all >= 0) {
    const items = readPath(document, path.slice(0, all));
    if (!Array.isArray(items)) throw requestFailed(`[FailedOperation] The path '${path.slice(0, all)}' must exist in the document in order to apply array updates.`);
    return items.flatMap((_, i) => resolvePositional(document, `${path.slice(0, all)}.${i}${path.slice(all + 4)}`, query));
  }
  const at = path.indexOf('.$');
  if (at < 0) throw requestFailed(`[FailedOperation] The dollar ($) prefixed field '${path}' is not valid for storage.`);
  const array = path.slice(0, at);
  return [`${array}.${matchedPosition(document, array, query)}${path.slice(at + 2)}`];
}
