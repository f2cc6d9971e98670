import { textWidth } from '@/lib/picture-marks';

/** A 小区 as far as a drawn plan goes: its name and how it lies from the reader's own, in minutes on foot; null without a place. */
export interface PlannedPlace {
  readonly areaId: string;
  readonly name: string;
  readonly eastMinutes: number | null;
  readonly northMinutes: number | null;
}

/** What a house asks of the plan: the number beside its name, and how wide its drawing is, in px. */
export interface HouseNeed {
  readonly count: number | null;
  readonly drawingWidth: number;
}

/** Where a house stands on the plan, in px from its left top corner; `width` and `height` hold its label and the house. */
export interface PlacedHouse<P extends PlannedPlace = PlannedPlace> {
  readonly place: P;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Of the label alone, above the drawing. */
  readonly labelHeight: number;
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
/** As tall as it takes: names in large type need more room. */
const TALLS = [1.12, 1.28, 1.45] as const;

/** Of names and of the words at a ring, in normal type: what `--t-cap` and `--l-cap` are. */
export const PLAN_TYPE_PX = 13;
const LINE_PX = 18;
/** Sides, border and a spare letter's breadth; above and below. */
const LABEL_SIDES_PX = 28;
const LABEL_ENDS_PX = 6;
const COUNT_GAP_PX = 4;
/** A name that would take more of the plan's width than this goes on in a second line: none is ever cut. */
const LABEL_SHARE = 0.62;
export const HOUSE_PX = 50;
const GAP_PX = 6;
const EDGE_PX = 8;
/** The reader's own spot, kept free. */
const SPOT_PX = 30;

const RING_LETTERS = 7;

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
  const wordsWidth = PLAN_TYPE_PX * zoom * RING_LETTERS;
  return { minutes, radius, words: { left: centre.x - wordsWidth / 2, top: centre.y + radius + 2, width: wordsWidth, height: LINE_PX * zoom } };
};

interface Size {
  readonly width: number;
  readonly height: number;
  readonly labelHeight: number;
}

const sizeOf = (place: PlannedPlace, { count, drawingWidth }: HouseNeed, width: number, zoom: number): Size => {
  const type = PLAN_TYPE_PX * zoom;
  const beside = LABEL_SIDES_PX + (count === null ? 0 : COUNT_GAP_PX + textWidth(String(count), type));
  const room = Math.floor(width * LABEL_SHARE) - beside;
  const name = textWidth(place.name, type);
  const lines = Math.ceil(name / room);
  const labelHeight = Math.ceil(lines * LINE_PX * zoom + LABEL_ENDS_PX);
  return { width: Math.ceil(Math.max(Math.min(name, room) + beside, drawingWidth)), height: labelHeight + HOUSE_PX, labelHeight };
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
const freeSpot = (wanted: MapLayout['centre'], size: Size, plan: { readonly width: number; readonly height: number }, taken: readonly Box[]): (Box & Size) | null => {
  const reach = Math.hypot(plan.width, plan.height);
  for (let radius = 0; radius <= reach; radius += RADIUS_STEP_PX) {
    for (const { x, y } of radius === 0 ? HERE : DIRECTIONS) {
      const box = { left: round(wanted.x + x * radius - size.width / 2), top: round(wanted.y + y * radius - size.height / 2), ...size };
      const isInside = box.left >= EDGE_PX && box.top >= EDGE_PX && box.left + box.width <= plan.width - EDGE_PX && box.top + box.height <= plan.height - EDGE_PX;
      if (isInside && !taken.some((other) => overlaps(box, other))) return box;
    }
  }
  return null;
};

interface Placing<P extends PlannedPlace> {
  readonly places: readonly P[];
  readonly needOf: (place: P) => HouseNeed;
  readonly width: number;
  readonly zoom: number;
}

/** On a plan so tall; `isWhole`: nothing had to go below it. */
function layoutOn<P extends PlannedPlace>({ places, needOf, width, zoom }: Placing<P>, tall: number): MapLayout<P> & { readonly isWhole: boolean } {
  const base = Math.round(width * tall);
  const centre = { x: width / 2, y: base / 2 };
  const spot: Box = { left: centre.x - SPOT_PX / 2, top: centre.y - SPOT_PX / 2, width: SPOT_PX, height: SPOT_PX };
  const rings = [5, 10].map((minutes) => ringOf(minutes, centre, width, zoom));
  const taken: Box[] = [spot, ...rings.map((ring) => ring.words)];
  const houses: PlacedHouse<P>[] = [];
  let height = base;
  places.forEach((place, index) => {
    const size = sizeOf(place, needOf(place), width, zoom);
    const found = freeSpot(wantedOf(place, index, centre, width), size, { width, height }, taken);
    const box = found ?? { left: EDGE_PX, top: height, ...size };
    if (found === null) height = Math.ceil(height + size.height + EDGE_PX);
    taken.push(box);
    houses.push({ place, ...box });
  });
  return { width, height, centre, rings, houses, isWhole: height === base };
}

/**
 * Pure: a drawn plan of the reader's street. Each house stands as near as it can to where it lies on foot, and no two of
 * them, nor their labels nor the words of the rings, ever overlap or are cut: the plan grows taller first, and what even
 * then finds no room stands in a row of its own below. `zoom` is that of large type.
 */
export function layoutMap<P extends PlannedPlace>(places: readonly P[], needOf: (place: P) => HouseNeed, width: number, zoom: number): MapLayout<P> {
  const placing = { places, needOf, width, zoom };
  const [first, ...taller] = TALLS;
  return taller.reduce((layout, tall) => (layout.isWhole ? layout : layoutOn(placing, tall)), layoutOn(placing, first));
}
