import type { NeedBundleView, NeedPlaceView } from '@contract';

/** A bundle as a disc on the drawn map, in px of its middle. */
export interface PlacedBundle {
  readonly bundle: NeedBundleView;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export interface PlacedName {
  readonly areaId: string;
  readonly name: string;
  /** Where the place itself is. */
  readonly x: number;
  readonly y: number;
  /** Top of its name: below the place, and below whatever disc stands on it. */
  readonly labelY: number;
}

export interface BundleLayout {
  readonly width: number;
  readonly height: number;
  readonly bundles: readonly PlacedBundle[];
  readonly names: readonly PlacedName[];
  /** From a bundle to each of its places. */
  readonly spokes: readonly { readonly fromX: number; readonly fromY: number; readonly toX: number; readonly toY: number }[];
}

const PAD_PX = 48;
const GAP_PX = 6;
const TALL = 0.95;
/** A street corner is not drawn as wide as a town. */
const SPAN_MIN_MINUTES = 8;
/** Radii of bundles with twenty and with sixty people. */
const RADIUS_MIN_PX = 28;
const RADIUS_MAX_PX = 40;
const LABEL_PX = 4;
const PERSONS_MIN = 20;
const PERSONS_MAX = 60;
const ANGLES = 24;
const STEP_PX = 8;

const radiusOf = ({ personCount }: NeedBundleView): number =>
  RADIUS_MIN_PX + ((Math.min(Math.max(personCount, PERSONS_MIN), PERSONS_MAX) - PERSONS_MIN) / (PERSONS_MAX - PERSONS_MIN)) * (RADIUS_MAX_PX - RADIUS_MIN_PX);

interface Spot {
  readonly x: number;
  readonly y: number;
}
interface Placed {
  readonly eastMinutes: number | null;
  readonly northMinutes: number | null;
}

/** Minutes to px, the same for both directions, so that what is near on foot is near on the map. */
const projectionOf = (places: readonly Placed[], width: number, height: number): ((place: Placed) => Spot | null) => {
  const known = places.filter(({ eastMinutes }) => eastMinutes !== null);
  const range = (of: (place: Placed) => number): readonly [number, number] => [Math.min(...known.map(of), 0), Math.max(...known.map(of), 0)];
  const [west, east] = range(({ eastMinutes }) => eastMinutes ?? 0);
  const [south, north] = range(({ northMinutes }) => northMinutes ?? 0);
  const scale = Math.min((width - 2 * PAD_PX) / Math.max(east - west, SPAN_MIN_MINUTES), (height - 2 * PAD_PX) / Math.max(north - south, SPAN_MIN_MINUTES));
  return ({ eastMinutes, northMinutes }) => (eastMinutes === null || northMinutes === null ? null : { x: width / 2 + (eastMinutes - (west + east) / 2) * scale, y: height / 2 - (northMinutes - (south + north) / 2) * scale });
};

const isFree = (spot: Spot, radius: number, taken: readonly PlacedBundle[]): boolean => taken.every((other) => Math.hypot(spot.x - other.x, spot.y - other.y) >= radius + other.radius + GAP_PX);

/** The nearest free spot around the one wanted; null when the map is full. */
const freeSpot = (wanted: Spot, radius: number, { width, height }: { readonly width: number; readonly height: number }, taken: readonly PlacedBundle[]): Spot | null => {
  for (let reach = 0; reach <= Math.hypot(width, height); reach += STEP_PX) {
    for (let turn = 0; turn < (reach === 0 ? 1 : ANGLES); turn += 1) {
      const angle = (turn / ANGLES) * 2 * Math.PI;
      const spot = { x: Math.round(wanted.x + Math.cos(angle) * reach), y: Math.round(wanted.y + Math.sin(angle) * reach) };
      const isInside = spot.x >= radius + GAP_PX && spot.y >= radius + GAP_PX && spot.x <= width - radius - GAP_PX && spot.y <= height - radius - GAP_PX;
      if (isInside && isFree(spot, radius, taken)) return spot;
    }
  }
  return null;
};

/** Below every disc that covers it, one after the other. */
const labelOf = (spot: Spot, placed: readonly PlacedBundle[]): number =>
  [...placed].sort((one, other) => one.y - other.y).reduce((top, { x, y, radius }) => (Math.abs(x - spot.x) < radius && top > y - radius && top < y + radius ? y + radius : top), spot.y) + LABEL_PX;

/** Pure: bundles where their people are, never one over another; what finds no room stands in rows below. */
export function layoutBundles(bundles: readonly NeedBundleView[], places: readonly NeedPlaceView[], width: number): BundleLayout {
  const base = Math.round(width * TALL);
  const spotOf = projectionOf([...places, ...bundles], width, base);
  const placed: PlacedBundle[] = [];
  let [height, rowX] = [base, width];
  for (const bundle of [...bundles].sort((one, other) => other.personCount - one.personCount || one.bundleId - other.bundleId)) {
    const radius = radiusOf(bundle);
    const free = freeSpot(spotOf(bundle) ?? { x: width / 2, y: base - radius }, radius, { width, height: base }, placed);
    if (free === null && rowX + 2 * radius + GAP_PX > width) [rowX, height] = [GAP_PX, height + 2 * RADIUS_MAX_PX + GAP_PX];
    placed.push({ bundle, radius, ...(free ?? { x: rowX + radius, y: height - RADIUS_MAX_PX - GAP_PX }) });
    if (free === null) rowX += 2 * radius + GAP_PX;
  }
  const names = places.flatMap((place): readonly PlacedName[] => {
    const spot = spotOf(place);
    return spot === null ? [] : [{ areaId: place.areaId, name: place.name, ...spot, labelY: labelOf(spot, placed) }];
  });
  const spokes = placed.flatMap(({ bundle, x, y }) => bundle.places.flatMap(({ areaId }) => {
    const to = names.find((name) => name.areaId === areaId);
    return to === undefined ? [] : [{ fromX: x, fromY: y, toX: to.x, toY: to.y }];
  }));
  return { width, height, bundles: placed, names, spokes };
}
