/** The BSON types by name and number, as `$type` and `$jsonSchema` know them. */
import { badValue, showField } from './bad-value';

const CODES: Readonly<Record<string, number>> = {
  double: 1, string: 2, object: 3, array: 4, binData: 5, undefined: 6, objectId: 7, bool: 8, date: 9, null: 10, regex: 11, dbPointer: 12, javascript: 13,
  symbol: 14, javascriptWithScope: 15, int: 16, timestamp: 17, long: 18, decimal: 19, minKey: -1, maxKey: 127,
};
const NAMES = new Map(Object.entries(CODES).map(([name, code]) => [code, name]));

const LONG_LIMIT = 2 ** 63;
const INT_LIMIT = 2 ** 31;

function numberType(value: number): 'int' | 'long' | 'double' {
  if (!Number.isInteger(value) || Math.abs(value) >= LONG_LIMIT) return 'double';
  return value >= -INT_LIMIT && value < INT_LIMIT ? 'int' : 'long';
}

/** Name of the type of a stored value; undefined for a missing one. */
export function typeNameOf(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (value === null) return 'null';
  if (typeof value === 'number') return numberType(value);
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'bool';
  if (value instanceof Date) return 'date';
  if (value instanceof RegExp) return 'regex';
  return Array.isArray(value) ? 'array' : 'object';
}

const NUMBER_TYPES = ['int', 'long', 'double', 'decimal'];

function typesNamed(value: unknown): readonly string[] {
  if (value === 'number') return NUMBER_TYPES;
  if (typeof value === 'string') {
    if (value === 'missing') throw badValue("'missing' is not a legal type name. To query for non-existence of a field, use {$exists:false}.");
    if (!Object.hasOwn(CODES, value)) throw badValue(`Unknown type name alias: ${value}`);
    return [value];
  }
  if (typeof value !== 'number') throw badValue('type must be represented as a number or a string');
  if (value === 0) throw badValue('Invalid numerical type code: 0. Instead use {$exists:false}.');
  const name = NAMES.get(value);
  if (name === undefined) throw badValue(`Invalid numerical type code: ${value}`);
  return [name];
}

/** The types an operand such as `'string'`, `2`, `'number'` or a list of these stands for. */
export function parseTypeSet(operator: string, operand: unknown): ReadonlySet<string> {
  const list: readonly unknown[] = Array.isArray(operand) ? (operand as unknown[]) : [operand];
  if (list.length === 0) throw badValue(`${operator} must match at least one type`);
  return new Set(list.flatMap(typesNamed));
}

/** A whole number that fits 64 bits, or the complaint about it. */
export function parseLong(name: string, value: unknown): number {
  const shown = showField(name, value);
  if (typeof value !== 'number') throw badValue(`Expected a number in: ${shown}`);
  if (Number.isNaN(value)) throw badValue(`Expected an integer, but found NaN in: ${shown}`);
  if (value >= LONG_LIMIT || value < -LONG_LIMIT) throw badValue(`Cannot represent as a 64-bit integer: ${shown}`);
  if (!Number.isInteger(value)) throw badValue(`Expected an integer: ${shown}`);
  return value;
}

export function parsePositiveLong(name: string, value: unknown): number {
  const number = parseLong(name, value);
  if (number < 0) throw badValue(`Expected a positive number in: ${showField(name, value)}`);
  return number;
}
