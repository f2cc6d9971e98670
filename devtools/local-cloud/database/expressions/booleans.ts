/** $and, $or, $not: they stop at the first operand that decides. */
import { lazyVariadic, unary } from './arity';
import type { OperatorTable } from './compiled';
import { isTruthy } from './failure';

export const booleans: OperatorTable = {
  $and: lazyVariadic((parts, scope) => parts.every((part) => isTruthy(part(scope)))),
  $or: lazyVariadic((parts, scope) => parts.some((part) => isTruthy(part(scope)))),
  $not: unary((value) => !isTruthy(value)),
};
