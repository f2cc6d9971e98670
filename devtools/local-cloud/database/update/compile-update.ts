/**
 * Reads an update (`{$set: …, $inc: …}`) once, with the refusals of MongoDB that need no document: unknown operators, wrong
 * operands, bad paths, conflicts between paths. Texts: mongo/db/update/update_driver.cpp (4.0) and update_object_node.cpp.
 */
import { writeRefused } from '../../kernel/cloud-error';
import { isPlainObject, type Document } from '../../kernel/values';
import type { Modifier, ModifierMaker } from './modifier';
import { addToSet, pop, pull, pullAll, push } from './modifiers-arrays';
import { bit, currentDate, inc, max, min, mul, set, unset } from './modifiers-fields';
import { PathTree } from './path-tree';
import { assertRenamable } from './rename';
import { showElement, typeName } from './show-element';

const MAKERS: Readonly<Record<string, ModifierMaker>> = {
  $set: set,
  $setOnInsert: set,
  $unset: unset,
  $inc: inc,
  $mul: mul,
  $min: min,
  $max: max,
  $bit: bit,
  $currentDate: currentDate,
  $push: push,
  $addToSet: addToSet,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
};

/** One field of the update; `parts` is the path of the change, of $rename the new one. */
export type UpdateField =
  | { readonly kind: 'modify'; readonly parts: readonly string[]; readonly modifier: Modifier; readonly isOnlyForInsert: boolean }
  | { readonly kind: 'rename'; readonly parts: readonly string[]; readonly from: readonly string[] };

export interface CompiledUpdate {
  readonly fields: readonly UpdateField[];
  /** Whether a path has `$`, which needs the element the query matched. */
  readonly isPositional: boolean;
}

const partsOf = (path: string): string[] => (path === '' ? [] : path.split('.'));

function assertUpdatable(path: string, parts: readonly string[]): void {
  if (parts.length === 0) throw writeRefused('An empty update path is not valid.');
  if (parts.includes('')) throw writeRefused(`The update path '${path}' contains an empty field name, which is not allowed.`);
  const positional = parts.flatMap((part, i) => (part === '$' ? [i] : []));
  if (positional.length > 1) throw writeRefused(`Too many positional (i.e. '$') elements found in path '${path}'`);
  if (positional[0] === 0) throw writeRefused(`Cannot have positional (i.e. '$') element in the first position in path '${path}'`);
}

function readRename(tree: PathTree, from: string, operand: unknown): UpdateField {
  const fromParts = partsOf(from);
  assertUpdatable(from, fromParts);
  tree.add(fromParts);
  if (typeof operand !== 'string') throw writeRefused(`The 'to' field for $rename must be a string: ${showElement(from, operand)}`);
  const parts = partsOf(operand);
  assertUpdatable(operand, parts);
  assertRenamable(fromParts, parts);
  tree.add(parts);
  return { kind: 'rename', parts, from: fromParts };
}

function readField(tree: PathTree, operator: string, path: string, operand: unknown): UpdateField {
  if (operator === '$rename') return readRename(tree, path, operand);
  const make = MAKERS[operator];
  const parts = partsOf(path);
  assertUpdatable(path, parts);
  const modifier = (make ?? set)(path, operand);
  tree.add(parts);
  return { kind: 'modify', parts, modifier, isOnlyForInsert: operator === '$setOnInsert' };
}

function assertOperator(operator: string, fields: unknown): asserts fields is Document {
  if (operator !== '$rename' && !Object.hasOwn(MAKERS, operator)) throw writeRefused(`Unknown modifier: ${operator}`);
  if (!isPlainObject(fields)) {
    const example = `For example: {$mod: {<field>: ...}} not {${showElement(operator, fields)}}`;
    throw writeRefused(`Modifiers operate on fields but we found type ${typeName(fields)} instead. ${example}`);
  }
  if (Object.keys(fields).length === 0) throw writeRefused(`'${operator}' is empty. You must specify a field like so: {${operator}: {<field>: ...}}`);
}

export function compileUpdate(update: Document): CompiledUpdate {
  const tree = new PathTree();
  const fields: UpdateField[] = [];
  for (const [operator, operands] of Object.entries(update)) {
    assertOperator(operator, operands);
    for (const [path, operand] of Object.entries(operands)) fields.push(readField(tree, operator, path, operand));
  }
  return { fields, isPositional: fields.some(({ parts }) => parts.includes('$')) };
}
