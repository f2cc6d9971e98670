/**
 * What a query says about each field, as far as an index can use it. Everything else stays a residual condition: the whole
 * query is tested again on every document fetched, so constraints may only be too wide, never too narrow.
 */
import { isPlainObject } from '../../kernel/values';
import { typeRank } from '../compare';
import { intersect, isPoint, normalize, type Interval } from './intervals';
import { literalPrefix } from './regex-prefix';

export type Query = Record<string, unknown>;

/** One condition on a field: some value the document has there lies in one of the intervals. */
export interface Predicate {
  readonly intervals: readonly Interval[];
  /** Conditions of one `$elemMatch` hold for one and the same element. */
  readonly element?: ElementMatch;
}

export interface ElementMatch {
  readonly path: string;
}

export interface GeoCondition {
  readonly field: string;
  readonly operator: '$geoWithin' | '$geoIntersects';
  readonly operand: unknown;
}

export interface Constraints {
  readonly fields: ReadonlyMap<string, readonly Predicate[]>;
  readonly geo: readonly GeoCondition[];
  /** Operators by field, for the message of a refusal. */
  readonly shape: ReadonlyMap<string, string>;
  readonly alternatives: readonly (readonly Query[])[];
}

const isOperatorObject = (value: unknown): value is Query => isPlainObject(value) && Object.keys(value).some((key) => key.startsWith('$'));

const RANK_OF_TYPE: Readonly<Record<string, number>> = (() => {
  const number = typeRank(0);
  const ranks = { double: number, int: number, long: number, number, string: typeRank(''), object: typeRank({}), bool: typeRank(true), date: typeRank(new Date(0)), regex: typeRank(/x/) };
  return { ...ranks, 1: number, 16: number, 18: number, 2: ranks.string, 3: ranks.object, 8: ranks.bool, 9: ranks.date, 11: ranks.regex };
})();

/** An array equals a field as a whole (its first element stands in the index) or one of its elements. */
function intervalsOfValue(value: unknown): readonly Interval[] {
  if (value === undefined) return [{ point: null }];
  if (!Array.isArray(value)) return [{ point: value }];
  const list = value as unknown[];
  return [{ point: list.length === 0 ? undefined : (list[0] ?? null) }, { point: list }];
}

/** Strings with the expression's literal beginning, and the expression itself as a stored value. */
function intervalsOfExpression(expression: RegExp): readonly Interval[] | undefined {
  const startsWith = literalPrefix(expression);
  return startsWith === undefined ? undefined : [{ rank: typeRank(''), startsWith }, { point: expression }];
}

const intervalsOfMember = (value: unknown): readonly Interval[] | undefined => (value instanceof RegExp ? intervalsOfExpression(value) : intervalsOfValue(value));

function intervalsOfList(list: unknown): readonly Interval[] | undefined {
  if (!Array.isArray(list)) return undefined;
  const parts = (list as unknown[]).map(intervalsOfMember);
  return parts.includes(undefined) ? undefined : parts.flatMap((part) => part ?? []);
}

function intervalsOfBound(operator: string, value: unknown): readonly Interval[] | undefined {
  if (value === null || value === undefined) return [{ point: null }];
  if (Array.isArray(value) || value instanceof RegExp || value instanceof Function) return undefined;
  const bound = { value, inclusive: operator.endsWith('e') };
  return [{ rank: typeRank(value), ...(operator.startsWith('$gt') ? { low: bound } : { high: bound }) }];
}

function intervalsOfType(operand: unknown): readonly Interval[] | undefined {
  const types = (Array.isArray(operand) ? operand : [operand]) as unknown[];
  const ranks = types.map((type) => RANK_OF_TYPE[String(type)]);
  return ranks.includes(undefined) ? undefined : [...new Set(ranks)].map((rank) => ({ rank: rank ?? 0 }));
}

function expressionOf(pattern: unknown, options: unknown): RegExp | undefined {
  if (pattern instanceof RegExp && (options === undefined || options === '')) return pattern;
  const source = pattern instanceof RegExp ? pattern.source : pattern;
  if (typeof source !== 'string' || (options !== undefined && options !== '')) return undefined;
  try {
    return new RegExp(source);
  } catch {
    return undefined;
  }
}

