import { chinaDay } from '../kernel/clock';
import type { CalendarOverrides } from '../kernel/working-days';
import { command, store } from '../platform/store';
import { overridesOf, type CalendarYear } from './calendar-year';

const COLLECTION = 'calendarDays';

export const findCalendarYear = (year: string): Promise<CalendarYear | null> => store.find<CalendarYear>(COLLECTION, year);

/** What staff set for the year before, of and after a moment: every period of days that runs now lies in these. One request. */
export const loadOverrides = async (aroundMs: number): Promise<CalendarOverrides> => {
  const year = Number(chinaDay(aroundMs).slice(0, 4));
  const years = [year - 1, year, year + 1].map(String);
  return overridesOf(await store.query<CalendarYear>(COLLECTION, { where: { _id: command.in(years) }, limit: years.length }));
};

/** The last one to write wins; a year is a plain fact that anybody can look up. */
export const saveCalendarYear = async (year: CalendarYear): Promise<void> => {
  if ((await store.insertOnce(COLLECTION, year)) === 'inserted') return;
  const { _id, ...fields } = year;
  await store.update(COLLECTION, { _id }, { ...fields, holidays: command.set(fields.holidays), workdays: command.set(fields.workdays) });
};
