/** $and, $or, $not: they stop at the first operand that decides, and a constant that decides spares the others. */
import { argumentsOf, constant, folded, unary } from './arity';
import type { Operator, OperatorTable } from './compiled';
import { isTruthy } from './failure';

/** $and decides on false, $or on true. */
const junction =
  (decider: boolean): Operator =>
  (operand, compiler) => {
    const parts = argumentsOf(operand).map((part) => compiler.compile(part));
    const constants = parts.filter((part) => part.isConstant);
    if (constants.some((part) => isTruthy(part.evaluate({ root: {}, variables: {} })) === decider)) return constant(decider);
    const open = parts.filter((part) => !part.isConstant);
    return folded(open, (scope) => (open.some((part) => isTruthy(part.evaluate(scope)) === decider) ? decider : !decider));
  };

export const booleans: OperatorTable = {
  $and: junction(false),
  $or: junction(true),
  $not: unary((value) => !isTruthy(value)),
};
