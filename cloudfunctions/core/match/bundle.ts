import { createChance } from '../kernel/chance';
import { cutLine, lineOf, type Cut, type Sizes, type Spot } from './bundle-line';
import { exchange } from './bundle-refine';
import { groundAround, isPlace, metersBetween } from './place';

export interface BundleNeed {
  readonly id: string;
  readonly personId: string;
  readonly category: string;
  readonly lat: number;
  readonly lng: number;
}

export interface BundleInput {
  readonly needs: readonly BundleNeed[];
  /** Different people in a bundle, at least and at most. */
  readonly sizeMin: number;
  readonly sizeMax: number;
  /** The same seed and needs, in whatever order, give the same bundles. */
  readonly seed: number;
}

export interface NeedBundle {
  readonly category: string;
  /** Ids of its needs. */
  readonly memberIds: readonly string[];
  /** Different people among them. */
  readonly personCount: number;
  /** Mean of the places of its needs. */
  readonly centre: { readonly lat: number; readonly lng: number };
  /** Mean distance of its needs to the centre, over the ground. */
  readonly meanDistanceMeters: number;
}

export interface Bundling {
  readonly bundles: readonly NeedBundle[];
  /** Needs in no bundle: too few people of their category, or no place that can be one. */
  readonly unplaced: readonly string[];
}

/** Needs of one person so near to each other are at one place and stay in one bundle. */
const SAME_PLACE_METERS = 300;
/** Curves that are tried, each turned another way; the best cut counts. */
const LINES = 3;

const checkInput = ({ needs, sizeMin, sizeMax, seed }: BundleInput): void => {
  if (!Number.isSafeInteger(sizeMin) || sizeMin < 1) throw new RangeError(`sizeMin is ${sizeMin}; a whole number from 1 is needed`);
  if (!Number.isSafeInteger(sizeMax) || sizeMax < sizeMin) throw new RangeError(`sizeMax is ${sizeMax}; a whole number from ${sizeMin} is needed`);
  if (!Number.isSafeInteger(seed)) throw new RangeError(`seed is ${seed}; a whole number is needed`);
  const ids = new Set<string>();
  for (const { id } of needs) {
    if (ids.has(id)) throw new RangeError(`needs has ${id} twice`);
    ids.add(id);
  }
};

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const groupBy = <T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
};

/** The needs of one person, by place. */
const placesOf = (needs: readonly BundleNeed[]): readonly (readonly BundleNeed[])[] => {
  const places: BundleNeed[][] = [];
  for (const need of needs) {
    const place = places.find(([first]) => first !== undefined && metersBetween(first, need) <= SAME_PLACE_METERS);
    if (place === undefined) places.push([need]);
    else place.push(need);
  }
  return places;
};

const spotsOf = (needs: readonly BundleNeed[]): readonly Spot[] => {
  const ground = groundAround(needs.reduce((sum, { lat }) => sum + lat, 0) / needs.length);
  return [...groupBy(needs, ({ personId }) => personId).values()].flatMap((own, person) =>
    placesOf(own).map((place): Spot => {
      const points = place.map(({ lat, lng }) => ground(lat, lng));
      const mean = (of: (point: { readonly x: number; readonly y: number }) => number): number => points.reduce((sum, point) => sum + of(point), 0) / points.length;
      return { x: mean(({ x }) => x), y: mean(({ y }) => y), needIds: place.map(({ id }) => id), person, weight: place.length };
    }),
  );
};

/** The bundles of one category: the best cut of a few curves, then exchanges between neighbours. */
const bundleSpots = (spots: readonly Spot[], sizes: Sizes, angles: readonly number[]): Pick<Cut, 'bundles' | 'unplaced'> => {
  const cuts = angles.map((angle) => cutLine(spots, lineOf(spots, angle), sizes));
  const { bundles, unplaced } = cuts.reduce((best, cut) => (cut.cost < best.cost ? cut : best));
  return { bundles: exchange(spots, bundles, sizes), unplaced };
};

const told = (category: string, needs: readonly BundleNeed[]): NeedBundle => {
  const mean = (of: (need: BundleNeed) => number): number => needs.reduce((sum, need) => sum + of(need), 0) / needs.length;
  const centre = { lat: mean(({ lat }) => lat), lng: mean(({ lng }) => lng) };
  return { category, memberIds: needs.map(({ id }) => id), personCount: new Set(needs.map(({ personId }) => personId)).size, centre, meanDistanceMeters: mean((need) => metersBetween(need, centre)) };
};

/**
 * Puts needs of one category that are near each other into bundles with from `sizeMin` to `sizeMax` different people, as
 * compact as the sizes allow (docs/matching.md). Everybody of a category with at least `sizeMin` people is placed
 * whenever `sizeMax` ≥ 2 × `sizeMin` - 1.
 *
 * @throws RangeError for sizes or a seed that make no sense, or an id that comes twice
 */
export const bundleNeeds = (input: BundleInput): Bundling => {
  checkInput(input);
  const chance = createChance(input.seed);
  const turn = chance.next() * Math.PI;
  const angles = Array.from({ length: LINES }, (_, at) => turn + (at * Math.PI) / (2 * LINES));
  const sorted = [...input.needs].sort((one, other) => compare(one.id, other.id));
  const needOf = new Map(sorted.map((need) => [need.id, need]));
  const unplaced = sorted.filter(({ lat, lng }) => !isPlace(lat, lng)).map(({ id }) => id);
  const categories = groupBy(sorted.filter(({ lat, lng }) => isPlace(lat, lng)), ({ category }) => category);
  const bundles = [...categories].sort(([one], [other]) => compare(one, other)).flatMap(([category, needs]) => {
    const spots = spotsOf(needs);
    const cut = bundleSpots(spots, input, angles);
    unplaced.push(...cut.unplaced.flatMap((index) => spots[index]!.needIds));
    return cut.bundles.map((bundle) => told(category, bundle.flatMap((index) => spots[index]!.needIds.map((id) => needOf.get(id)!))));
  });
  return { bundles, unplaced: unplaced.sort(compare) };
};
