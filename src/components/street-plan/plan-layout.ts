/** A 小区 as far as a drawn plan goes: its name and how it lies from the reader's own, in minutes on foot; null without a place. */
export interface PlannedPlace {
  readonly areaId: string;
  readonly name: string;
  readonly eastMinutes: number | null;
  readonly northMinutes: number | null;
}

/** Where a house stands on the plan, in px from its left top corner; `width` and `height` hold its label and the house. */
export interface PlacedHouse<P extends PlannedPlace = PlannedPlace> {
  readonly place: P;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A ring with the words at its foot; no house ever stands on them. */
export interface WalkingRing {
  readonly minutes: number;
  readonly radius: number;
  readonly words: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
}

export interface MapLayout<P extends PlannedPlace = PlannedPlace> {
  readonly width: number;
  readonly height: number;
  readonly centre: { readonly x: number; readonly y: number };
  /** Rings of five and ten minutes on foot around the reader's own 小区. */
  readonly rings: readonly WalkingRing[];
  readonly houses: readonly PlacedHouse<P>[];
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Shares of the plan's width. */
const TEN_MINUTES = 0.42;
const BEYOND = 0.1;
const BEYOND_FADE_MINUTES = 15;
const TALL = 1.12;

const LETTER_PX = 14;
const LABEL_PAD_PX = 44;
const LABEL_MIN_PX = 84;
const LABEL_PX = 30;
const HOUSE_PX = 52;
const GAP_PX = 6;
const EDGE_PX = 8;
/** The reader's own spot, kept free. */
const SPOT_PX = 30;

/** Of the words at a ring: their size in px in normal type, and how many letters wide they are. */
export const RING_TYPE_PX = 12;
const RING_LETTERS = 6;

const RADIUS_STEP_PX = 7;
const ANGLES = 28;
/** Which way to look from where it should stand: the first is up, then around. */
const DIRECTIONS = Array.from({ length: ANGLES }, (_unused, turn) => (turn / ANGLES) * 2 * Math.PI - Math.PI / 2).map((angle) => ({ x: Math.cos(angle), y: Math.sin(angle) }));
const HERE = DIRECTIONS.slice(0, 1);
const { round } = Math;

const overlaps = (a: Box, b: Box): boolean => a.left < b.left + b.width + GAP_PX && b.left < a.left + a.width + GAP_PX && a.top < b.top + b.height + GAP_PX && b.top < a.top + a.height + GAP_PX;

/** Ten minutes are drawn to scale; what lies farther is drawn in, so that a street fits on a phone. */
const radiusOf = (minutes: number, width: number): number => {
  if (minutes <= 10) return (minutes / 10) * TEN_MINUTES * width;
  return (TEN_MINUTES + BEYOND * (1 - Math.exp(-(minutes - 10) / BEYOND_FADE_MINUTES))) * width;
};

const ringOf = (minutes: number, centre: MapLayout['centre'], width: number, zoom: number): WalkingRing => {
  const radius = radiusOf(minutes, width);
  const wordsWidth = RING_TYPE_PX * zoom * RING_LETTERS;
  return { minutes, radius, words: { left: centre.x - wordsWidth / 2, top: centre.y + radius, width: wordsWidth, height: RING_TYPE_PX * zoom + GAP_PX } };
};

const sizeOf = (place: PlannedPlace, width: number, zoom: number): { readonly width: number; readonly height: number } => {
  const letters = [...place.name].length * LETTER_PX * zoom + LABEL_PAD_PX * zoom;
  return { width: Math.min(Math.max(letters, LABEL_MIN_PX), width - 2 * EDGE_PX), height: LABEL_PX * zoom + HOUSE_PX };
};

/** The middle a house would have if nothing stood in its way. */
const wantedOf = (place: PlannedPlace, index: number, centre: MapLayout['centre'], width: number): MapLayout['centre'] => {
  // Without a place on the map it stands at the edge, one beside the other.
  const [east, north] = place.eastMinutes === null || place.northMinutes === null ? [Math.cos(index) * 40, Math.sin(index) * 40] : [place.eastMinutes, place.northMinutes];
  const minutes = Math.hypot(east, north);
  const radius = radiusOf(minutes, width);
  return minutes === 0 ? { x: centre.x, y: centre.y - SPOT_PX } : { x: centre.x + (east / minutes) * radius, y: centre.y - (north / minutes) * radius };
};

/** The nearest free spot around the one wanted; null when the plan is full. */
const freeSpot = (wanted: MapLayout['centre'], size: { readonly width: number; readonly height: number }, plan: { readonly width: number; readonly height: number }, taken: readonly Box[]): Box | null => {
  const reach = Math.hypot(plan.width, plan.height);
  for (let radius = 0; radius <= reach; radius += RADIUS_STEP_PX) {
    for (const { x, y } of radius === 0 ? HERE : DIRECTIONS) {
      const box = { left: round(wanted.x + x * radius - size.width / 2), top: round(wanted.y + y * radius - size.height / 2), width: size.width, height: size.height };
      const isInside = box.left >= EDGE_PX && box.top >= EDGE_PX && box.left + box.width <= plan.width - EDGE_PX && box.top + box.height <= plan.height - EDGE_PX;
      if (isInside && !taken.some((other) => overlaps(box, other))) return box;
    }
  }
  return null;
};

/**
 * Pure: a drawn plan of the reader's street. Each house stands as near as it can to where it lies on foot, and no two of
 * them, nor their labels nor the words of the rings, ever overlap: what finds no room stands in a row of its own below. `zoom` is that of large type.
 */
export function layoutMap<P extends PlannedPlace>(places: readonly P[], width: number, zoom: number): MapLayout<P> {
  const base = Math.round(width * TALL);
  const centre = { x: width / 2, y: base / 2 };
  const spot: Box = { left: centre.x - SPOT_PX / 2, top: centre.y - SPOT_PX / 2, width: SPOT_PX, height: SPOT_PX };
  const rings = [5, 10].map((minutes) => ringOf(minutes, centre, width, zoom));
  const taken: Box[] = [spot, ...rings.map((ring) => ring.words)];
  const houses: PlacedHouse<P>[] = [];
  let height = base;
  places.forEach((place, index) => {
    const size = sizeOf(place, width, zoom);
    const found = freeSpot(wantedOf(place, index, centre, width), size, { width, height }, taken);
    const box = found ?? { left: EDGE_PX, top: height, ...size };
    if (found === null) height = Math.ceil(height + size.height + EDGE_PX);
    taken.push(box);
    houses.push({ place, ...box });
  });
  return { width, height, centre, rings, houses };
}
