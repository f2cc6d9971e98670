/** $abs, $add, $ceil, $divide, $exp, $floor, $ln, $log, $log10, $mod, $multiply, $pow, $sqrt, $subtract. */
import { associative, fixed, unary } from './arity';
import type { Operator, OperatorTable } from './compiled';
import { decimalLogarithm, exponential, naturalLogarithm, powerOf } from './exact-logarithms';
import { failure, isIntegral, isNullish, typeName } from './failure';
import { showNumber } from './show-value';
import { NOTHING_YET, plus, type Sum } from './summation';

const LAST_DATE_MS = 8.64e15;
const GREATEST_INTEGER_POWER = 63;

const isNumber = (value: unknown): value is number => typeof value === 'number';

/** An operation on one number; null and missing give null. */
const ofNumber = (operation: (value: number, name: string) => number): Operator =>
  unary((value, name) => {
    if (isNullish(value)) return null;
    if (!isNumber(value)) throw failure(`${name} only supports numeric types, not ${typeName(value)}`);
    return operation(value, name);
  });

/** An operation on two numbers that names both types when it refuses. */
const ofTwoNumbers = (operation: (a: number, b: number) => number): Operator =>
  fixed(2, ([a, b], name) => {
    if (isNumber(a) && isNumber(b)) return operation(a, b);
    if (isNullish(a) || isNullish(b)) return null;
    throw failure(`${name} only supports numeric types, not ${typeName(a)} and ${typeName(b)}`);
  });

/** A date at ms since 1970; what JavaScript cannot hold is an overflow. */
function dateAt(atMs: number, name: string): Date {
  if (!(Math.abs(atMs) <= LAST_DATE_MS)) throw failure(`date overflow in ${name}`);
  return new Date(atMs);
}

const roundAwayFromZero = (value: number): number => Math.sign(value) * Math.floor(Math.abs(value) + 0.5);

/** Whole ms of a sum, as MongoDB rounds it. */
function wholeOf({ total, rest }: Sum): number {
  const whole = roundAwayFromZero(total);
  return whole + roundAwayFromZero(total - whole + rest);
}

function add(values: readonly unknown[]): unknown {
  let sum = NOTHING_YET;
  let dates = 0;
  for (const value of values) {
    if (isNumber(value)) sum = plus(sum, value);
    else if (value instanceof Date) {
      dates += 1;
      if (dates > 1) throw failure('only one date allowed in an $add expression');
      sum = plus(sum, value.getTime());
    } else if (isNullish(value)) return null;
    else throw failure(`$add only supports numeric or date types, not ${typeName(value)}`);
  }
  return dates === 0 ? sum.total + 0 : dateAt(wholeOf(sum), '$add');
}

/** Integers are multiplied as 64-bit longs, exactly, and only beyond those as doubles (MongoDB 4.0, ExpressionMultiply). */
function exactProduct(values: readonly number[], rounded: number): number {
  if (Number.isSafeInteger(rounded)) return rounded + 0;
  const exact = values.reduce((product, value) => product * BigInt(value), 1n);
  return BigInt.asIntN(64, exact) === exact ? Number(exact) : rounded;
}

function multiply(values: readonly unknown[]): unknown {
  const factors: number[] = [];
  for (const value of values) {
    if (isNullish(value)) return null;
    if (!isNumber(value)) throw failure(`$multiply only supports numeric types, not ${typeName(value)}`);
    factors.push(value);
  }
  const product = factors.reduce((sofar, factor) => sofar * factor, 1);
  return factors.every(isIntegral) ? exactProduct(factors, product) : product;
}

function subtract([from, what]: readonly unknown[]): unknown {
  if (isNumber(from) && isNumber(what)) return from - what;
  if (isNullish(from) || isNullish(what)) return null;
  if (!(from instanceof Date)) throw failure(`cant $subtract a${typeName(what)} from a ${typeName(from)}`);
  if (what instanceof Date) return from.getTime() - what.getTime();
  if (isNumber(what)) return dateAt(from.getTime() - Math.trunc(what), '$subtract');
  throw failure(`cant $subtract a ${typeName(what)} from a Date`);
}

function modulo(a: number, b: number): number {
  if (b === 0) throw failure("can't $mod by zero");
  return isIntegral(a) ? (a % b) + 0 : a % b;
}

function divide(a: number, b: number): number {
  if (b === 0) throw failure("can't $divide by zero");
  return a / b;
}

function integerPower(base: number, exponent: number): number {
  let power = 1;
  for (let i = 0; i < exponent; i += 1) power *= base;
  return power;
}

function power([base, exponent]: readonly unknown[]): unknown {
  if (isNullish(base) || isNullish(exponent)) return null;
  if (!isNumber(base)) throw failure(`$pow's base must be numeric, not ${typeName(base)}`);
  if (!isNumber(exponent)) throw failure(`$pow's exponent must be numeric, not ${typeName(exponent)}`);
  if (base === 0 && exponent < 0) throw failure('$pow cannot take a base of 0 and a negative exponent');
  const isExact = isIntegral(base) && isIntegral(exponent) && exponent >= 0 && exponent <= GREATEST_INTEGER_POWER;
  return isExact ? integerPower(base, exponent) : powerOf(base, exponent);
}

function logarithm([value, base]: readonly unknown[]): unknown {
  if (isNullish(value) || isNullish(base)) return null;
  if (!isNumber(value)) throw failure(`$log's argument must be numeric, not ${typeName(value)}`);
  if (!isNumber(base)) throw failure(`$log's base must be numeric, not ${typeName(base)}`);
  if (value <= 0) throw failure(`$log's argument must be a positive number, but is ${showNumber(value)}`);
  if (base <= 0 || base === 1) throw failure(`$log's base must be a positive number not equal to 1, but is ${showNumber(base)}`);
  return naturalLogarithm(value) / naturalLogarithm(base);
}

/** A logarithm of positive numbers only; NaN passes. */
const ofPositive = (operation: (value: number) => number): Operator =>
  ofNumber((value, name) => {
    if (value <= 0) throw failure(`${name}'s argument must be a positive number, but is ${showNumber(value)}`);
    return operation(value);
  });

export const arithmetic: OperatorTable = {
  $abs: ofNumber(Math.abs),
  $add: associative(true, add),
  $ceil: ofNumber(Math.ceil),
  $divide: ofTwoNumbers(divide),
  $exp: ofNumber(exponential),
  $floor: ofNumber(Math.floor),
  $ln: ofPositive(naturalLogarithm),
  $log: fixed(2, logarithm),
  $log10: ofPositive(decimalLogarithm),
  $mod: ofTwoNumbers(modulo),
  $multiply: associative(true, multiply),
  $pow: fixed(2, power),
  $sqrt: ofNumber((value) => {
    if (value < 0) throw failure("$sqrt's argument must be greater than or equal to 0");
    return Math.sqrt(value);
  }),
  $subtract: fixed(2, subtract),
};
