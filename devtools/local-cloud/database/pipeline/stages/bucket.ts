/** $bucket: documents counted between given boundaries. */
import { isPlainObject, type Document } from '../../../kernel/values';
import { parseAccumulatedField, type AccumulatedField } from '../accumulators';
import { compareValues, typeRank } from '../../compare';
import { compileExpression } from '../../expressions/compile-expression';
import { failure, typeName } from '../../expressions/failure';
import { showValue } from '../../expressions/show-value';
import { showValue as showSpecification } from '../../query/bad-value';
import type { CompileContext, StageCompiler } from '../stage';
import { valueKey } from '../value-key';
import { Gathering } from './group';

/** Whether an expression is the same for every document: no path or variable in it, outside of $literal. */
export function isConstantExpression(value: unknown): boolean {
  if (typeof value === 'string') return !value.startsWith('$');
  if (Array.isArray(value)) return (value as unknown[]).every(isConstantExpression);
  if (!isPlainObject(value)) return true;
  return Object.entries(value).every(([key, part]) => key === '$literal' || isConstantExpression(part));
}

const constantOf = (value: unknown, { nowMs }: CompileContext): unknown => compileExpression(value, { nowMs })({ root: {}, variables: {} });

/** Whether it is a path or an operator, which is what `groupBy` has to be. */
export const isGroupingExpression = (value: unknown): boolean =>
  (typeof value === 'string' && value.startsWith('$')) || (isPlainObject(value) && Object.keys(value)[0]?.startsWith('$') === true);

function readBoundaries(operand: unknown, context: CompileContext): unknown[] {
  if (!Array.isArray(operand)) throw failure(`The $bucket 'boundaries' field must be an array, but found type: ${typeName(operand)}.`);
  if (operand.length < 2) throw failure(`The $bucket 'boundaries' field must have at least 2 values, but found ${operand.length} value(s).`);
  const boundaries = (operand as unknown[]).map((boundary) => {
    if (!isConstantExpression(boundary)) {
      throw failure(`The $bucket 'boundaries' field must be an array of constant values, but found value: ${showSpecification(boundary)}.`);
    }
    return constantOf(boundary, context);
  });
  for (const [i, upper] of boundaries.entries()) {
    const lower = boundaries[i - 1];
    if (i === 0) continue;
    if (typeRank(lower) !== typeRank(upper)) {
      throw failure(`All values in the the 'boundaries' option to $bucket must have the same type. Found conflicting types ${typeName(lower)} and ${typeName(upper)}.`);
    }
    if (compareValues(lower, upper) >= 0) {
      throw failure(
        `The 'boundaries' option to $bucket must be sorted, but elements ${i - 1} and ${i} are not in ascending order (${showValue(lower)} is not less than ${showValue(upper)}).`,
      );
    }
  }
  return boundaries;
}

/** Accumulated fields of the output; without any, the count. */
export function readOutput(name: string, output: unknown, context: CompileContext): AccumulatedField[] {
  if (output === undefined) return [parseAccumulatedField('count', { $sum: 1 }, context)];
  if (!isPlainObject(output)) throw failure(`The ${name} 'output' field must be an object, but found type: ${typeName(output)}.`);
  return Object.entries(output).map(([field, specification]) => parseAccumulatedField(field, specification, context));
}

function readDefault(value: unknown, boundaries: readonly unknown[], context: CompileContext): unknown {
  if (!isConstantExpression(value)) throw failure(`The $bucket 'default' field must be a constant expression, but found: ${showSpecification(value)}.`);
  const fallback = constantOf(value, context);
  const isAmong = typeRank(fallback) === typeRank(boundaries[0]);
  if (isAmong && compareValues(fallback, boundaries[0]) >= 0 && compareValues(fallback, boundaries.at(-1)) < 0) {
    throw failure("The $bucket 'default' field must be less than the lowest boundary or greater than or equal to the highest boundary.");
  }
  return fallback;
}

/** The lower boundary of the bucket a value falls into; undefined when it is outside of all. */
function boundaryOf(value: unknown, boundaries: readonly unknown[]): unknown {
  if (compareValues(value, boundaries.at(-1)) >= 0) return undefined;
  return [...boundaries].reverse().find((boundary) => compareValues(value, boundary) >= 0);
}

function assertOptions(operand: unknown): asserts operand is Record<string, unknown> {
  if (!isPlainObject(operand)) throw failure(`Argument to $bucket stage must be an object, but found type: ${typeName(operand)}.`);
  if (operand.groupBy !== undefined && !isGroupingExpression(operand.groupBy)) {
    throw failure(`The $bucket 'groupBy' field must be defined as a $-prefixed path or an expression, but found: ${showSpecification(operand.groupBy)}.`);
  }
  const unknown = Object.keys(operand).find((option) => !['groupBy', 'boundaries', 'default', 'output'].includes(option));
  if (unknown !== undefined) throw failure(`Unrecognized option to $bucket: ${unknown}.`);
  if (operand.groupBy === undefined || operand.boundaries === undefined) throw failure("$bucket requires 'groupBy' and 'boundaries' to be specified.");
}

export const compileBucket: StageCompiler = (operand, context) => {
  assertOptions(operand);
  const boundaries = readBoundaries(operand.boundaries, context);
  const fallback = Object.hasOwn(operand, 'default') ? { value: readDefault(operand.default, boundaries, context) } : undefined;
  const fields = readOutput('$bucket', operand.output, context);
  const evaluate = compileExpression(operand.groupBy, { nowMs: context.nowMs, variables: context.variables });
  return [{
    name: '$bucket',
    run(documents, run) {
      const buckets = new Map<string, { readonly id: unknown; readonly gathering: Gathering }>();
      for (const document of documents) {
        const boundary = boundaryOf(evaluate({ root: document, variables: run.variables }), boundaries);
        if (boundary === undefined && fallback === undefined) throw failure('$switch could not find a matching branch for an input, and no default was specified.');
        const id = boundary === undefined ? fallback?.value : boundary;
        const key = valueKey(id);
        let bucket = buckets.get(key);
        if (bucket === undefined) buckets.set(key, (bucket = { id, gathering: new Gathering(fields) }));
        bucket.gathering.add(document, run);
      }
      return [...buckets.values()].sort((a, b) => compareValues(a.id, b.id)).map(({ id, gathering }): Document => gathering.document(id));
    },
  }];
};
