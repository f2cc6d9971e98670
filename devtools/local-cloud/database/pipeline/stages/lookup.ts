/** $lookup: the documents of another collection beside each document, by equality or by a pipeline of its own. */
import { isPlainObject, type Document } from '../../../kernel/values';
import type { Query } from '../../index/constraints';
import { selectDocuments } from '../../index/select';
import { valuesAtPath, withPath } from '../document-paths';
import { compileExpression } from '../../expressions/compile-expression';
import type { Expression } from '../../expressions/compiled';
import { assertBindableName, assertFieldPath } from '../../expressions/field-paths';
import { failure, typeName } from '../../expressions/failure';
import { sizeOfDocument } from '../../expressions/bson-size';
import { showField, showValue } from '../../query/bad-value';
import { runOnCollection } from '../run-pipeline';
import { STAGE_LIMIT_BYTES } from '../stage-memory';
import type { CompileContext, Run, Stage, StageCompiler } from '../stage';

type Options = Record<string, unknown>;
type Join = (document: Document, run: Run) => Document[];

const TEXTS = ['from', 'as', 'localField', 'foreignField'];

function assertOptions(operand: unknown): asserts operand is Options {
  if (!isPlainObject(operand)) throw failure(`the $lookup stage specification must be an object, but found ${typeName(operand)}`);
  if (operand.from === undefined) throw failure(`missing 'from' option to $lookup stage specification: ${showValue(operand)}`);
  if (typeof operand.from !== 'string') throw failure(`'from' option to $lookup must be a string, but was type ${typeName(operand.from)}`);
  for (const [name, value] of Object.entries(operand)) {
    if (name === 'pipeline') {
      if (!Array.isArray(value)) throw failure("'pipeline' option must be specified as an array");
    } else if (name === 'let') {
      if (!isPlainObject(value)) throw failure(`$lookup argument '${showField(name, value)}' must be an object, is type ${typeName(value)}`);
    } else if (!TEXTS.includes(name)) throw failure(`unknown argument to $lookup: ${name}`);
    else if (typeof value !== 'string') throw failure(`$lookup argument '${showField(name, value)}' must be a string, is type ${typeName(value)}`);
  }
  const { from, as, localField, foreignField, pipeline } = operand;
  if (from === '') throw failure("must specify 'from' field for a $lookup");
  if (typeof as !== 'string' || as === '') throw failure("must specify 'as' field for a $lookup");
  if (pipeline !== undefined) {
    if (localField !== undefined || foreignField !== undefined) throw failure("$lookup with 'pipeline' may not specify 'localField' or 'foreignField'");
    return;
  }
  if (localField === undefined || foreignField === undefined) {
    throw failure("$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified");
  }
  if (operand.let !== undefined) throw failure("$lookup with a 'let' argument must also specify 'pipeline'");
}

/** What the other field has to equal: a missing field and an empty list look for null, a list for any of its elements. */
function conditionOf(local: readonly unknown[], foreignField: string): Query {
  if (local.length < 2) return { [foreignField]: { $eq: local[0] ?? null } };
  if (local.some((value) => value instanceof RegExp)) return { $or: local.map((value) => ({ [foreignField]: { $eq: value } })) };
  return { [foreignField]: { $in: local } };
}

function joinByFields({ from, localField, foreignField }: Options): Join {
  for (const path of [localField, foreignField]) assertFieldPath(path as string);
  const segments = (localField as string).split('.');
  return (document, { store, allowScans, cost }) => {
    const collection = store.find(from as string);
    if (collection === undefined) return [];
    const condition = conditionOf(valuesAtPath(document, segments), foreignField as string);
    return selectDocuments(collection, { conjuncts: [condition], sort: [], skip: 0, limit: Infinity, allowScans, cost });
  };
}

/** Whether a pipeline names one of these variables; one that does not gives the same for every document. */
const namesAny = (pipeline: unknown, names: readonly string[]): boolean => {
  const text = JSON.stringify(pipeline);
  return names.some((name) => text.includes(`"$$${name}"`) || text.includes(`"$$${name}.`));
};

function joinByPipeline({ from, let: bindings = {}, pipeline }: Options, context: CompileContext): Join {
  const bound = Object.entries(bindings as Options).map(([name, expression]): [string, Expression] => {
    assertBindableName(name);
    return [name, compileExpression(expression, { nowMs: context.nowMs, variables: context.variables })];
  });
  const variables = [...new Set([...context.variables, ...bound.map(([name]) => name)])];
  const stages = context.compile(pipeline, { place: 'lookup', variables });
  const isCorrelated = namesAny(pipeline, variables);
  // A stage is compiled for one request and runs for one reading of its input: what was joined once stays right.
  let kept: Document[] | undefined;
  return (root, run) => {
    if (!isCorrelated && kept !== undefined) return kept;
    const values = Object.fromEntries(bound.map(([name, evaluate]) => [name, evaluate({ root, variables: run.variables })]));
    const joined = [...runOnCollection(from as string, stages, { ...run, variables: { ...run.variables, ...values } })];
    kept = joined;
    return joined;
  };
}

/** The join with its own count of documents, so that the index of the first stage stays the one that is told. */
function counted(join: Join, document: Document, run: Run): Document[] {
  const cost = { documentsExamined: 0, index: null };
  const joined = join(document, { ...run, cost });
  run.cost.documentsExamined += cost.documentsExamined;
  return joined;
}

function assertJoinSize(joined: readonly Document[], from: unknown): void {
  if (sizeOfDocument(joined) <= STAGE_LIMIT_BYTES) return;
  throw failure(`Total size of documents in ${String(from)} matching pipeline's $lookup stage exceeds ${STAGE_LIMIT_BYTES} bytes`);
}

export const compileLookup: StageCompiler = (operand, context) => {
  assertOptions(operand);
  const { from, as, pipeline } = operand;
  assertFieldPath(as as string);
  const segments = (as as string).split('.');
  const join = pipeline === undefined ? joinByFields(operand) : joinByPipeline(operand, context);
  const stage: Stage = {
    name: '$lookup',
    isOneToOne: true,
    *run(documents, run) {
      for (const document of documents) {
        const joined = counted(join, document, run);
        assertJoinSize(joined, from);
        yield withPath(document, segments, joined);
      }
    },
  };
  return [stage];
};
