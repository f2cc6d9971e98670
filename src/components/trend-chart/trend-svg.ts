import { ACCENT_INK, ACCENT_TINT, CAPTION, PERSIMMON, WHITE, fruitShapes } from '@/drawings';

export interface TrendPoint {
  /** 6月. */
  label: string;
  value: number;
}

/** Drawn at this width, in px, and stretched to what holds it. */
export const TREND_WIDTH = 320;
const TOP = 34;
const FOOT = 26;
const SIDE = 22;
const FONT = 'PingFang SC, Noto Sans CJK SC, sans-serif';

interface Spot {
  x: number;
  y: number;
}

const round = (value: number): number => Math.round(value * 10) / 10;

function spotsOf(points: readonly TrendPoint[], height: number): Spot[] {
  const values = points.map((point) => point.value);
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  const room = height - TOP - FOOT - 14;
  const step = points.length > 1 ? (TREND_WIDTH - 2 * SIDE) / (points.length - 1) : 0;
  return points.map((point, index) => ({ x: round(SIDE + index * step), y: round(TOP + room * (1 - (point.value - low) / span)) }));
}

/** A line that leaves and meets each point level, so that it never dips below what was measured. */
function linePath(spots: readonly Spot[]): string {
  return spots
    .map((spot, index) => {
      const before = spots[index - 1];
      if (before === undefined) return `M${spot.x} ${spot.y}`;
      const middle = round((before.x + spot.x) / 2);
      return `C${middle} ${before.y} ${middle} ${spot.y} ${spot.x} ${spot.y}`;
    })
    .join('');
}

/** Where the name of a point stands, in per cent of the width. */
export const nameAtPercent = (index: number, count: number): number => round(((SIDE + (index * (TREND_WIDTH - 2 * SIDE)) / (count - 1)) / TREND_WIDTH) * 100);

/**
 * Points over time as an SVG document, 320 wide; the last point is a ripe persimmon. `large` draws its figures 1.3 times as large.
 * Names of points are not in it: a picture has no font of the page, and would show boxes where the phone has no Chinese one.
 */
export function trendSvg(points: readonly TrendPoint[], height: number, large: boolean): string {
  const spots = spotsOf(points, height);
  const line = linePath(spots);
  const ground = height - FOOT;
  const first = spots[0];
  const last = spots[spots.length - 1];
  const fontPx = large ? 17 : 13;
  const words = (x: number, y: number, text: string, isLast: boolean): string =>
    `<text x="${x}" y="${y}" text-anchor="middle" font-size="${fontPx}" fill="${isLast ? ACCENT_INK : CAPTION}" font-weight="${isLast ? 700 : 400}">${text}</text>`;
  const marks = spots.map((spot, index) => {
    const isLast = index === spots.length - 1;
    const point = points[index];
    if (point === undefined) return '';
    const dot = isLast
      ? `<g transform="translate(${spot.x - 10} ${spot.y - 11})">${fruitShapes('delivered')}</g>`
      : `<circle cx="${spot.x}" cy="${spot.y}" r="4" fill="${WHITE}" stroke="${PERSIMMON}" stroke-width="2.4"/>`;
    return dot + words(spot.x, spot.y - 16, String(point.value), isLast);
  });
  const area = first !== undefined && last !== undefined ? `<path d="${line}L${last.x} ${ground}L${first.x} ${ground}z" fill="${ACCENT_TINT}"/>` : '';
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${TREND_WIDTH} ${height}" width="${TREND_WIDTH}" height="${height}" font-family="${FONT}">${area}` +
    `<path d="${line}" fill="none" stroke="${PERSIMMON}" stroke-width="2.6" stroke-linecap="round"/>${marks.join('')}</svg>`
  );
}
