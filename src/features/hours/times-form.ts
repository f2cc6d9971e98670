import { chinaDate, chinaMoment } from '@/lib/format';

const DAY_MS = 86_400_000;

/** Day and clocks as they are chosen: YYYY-MM-DD and HH:mm in UTC+8; empty while nothing is. */
export interface TimesForm {
  readonly day: string;
  readonly from: string;
  readonly to: string;
}

export const isoDay = (dayNumber: number): string => new Date(dayNumber * DAY_MS).toISOString().slice(0, 10);
const dayNumberOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / DAY_MS;
const clockOf = (atMs: number): string => {
  const { hour, minute } = chinaDate(atMs);
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
};

/** What stands, as a form. */
export const timesFormOf = ({ fromMs, toMs }: { readonly fromMs: number; readonly toMs: number }): TimesForm => ({ day: isoDay(chinaDate(fromMs).dayNumber), from: clockOf(fromMs), to: clockOf(toMs) });

/** Moments out of the form; an end before its beginning is on the next day; null while something is missing. */
export function momentsOf({ day, from, to }: TimesForm): { readonly fromMs: number; readonly toMs: number } | null {
  if (day === '' || from === '' || to === '') return null;
  const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
  const dayNumber = dayNumberOf(day);
  const isNextDay = minuteOf(to) < minuteOf(from);
  return { fromMs: chinaMoment(dayNumber, 0, minuteOf(from)), toMs: chinaMoment(isNextDay ? dayNumber + 1 : dayNumber, 0, minuteOf(to)) };
}

/** The first thing that is not yet right about the times; null when they may be sent. The server checks the same again. */
export function timesProblem(form: TimesForm, nowMs: number): string | null {
  if (form.day === '') return '先选哪一天。';
  const moments = momentsOf(form);
  if (moments === null) return '先选几点到、几点走。';
  if (moments.toMs === moments.fromMs) return '到和走是同一个时间，请再看看。';
  if (moments.toMs > nowMs) return '走的时间还没到，请再看看。';
  return null;
}
