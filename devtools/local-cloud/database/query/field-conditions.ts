/** The operators that stand under a field: `{age: {$gte: 18, $mod: [2, 0]}}`, read into conditions that can be tested anywhere. */
import { isPlainObject, type Document } from '../../kernel/values';
import { compileGeo } from '../geo/geo-conditions';
import { badValue, showValue } from './bad-value';
import { someAtPath, type DetailedTest, type FieldPath, type MatchDetails, type ValueTest } from './paths';
import { amongst, bits, equalTo, inRange, isOperatorObject, matching, matchingExpression, modulo, type BitOperator, type RangeOperator } from './value-tests';
import { parseTypeSet, typeNameOf } from './value-types';

/** A test of a whole document. */
export type DocumentTest = (document: Document, details?: MatchDetails) => boolean;

export type FieldCondition =
  /** Holds for some value at the path; an array there offers its elements too. */
  | { readonly kind: 'value'; readonly test: ValueTest }
  /** Looks at arrays only, as a whole. */
  | { readonly kind: 'array'; readonly test: DetailedTest }
  | { readonly kind: 'not'; readonly parts: readonly FieldCondition[] }
  | { readonly kind: 'every'; readonly parts: readonly FieldCondition[] }
  | { readonly kind: 'never' };

/** What the operators of a field need from the compiler of whole queries (`$elemMatch` holds one). */
export interface QueryCompiler {
  readonly nested: (query: Document) => DocumentTest;
}

const value = (test: ValueTest): FieldCondition => ({ kind: 'value', test });
const not = (...parts: readonly FieldCondition[]): FieldCondition => ({ kind: 'not', parts });

/** One test that holds when all do. */
export function everyOf(tests: readonly DocumentTest[]): DocumentTest {
  const [only] = tests;
  if (only !== undefined && tests.length === 1) return only;
  return (document, details) => {
    for (const test of tests) if (!test(document, details)) return false;
    return true;
  };
}

/** The condition on a field of documents. */
export function atField(condition: FieldCondition, path: string): DocumentTest {
  const segments = path.split('.');
  switch (condition.kind) {
    case 'value': {
      const place: FieldPath = { segments, expands: true };
      return (document, details) => someAtPath(document, place, 0, condition.test, details);
    }
    case 'array': {
      const place: FieldPath = { segments, expands: false };
      const test: DetailedTest = (found, details) => Array.isArray(found) && condition.test(found, details);
      return (document, details) => someAtPath(document, place, 0, test, details);
    }
    case 'not': {
      const parts = condition.parts.map((part) => atField(part, path));
      const holds = everyOf(parts);
      return (document) => !holds(document);
    }
    case 'every': {
      return everyOf(condition.parts.map((part) => atField(part, path)));
    }
    case 'never':
      return () => false;
  }
}

/** The condition on one value as it stands: an array offers nothing but itself. */
export function onValue(condition: FieldCondition): ValueTest {
  switch (condition.kind) {
    case 'value':
      return condition.test;
    case 'array':
      return (found) => Array.isArray(found) && condition.test(found);
    case 'not': {
      const parts = condition.parts.map(onValue);
      return (found) => !parts.every((test) => test(found));
    }
    case 'every': {
      const parts = condition.parts.map(onValue);
      return (found) => parts.every((test) => test(found));
    }
    case 'never':
      return () => false;
  }
}

function size(operand: unknown): FieldCondition {
  if (typeof operand !== 'number') throw badValue('$size needs a number');
  if (!Number.isInteger(operand)) throw badValue('$size must be a whole number');
  if (operand >= 2 ** 31 || operand < -(2 ** 31)) throw badValue('$size must be representable as a 32-bit integer');
  if (operand < 0) throw badValue('$size may not be negative');
  return { kind: 'array', test: (found) => (found as unknown[]).length === operand };
}

/** True as MongoDB takes any value: all but false, 0, null. */
const isTrue = (operand: unknown): boolean => operand !== false && operand !== null && operand !== undefined && operand !== 0;

