/** Operators on single values: $set, $unset, $inc, $mul, $min, $max, $bit, $currentDate. Texts: mongo/db/update/*_node.cpp. */
import { requestFailed, writeRefused } from '../../kernel/cloud-error';
import { isPlainObject } from '../../kernel/values';
import { compareValues } from '../compare';
import { identical } from './identical';
import { REMOVED, showId, UNCHANGED, type Modifier, type ModifierMaker, type Place } from './modifier';
import { isInt, isIntegral, showElement, showValue, typeName } from './show-element';

export const set: ModifierMaker = (_path, operand) => ({
  change: (current) => (identical(current, operand) ? UNCHANGED : operand),
  create: () => operand,
});

export const unset: ModifierMaker = () => ({ change: () => REMOVED, ignoresDeadEnds: true });

interface Arithmetic {
  readonly operator: '$inc' | '$mul';
  readonly verb: 'increment' | 'multiply';
  readonly combine: (current: number, operand: number) => number;
}

function arithmetic({ operator, verb, combine }: Arithmetic): ModifierMaker {
  return (path, operand) => {
    if (typeof operand !== 'number') throw writeRefused(`Cannot ${verb} with non-numeric argument: {${showElement(path, operand)}}`);
    const apply = (current: number, { document }: Place): number => {
      const result = combine(current, operand);
      if (!isIntegral(current) || !isIntegral(operand)) return result;
      if (!isIntegral(result)) {
        const shown = `(${isInt(current) ? 'NumberInt' : 'NumberLong'})${showValue(current)}`;
        throw writeRefused(`Failed to apply ${operator} operations to current value (${shown}) for document {${showId(document)}}`);
      }
      return result === 0 ? 0 : result; // Whole numbers know no negative zero.
    };
    const change = (current: unknown, place: Place): unknown => {
      if (typeof current !== 'number') {
        const where = `{${showId(place.document)}} has the field '${place.name}' of non-numeric type ${typeName(current)}`;
        throw writeRefused(`Cannot apply ${operator} to a value of non-numeric type. ${where}`);
      }
      const result = apply(current, place);
      return Object.is(result, current) ? UNCHANGED : result;
    };
    return { change, create: (place) => apply(0, place) };
  };
}

export const inc = arithmetic({ operator: '$inc', verb: 'increment', combine: (current, operand) => current + operand });
export const mul = arithmetic({ operator: '$mul', verb: 'multiply', combine: (current, operand) => current * operand });

/** The operand where it is beyond the value, in the order of values of all types. */
const extreme =
  (sign: 1 | -1): ModifierMaker =>
  (_path, operand) => ({
    change: (current) => (compareValues(operand, current) * sign > 0 ? operand : UNCHANGED),
    create: () => operand,
  });

export const min = extreme(-1);
export const max = extreme(1);

const BIT_FORMAT = '{$bit: {field: {and/or/xor: #}}';
const BIT_OPERATIONS: Readonly<Record<string, (value: bigint, operand: bigint) => bigint>> = {
  and: (value, operand) => value & operand,
  or: (value, operand) => value | operand,
  xor: (value, operand) => value ^ operand,
};

function bitStep(name: string, operand: unknown): (value: bigint) => bigint {
  const operation = Object.hasOwn(BIT_OPERATIONS, name) ? BIT_OPERATIONS[name] : undefined;
  const shown = `{${showElement(name, operand)}}`;
  if (operation === undefined) throw writeRefused(`The $bit modifier only supports 'and', 'or', and 'xor', not '${name}' which is an unknown operator: ${shown}`);
  if (!isIntegral(operand)) throw writeRefused(`The $bit modifier field must be an Integer(32/64 bit); a '${typeName(operand)}' is not supported here: ${shown}`);
  return (value) => operation(value, BigInt(operand));
}

export const bit: ModifierMaker = (_path, operand) => {
  if (!isPlainObject(operand)) throw writeRefused(`The $bit modifier is not compatible with a ${typeName(operand)}. You must pass in an embedded document: ${BIT_FORMAT}`);
  const steps = Object.entries(operand).map(([name, value]) => bitStep(name, value));
  if (steps.length === 0) throw writeRefused(`You must pass in at least one bitwise operation. The format is: ${BIT_FORMAT}`);
  const apply = (value: number): number => Number(steps.reduce((bits, step) => step(bits), BigInt(value)));
  return {
    change: (current, { document, name }) => {
      if (!isIntegral(current)) throw writeRefused(`Cannot apply $bit to a value of non-integral type.${showId(document)} has the field ${name} of non-integer type ${typeName(current)}`);
      const result = apply(current);
      return result === current ? UNCHANGED : result;
    },
    create: () => apply(0),
  };
};

function assertDateWanted(operand: unknown): void {
  if (typeof operand === 'boolean') return;
  if (!isPlainObject(operand)) {
    throw writeRefused(
      `${typeName(operand)} is not valid type for $currentDate. Please use a boolean ('true') or a $type expression ({$type: 'timestamp/date'}).`,
    );
  }
  for (const name of Object.keys(operand)) if (name !== '$type') throw writeRefused(`Unrecognized $currentDate option: ${name}`);
  if (operand.$type === 'date') return;
  if (operand.$type === 'timestamp') throw requestFailed("the local cloud keeps no values of type timestamp; use {$type: 'date'}");
  throw writeRefused("The '$type' string field is required to be 'date' or 'timestamp': {$currentDate: {field : {$type: 'date'}}}");
}

/** Counts as a change even when the time stands still. */
export const currentDate: ModifierMaker = (_path, operand): Modifier => {
  assertDateWanted(operand);
  const now = ({ nowMs }: Place): Date => new Date(nowMs);
  return { change: (_current, place) => now(place), create: now };
};
