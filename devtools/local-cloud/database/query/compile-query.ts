/**
 * Our own matcher, with the semantics of MongoDB 4.x. A query is read once, wholly, so that a malformed one is refused even
 * where no document would be looked at; the test it becomes is closures over split paths.
 */
import { isPlainObject, type Document } from '../../kernel/values';
import { compileExpression } from '../expressions/compile-expression';
import { distanceWithin, parseNear, type NearClause } from '../geo/near';
import type { Query } from '../index/constraints';
import { badValue } from './bad-value';
import { asksForNear, atField, everyOf, parseCondition, type DocumentTest, type QueryCompiler } from './field-conditions';
import { compileJsonSchema } from './json-schema';
import type { MatchDetails } from './paths';
import { isOperatorObject } from './value-tests';
import { parseLong } from './value-types';

export type { MatchDetails } from './paths';
export type { DocumentTest } from './field-conditions';

export interface CompiledQuery {
  /** Whether the document matches; `details` is told which array element did. A near clause asks for its distances too. */
  readonly test: DocumentTest;
  /** Set where results come in the order of their distance. */
  readonly near: NearClause | undefined;
}

export interface QueryContext {
  /** What `$$NOW` is in `$expr`. */
  readonly nowMs: number;
}

interface Place {
  readonly context: QueryContext;
  /** Inside `$elemMatch`, where conditions look at an element and not at a document. */
  readonly isNested: boolean;
  /** Collects near clauses where they are allowed: at the top and in its `$and`. */
  readonly nears: NearClause[] | undefined;
}

function compileNear(path: string, operators: Readonly<Record<string, unknown>>, { nears }: Place): DocumentTest {
  if (nears === undefined) throw badValue('geo $near must be top-level expr');
  const clause = parseNear(path, operators);
  nears.push(clause);
  if (nears.length > 1) throw badValue('Too many geoNear expressions');
  return (document) => distanceWithin(clause, document) !== undefined;
}

/** True as `$expr` takes a value: all but false, 0, null and missing. */
const isTrue = (value: unknown): boolean => value !== false && value !== 0 && value !== null && value !== undefined;

function compileExpr(expression: unknown, { context, isNested }: Place): DocumentTest {
  if (isNested) throw badValue('$expr can only be applied to the top-level document');
  const evaluate = compileExpression(expression, context);
  return (document) => isTrue(evaluate({ root: document, variables: {} }));
}

function compileBranches(name: string, operand: unknown, place: Place): DocumentTest[] {
  if (!Array.isArray(operand)) throw badValue(`${name} must be an array`);
  if (operand.length === 0) throw badValue('$and/$or/$nor must be a nonempty array');
  const inner: Place = name === '$and' ? place : { ...place, nears: undefined };
  return operand.map((branch: unknown) => {
    if (!isPlainObject(branch)) throw badValue('$or/$and/$nor entries need to be full objects');
    return compileDocument(branch, inner);
  });
}

function compileLogical(name: '$and' | '$or' | '$nor', operand: unknown, place: Place): DocumentTest {
  const branches = compileBranches(name, operand, place);
  if (name === '$and') return everyOf(branches);
  if (name === '$or') return (document, details) => branches.some((test) => test(document, details));
  return (document) => !branches.some((test) => test(document));
}

function compileConstant(name: string, operand: unknown, answer: boolean): DocumentTest {
  if (parseLong(name, operand) !== 1) throw badValue(`${name} must be an integer value of 1`);
  return () => answer;
}

/** An operator that stands where a field name would; undefined when it says nothing. */
function compileTopLevel(name: string, operand: unknown, place: Place): DocumentTest | undefined {
  switch (name) {
    case '$and':
    case '$or':
    case '$nor':
      return compileLogical(name, operand, place);
    case '$expr':
      return compileExpr(operand, place);
    case '$jsonSchema':
      return compileJsonSchema(operand);
    case '$comment':
      return undefined;
    case '$alwaysTrue':
    case '$alwaysFalse':
      return compileConstant(name, operand, name === '$alwaysTrue');
    case '$text':
      // No text index can be declared, so this is what production answers as well.
      throw badValue('text index required for $text query');
    case '$where':
      throw badValue('the local cloud does not support $where');
    default:
      throw badValue(`unknown top level operator: ${name}`);
  }
}

function compileEntry(key: string, condition: unknown, place: Place): DocumentTest | undefined {
  // A reference's own fields ($ref, $id, $db) are ordinary ones.
  if (key.startsWith('$') && !['$ref', '$id', '$db'].includes(key)) return compileTopLevel(key, condition, place);
  if (isOperatorObject(condition) && asksForNear(condition)) return compileNear(key, condition, place);
  const compiler: QueryCompiler = { nested: (query) => compileDocument(query, { context: place.context, isNested: true, nears: undefined }) };
  return atField(parseCondition(key, condition, compiler), key);
}

function compileDocument(query: Query, place: Place): DocumentTest {
  return everyOf(Object.entries(query).flatMap(([key, condition]) => compileEntry(key, condition, place) ?? []));
}

/** Reads a query as it arrived (EJSON decoded, server dates resolved). Throws `[FailedOperation] …` with MongoDB's text. */
export function compileQuery(query: Query, context: QueryContext = { nowMs: Date.now() }): CompiledQuery {
  const nears: NearClause[] = [];
  const test = compileDocument(query, { context, isNested: false, nears });
  return { test, near: nears[0] };
}

/** The test of a query alone. */
export const compileTest = (query: Query, context?: QueryContext): ((document: Document) => boolean) => {
  const { test } = compileQuery(query, context);
  return (document) => test(document);
};

/** The place of the array element by which the document matches, as the positional `$` means it; undefined when there is none. */
export function matchedPosition(compiled: CompiledQuery, document: Document): number | undefined {
  const details: MatchDetails = { position: undefined };
  return compiled.test(document, details) ? details.position : undefined;
}
