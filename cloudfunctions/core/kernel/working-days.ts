import calendar from 'chinese-days/dist/chinese-days.json';
import { RULES } from '../rules';
import { chinaDay, DAY_MS, HOUR_MS, MINUTE_MS, startOfChinaDayMs } from './clock';

/**
 * Working time of staff: the State Council's working days (调休 counted, by chinese-days) and the hours of RULES.workingHours.
 * All moments are ms since 1970; days are UTC+8.
 */
interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Deadlines lie days, not years, ahead; a longer search means a broken calendar. */
const SEARCH_DAYS = 400;

/** A year's days off and the weekend days worked for them (调休), each YYYY-MM-DD. */
export interface YearDays {
  readonly holidays: readonly string[];
  readonly workdays: readonly string[];
}

/** What staff set, by year ("2028"); a year that is set counts as set, whatever the library says of it. */
export type CalendarOverrides = Readonly<Record<string, YearDays>>;

const NO_OVERRIDES: CalendarOverrides = {};

const holidays: Readonly<Record<string, string>> = calendar.holidays;
const madeUpDays: Readonly<Record<string, string>> = calendar.workdays;
const libraryYears: ReadonlySet<string> = new Set(Object.keys(holidays).map((day) => day.slice(0, 4)));
const SUNDAY = 0;
const SATURDAY = 6;

/** Where a year's days come from; `weekends` when nobody knows them yet, because they are announced each November. */
export const yearSource = (year: string, overrides: CalendarOverrides = NO_OVERRIDES): 'staff' | 'library' | 'weekends' => {
  if (Object.hasOwn(overrides, year)) return 'staff';
  return libraryYears.has(year) ? 'library' : 'weekends';
};

/** The days of a year as they count, for showing and correcting them. */
export const daysOfYear = (year: string, overrides: CalendarOverrides = NO_OVERRIDES): YearDays => {
  const ofYear = (days: Readonly<Record<string, string>>): readonly string[] => Object.keys(days).filter((day) => day.startsWith(`${year}-`)).sort();
  return overrides[year] ?? { holidays: ofYear(holidays), workdays: ofYear(madeUpDays) };
};

/**
 * The State Council's calendar as chinese-days keeps it. Its table, not its functions: those read a date by the zone of
 * the machine, and west of Greenwich worked on Saturdays. A year nobody knows rests on its weekends only.
 */
export const isWorkingDay = (day: string, overrides: CalendarOverrides = NO_OVERRIDES): boolean => {
  const set = overrides[day.slice(0, 4)];
  if (set === undefined ? Object.hasOwn(madeUpDays, day) : set.workdays.includes(day)) return true;
  if (set === undefined ? Object.hasOwn(holidays, day) : set.holidays.includes(day)) return false;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== SUNDAY && weekday !== SATURDAY;
};

/** What is said wherever days of a year count that nobody entered yet. */
export const unknownYearText = (year: number | string): string => `${year} 年的放假安排还没有录入，先只按周末休息来算，日子可能会变。公布以后由管理员在“放假安排”里填上。`;

/** A plain sentence when days between the two moments lie in a year that nobody knows yet; else null. */
export const calendarWarning = (fromMs: number, toMs: number, overrides: CalendarOverrides = NO_OVERRIDES): string | null => {
  const [first, last] = [fromMs, toMs].map((atMs) => Number(chinaDay(atMs).slice(0, 4)));
  for (let year = first ?? 0; year <= (last ?? 0); year += 1) {
    if (yearSource(String(year), overrides) === 'weekends') return unknownYearText(year);
  }
  return null;
};

const nextDay = (day: string): string => chinaDay(startOfChinaDayMs(day) + DAY_MS);

/**
 * The last ms of the `days`-th whole working day after the day of `fromMs`; that day itself never counts, whatever the
 * hour. `days` ≥ 1.
 */
export const workingDaysAfter = (fromMs: number, days: number, overrides: CalendarOverrides = NO_OVERRIDES): number => {
  let left = days;
  let day = chinaDay(fromMs);
  for (let searched = 0; searched < SEARCH_DAYS; searched += 1) {
    day = nextDay(day);
    if (isWorkingDay(day, overrides)) left -= 1;
    if (left <= 0) return startOfChinaDayMs(day) + DAY_MS - 1;
  }
  throw new Error(`no ${days} working days within ${SEARCH_DAYS} days`);
};

/** Whole working days that lie between the days of two moments, neither of those counted. */
export const wholeWorkingDaysBetween = (fromMs: number, toMs: number, overrides: CalendarOverrides = NO_OVERRIDES): number => {
  const last = chinaDay(toMs);
  let count = 0;
  for (let day = nextDay(chinaDay(fromMs)); day < last; day = nextDay(day)) if (isWorkingDay(day, overrides)) count += 1;
  return count;
};

const spansOfDay = (day: string, overrides: CalendarOverrides): readonly Span[] => {
  if (!isWorkingDay(day, overrides)) return [];
  const startMs = startOfChinaDayMs(day);
  return RULES.workingHours.map(({ fromMinute, toMinute }) => ({ fromMs: startMs + fromMinute * MINUTE_MS, toMs: startMs + toMinute * MINUTE_MS }));
};

function* spansFrom(atMs: number, overrides: CalendarOverrides): Generator<Span> {
  const firstMs = startOfChinaDayMs(chinaDay(atMs));
  for (let offset = 0; offset < SEARCH_DAYS; offset += 1) {
    for (const span of spansOfDay(chinaDay(firstMs + offset * DAY_MS), overrides)) {
      if (span.toMs > atMs) yield { fromMs: Math.max(span.fromMs, atMs), toMs: span.toMs };
    }
  }
  throw new Error(`no working time within ${SEARCH_DAYS} days`);
}

/** The moment at which so much working time has passed since `fromMs`. */
export const addWorkingMs = (fromMs: number, workingMs: number, overrides: CalendarOverrides = NO_OVERRIDES): number => {
  let leftMs = workingMs;
  for (const span of spansFrom(fromMs, overrides)) {
    const lengthMs = span.toMs - span.fromMs;
    if (leftMs <= lengthMs) return span.fromMs + leftMs;
    leftMs -= lengthMs;
  }
  throw new Error('unreachable: spansFrom never ends quietly');
};

/** That, as a rule of so many hours. */
export const afterWorkingHours = (hours: number) => (fromMs: number, overrides?: CalendarOverrides): number => addWorkingMs(fromMs, hours * HOUR_MS, overrides);

/** Working time between two moments; negative when `toMs` lies before `fromMs`. */
export const workingMsBetween = (fromMs: number, toMs: number, overrides: CalendarOverrides = NO_OVERRIDES): number => {
  if (toMs < fromMs) return -workingMsBetween(toMs, fromMs, overrides);
  let sumMs = 0;
  for (const span of spansFrom(fromMs, overrides)) {
    if (span.fromMs >= toMs) return sumMs;
    sumMs += Math.min(span.toMs, toMs) - span.fromMs;
  }
  return sumMs;
};

/** When something must be done that staff have so many working hours for; the shell that writes it down counts it over with what was entered. */
export const dueInWorkingHours = (fromMs: number, hours: number): { readonly dueAtMs: number; readonly dueWorkingMs: number } => ({ dueAtMs: addWorkingMs(fromMs, hours * HOUR_MS), dueWorkingMs: hours * HOUR_MS });
