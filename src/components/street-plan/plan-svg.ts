import { CALYX, INK, PERSIMMON, PINE, SAGE, SAND, STRAW, SUNK, WHITE } from '@/drawings';
import { RING_TYPE_PX, type MapLayout, type WalkingRing } from './plan-layout';

const ROAD = WHITE;
const WALKING = PINE;
const SLATE = '#5F544A';

/** Roads are drawn, not real: the same street always gets the same ones, and no two streets are told apart by them. */
const roads = ({ width, height }: MapLayout): string => {
  const line = (d: string, wide: number): string => `<path d="${d}" stroke="${ROAD}" stroke-width="${wide}" fill="none"/>`;
  return (
    line(`M-10 ${height * 0.3}C${width * 0.3} ${height * 0.24} ${width * 0.7} ${height * 0.28} ${width + 10} ${height * 0.2}`, 14) +
    line(`M-10 ${height * 0.66}C${width * 0.35} ${height * 0.6} ${width * 0.6} ${height * 0.66} ${width + 10} ${height * 0.57}`, 18) +
    line(`M-10 ${height * 0.92}C${width * 0.4} ${height * 0.86} ${width * 0.7} ${height * 0.92} ${width + 10} ${height * 0.85}`, 12) +
    line(`M${width * 0.27} -10C${width * 0.25} ${height * 0.35} ${width * 0.23} ${height * 0.7} ${width * 0.21} ${height + 10}`, 14) +
    line(`M${width * 0.74} -10C${width * 0.78} ${height * 0.4} ${width * 0.8} ${height * 0.7} ${width * 0.84} ${height + 10}`, 14)
  );
};

const tree = (x: number, y: number, size: number): string =>
  `<circle cx="${x}" cy="${y}" r="${size}" fill="${SAGE}"/><path d="M${x} ${y + size * 0.2}v${size}" stroke="${CALYX}" stroke-width="2" stroke-linecap="round"/>`;

const park = ({ width, height }: MapLayout): string =>
  `<g opacity=".55"><rect x="${width * 0.82}" y="${height * 0.22}" width="${width * 0.3}" height="${height * 0.3}" rx="18" fill="#E2EFEA"/>${tree(width * 0.9, height * 0.3, 13)}${tree(width * 0.97, height * 0.36, 16)}${tree(width * 0.89, height * 0.44, 11)}` +
  `${tree(width * 0.06, height * 0.8, 12)}${tree(width * 0.12, height * 0.76, 9)}</g>`;

const ring = ({ centre }: MapLayout, { minutes, radius, words }: WalkingRing, zoom: number): string => {
  const size = RING_TYPE_PX * zoom;
  return (
    `<circle cx="${centre.x}" cy="${centre.y}" r="${radius}" fill="none" stroke="${WALKING}" stroke-width="1.4" stroke-dasharray="3 6" opacity=".75"/>` +
    `<text x="${centre.x}" y="${words.top + size + 2}" text-anchor="middle" font-size="${size}" fill="${CALYX}" font-family="sans-serif">走路 ${minutes} 分钟</text>`
  );
};

/** Pure: the ground of the map, its walking rings and the reader's own spot, as an SVG document. */
export function planSvg(layout: MapLayout, zoom: number): string {
  const { width, height, centre } = layout;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="${SUNK}"/>${roads(layout)}${park(layout)}` +
    layout.rings.map((one) => ring(layout, one, zoom)).join('') +
    `<circle cx="${centre.x}" cy="${centre.y}" r="13" fill="${PERSIMMON}" opacity=".2"/><circle cx="${centre.x}" cy="${centre.y}" r="6" fill="${PERSIMMON}" stroke="${WHITE}" stroke-width="2.4"/></svg>`
  );
}

export interface Windows {
  readonly done: number;
  readonly taken: number;
  readonly waiting: number;
}

/** Windows in one row; more are told in proportion, and nothing that is there is left out. */
const WINDOWS_MAX = 6;

export function windowsOf({ done, taken, waiting }: Windows): readonly ('done' | 'taken' | 'waiting')[] {
  const total = done + taken + waiting;
  const share = (count: number): number => (total <= WINDOWS_MAX ? count : Math.max(count > 0 ? 1 : 0, Math.round((count / total) * WINDOWS_MAX)));
  const row = [...Array<'waiting'>(share(waiting)).fill('waiting'), ...Array<'taken'>(share(taken)).fill('taken'), ...Array<'done'>(share(done)).fill('done')];
  return row.slice(0, WINDOWS_MAX).reverse();
}

const FILL = { done: STRAW, taken: SAND, waiting: SLATE } as const;

const windowAt = (state: 'done' | 'taken' | 'waiting', x: number): string =>
  `<rect x="${x}" y="24" width="9" height="11" rx="1.5" fill="${FILL[state]}" stroke="${INK}" stroke-width="1.2"/>${state === 'taken' ? `<rect x="${x}" y="29.5" width="9" height="5.5" fill="${STRAW}" stroke="${INK}" stroke-width="1.2"/>` : ''}`;

/** Pure: a small house, a window for each wish: dark waits, half lit has somebody coming, lit is done. */
export function houseSvg(windows: Windows): string {
  const row = windowsOf(windows);
  const width = Math.max(row.length, 2) * 13 + 14;
  const roof = windows.waiting > 0 ? PERSIMMON : PINE;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width + 12} 46" width="${width + 12}" height="46"><path d="M${6} 42V17h${width}v25z" fill="${WHITE}" stroke="${INK}" stroke-width="1.4"/>` +
    `<path d="M1 18 9 6h${width - 6}l8 12z" fill="${roof}" stroke="${INK}" stroke-width="1.4" stroke-linejoin="round"/>${row.map((state, index) => windowAt(state, 13 + index * 13)).join('')}<path d="M0 42.5h${width + 12}" stroke="${INK}" stroke-width="1.6"/></svg>`
  );
}

/** Natural width of the drawing, for keeping its proportion. */
export const houseWidth = (windows: Windows): number => Math.max(windowsOf(windows).length, 2) * 13 + 26;
