import { chinaDate, chinaMoment } from '@/lib/format';

const two = (value: number): string => String(value).padStart(2, '0');

/** Pure: 2026-11-19, as WeChat's wheel says a day. */
export function isoDayOf(atMs: number): string {
  const { year, month, day } = chinaDate(atMs);
  return `${year}-${two(month)}-${two(day)}`;
}

/** Pure: a moment of that day which lies neither before `fromMs` nor after `nowMs`: on the first and the last day it is those moments themselves. */
export function momentOfDay(isoDay: string, fromMs: number, nowMs: number): number {
  const noonMs = chinaMoment(Math.round(Date.parse(`${isoDay}T00:00:00Z`) / 86_400_000), 12);
  return Math.min(Math.max(noonMs, fromMs), nowMs);
}
