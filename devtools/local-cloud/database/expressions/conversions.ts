/** $convert and its short forms ($toBool, $toDate, $toDouble, $toInt, $toLong, $toString), $isNumber, $type. */
import { argumentsOf, folded, unary } from './arity';
import type { Compiled, Operator, OperatorTable } from './compiled';
import { parseDate } from './dates-parsing';
import { ConversionFailure, failure, isInt, isIntegral, isNullish, isTruthy, typeName } from './failure';
import { namedOperands, optional, present, required } from './named-operands';
import { showDate, showNumber } from './show-value';
import { UTC } from './time-zones';

const LONG_LIMIT = 2 ** 63;
const INT_LIMIT = 2 ** 31;
const LAST_DATE_MS = 8.64e15;
const NO_ON_ERROR = 'in $convert with no onError value';

/** BSON types by code and by name (bsonspec.org). */
const TYPE_NAMES: Readonly<Record<number, string>> = {
  [-1]: 'minKey', 1: 'double', 2: 'string', 3: 'object', 4: 'array', 5: 'binData', 6: 'undefined', 7: 'objectId', 8: 'bool', 9: 'date', 10: 'null',
  11: 'regex', 12: 'dbPointer', 13: 'javascript', 14: 'symbol', 15: 'javascriptWithScope', 16: 'int', 17: 'timestamp', 18: 'long', 19: 'decimal', 127: 'maxKey',
};
const KNOWN_TYPES: ReadonlySet<string> = new Set([...Object.values(TYPE_NAMES), 'missing']);

const unsupported = (value: unknown, target: string): Error => new ConversionFailure(`Unsupported conversion from ${typeName(value)} to ${target} ${NO_ON_ERROR}`);

function truncated(value: number, limit: number): number {
  if (Number.isNaN(value)) throw new ConversionFailure(`Attempt to convert NaN value to integer type ${NO_ON_ERROR}`);
  if (!Number.isFinite(value)) throw new ConversionFailure(`Attempt to convert infinity value to integer type ${NO_ON_ERROR}`);
  // A double just below the limit of int is refused although its whole part would fit.
  const greatest = limit === INT_LIMIT ? limit - 1 : limit;
  if (value < -limit || value > greatest || value === LONG_LIMIT) throw new ConversionFailure(`Conversion would overflow target type ${NO_ON_ERROR}: ${showNumber(value)}`);
  return Math.trunc(value) + 0;
}

function assertNoHexadecimal(text: string): void {
  if (text.startsWith('0x')) throw new ConversionFailure(`Illegal hexadecimal input ${NO_ON_ERROR}: ${text}`);
}

const unparsed = (text: string, reason: string): Error => new ConversionFailure(`Failed to parse number '${text}' ${NO_ON_ERROR}: ${reason}`);

function parseInteger(text: string, limit: number): number {
  assertNoHexadecimal(text);
  const digits = text.replace(/^[+-]/, '');
  if (digits === '') throw unparsed(text, 'No digits');
  const wrong = /\D/.exec(digits)?.[0];
  if (wrong !== undefined) throw unparsed(text, `Bad digit "${wrong}" while parsing ${text}`);
  const value = BigInt(digits) * (text.startsWith('-') ? -1n : 1n);
  if (value < -BigInt(limit) || value >= BigInt(limit)) throw unparsed(text, 'Overflow');
  return Number(value);
}

const DOUBLE_FORM = /^[+-]?(\d+\.?\d*(e[+-]?\d+)?|\.\d+(e[+-]?\d+)?|inf|infinity|nan)$/i;

function parseDouble(text: string): number {
  assertNoHexadecimal(text);
  if (text === '') throw unparsed(text, 'Empty string');
  if (/^\s/.test(text)) throw unparsed(text, 'Leading whitespace');
  if (!DOUBLE_FORM.test(text)) throw unparsed(text, 'Did not consume whole number.');
  if (/nan$/i.test(text)) return NaN;
  if (/inf/i.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  const value = Number(text);
  if (!Number.isFinite(value)) throw unparsed(text, 'Out of range');
  return value;
}

function toInteger(value: unknown, target: 'int' | 'long'): number {
  const limit = target === 'int' ? INT_LIMIT : LONG_LIMIT;
  if (typeof value === 'number') return truncated(value, limit);
  if (typeof value === 'string') return parseInteger(value, limit);
  if (typeof value === 'boolean') return Number(value);
  if (value instanceof Date && target === 'long') return value.getTime();
  throw unsupported(value, target);
}

function toDouble(value: unknown): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return parseDouble(value);
  if (typeof value === 'boolean') return Number(value);
  if (value instanceof Date) return value.getTime();
  throw unsupported(value, 'double');
}