const exists = (operand: unknown): FieldCondition => {
  const present = value((found) => found !== undefined);
  return isTrue(operand) ? present : not(present);
};

const PATHLESS = new Set(['$and', '$or', '$nor', '$where', '$expr', '$text', '$comment', '$jsonSchema', '$alwaysTrue', '$alwaysFalse', '$ref', '$id', '$db']);

const firstMatch = (items: readonly unknown[], test: ValueTest, details: MatchDetails | undefined): boolean => {
  const at = items.findIndex((item) => test(item));
  if (at >= 0 && details !== undefined) details.position = at;
  return at >= 0;
};

/** `$elemMatch`: with operators on the elements themselves, with fields on elements that are objects (or arrays, by place). */
export function elemMatch(operand: unknown, compiler: QueryCompiler): FieldCondition {
  if (!isPlainObject(operand)) throw badValue('$elemMatch needs an Object');
  const [first = ''] = Object.keys(operand);
  if (first.startsWith('$') && !PATHLESS.has(first)) {
    const test = onValue({ kind: 'every', parts: parseOperators('', operand, compiler) });
    return { kind: 'array', test: (found, details) => firstMatch(found as unknown[], test, details) };
  }
  const onFields = compiler.nested(operand);
  const test: ValueTest = (item) => (isPlainObject(item) ? onFields(item) : Array.isArray(item) && onFields({ ...(item as unknown[]) } as unknown as Document));
  return { kind: 'array', test: (found, details) => firstMatch(found as unknown[], test, details) };
}

function all(operand: unknown, compiler: QueryCompiler): FieldCondition {
  if (!Array.isArray(operand)) throw badValue('$all needs an array');
  if (operand.length === 0) return { kind: 'never' };
  const isElemMatch = (part: unknown): part is Record<string, unknown> => isPlainObject(part) && Object.keys(part)[0] === '$elemMatch';
  if (isElemMatch(operand[0])) {
    const parts = operand.map((part: unknown) => {
      if (!isElemMatch(part)) throw badValue('$all/$elemMatch has to be consistent');
      return elemMatch(part.$elemMatch, compiler);
    });
    return { kind: 'every', parts };
  }
  const parts = operand.map((part: unknown) => {
    if (part instanceof RegExp) return value(matchingExpression(part));
    if (isPlainObject(part) && Object.hasOwn(FIELD_OPERATORS, Object.keys(part)[0] ?? '')) throw badValue('no $ expressions in $all');
    return value(equalTo(part));
  });
  return { kind: 'every', parts };
}

function listOf(operator: string, operand: unknown): readonly unknown[] {
  if (!Array.isArray(operand)) throw badValue(`${operator} needs an array`);
  if (operand.some(isOperatorObject)) throw badValue('cannot nest $ under $in');
  return operand as unknown[];
}

function negated(path: string, operand: unknown, compiler: QueryCompiler): FieldCondition {
  if (operand instanceof RegExp) return not(value(matchingExpression(operand)));
  if (!isPlainObject(operand)) throw badValue('$not needs a regex or a document');
  if (Object.keys(operand).length === 0) throw badValue('$not cannot be empty');
  return not(...parseOperators(path, operand, compiler));
}

function expression(_path: string, operand: unknown, _compiler: QueryCompiler, siblings: Readonly<Record<string, unknown>>): FieldCondition {
  const { $options: options } = siblings;
  if (typeof operand !== 'string' && !(operand instanceof RegExp)) throw badValue('$regex has to be a string');
  if (options !== undefined && typeof options !== 'string') throw badValue('$options has to be a string');
  const [pattern, own] = typeof operand === 'string' ? [operand, ''] : [operand.source, operand.flags];
  return value(matching(pattern, options ?? own));
}

type FieldOperator = (path: string, operand: unknown, compiler: QueryCompiler, siblings: Readonly<Record<string, unknown>>) => FieldCondition;

