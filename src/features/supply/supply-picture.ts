import { SUPPLY_PARTY_LABEL, WISH_CATEGORIES, WISH_CATEGORY_LABEL, type SupplyCardView, type SupplyMapView, type SupplyPlaceView, type SupplyTableView } from '@contract';
import { planPicture, type PlanHouse } from '@/components/street-plan/plan-picture';
import { ACCENT_INK, CALYX, CAPTION, INK, MINT, PERSIMMON, PINE, SLATE, SUNK, WHITE } from '@/drawings';
import { Column, EDGE, INNER, SEPARATOR, WIDTH } from '@/lib/picture-column';
import { boxMark, placedMarks, textMark, type Mark, type Sheet } from '@/lib/picture-marks';
import { gridLines, lineVerdict, wholeLines, type TableLine } from './table-lines';

/** The plan is laid out as on a phone, then put on the sheet in its full breadth. */
const PHONE_PX = 350;
/** What one picture still shows well. */
const OFFERS_SHOWN = 14;

export interface PictureOf {
  readonly communityName: string;
  /** The day it was made, as people say it. */
  readonly dayText: string;
  /** Of large type, 1 in normal. */
  readonly zoom: number;
}

function columnFor(title: string, about: string, { communityName, dayText, zoom }: PictureOf): Column {
  const column = new Column(zoom);
  column.words(title, 44, { isBold: true });
  column.parts([communityName, about, dayText], 24, { color: CAPTION });
  column.gap(20);
  return column;
}

/** Whom a picture may tell, wherever it goes from the phone: a shop, a unit, an organisation; of a neighbour no name. */
const partyOf = ({ partyKind, partyName }: SupplyCardView): string => (partyKind === 'member' ? `邻居，${SUPPLY_PARTY_LABEL.member}` : partyName);

function offers(column: Column, title: string, supplies: readonly SupplyCardView[]): void {
  if (supplies.length === 0) return;
  column.gap(16);
  column.words(`${title}（${supplies.length} 份）`, 28, { isBold: true, color: ACCENT_INK });
  column.gap(6);
  for (const supply of supplies) {
    column.words(supply.title, 26, { isBold: true });
    column.parts([WISH_CATEGORY_LABEL[supply.category], partyOf(supply), supply.timesText, `一周 ${supply.capacityPerWeek} 次`], 24, { color: SLATE });
    column.gap(10);
  }
}

/** The first so many of all groups together. */
function shownOf(groups: readonly (readonly [string, readonly SupplyCardView[]])[]): readonly (readonly [string, readonly SupplyCardView[]])[] {
  let room = OFFERS_SHOWN;
  return groups.map(([title, supplies]): readonly [string, readonly SupplyCardView[]] => {
    const shown = supplies.slice(0, Math.max(0, room));
    room -= shown.length;
    return [title, shown];
  });
}

/** Of roads and trees that run on past the plan. */
const OVERHANG = 20;

/** The plan in the full breadth of the column, its edges cut straight. */
function framed(column: Column, plan: Sheet): void {
  const by = INNER / plan.width;
  const [top, height] = [column.y, plan.height * by];
  const cut = (x: number, y: number, width: number, tall: number): Mark => boxMark(x, y, width, tall, WHITE);
  column.marks.push(...placedMarks(plan.marks, EDGE, top, by), cut(0, top, EDGE, height), cut(EDGE + INNER, top, EDGE, height), cut(0, top - OVERHANG, WIDTH, OVERHANG), cut(0, top + height, WIDTH, OVERHANG));
  column.gap(height + OVERHANG);
}

