import type { Sizes, Spot } from './bundle-line';
import type { Ground } from './place';

const { sqrt } = Math;

/** Bundles round a bundle that its spots may go to. */
const NEIGHBOURS = 10;
/** Rounds of exchange; the middles move after each. */
const ROUNDS_MAX = 8;
/** A round that saves less than this part of all distances is the last one. */
const SAVING_MIN = 0.001;

/** The middle of a bundle, each need counted once. */
export const middleOf = (spots: readonly Spot[], bundle: readonly number[]): Ground => {
  let weights = 0;
  let x = 0;
  let y = 0;
  for (const index of bundle) {
    const spot = spots[index]!;
    weights += spot.weight;
    x += spot.weight * spot.x;
    y += spot.weight * spot.y;
  }
  return { x: x / weights, y: y / weights };
};

const metersTo = (spot: Ground, middle: Ground): number => {
  const x = spot.x - middle.x;
  const y = spot.y - middle.y;
  return sqrt(x * x + y * y);
};

/** Sum of distances of needs to the middles of their bundles. */
export const spreadOf = (spots: readonly Spot[], bundles: readonly (readonly number[])[]): number =>
  bundles.reduce((sum, bundle) => {
    const middle = middleOf(spots, bundle);
    return sum + bundle.reduce((part, index) => part + spots[index]!.weight * metersTo(spots[index]!, middle), 0);
  }, 0);

/** Spots of each person. */
const spotsOfPerson = (spots: readonly Spot[]): readonly number[] => {
  const times: number[] = [];
  for (const { person } of spots) times[person] = (times[person] ?? 0) + 1;
  return times;
};

/** For each bundle those whose middles are nearest to its own, the nearest first. */
const neighboursOf = (middles: readonly Ground[]): readonly (readonly number[])[] => {
  const meters = new Float64Array(NEIGHBOURS);
  return middles.map((middle, own) => {
    const nearest: number[] = [];
    for (let bundle = 0; bundle < middles.length; bundle += 1) {
      const far = metersTo(middles[bundle]!, middle);
      if (bundle === own || (nearest.length === NEIGHBOURS && far >= meters[NEIGHBOURS - 1]!)) continue;
      let at = nearest.length < NEIGHBOURS ? nearest.push(bundle) - 1 : NEIGHBOURS - 1;
      for (; at > 0 && meters[at - 1]! > far; at -= 1) {
        meters[at] = meters[at - 1]!;
        nearest[at] = nearest[at - 1]!;
      }
      meters[at] = far;
      nearest[at] = bundle;
    }
    return nearest;
  });
};

/** A better place for a spot: the bundle, who comes back in exchange (null: nobody), and what it saves. */
interface Offer {
  readonly bundle: number;
  readonly back: number | null;
  readonly saving: number;
}

class Exchange {
  readonly bundles: number[][];
  private readonly times: readonly number[];
  /** Different people in each bundle. */
  private readonly people: number[];
  private middles: readonly Ground[];
  /** As the middles were at first: they move too little to ask again every round. */
  private readonly neighbours: readonly (readonly number[])[];

  constructor(
    private readonly spots: readonly Spot[],
    bundles: readonly (readonly number[])[],
    private readonly sizes: Sizes,
  ) {
    this.bundles = bundles.map((bundle) => [...bundle]);
    this.people = bundles.map((bundle) => new Set(bundle.map((index) => spots[index]!.person)).size);
    this.times = spotsOfPerson(spots);
    this.middles = bundles.map((bundle) => middleOf(spots, bundle));
    this.neighbours = neighboursOf(this.middles);
  }

  /** Every spot that is nearer to another middle goes there, or changes places with the one whose way back costs least, as long as both together save. */
  round(): void {
    for (let own = 0; own < this.bundles.length; own += 1) {
      for (const index of [...this.bundles[own]!]) {
        // It may have been taken in exchange meanwhile.
        if (!this.bundles[own]!.includes(index)) continue;
        const offer = this.offerFor(index, own);
        if (offer !== null) this.carryOut(index, own, offer);
      }
    }
    this.middles = this.bundles.map((bundle) => middleOf(this.spots, bundle));
  }

  private saving(index: number, from: number, to: number): number {
    const spot = this.spots[index]!;
    return spot.weight * (metersTo(spot, this.middles[from]!) - metersTo(spot, this.middles[to]!));
  }

  private offerFor(index: number, own: number): Offer | null {
    let best: Offer | null = null;
    for (const bundle of this.neighbours[own]!) {
      const mine = this.saving(index, own, bundle);
      if (mine <= 0) continue;
      if (mine > (best?.saving ?? 0) && this.keepsSizes(index, null, own, bundle)) best = { bundle, back: null, saving: mine };
      for (const back of this.bundles[bundle]!) {
        const saving = mine + this.saving(back, bundle, own);
        if (saving > (best?.saving ?? 0) && this.keepsSizes(index, back, own, bundle)) best = { bundle, back, saving };
      }
    }
    return best;
  }

  private keepsSizes(index: number, back: number | null, own: number, bundle: number): boolean {
    const { sizeMin, sizeMax } = this.sizes;
    const [change, changeThere] = this.changes(index, back, own, bundle);
    const [here, there] = [this.people[own]! + change, this.people[bundle]! + changeThere];
    return here >= sizeMin && here <= sizeMax && there >= sizeMin && there <= sizeMax;
  }

  /** How many different people more `own` and `bundle` have after an exchange. */
  private changes(index: number, back: number | null, own: number, bundle: number): readonly [number, number] {
    const [person, other] = [this.spots[index]!.person, back === null ? -1 : this.spots[back]!.person];
    if (person === other) return [0, 0];
    const isBack = back !== null;
    return [(isBack ? this.newTo(other, own) : 0) - this.lastOf(person, own), this.newTo(person, bundle) - (isBack ? this.lastOf(other, bundle) : 0)];
  }

  private spotsIn(person: number, bundle: number): number {
    return this.bundles[bundle]!.reduce((count, index) => (this.spots[index]!.person === person ? count + 1 : count), 0);
  }

  /** 1 when a person who comes is one more in the bundle. */
  private newTo(person: number, bundle: number): number {
    return this.times[person] === 1 || this.spotsIn(person, bundle) === 0 ? 1 : 0;
  }

  /** 1 when a person who leaves is one less in the bundle. */
  private lastOf(person: number, bundle: number): number {
    return this.times[person] === 1 || this.spotsIn(person, bundle) === 1 ? 1 : 0;
  }

  private carryOut(index: number, own: number, { bundle, back }: Offer): void {
    const [change, changeThere] = this.changes(index, back, own, bundle);
    this.people[own]! += change;
    this.people[bundle]! += changeThere;
    const [from, to] = [this.bundles[own]!, this.bundles[bundle]!];
    from.splice(from.indexOf(index), 1);
    to.push(index);
    if (back === null) return;
    to.splice(to.indexOf(back), 1);
    from.push(back);
  }
}

/** Exchanges spots between bundles that lie near each other while that brings needs nearer to their middles; sizes stay in their bounds. */
export const exchange = (spots: readonly Spot[], bundles: readonly (readonly number[])[], sizes: Sizes): readonly (readonly number[])[] => {
  let best = bundles;
  let spread = spreadOf(spots, bundles);
  const trial = new Exchange(spots, bundles, sizes);
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    trial.round();
    const after = spreadOf(spots, trial.bundles);
    if (after > spread * (1 - SAVING_MIN)) break;
    spread = after;
    best = trial.bundles.map((bundle) => [...bundle]);
  }
  return best;
};