const range = (operator: RangeOperator): FieldOperator => (path, operand) => {
  if (operand instanceof RegExp) throw badValue(`Can't have RegEx as arg to predicate over field '${path}'.`);
  return value(inRange(operator, operand));
};
const bitTest = (operator: BitOperator): FieldOperator => (path, operand) => value(bits(path, operator, operand));
const misplacedNear: FieldOperator = (_path, _operand, _compiler, siblings) => {
  throw badValue(`near must be first in: ${showValue(siblings)}`);
};
const geo = (operator: '$geoWithin' | '$geoIntersects'): FieldOperator => (_path, operand, _compiler, siblings) => value(compileGeo(operator, operand, siblings));

function notEqual(_path: string, operand: unknown): FieldCondition {
  if (operand instanceof RegExp) throw badValue("Can't have regex as arg to $ne.");
  return not(value(equalTo(operand)));
}

function typeTest(_path: string, operand: unknown): FieldCondition {
  const types = parseTypeSet('$type', operand);
  return value((found) => types.has(typeNameOf(found) ?? ''));
}

const FIELD_OPERATORS: Readonly<Record<string, FieldOperator>> = {
  $eq: (_path, operand) => value(equalTo(operand)),
  $ne: notEqual,
  $gt: range('$gt'),
  $gte: range('$gte'),
  $lt: range('$lt'),
  $lte: range('$lte'),
  $in: (_path, operand) => value(amongst(listOf('$in', operand))),
  $nin: (_path, operand) => not(value(amongst(listOf('$nin', operand)))),
  $not: negated,
  $exists: (_path, operand) => exists(operand),
  $type: typeTest,
  $size: (_path, operand) => size(operand),
  $all: (_path, operand, compiler) => all(operand, compiler),
  $elemMatch: (_path, operand, compiler) => elemMatch(operand, compiler),
  $mod: (_path, operand) => value(modulo(operand)),
  $regex: expression,
  $options: (path, _operand, compiler, siblings) => {
    if (siblings.$regex === undefined) throw badValue('$options needs a $regex');
    return expression(path, siblings.$regex, compiler, siblings);
  },
  $bitsAllSet: bitTest('$bitsAllSet'),
  $bitsAnySet: bitTest('$bitsAnySet'),
  $bitsAllClear: bitTest('$bitsAllClear'),
  $bitsAnyClear: bitTest('$bitsAnyClear'),
  $geoWithin: geo('$geoWithin'),
  $within: geo('$geoWithin'),
  $geoIntersects: geo('$geoIntersects'),
  $near: misplacedNear,
  $nearSphere: misplacedNear,
  $geoNear: misplacedNear,
};

export const NEAR_OPERATORS = ['$near', '$nearSphere', '$geoNear'];

/** Whether the operators of a field ask for nearness: then `$maxDistance` and the like belong to it. */
export const asksForNear = (operators: Readonly<Record<string, unknown>>): boolean => {
  const [first] = Object.entries(operators);
  return first !== undefined && NEAR_OPERATORS.includes(first[0]) && typeof first[1] === 'object' && first[1] !== null;
};

/** Reads the operators of one field; throws MongoDB's complaint about an unknown or malformed one. */
export function parseOperators(path: string, operators: Readonly<Record<string, unknown>>, compiler: QueryCompiler): FieldCondition[] {
  if (asksForNear(operators)) throw badValue('geo $near must be top-level expr');
  return Object.entries(operators).map(([name, operand]) => {
    const parse = Object.hasOwn(FIELD_OPERATORS, name) ? FIELD_OPERATORS[name] : undefined;
    if (parse === undefined) throw badValue(name === '$where' ? '$where cannot be applied to a field' : `unknown operator: ${name}`);
    return parse(path, operand, compiler, operators);
  });
}

/** A condition on a field: a value to equal, an expression to match, or operators. */
export function parseCondition(path: string, condition: unknown, compiler: QueryCompiler): FieldCondition {
  if (isOperatorObject(condition)) {
    const parts = parseOperators(path, condition, compiler);
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only : { kind: 'every', parts };
  }
  return value(condition instanceof RegExp ? matchingExpression(condition) : equalTo(condition));
}
