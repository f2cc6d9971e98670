/** Stretches of one field of an index, in ascending order of values. */
import { typeRank } from '../compare';
import { compareParts } from './key-order';

export interface Bound {
  readonly value: unknown;
  readonly inclusive: boolean;
}

/** Values equal to `point`. */
export interface Point {
  readonly point: unknown;
}

/** Values of one type (MongoDB compares only values of one type) between the bounds. */
export interface Range {
  readonly rank: number;
  readonly low?: Bound;
  readonly high?: Bound;
  /** Strings that begin with this text. */
  readonly startsWith?: string;
}

export type Interval = Point | Range;

export const isPoint = (interval: Interval): interval is Point => 'point' in interval;

const UNDEFINED_RANK = 0;
const rankOf = (value: unknown): number => (value === undefined ? UNDEFINED_RANK : typeRank(value));

function placeInRange(value: unknown, range: Range): number {
  const byType = rankOf(value) - range.rank;
  if (byType !== 0) return byType;
  if (range.startsWith !== undefined) {
    const isInside = typeof value === 'string' && value.startsWith(range.startsWith);
    return isInside ? 0 : compareParts(value, range.startsWith);
  }
  if (range.low !== undefined) {
    const order = compareParts(value, range.low.value);
    if (order < 0 || (order === 0 && !range.low.inclusive)) return -1;
  }
  if (range.high !== undefined) {
    const order = compareParts(value, range.high.value);
    if (order > 0 || (order === 0 && !range.high.inclusive)) return 1;
  }
  return 0;
}

/** Negative before the interval, zero inside, positive behind it. */
export const placeIn = (value: unknown, interval: Interval): number => (isPoint(interval) ? compareParts(value, interval.point) : placeInRange(value, interval));

const startOf = (interval: Interval): unknown => (isPoint(interval) ? interval.point : (interval.startsWith ?? interval.low?.value));
const rankOfInterval = (interval: Interval): number => (isPoint(interval) ? rankOf(interval.point) : interval.rank);

/** Ascending, each point once. Overlapping ranges are left: readers take every document once anyway. */
export function normalize(intervals: readonly Interval[]): readonly Interval[] {
  if (intervals.length < 2) return intervals;
  const sorted = [...intervals].sort((a, b) => rankOfInterval(a) - rankOfInterval(b) || compareParts(startOf(a), startOf(b)));
  return sorted.filter((interval, i) => {
    const before = sorted[i - 1];
    return before === undefined || !isPoint(interval) || !isPoint(before) || compareParts(before.point, interval.point) !== 0;
  });
}

const narrowerLow = (a: Bound | undefined, b: Bound | undefined): Bound | undefined => {
  if (a === undefined || b === undefined) return a ?? b;
  const order = compareParts(a.value, b.value);
  return order > 0 || (order === 0 && !a.inclusive) ? a : b;
};

const narrowerHigh = (a: Bound | undefined, b: Bound | undefined): Bound | undefined => {
  if (a === undefined || b === undefined) return a ?? b;
  const order = compareParts(a.value, b.value);
  return order < 0 || (order === 0 && !a.inclusive) ? a : b;
};

function meet(a: Interval, b: Interval): Interval | undefined {
  if (isPoint(a)) return placeIn(a.point, b) === 0 ? a : undefined;
  if (isPoint(b)) return placeIn(b.point, a) === 0 ? b : undefined;
  if (a.rank !== b.rank) return undefined;
  if (a.startsWith !== undefined || b.startsWith !== undefined) return a.startsWith !== undefined ? a : b;
  const low = narrowerLow(a.low, b.low);
  const high = narrowerHigh(a.high, b.high);
  return { rank: a.rank, ...(low && { low }), ...(high && { high }) };
}

/** What lies in both; may be too wide (a prefix meets a range), never too narrow. */
export const intersect = (some: readonly Interval[], others: readonly Interval[]): readonly Interval[] =>
  normalize(some.flatMap((a) => others.flatMap((b) => meet(a, b) ?? [])));
