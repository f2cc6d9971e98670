/** $group, and $count which is a $group without its key. */
import { isPlainObject, type Document } from '../../../kernel/values';
import { parseAccumulatedField, type AccumulatedField } from '../accumulators';
import { sizeOfDocument } from '../../expressions/bson-size';
import { compileExpression } from '../../expressions/compile-expression';
import type { Expression } from '../../expressions/compiled';
import { failure } from '../../expressions/failure';
import type { CompileContext, Run, Stage, StageCompiler } from '../stage';
import { StageMemory } from '../stage-memory';
import { valueKey } from '../value-key';

/** Documents gathered into one: the fields of a group in the order of the specification. */
export class Gathering {
  private readonly accumulators: readonly ReturnType<AccumulatedField['start']>[];

  constructor(private readonly fields: readonly AccumulatedField[]) {
    this.accumulators = fields.map(({ start }) => start());
  }

  /** Gives the bytes that are held because of this document. */
  add(document: Document, { variables }: Run): number {
    let bytes = 0;
    for (const [i, { operand }] of this.fields.entries()) bytes += this.accumulators[i]?.add(operand({ root: document, variables })) ?? 0;
    return bytes;
  }

  /** A field without a value is shown as null, so that every group has the same fields. */
  document(id: unknown): Document {
    const fields = this.fields.map(({ field }, i) => [field, this.accumulators[i]?.result() ?? null] as const);
    return { _id: id, ...Object.fromEntries(fields) };
  }
}

/**
 * The key of a group. Objects and paths are expressions, anything else is a constant: a list of paths groups by nothing. In
 * an object of one field a missing value counts as null, in a larger one it is left out.
 */
function compileKey(key: unknown, { nowMs, variables }: CompileContext): Expression {
  if (typeof key === 'string' && key.startsWith('$')) return compileExpression(key, { nowMs, variables });
  if (!isPlainObject(key) || Object.keys(key).length === 0) return () => key;
  const entries = Object.entries(key);
  const [only] = entries;
  if (only === undefined || only[0].startsWith('$')) return compileExpression(key, { nowMs, variables });
  if (entries.some(([, part]) => typeof part === 'number' || typeof part === 'boolean')) throw failure('$group does not support inclusion-style expressions');
  const whole = compileExpression(key, { nowMs, variables });
  return entries.length > 1 ? whole : (scope) => ({ [only[0]]: null, ...(whole(scope) as object) });
}

export const compileGroup: StageCompiler = (operand, context) => {
  if (!isPlainObject(operand)) throw failure("a group's fields must be specified in an object");
  const fields: AccumulatedField[] = [];
  for (const [field, specification] of Object.entries(operand)) {
    if (field !== '_id') fields.push(parseAccumulatedField(field, specification, context));
  }
  if (!Object.hasOwn(operand, '_id')) throw failure('a group specification must include an _id');
  const idOf = compileKey(operand._id, context);
  return [{
    name: '$group',
    *run(documents, run) {
      const groups = new Map<string, { readonly id: unknown; readonly gathering: Gathering }>();
      const memory = new StageMemory("Exceeded memory limit for $group, but didn't allow external sort. Pass allowDiskUse:true to opt in.");
      for (const document of documents) {
        // A missing key falls into the group of null.
        const id = idOf({ root: document, variables: run.variables }) ?? null;
        const key = valueKey(id);
        let group = groups.get(key);
        if (group === undefined) {
          groups.set(key, (group = { id, gathering: new Gathering(fields) }));
          memory.take(sizeOfDocument([id]));
        }
        memory.take(group.gathering.add(document, run));
      }
      for (const { id, gathering } of groups.values()) yield gathering.document(id);
    },
  }];
};

export const compileCount: StageCompiler = (operand) => {
  if (typeof operand !== 'string' || operand === '') throw failure('the count field must be a non-empty string');
  if (operand.startsWith('$')) throw failure('the count field cannot be a $-prefixed path');
  if (operand.includes('\0')) throw failure('the count field cannot contain a null byte');
  if (operand.includes('.')) throw failure("the count field cannot contain '.'");
  if (operand === '_id') throw failure("a group's _id may only be specified once");
  const stage: Stage = {
    name: '$count',
    *run(documents) {
      let count = 0;
      for (const _ of documents) count += 1;
      // Nothing to count gives no document, not a zero.
      if (count > 0) yield { [operand]: count };
    },
  };
  return [stage];
};
