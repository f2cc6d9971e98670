import type { CalendarSetInput, CalendarYearView } from '@contract';
import { startOfChinaDayMs } from '../kernel/clock';
import { calendarWarning, daysOfYear, yearSource, type CalendarOverrides } from '../kernel/working-days';

/** What an administrator entered for one year; `_id` is the year. The library knows a year only once it is announced. */
export interface CalendarYear {
  readonly _id: string;
  readonly holidays: readonly string[];
  readonly workdays: readonly string[];
  readonly byId: string;
  readonly atMs: number;
  /** The operation that wrote it last, so that a repeated call writes nothing anew. */
  readonly operationId: string;
}

export const calendarYearOf = (input: CalendarSetInput, byId: string, operationId: string, atMs: number): CalendarYear => ({
  _id: input.year,
  holidays: [...new Set(input.holidays)].sort(),
  workdays: [...new Set(input.workdays)].sort(),
  byId,
  atMs,
  operationId,
});

export const overridesOf = (years: readonly CalendarYear[]): CalendarOverrides => Object.fromEntries(years.map((year) => [year._id, { holidays: year.holidays, workdays: year.workdays }]));

export const calendarYearView = (year: string, overrides: CalendarOverrides): CalendarYearView => {
  const firstMs = startOfChinaDayMs(`${year}-01-01`);
  return { year, source: yearSource(year, overrides), ...daysOfYear(year, overrides), warning: calendarWarning(firstMs, firstMs, overrides) };
};
