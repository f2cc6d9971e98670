/** How expressions refuse, and what MongoDB calls the type of a value in its refusals. */
import { CloudError, requestFailed } from '../../kernel/cloud-error';

/** The error of a wrong expression or a wrong value, with MongoDB's text. */
export const failure = (message: string): CloudError => requestFailed(`[FailedOperation] ${message}`);

/** A value that could not be converted; `onError` of $convert and $dateFromString catches it. */
export class ConversionFailure extends CloudError {
  constructor(message: string) {
    super('DATABASE_REQUEST_FAILED', `[FailedOperation] ${message}`);
  }
}

const INT_MIN = -(2 ** 31);
const INT_MAX = 2 ** 31 - 1;
const LONG_LIMIT = 2 ** 63;

/** Whether the number is what the SDK would have sent as a 32-bit integer. */
export const isInt = (value: unknown): boolean => Number.isInteger(value) && !Object.is(value, -0) && (value as number) >= INT_MIN && (value as number) <= INT_MAX;

/** Whether the number is what the SDK would have sent as an integer, of 32 or 64 bits. */
export const isIntegral = (value: unknown): boolean => Number.isInteger(value) && !Object.is(value, -0) && Math.abs(value as number) < LONG_LIMIT;

/** MongoDB's name of the value's type: int within 32 bits, long within 64, else double. */
export function typeName(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (typeof value === 'number') return isInt(value) ? 'int' : isIntegral(value) ? 'long' : 'double';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'bool';
  if (value instanceof Date) return 'date';
  if (value instanceof RegExp) return 'regex';
  return Array.isArray(value) ? 'array' : 'object';
}

export const isNullish = (value: unknown): value is null | undefined => value === null || value === undefined;

/** What counts as true: everything but null, missing, false and 0. */
export const isTruthy = (value: unknown): boolean => !isNullish(value) && value !== false && value !== 0;
