/** Chance that is the same in every run with the same seed (mulberry32): for what must look random and be repeatable. */
export interface Chance {
  /** In [0, 1). */
  next(): number;
  /** An integer in [from, to], both included. */
  between(from: number, to: number): number;
  /** `count` different items, in the order they were drawn. */
  sample<T>(items: readonly T[], count: number): readonly T[];
}

export const createChance = (seed: number): Chance => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const sample = <T>(items: readonly T[], count: number): readonly T[] => {
    if (count > items.length) throw new Error(`${count} of ${items.length} cannot be drawn`);
    const rest = [...items];
    return Array.from({ length: count }, () => rest.splice(between(0, rest.length - 1), 1)[0] as T);
  };
  return { next, between, sample };
};