/** Pure: 资源地图 as a picture: the plan, how much of each kind, and who offers what. */
export function mapSheet(map: SupplyMapView, houseOf: (place: SupplyPlaceView) => PlanHouse, about: string, of: PictureOf): Sheet {
  const column = columnFor('资源地图', about, of);
  const grids = map.places.filter(({ isWholeCommunity }) => !isWholeCommunity);
  if (grids.length > 0) {
    framed(column, planPicture(grids, houseOf, PHONE_PX, of.zoom));
    column.words('亮的窗是只去这个小区的，一扇一份；暗的窗是还没有只去这里的。', 24, { color: CAPTION });
    column.gap(8);
  }
  column.parts(WISH_CATEGORIES.filter((category) => map.counts[category] > 0).map((category) => `${WISH_CATEGORY_LABEL[category]} ${map.counts[category]} 份`), 26, { isBold: true });
  const groups = shownOf([...map.places].sort((a, b) => Number(b.isWholeCommunity) - Number(a.isWholeCommunity)).map((place) => [place.isWholeCommunity ? '哪个小区都去' : place.name, place.supplies] as const));
  for (const [title, supplies] of groups) offers(column, title, supplies);
  const left = map.total - groups.reduce((sum, [, supplies]) => sum + supplies.length, 0);
  if (left > 0) column.words(`还有 ${left} 份，在“邻愿”的资源地图里看。`, 24, { color: CAPTION });
  column.gap(12);
  column.words('是画的图，不是真地图，也不标到哪一家。需要帮忙，在“邻愿”发个心愿。', 24, { color: CAPTION });
  return column.sheet();
}

const BAR = 20;

function bar(column: Column, label: string, parts: readonly { readonly count: number; readonly color: string }[], longest: number, count: string): void {
  const size = column.size(24);
  const [nameWidth, countWidth] = [size * 2.6, size * 4];
  const [left, room, middle] = [EDGE + nameWidth, INNER - nameWidth - countWidth, column.y + size * 0.7];
  column.marks.push(textMark(label, EDGE, middle, size, { color: SLATE }), boxMark(left, middle - BAR / 2, room, BAR, SUNK, { radius: BAR / 2 }), textMark(count, EDGE + INNER, middle, size, { isBold: true, align: 'right' }));
  let at = left;
  for (const part of parts.filter((one) => one.count > 0)) {
    const width = Math.max(BAR, (part.count / longest) * room);
    column.marks.push(boxMark(at, middle - BAR / 2, Math.min(width, left + room - at), BAR, part.color, { radius: BAR / 2 }));
    at += width;
  }
  column.gap(size * 1.5);
}

function tableLine(column: Column, line: TableLine, longest: number): void {
  const size = column.size(30);
  const verdict = lineVerdict(line);
  column.marks.push(textMark(WISH_CATEGORY_LABEL[line.category], EDGE, column.y + size * 0.7, size, { isBold: true }));
  if (verdict !== null) column.marks.push(textMark(verdict.words, EDGE + INNER, column.y + size * 0.7, column.size(26), { isBold: true, align: 'right', color: verdict.isShort ? ACCENT_INK : CALYX }));
  column.gap(size * 1.5);
  bar(column, '在等', [{ count: line.need, color: PERSIMMON }], longest, `${line.need} 份`);
  bar(column, '能帮', [{ count: line.own, color: PINE }, { count: line.shared, color: MINT }], longest, `${line.own + line.shared} 次`);
  column.parts(line.note.split(SEPARATOR), 22, { color: CAPTION });
  column.gap(12);
  column.rule();
}

/** Pure: 资源匹配表 as a picture, of the whole community or of one 小区; figures only. */
export function tableSheet(table: SupplyTableView, areaId: string | null, of: PictureOf): Sheet {
  const grid = table.areas.find((area) => area.areaId === areaId && !area.isWholeCommunity);
  const lines = grid === undefined ? wholeLines(table) : gridLines(table, grid);
  const longest = Math.max(1, ...lines.map(({ need, own, shared }) => Math.max(need, own + shared)));
  const column = columnFor('资源匹配表', grid?.name ?? '', of);
  column.words('一份心愿要人帮一次，拿在等的份数，比这周还能帮的次数。手上在办的已经扣掉。', 24, { color: INK });
  if (grid !== undefined) column.words(`深色是只来${grid.name}的，浅色是全社区都去、几个小区一起用的。`, 24, { color: INK });
  column.gap(16);
  column.rule();
  for (const line of lines) tableLine(column, line, longest);
  if (table.isAtLeast) column.words('太多了，只数了一部分。', 24, { color: CAPTION });
  return column.sheet();
}
