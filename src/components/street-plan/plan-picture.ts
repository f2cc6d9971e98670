import { ACCENT_INK, CALYX, INK, SAND, SLATE, WHITE } from '@/drawings';
import { boxMark, linesOf, placedMarks, textMark, textWidth, type Mark, type Sheet } from '@/lib/picture-marks';
import { layoutMap, PLAN_TYPE_PX, type HouseNeed, type PlacedHouse, type PlannedPlace } from './plan-layout';
import { groundMarks, houseMarks, houseWidth, HOUSE_HEIGHT_PX, type Windows } from './plan-marks';

/** What is drawn of one place: its windows, and the number beside its name where there is one. */
export interface PlanHouse extends Windows {
  readonly count: number | null;
  /** Told to screen readers: how many of what. */
  readonly words: string;
}

/** What the layout must know of a house. */
export const needOf = (house: PlanHouse): HouseNeed => ({ count: house.count, drawingWidth: houseWidth(house) });

const LABEL_PAD_PX = 11;
const COUNT_GAP_PX = 4;

const labelMarks = ({ place, left, top, width, labelHeight }: PlacedHouse, count: number | null, size: number): readonly Mark[] => {
  const counted = count === null ? '' : String(count);
  const countWidth = count === null ? 0 : COUNT_GAP_PX + textWidth(counted, size);
  const lines = linesOf(place.name, size, width - 2 * LABEL_PAD_PX - countWidth);
  const nameWidth = Math.max(...lines.map((line) => textWidth(line, size)));
  const [labelWidth, middle] = [nameWidth + countWidth + 2 * LABEL_PAD_PX, left + width / 2];
  const [start, step] = [middle - labelWidth / 2, (labelHeight - 6) / lines.length];
  return [
    boxMark(start, top, labelWidth, labelHeight - 2, WHITE, { radius: 14, stroke: SAND, wide: 1 }),
    ...lines.map((line, index) => textMark(line, start + LABEL_PAD_PX + nameWidth / 2, top + 2 + step * (index + 0.5), size, { align: 'center', isBold: count !== null, color: count === null ? SLATE : INK })),
    ...(count === null ? [] : [textMark(counted, start + LABEL_PAD_PX + nameWidth + COUNT_GAP_PX, top + labelHeight / 2 - 1, size, { isBold: true, color: ACCENT_INK })]),
  ];
};

/** Pure: the drawn plan with its words, to be put on a picture that is saved; `zoom` is that of large type. */
export function planPicture<P extends PlannedPlace>(places: readonly P[], houseOf: (place: P) => PlanHouse, width: number, zoom: number): Sheet {
  const layout = layoutMap(places, (place) => needOf(houseOf(place)), width, zoom);
  const size = PLAN_TYPE_PX * zoom;
  return {
    width: layout.width, height: layout.height,
    marks: [
      ...groundMarks(layout),
      ...layout.rings.map(({ minutes, words }) => textMark(`走路 ${minutes} 分钟`, words.left + words.width / 2, words.top + words.height / 2, size, { align: 'center', color: CALYX })),
      ...layout.houses.flatMap((placed) => {
        const house = houseOf(placed.place);
        return [...labelMarks(placed, house.count, size), ...placedMarks(houseMarks(house), placed.left + (placed.width - houseWidth(house)) / 2, placed.top + placed.height - HOUSE_HEIGHT_PX)];
      }),
    ],
  };
}
