/** How MongoDB writes values inside its refusals and when it turns them into text. */
import { failure, isIntegral, typeName } from './failure';

const SIGNIFICANT_DIGITS = 6;
const SMALLEST_PLAIN_EXPONENT = -4;

/** A number as MongoDB's `%g` writes it (StringBuilder of bson/util/builder.h): 0.1 + 0.2 is "0.3", 1234567.891 is "1.23457e+06". */
export function showNumber(value: number): string {
  if (isIntegral(value)) return String(BigInt(value));
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  if (value === 0) return '-0';
  const [mantissa = '', power = '0'] = value.toExponential(SIGNIFICANT_DIGITS - 1).split('e');
  const exponent = Number(power);
  if (exponent >= SMALLEST_PLAIN_EXPONENT && exponent < SIGNIFICANT_DIGITS) {
    const plain = value.toFixed(SIGNIFICANT_DIGITS - 1 - exponent);
    return plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain;
  }
  const digits = mantissa.replace(/\.?0+$/, '');
  return `${digits}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

/** A date as text; years beyond four digits are refused as MongoDB does. */
export function showDate(date: Date): string {
  const year = date.getUTCFullYear();
  if (year < 0 || year > 9999) throw failure(`Could not convert date to string: date component was outside the supported range of 0-9999: ${year}`);
  return date.toISOString();
}

/** A value inside a refusal: strings in quotes, fields without. */
export function showValue(value: unknown): string {
  if (value === undefined) return 'MISSING';
  if (value === null) return 'null';
  if (typeof value === 'number') return showNumber(value);
  if (typeof value === 'string') return `"${value}"`;
  if (value instanceof Date) return showDate(value);
  if (value instanceof RegExp) return `/${value.source}/${value.flags}`;
  if (Array.isArray(value)) return `[${value.map(showValue).join(', ')}]`;
  if (typeof value === 'object') return `{${Object.entries(value).map(([key, part]) => `${key}: ${showValue(part)}`).join(', ')}}`;
  return String(value);
}

/** The text $toLower, $substr and $strcasecmp read: nothing is empty text, numbers and dates are written out, others refused. */
export function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return showNumber(value);
  if (value instanceof Date) return showDate(value);
  throw failure(`can't convert from BSON type ${typeName(value)} to String`);
}
