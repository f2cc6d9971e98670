import { chinaDate } from './format';

/** A moment as the wheel of days wants it: 2026-12-04, in UTC+8. */
export function dayValue(atMs: number): string {
  const { year, month, day } = chinaDate(atMs);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** First and last ms of a day of the wheel, in UTC+8. */
export const startOfDayValue = (day: string): number => Date.parse(`${day}T00:00:00+08:00`);
export const endOfDayValue = (day: string): number => Date.parse(`${day}T23:59:59.999+08:00`);
