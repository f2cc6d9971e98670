/** $match: the query language, with `$expr` and the variables around the pipeline. */
import { isPlainObject, type Document } from '../../../kernel/values';
import type { Query } from '../../index/constraints';
import { compileExpression } from '../../expressions/compile-expression';
import { failure, isTruthy } from '../../expressions/failure';
import { compileTest } from '../../query/compile-query';
import type { CompileContext, StageCompiler, Variables } from '../stage';

type Test = (document: Document, variables: Variables) => boolean;
type Conjuncts = (variables: Variables) => readonly Query[];

export interface CompiledMatch {
  readonly test: Test;
  readonly conjuncts: Conjuncts;
  readonly residual: Test | undefined;
}

const FORBIDDEN: Readonly<Record<string, string>> = {
  $near: '$geoNear, $near, and $nearSphere are not allowed in this context',
  $nearSphere: '$geoNear, $near, and $nearSphere are not allowed in this context',
  $geoNear: '$geoNear, $near, and $nearSphere are not allowed in this context',
  $where: '$where is not allowed in this context',
};

/** Refuses what a query may hold and a $match may not. */
function assertAllowed(value: unknown): void {
  if (Array.isArray(value)) return void (value as unknown[]).forEach(assertAllowed);
  if (!isPlainObject(value)) return;
  for (const [key, part] of Object.entries(value)) {
    const text = Object.hasOwn(FORBIDDEN, key) ? FORBIDDEN[key] : undefined;
    if (text !== undefined) throw failure(text);
    assertAllowed(part);
  }
}

const LOGIC = new Set(['$and', '$or', '$nor']);

const holdsExpression = (query: unknown): boolean =>
  isPlainObject(query) && Object.entries(query).some(([key, part]) => key === '$expr' || (LOGIC.has(key) && Array.isArray(part) && (part as unknown[]).some(holdsExpression)));

function compileExpressionTest(expression: unknown, { nowMs, variables: names }: CompileContext): Test {
  const evaluate = compileExpression(expression, { nowMs, variables: names });
  return (root, variables) => isTruthy(evaluate({ root, variables }));
}

function compileBranches(operator: string, branches: readonly unknown[], context: CompileContext): Test {
  const tests = branches.map((branch) => compileTree(branch as Query, context));
  if (operator === '$and') return (document, variables) => tests.every((test) => test(document, variables));
  if (operator === '$or') return (document, variables) => tests.some((test) => test(document, variables));
  return (document, variables) => !tests.some((test) => test(document, variables));
}

/** A test that hands variables to the expressions in it; whatever holds no `$expr` is the query matcher's. */
function compileTree(query: Query, context: CompileContext): Test {
  if (!holdsExpression(query)) return compileTest(query, { nowMs: context.nowMs });
  const tests = Object.entries(query).map(([key, part]): Test => {
    if (key === '$expr') return compileExpressionTest(part, context);
    if (LOGIC.has(key) && holdsExpression({ [key]: part })) return compileBranches(key, part as unknown[], context);
    return compileTest({ [key]: part }, { nowMs: context.nowMs });
  });
  return (document, variables) => tests.every((test) => test(document, variables));
}

const isPath = (value: unknown): value is string => typeof value === 'string' && value.startsWith('$') && !value.startsWith('$$');

/** Whether the value is the same for every document: no field path, no variable but those around the pipeline. */
function isFixed(value: unknown, names: readonly string[]): boolean {
  if (typeof value === 'string' && value.startsWith('$')) return names.includes(/^\$\$([^.]*)/.exec(value)?.[1] ?? '');
  return !isPlainObject(value) && !Array.isArray(value);
}

const isIndexable = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value) || value instanceof Date;

/** What `{$expr: {$eq: ['$field', fixed value]}}` says to an index: the join of a $lookup with a pipeline. */
function impliedEqualities(expression: unknown, context: CompileContext): Conjuncts[] {
  if (!isPlainObject(expression)) return [];
  const { $and: all, $eq: pair } = expression;
  if (Array.isArray(all)) return (all as unknown[]).flatMap((part) => impliedEqualities(part, context));
  if (!Array.isArray(pair) || pair.length !== 2) return [];
  const [path, other] = isPath(pair[0]) ? (pair as unknown[]) : [...(pair as unknown[])].reverse();
  if (!isPath(path) || !isFixed(other, context.variables)) return [];
  const evaluate = compileExpression(other, { nowMs: context.nowMs, variables: context.variables });
  return [(variables) => {
    const value = evaluate({ root: {}, variables });
    return isIndexable(value) ? [{ [path.slice(1)]: { $eq: value } }] : [];
  }];
}

/** Splits a query into what an index may use and what is tested afterwards. */
export function compileMatch(operand: unknown, context: CompileContext): CompiledMatch {
  if (!isPlainObject(operand)) throw failure('the match filter must be an expression in an object');
  assertAllowed(operand);
  const test = compileTree(operand, context);
  if (!holdsExpression(operand)) return { test, conjuncts: () => [operand], residual: undefined };
  const plain = Object.fromEntries(Object.entries(operand).filter(([key, part]) => !holdsExpression({ [key]: part })));
  const ofAnd = Array.isArray(operand.$and) ? (operand.$and as Query[]).filter((part) => !holdsExpression(part)) : [];
  const expressions = [operand, ...(Array.isArray(operand.$and) ? (operand.$and as Query[]) : [])].map((part) => part.$expr);
  const implied = expressions.flatMap((expression) => impliedEqualities(expression, context));
  return { test, conjuncts: (variables) => [plain, ...(holdsExpression({ $and: operand.$and }) ? ofAnd : []), ...implied.flatMap((one) => one(variables))], residual: test };
}

export const compileMatchStage: StageCompiler = (operand, context) => {
  const { test, conjuncts, residual } = compileMatch(operand, context);
  return [{
    name: '$match',
    leading: { kind: 'match', conjuncts, residual },
    *run(documents, { variables }) {
      for (const document of documents) if (test(document, variables)) yield document;
    },
  }];
};
