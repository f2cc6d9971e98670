import type { PointsView } from '@contract';
import { ACCENT_TINT, PERSIMMON, SUNK, WHITE } from '@/drawings/palette';
import { fruitShapes } from '@/drawings/persimmon';
import { svgUri } from '@/drawings/svg-uri';

/** Size of the picture in its own units; the page stretches it to the card's width. */
export const TREND_WIDTH = 338;
export const TREND_HEIGHT = 104;

const SIDE = 28;
const TOP = 20;
const BOTTOM = 92;

export interface TrendPoint {
  readonly x: number;
  readonly y: number;
  readonly points: number;
  /** "6月"; months are told without the year, six in a row are never ambiguous. */
  readonly monthText: string;
}

/**
 * Where each month's balance stands in the picture: evenly spaced, the axis begins at nought so that growth is not
 * made to look steeper than it is. A person with nothing yet gets a flat line on the ground.
 */
export function trendPoints(trend: PointsView['trend']): readonly TrendPoint[] {
  const most = Math.max(1, ...trend.map((month) => month.points));
  const step = trend.length > 1 ? (TREND_WIDTH - 2 * SIDE) / (trend.length - 1) : 0;
  return trend.map((month, index) => ({
    x: round(SIDE + step * index),
    y: round(BOTTOM - ((BOTTOM - TOP) * Math.max(0, month.points)) / most),
    points: month.points,
    monthText: `${Number(month.month.slice(-2))}月`,
  }));
}

/** The line with its ground, rings for past months and a persimmon for the present one, as a data URI for `<Image>`. */
export function trendPicture(points: readonly TrendPoint[]): string {
  const last = points[points.length - 1];
  if (last === undefined) return '';
  const line = smoothPath(points);
  const ground = `${line} L${last.x} ${BOTTOM} L${points[0]?.x ?? SIDE} ${BOTTOM}Z`;
  const rings = points
    .slice(0, -1)
    .map(({ x, y }) => `<circle cx="${x}" cy="${y}" r="4" fill="${WHITE}" stroke="${PERSIMMON}" stroke-width="2.5"/>`)
    .join('');
  return svgUri(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${TREND_WIDTH} ${TREND_HEIGHT}" width="${TREND_WIDTH}" height="${TREND_HEIGHT}" fill="none">` +
      `<path d="${ground}" fill="${ACCENT_TINT}"/><path d="M14 ${BOTTOM}h${TREND_WIDTH - 28}" stroke="${SUNK}" stroke-width="2"/>` +
      `<path d="${line}" stroke="${PERSIMMON}" stroke-width="3" stroke-linecap="round"/>${rings}${fruitAt(last)}</svg>`,
  );
}

/** A curve through all points that never overshoots: the handles are level, as in a hand-drawn growth line. */
function smoothPath(points: readonly TrendPoint[]): string {
  return points
    .map((point, index) => {
      const before = points[index - 1];
      if (before === undefined) return `M${point.x} ${point.y}`;
      const middle = round((before.x + point.x) / 2);
      return `C${middle} ${before.y} ${middle} ${point.y} ${point.x} ${point.y}`;
    })
    .join(' ');
}

/** The persimmon at the end of the line, 28 units wide, sitting on its point. */
function fruitAt({ x, y }: TrendPoint): string {
  return `<g transform="translate(${round(x - 13)} ${round(y - 15)}) scale(1.3)">${fruitShapes('delivered')}</g>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
