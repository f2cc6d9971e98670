import { chinaDate } from '@/lib/format';

/** This month and two before it. */
const MONTHS_SHOWN = 3;

/** "2026-11" → "11 月". */
export const monthWord = (month: string): string => `${Number(month.slice(5, 7))} 月`;

/** Pure: this month and those before it, the newest first, as "2026-11". */
export function monthsShown(nowMs: number): readonly string[] {
  const { year, month } = chinaDate(nowMs);
  return Array.from({ length: MONTHS_SHOWN }, (_unused, back) => {
    const number = year * 12 + (month - 1) - back;
    return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
  });
}
