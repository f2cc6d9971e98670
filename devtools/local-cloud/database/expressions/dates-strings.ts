/** $dateToString and $dateFromString. */
import { folded } from './arity';
import type { Operator, OperatorTable } from './compiled';
import { orOnError } from './conversions';
import { assertFormat, formatDate, READABLE, WRITABLE } from './date-formats';
import { parseDate } from './dates-parsing';
import { parseDateInFormat } from './dates-parsing-format';
import { dateOf, zoneOf } from './dates-parts';
import { ConversionFailure, failure, isNullish, typeName } from './failure';
import { namedOperands, optional, present, required } from './named-operands';
import { showValue } from './show-value';

const ISO_FORMAT = '%Y-%m-%dT%H:%M:%S.%LZ';

/** A format, checked before anything else is looked at; null stays null. */
function formatOf(value: unknown, name: string, specifiers: string): string | null {
  if (isNullish(value)) return null;
  if (typeof value !== 'string') throw failure(`${name} requires that 'format' be a string, found: ${typeName(value)} with value ${showValue(value)}`);
  assertFormat(value, specifiers);
  return value;
}

const dateToString: Operator = (operand, compiler, name) => {
  const named = namedOperands(operand, ['format', 'date', 'timezone', 'onNull'], {
    notAnObject: () => '$dateToString only supports an object as its argument',
    unknown: (field) => `Unrecognized argument to $dateToString: ${field}`,
  });
  const date = required(named.date, compiler, "Missing 'date' parameter to $dateToString");
  const format = optional(named.format, compiler);
  const zone = optional(named.timezone, compiler);
  const onNull = optional(named.onNull, compiler);
  return folded(present([date, format, zone, onNull]), (scope) => {
    const value = date.evaluate(scope);
    const pattern = format === undefined ? ISO_FORMAT : formatOf(format.evaluate(scope), name, WRITABLE);
    const place = zoneOf(zone, scope);
    if (isNullish(value)) return onNull === undefined ? null : onNull.evaluate(scope);
    return place === null || pattern === null ? null : formatDate(dateOf(value), pattern, place);
  });
};

const dateFromString: Operator = (operand, compiler, name) => {
  const named = namedOperands(operand, ['format', 'dateString', 'timezone', 'onNull', 'onError'], {
    notAnObject: (type) => `$dateFromString only supports an object as an argument, found: ${type}`,
    unknown: (field) => `Unrecognized argument to $dateFromString: ${field}`,
  });
  const source = required(named.dateString, compiler, "Missing 'dateString' parameter to $dateFromString");
  const zone = optional(named.timezone, compiler);
  const format = optional(named.format, compiler);
  const onNull = optional(named.onNull, compiler);
  const onError = optional(named.onError, compiler);
  return folded(present([source, zone, format, onNull, onError]), (scope) => {
    const text = source.evaluate(scope);
    const pattern = format === undefined ? undefined : formatOf(format.evaluate(scope), name, READABLE);
    const place = zoneOf(zone, scope);
    if (isNullish(text)) return onNull === undefined ? null : onNull.evaluate(scope);
    const attempt = (): Date | null => {
      if (typeof text !== 'string') throw new ConversionFailure(`$dateFromString requires that 'dateString' be a string, found: ${typeName(text)} with value ${showValue(text)}`);
      if (place === null || pattern === null) return null;
      return pattern === undefined ? parseDate(text, place) : parseDateInFormat(text, pattern, place);
    };
    return orOnError(attempt, onError === undefined ? undefined : () => onError.evaluate(scope));
  });
};

export const dateStrings: OperatorTable = { $dateFromString: dateFromString, $dateToString: dateToString };
