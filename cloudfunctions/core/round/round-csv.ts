import { WISH_CATEGORY_LABEL, type RoundFigures } from '@contract';
import { chinaDay } from '../kernel/clock';
import { BYTE_ORDER_MARK, csvLine } from '../kernel/csv';
import type { Round } from './round';

type Cell = string | number | null;

const CENTS = 100;

/** Pure: the report as a table; the byte order mark lets spreadsheets read it as UTF-8. */
export const roundCsv = (round: Pick<Round, 'title' | 'areaName' | 'startsAtMs' | 'endsAtMs'>, figures: RoundFigures): string => {
  const rows: readonly (readonly Cell[])[] = [
    ['名称', round.title],
    ['范围', round.areaName],
    ['开始', chinaDay(round.startsAtMs)],
    ['结束', chinaDay(round.endsAtMs)],
    ['心愿', figures.wishes],
    ['办好的心愿', figures.wishesDone],
    ['要的份数', figures.shares.wanted],
    ['有人认领的份数', figures.shares.held],
    ['送到的份数', figures.shares.delivered],
    [figures.giversIsAtLeast ? '帮忙的人（至少）' : '帮忙的人', figures.givers],
    ['送到的约值（元）', figures.deliveredValueFen / CENTS],
    ['从认领到送到，中位数（天）', figures.daysMedian],
    ['从认领到送到，平均（天）', figures.daysMean],
    [],
    ['类别', '心愿', '办好', '要的份数', '送到的份数'],
    ...figures.byCategory.map((sum) => [WISH_CATEGORY_LABEL[sum.category], sum.wishes, sum.wishesDone, sum.sharesWanted, sum.sharesDelivered]),
  ];
  return `${BYTE_ORDER_MARK}${rows.map((row) => csvLine(row.map((cell) => cell ?? '少于 5'))).join('')}`;
};
