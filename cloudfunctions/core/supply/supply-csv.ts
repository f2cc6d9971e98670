import { SUPPLY_PARTY_KINDS, SUPPLY_PARTY_LABEL, SKILL_LABEL, TRADE_CERTIFICATE_LABEL, WISH_CATEGORIES, WISH_CATEGORY_LABEL, type SupplyTableRowView, type SupplyTableView } from '@contract';
import { chinaDay } from '../kernel/clock';
import { BYTE_ORDER_MARK, csvLine } from '../kernel/csv';
import type { Supply } from './supply';
import { timesTextOf } from './supply-view';

interface Sheet {
  readonly text: string;
  /** Lines below the head. */
  readonly rows: number;
}

const sheetOf = (head: readonly string[], lines: readonly (readonly (string | number)[])[]): Sheet => ({ text: `${BYTE_ORDER_MARK}${[head, ...lines].map(csvLine).join('')}`, rows: lines.length });

const TABLE_HEAD = ['类别', '资源', ...SUPPLY_PARTY_KINDS.map((kind) => SUPPLY_PARTY_LABEL[kind]), '每周能办（次）', '这周还能办（次）', '在等的心愿', '在等的份数', '有人接的份数', '还缺的份数'] as const;

/** Both sides in the same unit: one share is one help. */
const AREA_HEAD = ['小区', '类别', '资源', '这周还能办（次）', '在等的份数（一份算一次）'] as const;

const tableLine = (name: string, row: Omit<SupplyTableRowView, 'category'>): readonly (string | number)[] =>
  [name, row.supplies, ...SUPPLY_PARTY_KINDS.map((kind) => row.byParty[kind]), row.capacityPerWeek, row.capacityLeft, row.openWishes, row.openShares, row.matchedShares, row.shortShares];

const areaLines = (areas: SupplyTableView['areas']): readonly (readonly (string | number)[])[] =>
  areas.flatMap(({ name, isWholeCommunity, supplies, capacityLeft, openShares }) =>
    WISH_CATEGORIES.filter((category) => supplies[category] + openShares[category] > 0).map((category) => [isWholeCommunity ? `${name}（全社区）` : name, WISH_CATEGORY_LABEL[category], supplies[category], capacityLeft[category], openShares[category]]));

/** Pure: 资源匹配表 as staff print it: by kind with the totals, then by 小区. */
export const tableCsv = ({ rows, totals, areas }: Pick<SupplyTableView, 'rows' | 'totals' | 'areas'>): Sheet =>
  sheetOf(TABLE_HEAD, [...rows.map(({ category, ...row }) => tableLine(WISH_CATEGORY_LABEL[category], row)), tableLine('合计', totals), [], AREA_HEAD, ...areaLines(areas)]);

const MAP_HEAD = ['服务范围', '类别', '谁提供', '名称', '能提供什么', '说明', '条件', '会什么', '证书（社区看过）', '证书（没看过）', '什么时候', '每周能办（次）', '办成', '没办成', '上次确认'] as const;

const mapLine = (supply: Supply): readonly (string | number)[] => {
  const certificates = (isSeen: boolean): string => supply.certificates.filter((certificate) => (supply.seen[certificate] !== undefined) === isSeen).map((certificate) => TRADE_CERTIFICATE_LABEL[certificate]).join('、');
  return [
    supply.areaName, WISH_CATEGORY_LABEL[supply.category], SUPPLY_PARTY_LABEL[supply.partyKind], supply.partyName, supply.title, supply.words, supply.conditions, supply.skills.map((skill) => SKILL_LABEL[skill]).join('、'),
    certificates(true), certificates(false), timesTextOf(supply.slots), supply.capacityPerWeek, supply.record.kept, supply.record.lapsed, chinaDay(supply.confirmedAtMs),
  ];
};

/** Pure: the offers behind the resource map, by the place they serve and their kind; nothing in it tells where anybody lives. */
export const mapCsv = (supplies: readonly Supply[]): Sheet => {
  const placed = [...supplies].sort((a, b) => (a.areaId === b.areaId ? 0 : a.areaId < b.areaId ? -1 : 1));
  return sheetOf(MAP_HEAD, placed.map(mapLine));
};
