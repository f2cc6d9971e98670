/** Operators that take named operands: `{$map: {input, as, in}}`. */
import { isPlainObject } from '../../kernel/values';
import type { Compiled, Compiler } from './compiled';
import { failure, typeName } from './failure';

/** The texts of an operator whose operands have names. */
export interface NamedOperandTexts {
  /** When the operand is no object; gets the type of what it is. */
  readonly notAnObject: (type: string) => string;
  /** When an operand has a name the operator does not know. */
  readonly unknown: (field: string) => string;
}

/** The operands by name, as they arrived; unknown names and other shapes are refused. */
export function namedOperands<Name extends string>(operand: unknown, names: readonly Name[], texts: NamedOperandTexts): Partial<Record<Name, unknown>> {
  if (!isPlainObject(operand)) throw failure(texts.notAnObject(typeName(operand)));
  for (const field of Object.keys(operand)) {
    if (!(names as readonly string[]).includes(field)) throw failure(texts.unknown(field));
  }
  return operand as Partial<Record<Name, unknown>>;
}

/** Compiles an operand that must be there. */
export function required(value: unknown, compiler: Compiler, missing: string): Compiled {
  if (value === undefined) throw failure(missing);
  return compiler.compile(value);
}

/** Compiles an operand that may be absent. */
export const optional = (value: unknown, compiler: Compiler): Compiled | undefined => (value === undefined ? undefined : compiler.compile(value));

/** The compiled ones among operands that may be absent. */
export const present = (parts: readonly (Compiled | undefined)[]): readonly Compiled[] => parts.filter((part) => part !== undefined);
