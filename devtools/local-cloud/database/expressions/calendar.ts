/** The calendar: what a date is called in a time zone, by months and by ISO weeks. */
import type { TimeZone } from './time-zones';

const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;
const THURSDAY = 4;

export interface LocalTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

export interface CalendarDate extends LocalTime {
  /** 1 is Sunday. */
  readonly dayOfWeek: number;
  /** 1 to 366. */
  readonly dayOfYear: number;
  /** Weeks begin on Sunday; days before the first Sunday are in week 0. */
  readonly week: number;
  readonly isoWeekYear: number;
  readonly isoWeek: number;
  /** 1 is Monday. */
  readonly isoDayOfWeek: number;
}

/** Ms of the UTC date with these figures; figures beyond their range carry over. */
export function msOf({ year, month, day, hour, minute, second, millisecond }: LocalTime): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second, millisecond);
  return date.getTime();
}

const dayNumber = (year: number, month: number, day: number): number => msOf({ year, month, day, hour: 0, minute: 0, second: 0, millisecond: 0 }) / DAY_MS;

/** Weekday by ISO: 1970-01-01 was a Thursday. */
const isoDayOf = (day: number): number => ((((day + THURSDAY - 1) % WEEK_DAYS) + WEEK_DAYS) % WEEK_DAYS) + 1;

/** Number of the Monday of the first ISO week of a year: the week that holds January 4. */
function firstMonday(year: number): number {
  const fourth = dayNumber(year, 1, 4);
  return fourth - isoDayOf(fourth) + 1;
}

function isoWeekOf(day: number, year: number): { isoWeekYear: number; isoWeek: number } {
  const isoWeekYear = day < firstMonday(year) ? year - 1 : day >= firstMonday(year + 1) ? year + 1 : year;
  return { isoWeekYear, isoWeek: Math.floor((day - firstMonday(isoWeekYear)) / WEEK_DAYS) + 1 };
}

/** The month date of an ISO date; weeks and days beyond their range carry over. */
export function dateOfIsoWeek(isoWeekYear: number, isoWeek: number, isoDayOfWeek: number): { readonly year: number; readonly month: number; readonly day: number } {
  const date = new Date((firstMonday(isoWeekYear) + (isoWeek - 1) * WEEK_DAYS + isoDayOfWeek - 1) * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** How many days a month has. */
export const daysOfMonth = (year: number, month: number): number => new Date(msOf({ year, month: month + 1, day: 0, hour: 0, minute: 0, second: 0, millisecond: 0 })).getUTCDate();

/** What the instant is called in the zone. */
export function calendarDate(instant: Date, zone: TimeZone): CalendarDate {
  const local = new Date(instant.getTime() + zone.offsetMsAt(instant.getTime()));
  const year = local.getUTCFullYear();
  const day = Math.floor(local.getTime() / DAY_MS);
  const dayOfWeek = local.getUTCDay() + 1;
  const dayOfYear = day - dayNumber(year, 1, 1) + 1;
  return {
    year,
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
    millisecond: local.getUTCMilliseconds(),
    dayOfWeek,
    dayOfYear,
    week: Math.floor((dayOfYear - dayOfWeek + WEEK_DAYS) / WEEK_DAYS),
    isoDayOfWeek: isoDayOf(day),
    ...isoWeekOf(day, year),
  };
}
