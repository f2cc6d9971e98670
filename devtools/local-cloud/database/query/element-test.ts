/** Conditions on one element of an array, as `$pull` and the projection `$elemMatch` state them. */
import { isPlainObject } from '../../kernel/values';
import { compileQuery, type QueryContext } from './compile-query';
import type { ValueTest } from './paths';
import { equalTo, isOperatorObject } from './value-tests';

/**
 * `$pull`'s condition: operators and expressions are tested on the element (an element that is an array offers its own
 * elements too), a plain object on the fields of elements that are objects, any other value equals the element.
 */
export function compileElementTest(condition: unknown, context?: QueryContext): ValueTest {
  if (condition instanceof RegExp || isOperatorObject(condition)) {
    const { test } = compileQuery({ element: condition }, context);
    return (element) => test({ element });
  }
  if (!isPlainObject(condition)) return equalTo(condition);
  const { test } = compileQuery(condition, context);
  return (element) => isPlainObject(element) && test(element);
}