/** A 32-bit integer does not convert to a date; a longer one and a double do. */
function toDate(value: unknown): Date {
  if (value instanceof Date) return value;
  if (typeof value === 'string') return parseDate(value, UTC);
  if (typeof value !== 'number' || isInt(value)) throw unsupported(value, 'date');
  const atMs = isIntegral(value) ? value : truncated(value, LONG_LIMIT);
  if (Math.abs(atMs) > LAST_DATE_MS) throw failure(`dates beyond ${LAST_DATE_MS} ms are not supported by the local cloud: ${atMs}`);
  return new Date(atMs);
}

function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return showNumber(value);
  if (typeof value === 'boolean') return String(value);
  if (value instanceof Date) return showDate(value);
  throw unsupported(value, 'string');
}

const CONVERSIONS: Readonly<Record<string, (value: unknown) => unknown>> = {
  bool: isTruthy,
  date: toDate,
  double: toDouble,
  int: (value) => toInteger(value, 'int'),
  long: (value) => toInteger(value, 'long'),
  string: toText,
};

/** Refuses a conversion to a type that is not kept here: as MongoDB where it would refuse too, else as what it is, a gap. */
function refuseUnkept(value: unknown, target: 'objectId' | 'decimal'): never {
  const isHex = typeof value === 'string' && /^[0-9a-f]{24}$/i.test(value);
  if (target === 'objectId' && typeof value === 'string' && !isHex) {
    const reason = value.length === 24 ? 'Invalid character found in hex string' : `Invalid string length for parsing to OID, expected 24 but found ${value.length}`;
    throw new ConversionFailure(`Failed to parse objectId '${value}' ${NO_ON_ERROR}: ${reason}`);
  }
  const hasNone = Array.isArray(value) || value instanceof RegExp || (typeof value === 'object' && !(value instanceof Date));
  if (target === 'objectId' ? !isHex : hasNone) throw unsupported(value, target);
  throw failure(`the local cloud keeps no values of type ${target}`);
}

/** Converts what is neither null nor missing to a type by its name. */
function convertTo(value: unknown, target: string): unknown {
  if (target === 'objectId' || target === 'decimal') return refuseUnkept(value, target);
  const convert = CONVERSIONS[target];
  if (convert === undefined) throw unsupported(value, target);
  return convert(value);
}

function targetOf(to: unknown): string {
  if (typeof to === 'string') {
    if (!KNOWN_TYPES.has(to)) throw failure(`Unknown type name: ${to}`);
    return to;
  }
  if (typeof to !== 'number') throw failure(`$convert's 'to' argument must be a string or number, but is ${typeName(to)}`);
  if (!isInt(to + 0)) throw failure("In $convert, numeric 'to' argument is not an integer");
  const name = to === 0 ? 'missing' : TYPE_NAMES[to];
  if (name === undefined) throw failure(`In $convert, numeric value for 'to' does not correspond to a BSON type: ${to}`);
  return name;
}

/** Evaluates `attempt`; where a value did not convert and there is `onError`, that instead. */
export function orOnError(attempt: () => unknown, onError: (() => unknown) | undefined): unknown {
  try {
    return attempt();
  } catch (error) {
    if (error instanceof ConversionFailure && onError !== undefined) return onError();
    throw error;
  }
}

const convert: Operator = (operand, compiler) => {
  const named = namedOperands(operand, ['input', 'to', 'onError', 'onNull'], {
    notAnObject: (type) => `$convert expects an object of named arguments but found: ${type}`,
    unknown: (field) => `$convert found an unknown argument: ${field}`,
  });
  const input = required(named.input, compiler, "Missing 'input' parameter to $convert");
  const to = required(named.to, compiler, "Missing 'to' parameter to $convert");
  const onError: Compiled | undefined = optional(named.onError, compiler);
  const onNull: Compiled | undefined = optional(named.onNull, compiler);
  return folded(present([input, to, onError, onNull]), (scope) => {
    const named = to.evaluate(scope);
    const value = input.evaluate(scope);
    const target = isNullish(named) ? null : targetOf(named);
    if (isNullish(value)) return onNull === undefined ? null : onNull.evaluate(scope);
    if (target === null) return null;
    return orOnError(() => convertTo(value, target), onError === undefined ? undefined : () => onError.evaluate(scope));
  });
};

const short =
  (target: string): Operator =>
  (operand, compiler, name) => {
    const parts = argumentsOf(operand).map((part) => compiler.compile(part));
    const [input] = parts;
    if (input === undefined || parts.length !== 1) throw failure(`${name} requires a single argument, got ${parts.length}`);
    return folded(parts, (scope) => {
      const value = input.evaluate(scope);
      return isNullish(value) ? null : convertTo(value, target);
    });
  };

export const conversions: OperatorTable = {
  $convert: convert,
  $isNumber: unary((value) => typeof value === 'number'),
  $toBool: short('bool'),
  $toDate: short('date'),
  $toDouble: short('double'),
  $toInt: short('int'),
  $toLong: short('long'),
  $toString: short('string'),
  $type: unary(typeName),
};
