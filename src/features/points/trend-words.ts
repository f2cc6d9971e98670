import type { PointsView } from '@contract';

type Trend = PointsView['trend'];

/** "6月": six months in a row are never ambiguous, so the year is left out. */
const monthText = (month: string): string => `${Number(month.slice(-2))}月`;

/** Pure: the balances as the chart wants them, oldest first. */
export function trendValues(trend: Trend): readonly { readonly label: string; readonly value: number }[] {
  return trend.map(({ month, points }) => ({ label: monthText(month), value: points }));
}

/** Pure: the same in a sentence, for who hears the page. */
export function trendSummary(trend: Trend): string {
  return `半年来的积分：${trend.map(({ month, points }) => `${monthText(month)} ${points} 分`).join('，')}`;
}
