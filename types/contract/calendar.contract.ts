import * as v from 'valibot';
import { LIMITS } from './limits';
import { BUDGET, route } from './route';

/** A year's days off and the weekend days worked for them, as the State Council announces them each November. */
export interface CalendarYearView {
  readonly year: string;
  /** Who knows it: staff entered it, the program brought it along, or nobody yet (then only weekends rest). */
  readonly source: 'staff' | 'library' | 'weekends';
  readonly holidays: readonly string[];
  readonly workdays: readonly string[];
  /** A sentence to show wherever days of this year are counted; null when it is known. */
  readonly warning: string | null;
}

const yearSchema = v.pipe(v.string(), v.regex(/^20[2-9]\d$/, '年份不对'));
const isDay = (text: string): boolean => {
  const atMs = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(atMs) && new Date(atMs).toISOString().slice(0, 10) === text;
};
const daySchema = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, '日期写成 2028-10-01 这样'), v.check(isDay, '没有这一天'));
const daysSchema = v.pipe(v.array(daySchema), v.maxLength(LIMITS.calendarDaysPerYear, `最多 ${LIMITS.calendarDaysPerYear} 天`));

export const calendarSetSchema = v.pipe(
  v.strictObject({ year: yearSchema, holidays: daysSchema, workdays: daysSchema }),
  v.forward(v.partialCheck([['year'], ['holidays']], ({ year, holidays }) => holidays.every((day) => day.startsWith(`${year}-`)), '有一天不是这一年的'), ['holidays']),
  v.forward(v.partialCheck([['year'], ['workdays']], ({ year, workdays }) => workdays.every((day) => day.startsWith(`${year}-`)), '有一天不是这一年的'), ['workdays']),
  v.forward(v.partialCheck([['holidays'], ['workdays']], ({ holidays, workdays }) => !workdays.some((day) => holidays.includes(day)), '同一天不能又放假又上班'), ['workdays']),
);
export type CalendarSetInput = v.InferOutput<typeof calendarSetSchema>;

export const CALENDAR_ROUTES = {
  'calendar.get': route<CalendarYearView>()({ input: v.strictObject({ year: yearSchema }), mutating: false, access: { roles: ['administrator', 'staff', 'socialWorker'] }, requestBudget: BUDGET.list }),
  /** Replaces what staff entered for the year; days already told to people are never shortened by it. */
  'calendar.setDays': route<CalendarYearView>()({ input: calendarSetSchema, mutating: true, access: { roles: ['administrator'] }, requestBudget: BUDGET.command }),
} as const;
