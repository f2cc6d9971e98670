/** $avg, $max, $min, $stdDevPop, $stdDevSamp, $sum as expressions: of several values, or of the elements of one array. */
import { variadic } from './arity';
import { compareInExpression } from './comparisons';
import type { Operator, OperatorTable } from './compiled';
import { isNullish } from './failure';
import { deviationOfPopulation, deviationOfSample, sumOf } from './summation';

const termsOf = (values: readonly unknown[]): readonly unknown[] => (values.length === 1 && Array.isArray(values[0]) ? (values[0] as unknown[]) : values);

/** What is no number is left out. */
const ofNumbers = (evaluate: (numbers: readonly number[]) => unknown): Operator =>
  variadic((values) => evaluate(termsOf(values).filter((term): term is number => typeof term === 'number')));

/** Values of any type compare; null and missing are left out. */
const extreme = (direction: 1 | -1): Operator =>
  variadic((values) => {
    const terms = termsOf(values).filter((term) => !isNullish(term));
    if (terms.length === 0) return null;
    return terms.reduce((best, term) => (compareInExpression(term, best) * direction > 0 ? term : best));
  });

export const accumulatorsAsExpressions: OperatorTable = {
  $avg: ofNumbers((numbers) => (numbers.length === 0 ? null : sumOf(numbers) / numbers.length)),
  $max: extreme(1),
  $min: extreme(-1),
  $stdDevPop: ofNumbers(deviationOfPopulation),
  $stdDevSamp: ofNumbers(deviationOfSample),
  $sum: ofNumbers(sumOf),
};
