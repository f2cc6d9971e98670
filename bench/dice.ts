import { createRandom } from '../devtools/demo/random';

/** Numbers that look random and are the same in every run, so that two measurements compare. */
export interface Dice {
  /** A whole number from 0 to `sides` - 1. */
  roll(sides: number): number;
  pick<T>(from: readonly T[]): T;
}

export const newDice = (seed: number): Dice => {
  const random = createRandom(seed);
  return { roll: (sides) => random.between(0, sides - 1), pick: random.pick };
};
