/** Sums as MongoDB makes them: the error of each addition is kept beside the sum, so the order of the terms does not matter. */

/** A running sum; `rest` is what the doubles before could not hold. */
export interface Sum {
  readonly total: number;
  readonly rest: number;
}

export const NOTHING_YET: Sum = { total: 0, rest: 0 };

export function plus({ total, rest }: Sum, term: number): Sum {
  const sum = total + term;
  if (!Number.isFinite(sum)) return { total: sum, rest: 0 };
  const part = sum - total;
  const error = total - (sum - part) + (term - part) + rest;
  const corrected = sum + error;
  return { total: corrected, rest: error - (corrected - sum) };
}

/** The sum of numbers; -0 becomes 0. */
export const sumOf = (terms: readonly number[]): number => terms.reduce<Sum>(plus, NOTHING_YET).total + 0;

/** The mean and the square root of the mean squared distance from it, by Welford's method as MongoDB computes them. */
export function spreadOf(terms: readonly number[]): { readonly mean: number; readonly squares: number } {
  let mean = 0;
  let squares = 0;
  terms.forEach((term, i) => {
    const delta = term - mean;
    mean += delta / (i + 1);
    squares += delta * (term - mean);
  });
  return { mean, squares };
}

/** Standard deviation of a whole population; null of nothing. */
export const deviationOfPopulation = (terms: readonly number[]): number | null => (terms.length === 0 ? null : Math.sqrt(spreadOf(terms).squares / terms.length));

/** Standard deviation estimated from a sample; null of fewer than two. */
export const deviationOfSample = (terms: readonly number[]): number | null => (terms.length < 2 ? null : Math.sqrt(spreadOf(terms).squares / (terms.length - 1)));
