/** Builders of operators: they check the number of arguments with MongoDB's texts and fold constants. */
import type { Compiled, Compiler, Expression, Operator, Scope } from './compiled';
import { failure } from './failure';

const NO_SCOPE: Scope = { root: {}, variables: {} };

export const constant = (value: unknown): Compiled => ({ evaluate: () => value, isConstant: true });

/** An expression of parts: evaluated here and now when all of them are constants, so that its error comes even without documents. */
export function folded(parts: readonly Compiled[], evaluate: Expression): Compiled {
  return parts.every((part) => part.isConstant) ? constant(evaluate(NO_SCOPE)) : { evaluate, isConstant: false };
}

/** An expression that MongoDB never folds ($map, $filter, $let …). */
export const unfolded = (evaluate: Expression): Compiled => ({ evaluate, isConstant: false });

/** The arguments of an operator: the elements of an array, else the one operand. */
export const argumentsOf = (operand: unknown): readonly unknown[] => (Array.isArray(operand) ? operand : [operand]);

const compileAll = (operand: unknown, compiler: Compiler): readonly Compiled[] => argumentsOf(operand).map((part) => compiler.compile(part));

/** What an operator computes from the values of its arguments. */
export type Evaluate = (values: readonly unknown[], name: string) => unknown;

const eager = (parts: readonly Compiled[], evaluate: Evaluate, name: string): Compiled =>
  folded(parts, (scope) => evaluate(parts.map((part) => part.evaluate(scope)), name));

/** Any number of arguments. */
export const variadic =
  (evaluate: Evaluate): Operator =>
  (operand, compiler, name) =>
    eager(compileAll(operand, compiler), evaluate, name);

/**
 * Any number of arguments of an operation whose constants MongoDB computes beforehand: with `commutes` all of them, moved behind
 * the others, else each run of neighbours. This decides which refusal comes first, and the rounding of a product.
 */
export const associative =
  (commutes: boolean, evaluate: Evaluate): Operator =>
  (operand, compiler, name) => {
    const parts = compileAll(operand, compiler);
    if (parts.every((part) => part.isConstant)) return eager(parts, evaluate, name);
    const ordered = commutes ? [...parts.filter((part) => !part.isConstant), ...parts.filter((part) => part.isConstant)] : parts;
    const joined: Compiled[] = [];
    for (let i = 0; i < ordered.length; ) {
      const run: Compiled[] = [];
      for (let part = ordered[i]; part?.isConstant === true; part = ordered[i]) {
        run.push(part);
        i += 1;
      }
      joined.push(...(run.length > 1 ? [eager(run, evaluate, name)] : run));
      const next = ordered[i];
      if (next !== undefined) joined.push(next);
      i += 1;
    }
    return eager(joined, evaluate, name);
  };

/** Any number of arguments, evaluated by the operator itself, in its order. */
export const lazyVariadic =
  (evaluate: (parts: readonly Expression[], scope: Scope, name: string) => unknown): Operator =>
  (operand, compiler, name) => {
    const parts = compileAll(operand, compiler);
    const expressions = parts.map((part) => part.evaluate);
    return folded(parts, (scope) => evaluate(expressions, scope, name));
  };

function assertCount(name: string, count: number, given: readonly unknown[]): void {
  if (given.length !== count) throw failure(`Expression ${name} takes exactly ${count} arguments. ${given.length} were passed in.`);
}

/** Exactly `count` arguments. */
export const fixed =
  (count: number, evaluate: Evaluate): Operator =>
  (operand, compiler, name) => {
    const parts = compileAll(operand, compiler);
    assertCount(name, count, parts);
    return eager(parts, evaluate, name);
  };

/** Exactly `count` arguments, evaluated by the operator itself. */
export const lazyFixed =
  (count: number, evaluate: (parts: readonly Expression[], scope: Scope, name: string) => unknown): Operator =>
  (operand, compiler, name) => {
    assertCount(name, count, argumentsOf(operand));
    return lazyVariadic(evaluate)(operand, compiler, name);
  };

/** One argument. */
export const unary = (evaluate: (value: unknown, name: string) => unknown): Operator => fixed(1, ([value], name) => evaluate(value, name));

/** Between `least` and `most` arguments; absent ones are undefined. */
export const ranged =
  (least: number, most: number, evaluate: Evaluate): Operator =>
  (operand, compiler, name) => {
    const parts = compileAll(operand, compiler);
    if (parts.length < least || parts.length > most) {
      throw failure(`Expression ${name} takes at least ${least} arguments, and at most ${most}, but ${parts.length} were passed in.`);
    }
    return eager(parts, evaluate, name);
  };
