import { chinaDate, chinaMoment, formatDay } from '@/lib/format';

/** A day that can be tapped. */
export interface PlanDay {
  readonly dayNumber: number;
  readonly label: string;
}

/** A part of the day that can be tapped; `hour` is the moment that is told to the other side. */
export interface DayPart {
  readonly key: 'morning' | 'afternoon' | 'evening';
  readonly label: string;
  readonly hour: number;
}

export const DAY_PARTS: readonly DayPart[] = [
  { key: 'morning', label: '上午', hour: 10 },
  { key: 'afternoon', label: '下午', hour: 15 },
  { key: 'evening', label: '傍晚', hour: 18 },
];

/** More than a week of chips is a calendar; people plan closer than that. */
const MOST_DAYS = 8;
const DAY_MS = 86_400_000;

/** The days from today to the last possible one, at most eight, that still have a part of the day left. */
export function planDays(nowMs: number, lastMs: number): readonly PlanDay[] {
  const today = chinaDate(nowMs).dayNumber;
  const last = Math.min(chinaDate(lastMs).dayNumber, today + MOST_DAYS - 1);
  const days: PlanDay[] = [];
  for (let dayNumber = today; dayNumber <= last; dayNumber += 1) {
    if (dayParts(dayNumber, nowMs, lastMs).length === 0) continue;
    days.push({ dayNumber, label: formatDay(nowMs + (dayNumber - today) * DAY_MS, nowMs) });
  }
  return days;
}

/** The parts of that day that lie ahead and before the last moment. */
export function dayParts(dayNumber: number, nowMs: number, lastMs: number): readonly DayPart[] {
  return DAY_PARTS.filter((part) => {
    const atMs = chinaMoment(dayNumber, part.hour);
    return atMs > nowMs && atMs <= lastMs;
  });
}
