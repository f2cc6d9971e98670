import type { RatingItem } from '@contract';

export interface TimeRules {
  readonly countedSecondsPerItem: number;
}

/** What the client says of the time. */
export interface ToldTime {
  readonly secondsOnScreen: number;
  readonly secondsPerItem: Readonly<Partial<Record<RatingItem, number | undefined>>>;
}

/** What the server knows: the screen can't have been open before either moment. */
export interface TimeBound {
  readonly nowMs: number;
  /** When there was something to rate. */
  readonly deliveredAtMs: number;
  /** When the same hand sent its last rating; 0 for the first. */
  readonly lastByHandMs: number;
}

/** The parts may sum up to a little more than the whole: clocks of phones round. */
const ROUNDING_SECONDS = 1;

export interface RatingTime {
  /** Seconds an item, on average. */
  readonly perItem: number;
  /** Of what is read and tapped, without what is written or said. */
  readonly perTap: number;
  /** Until the words stood there, in all; null where the client did not measure each item, as when a draft came back. */
  readonly writing: number | null;
}

const isTapped = (item: RatingItem): boolean => item !== 'words' && item !== 'voice';

/**
 * Pure: how long somebody took. A long pause of one item does not hide haste in the others, so each counts up to
 * `countedSecondsPerItem`. A client that tells more than can have been is cut down; parts that don't fit the whole are
 * not used at all.
 */
export const ratingTimeOf = (told: ToldTime, items: readonly RatingItem[], bound: TimeBound, rules: TimeRules): RatingTime => {
  const longest = Math.max(0, (bound.nowMs - Math.max(bound.deliveredAtMs, bound.lastByHandMs)) / 1000);
  const seconds = Math.min(told.secondsOnScreen, longest);
  const partsOf = (some: readonly RatingItem[]): readonly number[] => some.map((item) => told.secondsPerItem[item] ?? 0);
  const sum = partsOf(items).reduce((total, part) => total + part, 0);
  const areParts = items.every((item) => told.secondsPerItem[item] !== undefined) && sum > 0 && sum <= told.secondsOnScreen + ROUNDING_SECONDS;
  if (!areParts) {
    const perItem = Math.min(seconds / items.length, rules.countedSecondsPerItem);
    return { perItem, perTap: perItem, writing: null };
  }
  const scale = Math.min(1, seconds / sum);
  const average = (some: readonly RatingItem[]): number => partsOf(some).reduce((total, part) => total + Math.min(part * scale, rules.countedSecondsPerItem), 0) / some.length;
  return { perItem: average(items), perTap: average(items.filter(isTapped)), writing: (told.secondsPerItem.words ?? 0) * scale };
};
