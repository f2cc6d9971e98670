/** Operators that bind variables: $filter, $let, $map, $reduce. */
import { isPlainObject } from '../../kernel/values';
import { unfolded } from './arity';
import { spend } from './budget';
import { bind, type Operator, type OperatorTable } from './compiled';
import { failure, isNullish, isTruthy, typeName } from './failure';
import { assertBindableName } from './field-paths';
import { namedOperands, required, type NamedOperandTexts } from './named-operands';
import { showValue } from './show-value';

const parameterTexts = (name: string): NamedOperandTexts => ({
  notAnObject: () => `${name} only supports an object as its argument`,
  unknown: (field) => `Unrecognized parameter to ${name}: ${field}`,
});

/** The name in `as`; without one it is `this`. What is no text counts as an empty name. */
function elementName(as: unknown): string {
  if (as === undefined) return 'this';
  const name = typeof as === 'string' ? as : '';
  assertBindableName(name);
  return name;
}

const missing = (field: string, name: string): string => `Missing '${field}' parameter to ${name}`;

const filter: Operator = (operand, compiler, name) => {
  const named = namedOperands(operand, ['input', 'as', 'cond'], parameterTexts(name));
  if (named.input !== undefined && named.cond === undefined) throw failure(missing('cond', name));
  const input = required(named.input, compiler, missing('input', name));
  const element = elementName(named.as);
  const test = required(named.cond, compiler.binding([element]), missing('cond', name));
  return unfolded((scope) => {
    const items = input.evaluate(scope);
    if (isNullish(items)) return null;
    if (!Array.isArray(items)) throw failure(`input to $filter must be an array not ${typeName(items)}`);
    spend(items.length);
    return items.filter((item) => isTruthy(test.evaluate(bind(scope, { [element]: item }))));
  });
};

const map: Operator = (operand, compiler, name) => {
  const named = namedOperands(operand, ['input', 'as', 'in'], parameterTexts(name));
  if (named.input !== undefined && named.in === undefined) throw failure(missing('in', name));
  const input = required(named.input, compiler, missing('input', name));
  const element = elementName(named.as);
  const each = required(named.in, compiler.binding([element]), missing('in', name));
  return unfolded((scope) => {
    const items = input.evaluate(scope);
    if (isNullish(items)) return null;
    if (!Array.isArray(items)) throw failure(`input to $map must be an array not ${typeName(items)}`);
    spend(items.length);
    return items.map((item) => each.evaluate(bind(scope, { [element]: item })) ?? null);
  });
};

const letIn: Operator = (operand, compiler, name) => {
  const named = namedOperands(operand, ['vars', 'in'], parameterTexts(name));
  if (named.vars === undefined) throw failure(missing('vars', name));
  if (named.in === undefined) throw failure(missing('in', name));
  if (!isPlainObject(named.vars)) throw failure('invalid parameter: expected an object (vars)');
  const variables = Object.entries(named.vars).map(([variable, value]) => {
    assertBindableName(variable);
    return { variable, value: compiler.compile(value) };
  });
  if (variables.length === 0) return compiler.compile(named.in);
  const body = compiler.binding(variables.map(({ variable }) => variable)).compile(named.in);
  return unfolded((scope) => body.evaluate(bind(scope, Object.fromEntries(variables.map(({ variable, value }) => [variable, value.evaluate(scope)])))));
};

const reduce: Operator = (operand, compiler) => {
  const named = namedOperands(operand, ['input', 'initialValue', 'in'], {
    notAnObject: (type) => `$reduce requires an object as an argument, found: ${type}`,
    unknown: (field) => `$reduce found an unknown argument: ${field}`,
  });
  const input = required(named.input, compiler, "$reduce requires 'input' to be specified");
  const initial = required(named.initialValue, compiler, "$reduce requires 'initialValue' to be specified");
  const body = required(named.in, compiler.binding(['this', 'value']), "$reduce requires 'in' to be specified");
  return unfolded((scope) => {
    const items = input.evaluate(scope);
    if (isNullish(items)) return null;
    if (!Array.isArray(items)) throw failure(`$reduce requires that 'input' be an array, found: ${showValue(items)}`);
    spend(items.length);
    return items.reduce<unknown>((value, item) => body.evaluate(bind(scope, { this: item as unknown, value })), initial.evaluate(scope));
  });
};

export const variables: OperatorTable = { $filter: filter, $let: letIn, $map: map, $reduce: reduce };
