/** $literal (and $const, its old name): the operand as it stands, never read as an expression. */
import { constant } from './arity';
import type { Operator, OperatorTable } from './compiled';

const literal: Operator = (operand) => constant(operand);

export const literals: OperatorTable = { $literal: literal, $const: literal };
