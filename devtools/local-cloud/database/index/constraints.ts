/**
 * What a query says about each field, as far as an index can use it. Everything else stays a residual condition: the whole
 * query is tested again on every document fetched, so constraints may only be too wide, never too narrow.
 */
import { isPlainObject } from '../../kernel/values';
import { typeRank } from '../compare';
import type { Range } from './sorted-index';

export type Query = Record<string, unknown>;

export interface FieldConstraint {
  /** The field equals one of these. */
  readonly points?: readonly unknown[];
  readonly range?: Range;
}

export interface Constraints {
  readonly fields: ReadonlyMap<string, FieldConstraint>;
  /** Operators by field, for the message of a refusal. */
  readonly shape: ReadonlyMap<string, string>;
  readonly alternatives: readonly (readonly Query[])[];
}

const isOperatorObject = (value: unknown): value is Query => isPlainObject(value) && Object.keys(value).some((key) => key.startsWith('$'));

// Arrays and expressions match in ways a point in an index does not tell.
const isPoint = (value: unknown): boolean => !Array.isArray(value) && !(value instanceof RegExp) && !(value instanceof Function);

function pointsOf(operators: Query): readonly unknown[] | undefined {
  if ('$eq' in operators && isPoint(operators.$eq)) return [operators.$eq];
  const { $in: among, $all: all } = operators;
  if (Array.isArray(among) && among.every(isPoint)) return among;
  if (Array.isArray(all) && all.length > 0 && isPoint(all[0]) && !isOperatorObject(all[0])) return [all[0]];
  return undefined;
}

function boundOf(operators: Query, exclusive: string, inclusive: string): { value: unknown; inclusive: boolean } | undefined {
  const name = exclusive in operators ? exclusive : inclusive in operators ? inclusive : undefined;
  if (name === undefined) return undefined;
  const value = operators[name];
  const comparable = value !== null && value !== undefined && isPoint(value) && !isPlainObject(value);
  return comparable ? { value, inclusive: name === inclusive } : undefined;
}

function rangeOf(operators: Query): Range | undefined {
  const low = boundOf(operators, '$gt', '$gte');
  const high = boundOf(operators, '$lt', '$lte');
  if (low === undefined && high === undefined) return undefined;
  // Bounds of two types match nothing; one of them is enough to narrow.
  if (low !== undefined && high !== undefined && typeRank(low.value) !== typeRank(high.value)) return { low };
  return { ...(low && { low }), ...(high && { high }) };
}

const describe = (condition: unknown, constraint: FieldConstraint | undefined): string => {
  if (constraint?.points !== undefined) return constraint.points.length === 1 ? '=' : '$in';
  if (constraint?.range !== undefined) return '<>';
  return isOperatorObject(condition) ? Object.keys(condition).join(' ') : condition instanceof RegExp ? '$regex' : '=';
};

function constraintOf(condition: unknown): FieldConstraint | undefined {
  if (!isOperatorObject(condition)) return isPoint(condition) ? { points: [condition] } : undefined;
  const points = pointsOf(condition);
  if (points !== undefined) return { points };
  const range = rangeOf(condition);
  return range === undefined ? undefined : { range };
}

/** The narrower of two constraints on one field; both hold, so either alone is a correct bound. */
function narrower(known: FieldConstraint | undefined, next: FieldConstraint): FieldConstraint {
  if (known === undefined) return next;
  if (known.points !== undefined && next.points !== undefined) return known.points.length <= next.points.length ? known : next;
  if (known.points !== undefined || next.points !== undefined) return known.points !== undefined ? known : next;
  const { low = next.range?.low, high = next.range?.high } = known.range ?? {};
  if (low !== undefined && high !== undefined && typeRank(low.value) !== typeRank(high.value)) return known;
  return { range: { ...(low && { low }), ...(high && { high }) } };
}

/** Reads the conjunction of several queries. */
export function readConstraints(conjuncts: readonly Query[]): Constraints {
  const fields = new Map<string, FieldConstraint>();
  const shape = new Map<string, string>();
  const alternatives: Query[][] = [];
  const visit = (query: Query): void => {
    for (const [key, condition] of Object.entries(query)) {
      if (key === '$and') (condition as Query[]).forEach(visit);
      else if (key === '$or') {
        alternatives.push(condition as Query[]);
        shape.set('$or', `${(condition as Query[]).length} branches`);
      } else if (key.startsWith('$')) shape.set(key, '');
      else {
        const constraint = constraintOf(condition);
        if (constraint !== undefined) fields.set(key, narrower(fields.get(key), constraint));
        shape.set(key, describe(condition, fields.get(key) ?? constraint));
      }
    }
  };
  conjuncts.forEach(visit);
  return { fields, shape, alternatives };
}
