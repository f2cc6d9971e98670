/** Accumulators of $group, $bucket and $bucketAuto. */
import { isPlainObject } from '../../kernel/values';
import { compareValues } from '../compare';
import { sizeOfDocument } from '../expressions/bson-size';
import { compileExpression } from '../expressions/compile-expression';
import type { Expression } from '../expressions/compiled';
import { failure, isNullish, typeName } from '../expressions/failure';
import { NOTHING_YET, plus, type Sum } from '../expressions/summation';
import { showValue } from '../expressions/show-value';
import type { CompileContext } from './stage';
import { valueKey } from './value-key';

interface Accumulator {
  /** Gives the bytes it holds because of the value; 0 where it only reckons. */
  add(value: unknown): number;
  /** undefined where MongoDB's accumulator is left without a value; $group then shows null. */
  result(): unknown;
}

/** The sum of what is a number, and how many that were. */
function summing(result: (total: number, count: number) => number | null): Accumulator {
  let sum: Sum = NOTHING_YET;
  let count = 0;
  return {
    add: (value) => {
      if (typeof value !== 'number') return 0;
      sum = plus(sum, value);
      count += 1;
      return 0;
    },
    result: () => result(sum.total + 0, count),
  };
}

function extreme(sign: 1 | -1): Accumulator {
  let best: unknown;
  return {
    add: (value) => {
      if (!isNullish(value) && (best === undefined || compareValues(value, best) * sign < 0)) best = value;
      return 0;
    },
    result: () => best ?? null,
  };
}

function first(): Accumulator {
  let taken = false;
  let value: unknown;
  return {
    add: (next) => {
      if (!taken) value = next;
      taken = true;
      return 0;
    },
    result: () => value,
  };
}

function last(): Accumulator {
  let value: unknown;
  return {
    add: (next) => {
      value = next;
      return 0;
    },
    result: () => value,
  };
}

function push(): Accumulator {
  const values: unknown[] = [];
  return {
    add: (value) => {
      if (value === undefined) return 0;
      values.push(value);
      return sizeOfDocument([value]);
    },
    result: () => values,
  };
}

function addToSet(): Accumulator {
  const values = new Map<string, unknown>();
  return {
    add: (value) => {
      if (value === undefined) return 0;
      const key = valueKey(value);
      if (values.has(key)) return 0;
      values.set(key, value);
      return sizeOfDocument([value]);
    },
    result: () => [...values.values()],
  };
}

/** Welford's way, so that large values with small differences keep their digits. */
function standardDeviation(isSample: boolean): Accumulator {
  let count = 0;
  let mean = 0;
  let squares = 0;
  return {
    add: (value) => {
      if (typeof value !== 'number') return 0;
      count += 1;
      const distance = value - mean;
      mean += distance / count;
      squares += distance * (value - mean);
      return 0;
    },
    result: () => {
      const divisor = isSample ? count - 1 : count;
      return divisor <= 0 ? null : Math.sqrt(squares / divisor);
    },
  };
}

function mergeObjects(): Accumulator {
  let merged: Record<string, unknown> = {};
  return {
    add: (value) => {
      if (isNullish(value)) return 0;
      if (!isPlainObject(value)) throw failure(`$mergeObjects requires object inputs, but input ${showValue(value)} is of type ${typeName(value)}`);
      merged = { ...merged, ...value };
      return 0;
    },
    result: () => merged,
  };
}

const ACCUMULATORS: Readonly<Record<string, () => Accumulator>> = {
  $sum: () => summing((total) => total),
  $avg: () => summing((total, count) => (count === 0 ? null : total / count)),
  $min: () => extreme(1),
  $max: () => extreme(-1),
  $first: first,
  $last: last,
  $push: push,
  $addToSet: addToSet,
  $stdDevPop: () => standardDeviation(false),
  $stdDevSamp: () => standardDeviation(true),
  $mergeObjects: mergeObjects,
};

/** One `field: {$accumulator: expression}` of a specification. */
export interface AccumulatedField {
  readonly field: string;
  readonly operand: Expression;
  readonly start: () => Accumulator;
}

/** Reads one accumulated field, with MongoDB's refusals. */
export function parseAccumulatedField(field: string, specification: unknown, { nowMs, variables }: CompileContext): AccumulatedField {
  if (!isPlainObject(specification) || Object.keys(specification)[0]?.startsWith('$') !== true) throw failure(`The field '${field}' must be an accumulator object`);
  if (field.includes('.')) throw failure(`The field name '${field}' cannot contain '.'`);
  if (field.startsWith('$')) throw failure(`The field name '${field}' cannot be an operator name`);
  const entries = Object.entries(specification);
  const [only] = entries;
  if (only === undefined || entries.length !== 1) throw failure(`The field '${field}' must specify one accumulator`);
  const [name, operand] = only;
  if (Array.isArray(operand)) throw failure(`The ${name} accumulator is a unary operator`);
  const start = Object.hasOwn(ACCUMULATORS, name) ? ACCUMULATORS[name] : undefined;
  if (start === undefined) throw failure(`unknown group operator '${name}'`);
  return { field, operand: compileExpression(operand, { nowMs, variables }), start };
}
