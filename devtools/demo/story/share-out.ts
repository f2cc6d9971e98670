import type { Random } from '../random';

/** Splits shares among several givers: everybody gets at least one, shops and units more. */
export function shareOut(random: Random, shares: number, partsMax: number): readonly number[] {
  const parts = Math.min(shares, partsMax);
  const given = Array.from({ length: parts }, () => 1);
  for (let left = shares - parts; left > 0; left -= 1) {
    const index = Math.floor(random.next() ** 2 * parts);
    given[index] = (given[index] ?? 0) + 1;
  }
  return given;
}

/** So many givers a wish of this size has, as a rule. */
export const giversFor = (shares: number): number => Math.min(shares, 1 + Math.ceil(Math.sqrt(shares)));
