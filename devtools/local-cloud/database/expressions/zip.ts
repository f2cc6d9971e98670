/** $zip: rows made of columns. */
import { unfolded } from './arity';
import { spend } from './budget';
import type { Compiled, Compiler, Operator, OperatorTable } from './compiled';
import { failure, isNullish, typeName } from './failure';
import { namedOperands } from './named-operands';
import { showValue } from './show-value';

function compileList(value: unknown, field: string, compiler: Compiler): readonly Compiled[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw failure(`${field} must be an array of expressions, found ${typeName(value)}`);
  return value.map((item) => compiler.compile(item));
}

const zip: Operator = (operand, compiler) => {
  const named = namedOperands(operand, ['inputs', 'defaults', 'useLongestLength'], {
    notAnObject: (type) => `$zip only supports an object as an argument, found ${type}`,
    unknown: (field) => `$zip found an unknown argument: ${field}`,
  });
  const inputs = compileList(named.inputs, 'inputs', compiler);
  const defaults = compileList(named.defaults, 'defaults', compiler);
  const { useLongestLength: isLongest = false } = named;
  // MongoDB tells the type of the whole argument here, which is an object by now.
  if (typeof isLongest !== 'boolean') throw failure('useLongestLength must be a bool, found object');
  if (inputs.length === 0) throw failure('$zip requires at least one input array');
  if (!isLongest && defaults.length > 0) throw failure('cannot specify defaults unless useLongestLength is true');
  if (defaults.length > 0 && defaults.length !== inputs.length) throw failure('defaults and inputs must have the same length');
  return unfolded((scope) => {
    const columns: unknown[][] = [];
    for (const input of inputs) {
      const column = input.evaluate(scope);
      if (isNullish(column)) return null;
      if (!Array.isArray(column)) throw failure(`$zip found a non-array expression in input: ${showValue(column)}`);
      columns.push(column);
    }
    const lengths = columns.map((column) => column.length);
    const rows = isLongest ? Math.max(...lengths) : Math.min(...lengths);
    spend(rows * columns.length);
    const fillers = columns.map((_, i) => defaults[i]?.evaluate(scope) ?? null);
    return Array.from({ length: rows }, (_, row) => columns.map((column, i) => (row < column.length ? column[row] : fillers[i])));
  });
};

export const zips: OperatorTable = { $zip: zip };
