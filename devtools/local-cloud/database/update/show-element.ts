/** How MongoDB writes fields and values inside its refusals of updates: `{a: [ 1, "x" ]}`. */
import { isPlainObject } from '../../kernel/values';

const INT_LIMIT = 2 ** 31;
const LONG_LIMIT = 2 ** 63;
const LONGEST_TEXT_BYTES = 159;
const SHORTENED_TEXT_BYTES = 150;

const isWhole = (value: number): boolean => Number.isInteger(value) && value >= -LONG_LIMIT && value < LONG_LIMIT;

/** Whether the value is a number that travels as a 32 or 64 bit integer. */
export const isIntegral = (value: unknown): value is number => typeof value === 'number' && isWhole(value);

export const isInt = (value: unknown): value is number => isIntegral(value) && value >= -INT_LIMIT && value < INT_LIMIT;

/** MongoDB's name of the type of a stored value. */
export function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number') return isInt(value) ? 'int' : isIntegral(value) ? 'long' : 'double';
  if (typeof value === 'boolean') return 'bool';
  if (value instanceof Date) return 'date';
  if (value instanceof RegExp) return 'regex';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** `%.16g`: at most 16 significant digits, an exponent of at least two. */
function showNumber(value: number): string {
  if (isWhole(value)) return BigInt(value).toString();
  if (Number.isNaN(value)) return 'nan.0';
  if (!Number.isFinite(value)) return value > 0 ? 'inf.0' : '-inf.0';
  return String(Number(value.toPrecision(16))).replace(/e([+-])(\d)$/, 'e$10$2');
}

/** A text of more than 159 bytes is cut to 150. */
function showText(value: string): string {
  const bytes = Buffer.from(value);
  return bytes.length > LONGEST_TEXT_BYTES ? `"${bytes.toString('utf8', 0, SHORTENED_TEXT_BYTES)}..."` : `"${value}"`;
}

export function showValue(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return showText(value);
  if (typeof value === 'number') return showNumber(value);
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (value instanceof RegExp) return `/${value.source}/${value.flags}`;
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[ ${value.map(showValue).join(', ')} ]`;
  if (!isPlainObject(value)) return String(value);
  const fields = Object.entries(value);
  return fields.length === 0 ? '{}' : `{ ${fields.map(([name, part]) => showElement(name, part)).join(', ')} }`;
}

/** `name: value`; MongoDB puts the braces around it where the sentence has them. */
export const showElement = (name: string, value: unknown): string => `${name}: ${showValue(value)}`;
