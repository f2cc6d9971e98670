/** Parts of dates ($year … $millisecond, $dateToParts) and dates of parts ($dateFromParts). */
import { isPlainObject } from '../../kernel/values';
import { folded } from './arity';
import { calendarDate, dateOfIsoWeek, msOf, type CalendarDate } from './calendar';
import type { Compiled, Compiler, Operator, OperatorTable, Scope } from './compiled';
import { failure, isNullish, typeName } from './failure';
import { namedOperands, optional, present, required } from './named-operands';
import { showValue } from './show-value';
import { instantOf, timeZone, UTC, type TimeZone } from './time-zones';

const LAST_DATE_MS = 8.64e15;
const GREATEST_PART = 32_767;
const LAST_YEAR = 9999;
const LONG_LIMIT = 2 ** 63;

/** A date as it stands; other types do not become one. */
export function dateOf(value: unknown): Date {
  if (value instanceof Date) return value;
  throw failure(`can't convert from BSON type ${typeName(value)} to Date`);
}

/** The zone an operand names; UTC without one, null when it is null or missing. */
export function zoneOf(zone: Compiled | undefined, scope: Scope): TimeZone | null {
  if (zone === undefined) return UTC;
  const name = zone.evaluate(scope);
  if (isNullish(name)) return null;
  if (typeof name !== 'string') throw failure(`timezone must evaluate to a string, found ${typeName(name)}`);
  return timeZone(name);
}

interface DateOperand {
  readonly date: Compiled;
  readonly zone: Compiled | undefined;
}

/** `date`, `[date]`, or `{date, timezone}`. */
function dateOperand(operand: unknown, compiler: Compiler, name: string): DateOperand {
  if (Array.isArray(operand)) {
    if (operand.length !== 1) throw failure(`${name} accepts exactly one argument if given an array, but was given ${operand.length}`);
    return { date: compiler.compile(operand[0]), zone: undefined };
  }
  const isNamed = isPlainObject(operand) && Object.keys(operand)[0]?.startsWith('$') !== true;
  if (!isNamed) return { date: compiler.compile(operand), zone: undefined };
  const named = namedOperands(operand, ['date', 'timezone'], { notAnObject: () => '', unknown: (field) => `unrecognized option to ${name}: "${field}"` });
  return {
    date: required(named.date, compiler, `missing 'date' argument to ${name}, provided: ${name}: ${showValue(operand)}`),
    zone: optional(named.timezone, compiler),
  };
}

const part =
  (read: (date: CalendarDate) => number): Operator =>
  (operand, compiler, name) => {
    const { date, zone } = dateOperand(operand, compiler, name);
    return folded(present([date, zone]), (scope) => {
      const value = date.evaluate(scope);
      if (isNullish(value)) return null;
      const instant = dateOf(value);
      const zoneName = zone?.evaluate(scope);
      if (zone === undefined) return read(calendarDate(instant, UTC));
      if (isNullish(zoneName)) return null;
      if (typeof zoneName !== 'string') throw failure(`${name} requires a string for the timezone argument, but was given a ${typeName(zoneName)} (${showValue(zoneName)})`);
      return read(calendarDate(instant, timeZone(zoneName)));
    });
  };

function isoFlagOf(flag: Compiled | undefined, scope: Scope): boolean | null {
  if (flag === undefined) return false;
  const value = flag.evaluate(scope);
  if (isNullish(value)) return null;
  if (typeof value !== 'boolean') throw failure(`iso8601 must evaluate to a bool, found ${typeName(value)}`);
  return value;
}

const dateToParts: Operator = (operand, compiler) => {
  const named = namedOperands(operand, ['date', 'timezone', 'iso8601'], {
    notAnObject: () => '$dateToParts only supports an object as its argument',
    unknown: (field) => `Unrecognized argument to $dateToParts: ${field}`,
  });
  const date = required(named.date, compiler, "Missing 'date' parameter to $dateToParts");
  const zone = optional(named.timezone, compiler);
  const isoFlag = optional(named.iso8601, compiler);
  return folded(present([date, zone, isoFlag]), (scope) => {
    const value = date.evaluate(scope);
    const place = zoneOf(zone, scope);
    if (place === null) return null;
    const isIso = isoFlagOf(isoFlag, scope);
    if (isIso === null || isNullish(value)) return null;
    const { year, month, day, isoWeekYear, isoWeek, isoDayOfWeek, hour, minute, second, millisecond } = calendarDate(dateOf(value), place);
    const time = { hour, minute, second, millisecond };
    return isIso ? { isoWeekYear, isoWeek, isoDayOfWeek, ...time } : { year, month, day, ...time };
  });
};

