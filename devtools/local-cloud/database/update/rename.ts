/** $rename: the field goes, and its value is set at the new path. Texts: mongo/db/update/rename_node.cpp. */
import { writeRefused } from '../../kernel/cloud-error';
import type { Draft } from './draft';
import { identical } from './identical';
import { showId } from './modifier';
import { assertIdKept } from './immutable';
import { showElement, showValue } from './show-element';
import { childOf, isContainer } from './update-paths';

const isDynamic = (parts: readonly string[]): boolean => parts.some((part) => part === '$' || /^\$\[.*\]$/.test(part));

const isPrefix = (short: readonly string[], long: readonly string[]): boolean => short.every((part, i) => part === long[i]);

/** Refuses a pair of paths before any document is read. */
export function assertRenamable(from: readonly string[], to: readonly string[]): void {
  const shown = showElement(from.join('.'), to.join('.'));
  if (from.length === to.length && isPrefix(from, to)) throw writeRefused(`The source and target field for $rename must differ: ${shown}`);
  if (isPrefix(from, to) || isPrefix(to, from)) throw writeRefused(`The source and target field for $rename must not be on the same path: ${shown}`);
  if (isDynamic(from)) throw writeRefused(`The source field for $rename may not be dynamic: ${from.join('.')}`);
  if (isDynamic(to)) throw writeRefused(`The destination field for $rename may not be dynamic: ${to.join('.')}`);
}

/** Refuses a way through a list; `depth` parts of the path exist. */
function assertNoList(draft: Draft, parts: readonly string[], depth: number, side: 'source' | 'destination'): void {
  let value: unknown = draft.document;
  for (const part of parts.slice(0, depth)) {
    value = childOf(value, part);
    if (!Array.isArray(value)) continue;
    throw writeRefused(`The ${side} field cannot be an array element, '${parts.join('.')}' in doc with ${showId(draft.document)} has an array field called '${part}'`);
  }
}

/** Whether the document changed: an absent source is no error. */
export function rename(draft: Draft, from: readonly string[], to: readonly string[]): boolean {
  const source = draft.reach(from);
  if (source.depth < from.length) {
    const isDeadEnd = source.depth > 0 && (!isContainer(source.value) || (Array.isArray(source.value) && !/^\d+$/.test(from[source.depth] ?? '')));
    if (!isDeadEnd) return false;
    const name = from[source.depth - 1] ?? '';
    throw writeRefused(`cannot use the part (${name} of ${from.join('.')}) to traverse the element ({${name}: ${showValue(source.value)}})`);
  }
  assertNoList(draft, from, from.length - 1, 'source');
  const target = draft.reach(to);
  assertNoList(draft, to, Math.min(target.depth, to.length - 1), 'destination');
  if (target.depth < to.length) draft.create(to, target, source.value);
  else if (!identical(target.value, source.value)) {
    assertIdKept(to);
    draft.replace(to, source.value);
  }
  if (from[0] === '_id') throw writeRefused(`Unsetting the path '${from.join('.')}' using $rename would modify the immutable field '_id'`);
  draft.remove(from);
  return true;
}
