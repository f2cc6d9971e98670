/** Refusals of a query, and values as MongoDB shows them in its messages. */
import { requestFailed, type CloudError } from '../../kernel/cloud-error';

/** An error of the database, with the prefix the service puts before it. */
export const badValue = (message: string): CloudError => requestFailed(`[FailedOperation] ${message}`);

/** A value in the notation of MongoDB's messages: `{ a: 1, b: [ "x", true ] }`. */
export function showValue(value: unknown): string {
  if (value === undefined) return 'undefined';
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (value instanceof RegExp) return String(value);
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[ ${value.map(showValue).join(', ')} ]`;
  if (typeof value !== 'object' || value === null) return typeof value === 'number' ? String(value) : JSON.stringify(value);
  return showObject(value as Record<string, unknown>);
}

function showObject(value: Record<string, unknown>): string {
  const parts = Object.entries(value).map(([key, part]) => `${key}: ${showValue(part)}`);
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}

/** One field of an object, as messages quote it: `$mod: [ 0, 1 ]`. */
export const showField = (name: string, value: unknown): string => `${name}: ${showValue(value)}`;
