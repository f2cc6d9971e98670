import type { DeliveryDayView, DeliveryListView } from '@contract';
import { ACCENT_INK, CAPTION, SLATE, WHITE } from '@/drawings/palette';
import { formatDate } from '@/lib/format';
import { Column, EDGE, INNER } from '@/lib/picture-column';
import { boxMark, textMark, type Sheet } from '@/lib/picture-marks';
import { rowNote } from './delivery-words';

/** What one picture still shows well, and every phone's canvas holds. */
const ROWS_SHOWN = 24;

type Place = DeliveryDayView['places'][number];
type Row = Place['rows'][number];

/** The first so many rows, with the days and places they stand in; the nearest days come first. */
function shownOf(days: readonly DeliveryDayView[]): readonly DeliveryDayView[] {
  let room = ROWS_SHOWN;
  const take = (place: Place): Place => {
    const rows = place.rows.slice(0, room);
    room -= rows.length;
    return { ...place, rows };
  };
  return days.map((day) => ({ ...day, places: day.places.map(take).filter(({ rows }) => rows.length > 0) })).filter(({ places }) => places.length > 0);
}

const rowsOf = (days: readonly DeliveryDayView[]): readonly Row[] => days.flatMap(({ places }) => places.flatMap(({ rows }) => rows));

/** A box to tick, what it is, and how many. */
function row(column: Column, one: Row): void {
  const [size, tick] = [column.size(28), column.size(24)];
  const middle = column.y + size * 0.7;
  const sides = { left: tick + 16, right: column.size(28) * 3 };
  column.marks.push(boxMark(EDGE, middle - tick / 2, tick, tick, WHITE, { stroke: SLATE, wide: 2, radius: 4 }), textMark(`× ${one.shares}`, EDGE + INNER, middle, size, { isBold: true, align: 'right' }));
  column.words(one.title, 28, sides);
  const note = rowNote(one);
  if (note !== '') column.words(note, 22, { left: sides.left, color: one.isOverdue ? ACCENT_INK : CAPTION });
  column.gap(10);
}

function dayPart(column: Column, { dayText, shareCount, places }: DeliveryDayView): void {
  column.gap(8);
  column.rule();
  const middle = column.y + column.size(32) * 0.7;
  column.marks.push(textMark(`${shareCount} 份`, EDGE + INNER, middle, column.size(24), { align: 'right', color: SLATE }));
  column.words(dayText, 32, { isBold: true, right: column.size(24) * 4 });
  for (const { placeText, rows } of places) {
    column.gap(6);
    column.words(placeText, 24, { isBold: true, color: SLATE });
    column.gap(4);
    for (const one of rows) row(column, one);
  }
}

/** Pure: 送货清单 as a picture, by day and place with boxes to tick; nobody who receives is named. `zoom`: of large type, 1 in normal. */
export function deliverySheet(list: DeliveryListView, zoom: number): Sheet {
  const column = new Column(zoom);
  column.words(list.giverName, 44, { isBold: true });
  column.parts(['送货清单', formatDate(list.madeAtMs, list.madeAtMs), `${list.wishCount} 个心愿`, `${list.shareCount} 份`], 24, { color: CAPTION });
  const shown = shownOf(list.days);
  for (const day of shown) dayPart(column, day);
  const left = rowsOf(list.days).length - rowsOf(shown).length;
  column.gap(8);
  column.rule();
  if (left > 0) column.words(`后面还有 ${left} 件，一张图放不下；存成表格是全的。`, 24, { isBold: true, color: ACCENT_INK });
  column.words('送到后在“邻愿”里拍张照说一声，谢谢大家。', 24, { color: CAPTION });
  return column.sheet();
}
