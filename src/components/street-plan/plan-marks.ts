import { CALYX, DEW, INK, PERSIMMON, PINE, SAGE, SAND, SLATE, STRAW, SUNK, WHITE } from '@/drawings';
import { boxMark, type BoxMark, type CircleMark, type PathMark, type Step } from '@/lib/picture-marks';
import type { MapLayout } from './plan-layout';

/** What is drawn and not written: the same marks on the page and on a picture that is saved. */
export type PlanMark = BoxMark | CircleMark | PathMark;

const ROAD = WHITE;
const WALKING = PINE;

const line = (stroke: string, wide: number, ...steps: readonly Step[]): PathMark => ({ kind: 'path', steps, color: null, stroke, wide });
const circle = (x: number, y: number, radius: number, more: Partial<CircleMark>): CircleMark => ({ kind: 'circle', x, y, radius, color: null, ...more });

/** Roads are drawn, not real: the same street always gets the same ones, and no two streets are told apart by them. */
const roads = ({ width, height }: MapLayout): readonly PlanMark[] => [
  line(ROAD, 14, ['M', -10, height * 0.3], ['C', width * 0.3, height * 0.24, width * 0.7, height * 0.28, width + 10, height * 0.2]),
  line(ROAD, 18, ['M', -10, height * 0.66], ['C', width * 0.35, height * 0.6, width * 0.6, height * 0.66, width + 10, height * 0.57]),
  line(ROAD, 12, ['M', -10, height * 0.92], ['C', width * 0.4, height * 0.86, width * 0.7, height * 0.92, width + 10, height * 0.85]),
  line(ROAD, 14, ['M', width * 0.27, -10], ['C', width * 0.25, height * 0.35, width * 0.23, height * 0.7, width * 0.21, height + 10]),
  line(ROAD, 14, ['M', width * 0.74, -10], ['C', width * 0.78, height * 0.4, width * 0.8, height * 0.7, width * 0.84, height + 10]),
];

const FAINT = 0.55;
const tree = (x: number, y: number, size: number): readonly PlanMark[] => [circle(x, y, size, { color: SAGE, opacity: FAINT }), { ...line(CALYX, 2, ['M', x, y + size * 0.2], ['L', x, y + size * 1.2]), opacity: FAINT }];

const park = ({ width, height }: MapLayout): readonly PlanMark[] => [
  boxMark(width * 0.82, height * 0.22, width * 0.3, height * 0.3, DEW, { radius: 18, opacity: FAINT }),
  ...tree(width * 0.9, height * 0.3, 13), ...tree(width * 0.97, height * 0.36, 16), ...tree(width * 0.89, height * 0.44, 11), ...tree(width * 0.06, height * 0.8, 12), ...tree(width * 0.12, height * 0.76, 9),
];

/** Pure: the ground of the map, its walking rings and the reader's own spot. */
export const groundMarks = (layout: MapLayout): readonly PlanMark[] => {
  const { width, height, centre, rings } = layout;
  return [
    boxMark(0, 0, width, height, SUNK), ...roads(layout), ...park(layout),
    ...rings.map(({ radius }) => circle(centre.x, centre.y, radius, { stroke: WALKING, wide: 1.4, dash: [3, 6], opacity: 0.75 })),
    circle(centre.x, centre.y, 13, { color: PERSIMMON, opacity: 0.2 }), circle(centre.x, centre.y, 6, { color: PERSIMMON, stroke: WHITE, wide: 2.4 }),
  ];
};

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
const pane = (x: number, y: number, height: number, color: string): BoxMark => boxMark(x, y, 9, height, color, { radius: 1.5, stroke: INK, wide: 1.2 });
const windowAt = (state: 'done' | 'taken' | 'waiting', x: number): readonly PlanMark[] => [pane(x, 24, 11, FILL[state]), ...(state === 'taken' ? [pane(x, 29.5, 5.5, STRAW)] : [])];

/** In px; the height of every house. */
export const HOUSE_HEIGHT_PX = 46;
export const houseWidth = (windows: Windows): number => Math.max(windowsOf(windows).length, 2) * 13 + 26;

/** Pure: a small house, a window for each wish: dark waits, half lit has somebody coming, lit is done. */
export function houseMarks(windows: Windows): readonly PlanMark[] {
  const width = houseWidth(windows);
  const roof = windows.waiting > 0 ? PERSIMMON : PINE;
  return [
    { ...line(INK, 1.4, ['M', 6, 42], ['L', 6, 17], ['L', width - 6, 17], ['L', width - 6, 42], ['Z']), color: WHITE },
    { ...line(INK, 1.4, ['M', 1, 18], ['L', 9, 6], ['L', width - 9, 6], ['L', width - 1, 18], ['Z']), color: roof },
    ...windowsOf(windows).flatMap((state, index) => windowAt(state, 13 + index * 13)),
    line(INK, 1.6, ['M', 0, 42.5], ['L', width, 42.5]),
  ];
}
