/** $graphLookup: what can be reached from a document, step by step, in another collection. */
import { idOf, isPlainObject, type Document } from '../../../kernel/values';
import type { Query } from '../../index/constraints';
import { selectDocuments } from '../../index/select';
import { valuesAtPath, withPath } from '../document-paths';
import { compileExpression } from '../../expressions/compile-expression';
import { assertFieldPath } from '../../expressions/field-paths';
import { failure, typeName } from '../../expressions/failure';
import { sizeOfDocument } from '../../expressions/bson-size';
import { STAGE_LIMIT_BYTES } from '../stage-memory';
import { showValue } from '../../query/bad-value';
import type { Run, StageCompiler } from '../stage';
import { valueKey } from '../value-key';
import { compileMatch } from './match';

interface Search {
  readonly from: string;
  readonly connectFrom: readonly string[];
  readonly connectTo: string;
  readonly maxDepth: number;
  readonly depthField: readonly string[] | undefined;
  readonly restriction: Query;
}

const REQUIRED = ['from', 'as', 'startWith', 'connectFromField', 'connectToField'];
const KNOWN = [...REQUIRED, 'maxDepth', 'depthField', 'restrictSearchWithMatch'];

function readMaxDepth(value: unknown): number {
  if (value === undefined) return Infinity;
  if (typeof value !== 'number') throw failure(`maxDepth must be numeric, found type: ${typeName(value)}`);
  if (value < 0) throw failure(`maxDepth requires a nonnegative argument, found: ${value}`);
  if (!Number.isInteger(value)) throw failure(`maxDepth could not be represented as a long long: ${Math.trunc(value)}`);
  return value;
}

function assertOptions(operand: unknown): asserts operand is Record<string, unknown> {
  if (!isPlainObject(operand)) throw failure(`the $graphLookup stage specification must be an object, but found ${typeName(operand)}`);
  if (operand.from === undefined) throw failure(`missing 'from' option to $graphLookup stage specification: ${showValue(operand)}`);
  if (typeof operand.from !== 'string') throw failure(`'from' option to $graphLookup must be a string, but was type ${typeName(operand.from)}`);
  const unknown = Object.keys(operand).find((name) => !KNOWN.includes(name));
  if (unknown !== undefined) throw failure(`Unknown argument to $graphLookup: ${unknown}`);
  for (const name of [...REQUIRED, 'depthField'].filter((name) => name !== 'startWith')) {
    const value = operand[name];
    if (value !== undefined && typeof value !== 'string') throw failure(`expected string as argument for ${name}, found: ${showValue(value)}`);
  }
  if (REQUIRED.some((name) => operand[name] === undefined)) {
    throw failure("$graphLookup requires 'from', 'as', 'startWith', 'connectFromField', and 'connectToField' to be specified.");
  }
  const { restrictSearchWithMatch: restriction } = operand;
  if (restriction !== undefined && !isPlainObject(restriction)) throw failure(`restrictSearchWithMatch must be an object, found ${typeName(restriction)}`);
}

function reached(start: readonly unknown[], search: Search, { store, allowScans, cost }: Run): Document[] {
  const collection = store.find(search.from);
  const found = new Map<string, Document>();
  const asked = new Set<string>();
  let frontier = start;
  for (let depth = 0; depth <= search.maxDepth && collection !== undefined; depth += 1) {
    const wanted = frontier.filter((value) => !asked.has(valueKey(value)));
    if (wanted.length === 0) break;
    wanted.forEach((value) => asked.add(valueKey(value)));
    const conjuncts = [search.restriction, { [search.connectTo]: { $in: wanted } }];
    const own = { documentsExamined: 0, index: null };
    const fresh = selectDocuments(collection, { conjuncts, sort: [], skip: 0, limit: Infinity, allowScans, cost: own }).filter((document) => !found.has(valueKey(idOf(document))));
    cost.documentsExamined += own.documentsExamined;
    for (const document of fresh) found.set(valueKey(idOf(document)), search.depthField === undefined ? document : withPath(document, search.depthField, depth));
    frontier = fresh.flatMap((document) => valuesAtPath(document, search.connectFrom));
  }
  return [...found.values()];
}

export const compileGraphLookup: StageCompiler = (operand, context) => {
  assertOptions(operand);
  const { from, as, startWith, connectFromField, connectToField, depthField, restrictSearchWithMatch: restriction = {} } = operand as Record<string, string>;
  for (const path of [as, connectFromField, connectToField, depthField]) if (path !== undefined) assertFieldPath(path);
  // Only for its refusals: the restriction is a condition of each search.
  compileMatch(restriction, context);
  const search: Search = {
    from: from ?? '',
    connectFrom: (connectFromField ?? '').split('.'),
    connectTo: connectToField ?? '',
    maxDepth: readMaxDepth(operand.maxDepth),
    depthField: depthField?.split('.'),
    restriction: restriction as unknown as Query,
  };
  const evaluate = compileExpression(startWith, { nowMs: context.nowMs, variables: context.variables });
  return [{
    name: '$graphLookup',
    isOneToOne: true,
    *run(documents, run) {
      for (const document of documents) {
        const start = evaluate({ root: document, variables: run.variables });
        // A missing start reaches nothing; null reaches what has null or no value.
        const results = reached(Array.isArray(start) ? (start as unknown[]) : start === undefined ? [] : [start], search, run);
        if (sizeOfDocument(results) > STAGE_LIMIT_BYTES) throw failure('$graphLookup reached maximum memory consumption');
        yield withPath(document, (as ?? '').split('.'), results);
      }
    },
  }];
};
