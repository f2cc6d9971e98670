/**
 * The aggregation expression language: compiled once, evaluated for many documents, with MongoDB 4.x semantics and texts.
 * A wrong shape is refused while compiling; a wrong value when it is met. Null and missing are told apart: undefined is missing.
 */
import { isPlainObject } from '../../kernel/values';
import { showValue } from '../query/bad-value';
import { constant, folded } from './arity';
import { openBudget } from './budget';
import type { Compiled, Compiler, Expression } from './compiled';
import { failure } from './failure';
import { compileFieldPath } from './field-paths';
import { OPERATORS } from './operators';
import { unsupported } from './unsupported';

export type { Expression, Scope } from './compiled';

export interface ExpressionContext {
  /** What $$NOW is, in ms. */
  readonly nowMs: number;
  /** Names the stage binds in `scope.variables`, e.g. those of `let` in $lookup; CURRENT too where it differs from ROOT. */
  readonly variables?: readonly string[];
}

/** Names of the supported operators, each with its dollar. */
export const EXPRESSION_OPERATORS: readonly string[] = Object.keys(OPERATORS);

const TABLES = { ...OPERATORS, ...unsupported };

function compileOperator(name: string, operand: unknown, compiler: Compiler): Compiled {
  const operator = Object.hasOwn(TABLES, name) ? TABLES[name] : undefined;
  if (operator === undefined) throw failure(`Unrecognized expression '${name}'`);
  return operator(operand, compiler, name);
}

function compileObject(value: Record<string, unknown>, compiler: Compiler): Compiled {
  const entries = Object.entries(value);
  const [first] = entries;
  if (first !== undefined && first[0].startsWith('$')) {
    if (entries.length !== 1) throw failure(`An object representing an expression must have exactly one field: ${showValue(value)}`);
    return compileOperator(first[0], first[1], compiler);
  }
  const fields = entries.map(([field, part]) => {
    if (field === '') throw failure('FieldPath field names may not be empty strings.');
    if (field.startsWith('$')) throw failure(`FieldPath field names may not start with '$'.`);
    if (field.includes('.')) throw failure(`FieldPath field names may not contain '.'.`);
    return { field, part: compiler.compile(part) };
  });
  return folded(fields.map(({ part }) => part), (scope) =>
    Object.fromEntries(fields.map(({ field, part }) => [field, part.evaluate(scope)] as const).filter(([, computed]) => computed !== undefined)),
  );
}

function compileArray(items: readonly unknown[], compiler: Compiler): Compiled {
  const parts = items.map((item) => compiler.compile(item));
  return folded(parts, (scope) => parts.map((part) => part.evaluate(scope) ?? null));
}

function compilerFor(bound: ReadonlySet<string>, nowMs: number): Compiler {
  const compiler: Compiler = {
    compile(part) {
      if (typeof part === 'string' && part.startsWith('$')) return compileFieldPath(part, bound, nowMs);
      if (Array.isArray(part)) return compileArray(part, compiler);
      return isPlainObject(part) ? compileObject(part, compiler) : constant(part);
    },
    binding: (names) => compilerFor(new Set([...bound, ...names]), nowMs),
  };
  return compiler;
}

/**
 * Compiles an expression as it arrived (EJSON decoded). Throws `[FailedOperation] …` with MongoDB's text when its shape is
 * wrong, or when a constant part of it cannot be evaluated, as MongoDB's optimizer does.
 */
export function compileExpression(expression: unknown, context: ExpressionContext): Expression {
  openBudget();
  const { evaluate, isConstant } = compilerFor(new Set(context.variables ?? []), context.nowMs).compile(expression);
  if (isConstant) return evaluate;
  return (scope) => {
    openBudget();
    return evaluate(scope);
  };
}
