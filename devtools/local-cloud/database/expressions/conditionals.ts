/** $cond, $ifNull, $switch. */
import { isPlainObject } from '../../kernel/values';
import { folded, lazyFixed, unfolded } from './arity';
import type { Compiled, Compiler, Operator, OperatorTable } from './compiled';
import { failure, isNullish, isTruthy, typeName } from './failure';
import { namedOperands, optional, required } from './named-operands';

const condByPosition = lazyFixed(3, ([test, then, otherwise], scope) => (isTruthy(test?.(scope)) ? then : otherwise)?.(scope));

const cond: Operator = (operand, compiler, name) => {
  if (!isPlainObject(operand)) return condByPosition(operand, compiler, name);
  const named = namedOperands(operand, ['if', 'then', 'else'], {
    notAnObject: () => '',
    unknown: (field) => `Unrecognized parameter to $cond: ${field}`,
  });
  const test = required(named.if, compiler, "Missing 'if' parameter to $cond");
  const then = required(named.then, compiler, "Missing 'then' parameter to $cond");
  const otherwise = required(named.else, compiler, "Missing 'else' parameter to $cond");
  return folded([test, then, otherwise], (scope) => (isTruthy(test.evaluate(scope)) ? then : otherwise).evaluate(scope));
};

interface Branch {
  readonly test: Compiled;
  readonly then: Compiled;
}

function branchOf(branch: unknown, compiler: Compiler): Branch {
  const { case: test, then } = namedOperands(branch, ['case', 'then'], {
    notAnObject: (type) => `$switch expected each branch to be an object, found: ${type}`,
    unknown: (field) => `$switch found an unknown argument to a branch: ${field}`,
  });
  return {
    test: required(test, compiler, "$switch requires each branch have a 'case' expression"),
    then: required(then, compiler, "$switch requires each branch have a 'then' expression."),
  };
}

const select: Operator = (operand, compiler) => {
  const named = namedOperands(operand, ['branches', 'default'], {
    notAnObject: (type) => `$switch requires an object as an argument, found: ${type}`,
    unknown: (field) => `$switch found an unknown argument: ${field}`,
  });
  const { branches: listed = [] } = named;
  if (!Array.isArray(listed)) throw failure(`$switch expected an array for 'branches', found: ${typeName(listed)}`);
  const branches = listed.map((branch) => branchOf(branch, compiler));
  const otherwise = optional(named.default, compiler);
  if (branches.length === 0) throw failure('$switch requires at least one branch.');
  return unfolded((scope) => {
    const chosen = branches.find(({ test }) => isTruthy(test.evaluate(scope)))?.then ?? otherwise;
    if (chosen === undefined) throw failure('$switch could not find a matching branch for an input, and no default was specified.');
    return chosen.evaluate(scope);
  });
};

export const conditionals: OperatorTable = {
  $cond: cond,
  $ifNull: lazyFixed(2, ([value, otherwise], scope) => {
    const first = value?.(scope);
    return isNullish(first) ? otherwise?.(scope) : first;
  }),
  $switch: select,
};
