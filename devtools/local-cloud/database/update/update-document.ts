/** Applies an update (`{$set: …, $inc: …}`) to a copy of a document, as MongoDB does and with its refusals. */
import { requestFailed } from '../../kernel/cloud-error';
import { cloneValue, isPlainObject, type Document } from '../../kernel/values';
import { compareValues, valuesEqual } from '../compare';
import type { Query } from '../index/constraints';
import { resolvePositional } from './update-positional';
import { addToSet, pop, pull, pullAll, push } from './update-arrays';
import { readPath, removePath, writePath } from './update-paths';

type Operator = (document: Document, path: string, operand: unknown, nowMs: number) => void;

function arithmetic(name: string, combine: (value: number, operand: number) => number): Operator {
  return (document, path, operand) => {
    if (typeof operand !== 'number') throw requestFailed(`[FailedOperation] Cannot ${name} with non-numeric argument: {${path}: ${JSON.stringify(operand)}}`);
    const value = readPath(document, path) ?? (readPath(document, path) === null ? null : 0);
    if (typeof value !== 'number') throw requestFailed(`[FailedOperation] Cannot apply ${name} to a value of non-numeric type. {${path}: ${JSON.stringify(value)}}`);
    writePath(document, path, combine(value, operand));
  };
}

function extreme(sign: 1 | -1): Operator {
  return (document, path, operand) => {
    const value = readPath(document, path);
    if (value === undefined || compareValues(operand, value) * sign > 0) writePath(document, path, operand);
  };
}

const rename: Operator = (document, path, operand) => {
  const value = readPath(document, path);
  if (value === undefined) return;
  removePath(document, path);
  writePath(document, String(operand), value);
};

const bit: Operator = (document, path, operand) => {
  const value = readPath(document, path) ?? 0;
  if (typeof value !== 'number' || !isPlainObject(operand)) throw requestFailed('[FailedOperation] Cannot apply $bit to a value of non-integral type');
  const { and, or, xor } = operand as { and?: number; or?: number; xor?: number };
  writePath(document, path, and !== undefined ? value & and : or !== undefined ? value | or : value ^ (xor ?? 0));
};

const OPERATORS: Readonly<Record<string, Operator>> = {
  $set: (document, path, operand) => writePath(document, path, cloneValue(operand)),
  $unset: (document, path) => removePath(document, path),
  $inc: arithmetic('$inc', (value, operand) => value + operand),
  $mul: arithmetic('$mul', (value, operand) => value * operand),
  $min: extreme(-1),
  $max: extreme(1),
  $push: push,
  $addToSet: addToSet,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
  $rename: rename,
  $bit: bit,
  $currentDate: (document, path, _operand, nowMs) => writePath(document, path, new Date(nowMs)),
};

/** Two operators on one path, or on a path and a part of it, are refused. */
function assertNoConflict(paths: readonly string[]): void {
  const sorted = [...paths].sort();
  for (const path of sorted) {
    const clash = sorted.find((other, i) => (other === path ? sorted.indexOf(path) !== i : other.startsWith(`${path}.`)));
    if (clash !== undefined) throw requestFailed(`[FailedOperation] Updating the path '${clash}' would create a conflict at '${path}'`);
  }
}

interface UpdateStep {
  readonly operator: string;
  readonly path: string;
  readonly operand: unknown;
}

function stepsOf(update: Document): UpdateStep[] {
  return Object.entries(update).flatMap(([operator, fields]) => {
    if (!isPlainObject(fields)) throw requestFailed(`[FailedOperation] Modifiers operate on fields but found another type for ${operator}`);
    return Object.entries(fields).map(([path, operand]) => ({ operator, path, operand }));
  });
}

export interface UpdateInput {
  readonly document: Document;
  readonly update: Document;
  /** The query that found the document: it says which element `$` names. */
  readonly query: Query;
  readonly nowMs: number;
  readonly inserting?: boolean;
}

/** The changed copy; the stored document is left alone. */
export function updateDocument({ document, update, query, nowMs, inserting = false }: UpdateInput): Document {
  const next = cloneValue(document);
  const steps = stepsOf(update);
  assertNoConflict(steps.map((step) => step.path));
  for (const { operator, path, operand } of steps) {
    const isSetOnInsert = operator === '$setOnInsert';
    if (isSetOnInsert && !inserting) continue;
    const apply = OPERATORS[isSetOnInsert ? '$set' : operator];
    if (apply === undefined) throw requestFailed(`[FailedOperation] Unknown modifier: ${operator}`);
    for (const resolved of resolvePositional(document, path, query)) apply(next, resolved, operand, nowMs);
  }
  if (!inserting && !valuesEqual(next._id, document._id)) {
    throw requestFailed("[FailedOperation] Performing an update on the path '_id' would modify the immutable field '_id'");
  }
  return next;
}