function intervalsOfOperator(operator: string, operand: unknown, all: Query): readonly Interval[] | undefined {
  switch (operator) {
    case '$eq':
      return operand instanceof RegExp ? [{ point: operand }] : intervalsOfValue(operand);
    case '$in':
      return intervalsOfList(operand);
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return intervalsOfBound(operator, operand);
    case '$exists':
      return operand === false || operand === 0 ? [{ point: null }] : undefined;
    case '$type':
      return intervalsOfType(operand);
    case '$regex': {
      const expression = expressionOf(operand, all.$options);
      return expression === undefined ? undefined : intervalsOfExpression(expression);
    }
    default:
      return undefined;
  }
}

class Reader {
  readonly fields = new Map<string, Predicate[]>();
  readonly geo: GeoCondition[] = [];
  readonly shape = new Map<string, string>();
  readonly alternatives: Query[][] = [];

  query(query: Query): void {
    for (const [key, condition] of Object.entries(query)) {
      if (key === '$and' && Array.isArray(condition)) (condition as Query[]).forEach((part) => this.query(part));
      else if (key === '$or' && Array.isArray(condition)) {
        this.alternatives.push(condition as Query[]);
        this.shape.set('$or', `${condition.length} branches`);
      } else if (key.startsWith('$')) this.shape.set(key, '');
      else {
        this.field(key, condition, undefined);
        this.shape.set(key, this.describe(key, condition));
      }
    }
  }

  private field(path: string, condition: unknown, element: ElementMatch | undefined): void {
    if (!isOperatorObject(condition)) {
      const intervals = intervalsOfMember(condition);
      if (intervals !== undefined) this.add(path, intervals, element);
      return;
    }
    for (const [operator, operand] of Object.entries(condition)) {
      if (operator === '$all') this.all(path, operand, element);
      else if (operator === '$elemMatch') this.elementMatch(path, operand);
      else if (operator === '$geoWithin' || operator === '$geoIntersects') this.geo.push({ field: path, operator, operand });
      else {
        const intervals = intervalsOfOperator(operator, operand, condition);
        if (intervals !== undefined) this.add(path, intervals, element);
      }
    }
  }

  /** Every listed value is a condition of its own; any one of them may lead. */
  private all(path: string, operand: unknown, element: ElementMatch | undefined): void {
    if (!Array.isArray(operand)) return;
    for (const member of operand as unknown[]) {
      if (isOperatorObject(member)) this.elementMatch(path, member.$elemMatch);
      else this.field(path, { $in: [member] }, element);
    }
  }

  private elementMatch(path: string, operand: unknown): void {
    if (!isPlainObject(operand)) return;
    const element: ElementMatch = { path };
    const onValue = isOperatorObject(operand) && !('$and' in operand) && !('$or' in operand) && !('$nor' in operand);
    if (onValue) return this.field(path, operand, element);
    for (const [key, condition] of Object.entries(operand)) if (!key.startsWith('$')) this.field(`${path}.${key}`, condition, element);
  }

  private add(path: string, intervals: readonly Interval[], element: ElementMatch | undefined): void {
    const known = this.fields.get(path) ?? [];
    known.push({ intervals: normalize(intervals), ...(element && { element }) });
    this.fields.set(path, known);
  }

  private describe(path: string, condition: unknown): string {
    const [predicate] = this.fields.get(path) ?? [];
    if (predicate !== undefined) return !predicate.intervals.every(isPoint) ? '<>' : predicate.intervals.length === 1 ? '=' : '$in';
    return isOperatorObject(condition) ? Object.keys(condition).join(' ') : condition instanceof RegExp ? '$regex' : '=';
  }
}

/** Reads the conjunction of several queries. */
export function readConstraints(conjuncts: readonly Query[]): Constraints {
  const reader = new Reader();
  conjuncts.forEach((query) => reader.query(query));
  return reader;
}

/** Both hold for one value: their intersection. */
export const together = (predicates: readonly Predicate[]): readonly Interval[] =>
  predicates.slice(1).reduce((known, { intervals }) => intersect(known, intervals), predicates[0]?.intervals ?? []);
