import type { MeView, ShiftCardView } from '@contract';
import { chinaDate, formatDate, formatDay } from '@/lib/format';

const DAY_MS = 86_400_000;
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;
const ORGANISERS = ['administrator', 'staff', 'socialWorker', 'groupOwner'] as const;

/** Whether a person may draft activities; the server decides again. */
export const mayOrganise = (me: MeView): boolean => isOrganiser(me) || me.leadsTeams;

/** Whether they may draft in the community's own name, not only for a team. */
export const isOrganiser = (me: MeView): boolean => me.roles.some(({ role }) => ORGANISERS.some((one) => one === role));

export interface DayOfShifts {
  readonly day: string;
  /** 今天 11 月 20 日 周五 */
  readonly title: string;
  readonly shifts: readonly ShiftCardView[];
}

/** YYYY-MM-DD in UTC+8. */
export const isoDay = (atMs: number): string => {
  const { year, month, day } = chinaDate(atMs);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};

function dayTitle(atMs: number, nowMs: number): string {
  const date = `${formatDate(atMs, nowMs)} ${WEEKDAYS[chinaDate(atMs).weekday]}`;
  const near = formatDay(atMs, nowMs);
  return near === '今天' || near === '明天' || near === '后天' ? `${near} · ${date}` : date;
}

/** Shifts in their order, under the day on which they begin. */
export function byDay(shifts: readonly ShiftCardView[], nowMs: number): readonly DayOfShifts[] {
  const days = new Map<string, ShiftCardView[]>();
  for (const shift of shifts) {
    const day = isoDay(shift.startsAtMs);
    days.set(day, [...(days.get(day) ?? []), shift]);
  }
  return [...days].map(([day, found]) => ({ day, title: dayTitle(found[0]?.startsAtMs ?? nowMs, nowMs), shifts: found }));
}

export interface WeekDay {
  readonly day: string;
  readonly weekday: string;
  readonly number: number;
}

/** Today and the days after it. */
export const comingDays = (nowMs: number, count: number): readonly WeekDay[] =>
  Array.from({ length: count }, (_unused, index) => {
    const atMs = nowMs + index * DAY_MS;
    const { weekday, day } = chinaDate(atMs);
    return { day: isoDay(atMs), weekday: index === 0 ? '今天' : (WEEKDAYS[weekday] ?? ''), number: day };
  });
