/** Which elements $pull takes out: equal ones, those that satisfy a condition, or objects a query matches. */
import { asWriteRefusal, writeRefused } from '../../kernel/cloud-error';
import { isPlainObject, type Document } from '../../kernel/values';
import { valuesEqual } from '../compare';
import type { Query } from '../index/constraints';
import { compileTest } from '../query/compile-query';

/** Operators that stand before whole queries; everything else with a dollar is a condition on the element. */
const QUERY_OPERATORS = new Set(['$and', '$or', '$nor', '$expr', '$comment', '$where', '$text', '$jsonSchema']);

/** What looks beyond the element has no place in $pull (mongo/db/matcher: kBanAllSpecialFeatures). */
const BANNED_OPERATORS = ['$expr', '$where', '$text', '$jsonSchema'];

/** Compiles a query of the update; its refusal is one of the write. */
function compile(query: Query): (document: Document) => boolean {
  try {
    return compileTest(query);
  } catch (error) {
    throw asWriteRefusal(error);
  }
}

/**
 * The first field decides, as in MongoDB: an operator makes a condition on the element itself, a name makes a query on the
 * fields of elements that are objects (`{}` matches all of them). A list must equal the whole element.
 */
export function pullTest(operand: unknown): (element: unknown) => boolean {
  if (operand instanceof RegExp) return conditionTest(operand);
  if (!isPlainObject(operand)) return (element) => valuesEqual(element, operand);
  const first = Object.keys(operand)[0] ?? '';
  if (first === '$not') throw writeRefused('unknown top level operator: $not');
  if (first.startsWith('$') && !QUERY_OPERATORS.has(first)) return conditionTest(operand);
  const banned = BANNED_OPERATORS.find((name) => Object.hasOwn(operand, name));
  if (banned !== undefined) throw writeRefused(`${banned} is not allowed in this context`);
  const test = compile(operand);
  return (element) => isPlainObject(element) && test(element);
}

function conditionTest(condition: unknown): (element: unknown) => boolean {
  const test = compile({ element: condition });
  return (element) => test({ element });
}
