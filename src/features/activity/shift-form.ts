import { LIMITS } from '@contract';
import { chinaDate, chinaMoment } from '@/lib/format';

/** Times of an activity as they are chosen: a first day, from when to when, and how often every week or day. */
export interface ShiftForm {
  /** Day number in UTC+8, as `chinaDate` has it. */
  readonly day: number;
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly repeat: 'once' | 'weekly' | 'daily';
  /** How many times in all, where it repeats. */
  readonly times: number;
  readonly placeText: string;
  readonly capacity: number;
  /** Code of whoever leads; empty for oneself. */
  readonly leadCode: string;
}

const STEP_MINUTES = 30;
const DAY_MINUTES = 24 * 60;

export const newShiftForm = (nowMs: number): ShiftForm => ({ day: chinaDate(nowMs).dayNumber + 1, fromMinute: 9 * 60, toMinute: 11 * 60, repeat: 'once', times: 4, placeText: '', capacity: 8, leadCode: '' });

/** Half hours of a day, from 6:00 on. */
export const MINUTES: readonly number[] = Array.from({ length: (DAY_MINUTES - 6 * 60) / STEP_MINUTES }, (_unused, index) => 6 * 60 + index * STEP_MINUTES);
/** Ends may be midnight. */
export const END_MINUTES: readonly number[] = [...MINUTES.slice(1), DAY_MINUTES];

export const minuteText = (minute: number): string => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;

/** Every time that follows from the form, in order; an end before its beginning is on the next day. */
export function timesOf({ day, fromMinute, toMinute, repeat, times }: ShiftForm): readonly { readonly startsAtMs: number; readonly endsAtMs: number }[] {
  const count = repeat === 'once' ? 1 : Math.min(times, LIMITS.shiftsPerAdd);
  const everyDays = repeat === 'weekly' ? 7 : 1;
  return Array.from({ length: count }, (_unused, index) => {
    const on = day + index * everyDays;
    const endDay = toMinute <= fromMinute ? on + 1 : on;
    return { startsAtMs: chinaMoment(on, 0, fromMinute), endsAtMs: chinaMoment(endDay, 0, toMinute) };
  });
}

/** The first thing that is not yet right; null when it can be sent. */
export function shiftProblem(form: ShiftForm, nowMs: number): string | null {
  if ((timesOf(form)[0]?.startsAtMs ?? 0) <= nowMs) return '开始的时间已经过了，往后排一天。';
  if (form.placeText.trim() === '') return '请写在哪儿集合。';
  if (form.leadCode !== '' && !/^[A-Z0-9]{8}$/.test(form.leadCode)) return '领队的编号是 8 位字母和数字；您自己带就空着。';
  return null;
}
