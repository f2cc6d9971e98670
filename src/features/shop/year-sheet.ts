import type { ShopYearView } from '@contract';
import { ACCENT_INK, CAPTION, INK, PERSIMMON, SAND, WHITE } from '@/drawings/palette';
import { boxMark, linesOf, type Sheet, textMark } from '@/lib/picture-marks';
import { yearLines } from './shop-words';

const WIDTH = 750;
const HEIGHT_WITHOUT_LINES = 520;
const LINE_HEIGHT = 56;
const LINE_SIZE = 34;
const NAME_SIZE = 44;
const ROOM = 560;

/** Pure: the card as plain marks: the shop, its year, what was done; no person and nothing in yuan. */
export function yearSheet(view: ShopYearView): Sheet {
  const lines = yearLines(view).flatMap((line) => linesOf(line, LINE_SIZE, ROOM));
  const names = linesOf(view.name, NAME_SIZE, ROOM);
  /** A long name takes two lines; what follows makes room. */
  const down = (names.length - 1) * LINE_HEIGHT;
  const height = HEIGHT_WITHOUT_LINES + down + lines.length * LINE_HEIGHT;
  const middle = { align: 'center', color: INK } as const;
  return {
    width: WIDTH, height,
    marks: [
      boxMark(0, 0, WIDTH, height, WHITE),
      boxMark(20, 20, WIDTH - 40, height - 40, WHITE, { stroke: PERSIMMON, wide: 4 }),
      boxMark(30, 30, WIDTH - 60, height - 60, WHITE, { stroke: SAND, wide: 1 }),
      textMark(`${view.year} 年度爱心卡`, WIDTH / 2, 120, 48, { ...middle, isBold: true, color: ACCENT_INK }),
      ...names.map((line, index) => textMark(line, WIDTH / 2, 220 + index * LINE_HEIGHT, NAME_SIZE, { ...middle, isBold: true })),
      textMark(view.communityName, WIDTH / 2, 290 + down, 26, { ...middle, color: CAPTION }),
      ...lines.map((line, index) => textMark(line, WIDTH / 2, 380 + down + index * LINE_HEIGHT, LINE_SIZE, middle)),
      textMark('谢谢您，让邻居的事有人接', WIDTH / 2, height - 90, 28, { ...middle, color: CAPTION }),
    ],
  };
}
