/** The words the families of operators share: what an expression is once compiled, and what it is evaluated against. */
import type { Document } from '../../kernel/values';

/**
 * What an expression reads. `root` is the document at this stage ($$ROOT). `variables` holds what was bound: by the stage
 * (`let` of $lookup; KEEP, PRUNE, DESCEND of $redact) under the names told to `compileExpression`, and by $let, $map, $filter
 * and $reduce. Field paths (`$a`) start at `variables.CURRENT` where that name was bound, else at `root`.
 */
export interface Scope {
  readonly root: Document;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Evaluates on one document; undefined means missing. Throws the request's error ([FailedOperation] …) on wrong types. */
export type Expression = (scope: Scope) => unknown;

/** An expression with what the compiler knows of it: a constant one is evaluated once, while compiling, as MongoDB does. */
export interface Compiled {
  readonly evaluate: Expression;
  readonly isConstant: boolean;
}

/** Compiles parts of an expression; made anew for every set of bound variables. */
export interface Compiler {
  compile(part: unknown): Compiled;
  /** The same compiler inside a place where these names are bound too. */
  binding(names: readonly string[]): Compiler;
}

/** Compiles one `{$name: operand}`. */
export type Operator = (operand: unknown, compiler: Compiler, name: string) => Compiled;

export type OperatorTable = Readonly<Record<string, Operator>>;

/** The scope with these variables bound as well. */
export const bind = (scope: Scope, bound: Readonly<Record<string, unknown>>): Scope => ({ root: scope.root, variables: { ...scope.variables, ...bound } });
