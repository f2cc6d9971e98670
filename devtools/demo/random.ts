import { createChance, type Chance } from '../../cloudfunctions/core/kernel/chance';

/** A seeded source of chance, so that the same demo community comes out every time. */
export interface Random extends Chance {
  pick<T>(items: readonly T[]): T;
  chance(probability: number): boolean;
}

export function createRandom(seed: number): Random {
  const source = createChance(seed);
  const pick = <T>(items: readonly T[]): T => {
    const item = items[source.between(0, items.length - 1)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  return { ...source, pick, chance: (probability) => source.next() < probability };
}
