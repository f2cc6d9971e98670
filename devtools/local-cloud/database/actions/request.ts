/** The fields of a database action as they come over the wire, read from `unknown`. */
import { invalidParameter } from '../../kernel/cloud-error';
import { decodeEjsonObject } from '../../kernel/ejson';
import { isPlainObject, type Document } from '../../kernel/values';
import type { Query } from '../index/constraints';
import type { SortSpec } from '../index/planner';

export type WireParameters = Readonly<Record<string, unknown>>;

export function textOf(parameters: WireParameters, name: string): string {
  const value = parameters[name];
  if (typeof value !== 'string' || value === '') throw invalidParameter(`${name} is missing`);
  return value;
}

export const optionalText = (parameters: WireParameters, name: string): string | undefined => {
  const value = parameters[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

export function wholeNumber(parameters: WireParameters, name: string, fallback: number): number {
  const value = parameters[name] ?? fallback;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) throw invalidParameter(`${name} must be a whole number`);
  return value;
}

export const queryOf = (parameters: WireParameters, nowMs: number): Query => decodeEjsonObject(parameters.query, nowMs);

/** A document or an update; it must be there, unlike a query. */
export function documentOf(value: unknown, nowMs: number): Document {
  if (value === undefined || value === null || value === '') throw invalidParameter('data is missing');
  return decodeEjsonObject(value, nowMs);
}

/** `{field: 1 | -1}` in the order of sorting; a list of such objects is accepted too. */
export function sortOf(parameters: WireParameters, nowMs: number): SortSpec {
  const order = decodeEjsonObject(parameters.order === undefined ? undefined : `{"v":${String(parameters.order)}}`, nowMs).v ?? {};
  const parts = Array.isArray(order) ? (order as unknown[]) : [order];
  return parts.flatMap((part) => {
    if (!isPlainObject(part)) throw invalidParameter('order must name fields and directions');
    return Object.entries(part).map(([field, direction]) => [field, direction === -1 || direction === 'desc' ? -1 : 1] as const);
  });
}
