/** Formats of dates (%Y-%m-%d …): which specifiers exist, and dates written in one. */
import { calendarDate, type CalendarDate } from './calendar';
import { failure } from './failure';
import type { TimeZone } from './time-zones';

const MINUTE_MS = 60_000;
const MINUTES_PER_HOUR = 60;

/** What $dateToString knows; $dateFromString knows fewer. */
export const WRITABLE = 'dGHjLmMSwuUVYzZ';
export const READABLE = 'dGHLmMSuVYzZ';

/** Refuses a lone percent sign and unknown specifiers. */
export function assertFormat(format: string, specifiers: string): void {
  for (let i = 0; i < format.length; i += 1) {
    if (format[i] !== '%') continue;
    i += 1;
    const specifier = format[i];
    if (specifier === undefined) throw failure("Unmatched '%' at end of format string");
    if (specifier !== '%' && !specifiers.includes(specifier)) throw failure(`Invalid format character '%${specifier}' in format string`);
  }
}

function padded(value: number, width: number): string {
  if (value < 0 || value > 9999) throw failure(`Could not convert date to string: date component was outside the supported range of 0-9999: ${value}`);
  return String(value).padStart(width, '0');
}

function offsetOf(offsetMs: number): string {
  const minutes = Math.trunc(Math.abs(offsetMs) / MINUTE_MS);
  return `${offsetMs < 0 ? '-' : '+'}${padded(Math.trunc(minutes / MINUTES_PER_HOUR), 2)}${padded(minutes % MINUTES_PER_HOUR, 2)}`;
}

const WRITERS: Readonly<Record<string, (date: CalendarDate, offsetMs: number) => string>> = {
  d: ({ day }) => padded(day, 2),
  G: ({ isoWeekYear }) => padded(isoWeekYear, 4),
  H: ({ hour }) => padded(hour, 2),
  j: ({ dayOfYear }) => padded(dayOfYear, 3),
  L: ({ millisecond }) => padded(millisecond, 3),
  m: ({ month }) => padded(month, 2),
  M: ({ minute }) => padded(minute, 2),
  S: ({ second }) => padded(second, 2),
  u: ({ isoDayOfWeek }) => padded(isoDayOfWeek, 1),
  U: ({ week }) => padded(week, 2),
  V: ({ isoWeek }) => padded(isoWeek, 2),
  w: ({ dayOfWeek }) => padded(dayOfWeek, 1),
  Y: ({ year }) => padded(year, 4),
  z: (_, offsetMs) => offsetOf(offsetMs),
  Z: (_, offsetMs) => String(Math.trunc(offsetMs / MINUTE_MS)),
};

/** The date in the zone, in a format that was asserted. */
export function formatDate(instant: Date, format: string, zone: TimeZone): string {
  const date = calendarDate(instant, zone);
  const offsetMs = zone.offsetMsAt(instant.getTime());
  return format.replace(/%(.)/gs, (_, specifier: string) => WRITERS[specifier]?.(date, offsetMs) ?? specifier);
}
