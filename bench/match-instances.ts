/** Seeded instances of matching: wishes and offers of a town that lives in clusters, and the awkward ones. */
import type { AssignmentInstance } from '../cloudfunctions/core/match/instance';
import { createRandom, type Random } from '../devtools/demo/random';

const CATEGORIES = 12;
const CLUSTERS = 40;
const CANDIDATES = 30;
/** Suitability in whole ten-thousandths. */
export const WEIGHT_MAX = 10_000;

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly category: number;
}

/** A town of 12 km: a point near one of the centres, now and then anywhere. */
const spots = (random: Random, count: number, centres: readonly { readonly x: number; readonly y: number }[]): readonly Spot[] =>
  Array.from({ length: count }, () => {
    const centre = random.pick(centres);
    const spread = (): number => (random.next() + random.next() + random.next() - 1.5) * 1.2;
    const anywhere = random.chance(0.15);
    return { x: anywhere ? random.next() * 12 : centre.x + spread(), y: anywhere ? random.next() * 12 : centre.y + spread(), category: Math.floor(random.next() ** 1.6 * CATEGORIES) };
  });

/** The best few of a wish, kept in falling order while the offers go by. */
class Best {
  readonly worth = new Float64Array(CANDIDATES);
  readonly offer = new Int32Array(CANDIDATES);
  count = 0;

  see(worth: number, offer: number): void {
    if (this.count === CANDIDATES && worth <= this.worth[CANDIDATES - 1]!) return;
    let at = this.count < CANDIDATES ? this.count++ : CANDIDATES - 1;
    for (; at > 0 && this.worth[at - 1]! < worth; at -= 1) {
      this.worth[at] = this.worth[at - 1]!;
      this.offer[at] = this.offer[at - 1]!;
    }
    this.worth[at] = worth;
    this.offer[at] = offer;
  }
}

/** Category, distance and a record, 0 to 1: the shape of a suitability, not the one of the rules. */
const worthOf = (wish: Spot, offer: Spot, record: number): number => {
  const apart = Math.abs(wish.category - offer.category);
  const fit = apart === 0 ? 1 : apart === 1 ? 0.5 : 0.15;
  const distance = Math.hypot(wish.x - offer.x, wish.y - offer.y);
  return 0.5 * fit + 0.35 / (1 + distance) + 0.15 * record;
};

export const cityInstance = (seed: number, wishCount: number, offerCount: number): AssignmentInstance => {
  const random = createRandom(seed);
  const centres = Array.from({ length: CLUSTERS }, () => ({ x: random.next() * 12, y: random.next() * 12 }));
  const wishes = spots(random, wishCount, centres);
  const offers = spots(random, offerCount, centres);
  const records = Float64Array.from(offers, () => random.next());
  const perWish = Math.min(CANDIDATES, offerCount);
  const edgeCount = wishCount * perWish;
  const [edgeDemand, edgeSupply, edgeWeight] = [new Int32Array(edgeCount), new Int32Array(edgeCount), new Int32Array(edgeCount)];
  wishes.forEach((wish, index) => {
    const best = new Best();
    for (let offer = 0; offer < offerCount; offer += 1) best.see(worthOf(wish, offers[offer]!, records[offer]!), offer);
    for (let at = 0; at < perWish; at += 1) {
      edgeDemand[index * perWish + at] = index;
      edgeSupply[index * perWish + at] = best.offer[at]!;
      edgeWeight[index * perWish + at] = Math.round(best.worth[at]! * WEIGHT_MAX);
    }
  });
  return { demandUnits: Int32Array.from(wishes, () => random.between(1, 3)), supplyCapacity: Int32Array.from(offers, () => random.between(5, 20)), edgeDemand, edgeSupply, edgeWeight };
};

const reweighed = (instance: AssignmentInstance, change: (weight: number, edge: number) => number): AssignmentInstance => ({ ...instance, edgeWeight: Int32Array.from(instance.edgeWeight, change) });
const resupplied = (instance: AssignmentInstance, change: (capacity: number, supply: number) => number): AssignmentInstance => ({ ...instance, supplyCapacity: Int32Array.from(instance.supplyCapacity, change) });

/** Candidates only within one of ten quarters of the town (by number): the rest of the pairs is gone. */
const quartered = (instance: AssignmentInstance): AssignmentInstance => {
  const kept = Array.from(instance.edgeWeight).flatMap((_, edge) => (instance.edgeDemand[edge]! % 10 === instance.edgeSupply[edge]! % 10 ? [edge] : []));
  const of = (list: ArrayLike<number>): Int32Array => Int32Array.from(kept, (edge) => list[edge]!);
  return { ...instance, edgeDemand: of(instance.edgeDemand), edgeSupply: of(instance.edgeSupply), edgeWeight: of(instance.edgeWeight) };
};

export interface TownInstance {
  readonly name: string;
  readonly make: () => AssignmentInstance;
  /** The optimum as HiGHS 1.15 found it (`npx tsx bench/match-lp.ts <name>` writes the model it was asked). */
  readonly optimum: number;
}

const SMALL = (): AssignmentInstance => cityInstance(7, 1000, 100);

/** The three sizes that count, and the awkward ones. */
export const TOWNS: readonly TownInstance[] = [
  { name: '1k', make: SMALL, optimum: 8_564_055 },
  { name: '10k', make: () => cityInstance(7, 10_000, 1000), optimum: 99_796_019 },
  { name: '50k', make: () => cityInstance(7, 50_000, 5000), optimum: 529_703_720 },
  { name: 'tied', make: () => reweighed(SMALL(), (weight) => Math.round(weight / 1000)), optimum: 8_583 },
  { name: 'rounded', make: () => reweighed(SMALL(), (weight) => 500 * Math.round(weight / 500)), optimum: 8_587_000 },
  { name: 'equal', make: () => reweighed(SMALL(), () => WEIGHT_MAX), optimum: 12_220_000 },
  { name: 'disconnected', make: () => quartered(SMALL()), optimum: 6_384_186 },
  { name: 'zero-capacity', make: () => resupplied(SMALL(), (capacity, supply) => (supply % 3 === 0 ? 0 : capacity)), optimum: 5_716_153 },
  { name: 'more supply', make: () => resupplied(SMALL(), (capacity) => 5 * capacity), optimum: 14_195_729 },
  { name: 'more demand', make: () => resupplied(SMALL(), (capacity) => Math.ceil(capacity / 10)), optimum: 1_236_015 },
];