const CLOCK = ['hour', 'minute', 'second', 'millisecond'] as const;
const NATURAL = ['year', 'month', 'day'] as const;
const ISO = ['isoWeekYear', 'isoWeek', 'isoDayOfWeek'] as const;
type PartName = (typeof CLOCK)[number] | (typeof NATURAL)[number] | (typeof ISO)[number];
const UNBOUNDED: ReadonlySet<string> = new Set(['second', 'millisecond']);

/** A whole number; null or missing is null. */
function partValue(name: PartName, value: unknown): number | null {
  if (isNullish(value)) return null;
  if (typeof value !== 'number' || !Number.isInteger(value) || Math.abs(value) >= LONG_LIMIT) throw failure(`'${name}' must evaluate to an integer, found ${typeName(value)} with value ${showValue(value)}`);
  if (name === 'year' || name === 'isoWeekYear') {
    if (value < 1 || value > LAST_YEAR) throw failure(`'${name}' must evaluate to an integer in the range 1 to ${LAST_YEAR}, found ${value}`);
  } else if (!UNBOUNDED.has(name) && (value < -GREATEST_PART - 1 || value > GREATEST_PART)) {
    throw failure(`'${name}' must evaluate to a value in the range [${-GREATEST_PART - 1}, ${GREATEST_PART}]; value ${value} is not in range`);
  }
  return value;
}

function assertNotMixed(named: Partial<Record<PartName, unknown>>): void {
  const has = (names: readonly PartName[]): boolean => names.some((name) => named[name] !== undefined);
  if (!has(['year', 'isoWeekYear'])) throw failure("$dateFromParts requires either 'year' or 'isoWeekYear' to be present");
  if (has(['year']) && has(ISO)) throw failure('$dateFromParts does not allow mixing natural dates with ISO dates');
  if (has(['isoWeekYear']) && has(NATURAL)) throw failure('$dateFromParts does not allow mixing ISO dates with natural dates');
}

/** The values of parts, their defaults where absent; null when one is null. */
function partValues(names: readonly PartName[], parts: Partial<Record<PartName, Compiled>>, fallback: number, scope: Scope): number[] | null {
  const values: number[] = [];
  for (const name of names) {
    const compiled = parts[name];
    const value = compiled === undefined ? fallback : partValue(name, compiled.evaluate(scope));
    if (value === null) return null;
    values.push(value);
  }
  return values;
}

const dateFromParts: Operator = (operand, compiler) => {
  const named = namedOperands(operand, [...CLOCK, ...NATURAL, ...ISO, 'timezone'], {
    notAnObject: () => '$dateFromParts only supports an object as its argument',
    unknown: (field) => `Unrecognized argument to $dateFromParts: ${field}`,
  });
  assertNotMixed(named);
  const parts: Partial<Record<PartName, Compiled>> = {};
  for (const name of [...CLOCK, ...NATURAL, ...ISO]) {
    const compiled = optional(named[name], compiler);
    if (compiled !== undefined) parts[name] = compiled;
  }
  const zone = optional(named.timezone, compiler);
  const isIso = parts.isoWeekYear !== undefined;
  return folded(present([...Object.values(parts), zone]), (scope) => {
    const clock = partValues(CLOCK, parts, 0, scope);
    if (clock === null) return null;
    const place = zoneOf(zone, scope);
    if (place === null) return null;
    const days = partValues(isIso ? ISO : NATURAL, parts, 1, scope);
    if (days === null) return null;
    const [hour = 0, minute = 0, second = 0, millisecond = 0] = clock;
    const [first = 1, middle = 1, last = 1] = days;
    const date = isIso ? dateOfIsoWeek(first, middle, last) : { year: first, month: middle, day: last };
    const atMs = instantOf(msOf({ ...date, hour, minute, second, millisecond }), place);
    if (!(Math.abs(atMs) <= LAST_DATE_MS)) throw failure('Overflow casting from a lower-precision duration to a higher-precision duration');
    return new Date(atMs);
  });
};

export const dateParts: OperatorTable = {
  $dateFromParts: dateFromParts,
  $dateToParts: dateToParts,
  $dayOfMonth: part((date) => date.day),
  $dayOfWeek: part((date) => date.dayOfWeek),
  $dayOfYear: part((date) => date.dayOfYear),
  $hour: part((date) => date.hour),
  $isoDayOfWeek: part((date) => date.isoDayOfWeek),
  $isoWeek: part((date) => date.isoWeek),
  $isoWeekYear: part((date) => date.isoWeekYear),
  $millisecond: part((date) => date.millisecond),
  $minute: part((date) => date.minute),
  $month: part((date) => date.month),
  $second: part((date) => date.second),
  $week: part((date) => date.week),
  $year: part((date) => date.year),
};
