/** Texts read as dates in a given format (%Y-%m-%d …). */
import { dateOfIsoWeek } from './calendar';
import { readZone, type ReadZone } from './date-text';
import { instantOfText, unreadable } from './dates-parsing';
import { ConversionFailure } from './failure';
import type { TimeZone } from './time-zones';

type Figure = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'millisecond' | 'isoWeekYear' | 'isoWeek' | 'isoDayOfWeek';

interface NumberForm {
  readonly figure: Figure;
  readonly form: RegExp;
  readonly missing: string;
}

const twoDigits = (figure: Figure, what: string): NumberForm => ({ figure, form: /^\d{1,2}/, missing: `A two digit ${what} could not be found` });

const NUMBERS: Readonly<Record<string, NumberForm>> = {
  d: twoDigits('day', 'day'),
  G: { figure: 'isoWeekYear', form: /^\d{4}/, missing: 'A four digit ISO year could not be found' },
  H: twoDigits('hour', 'hour'),
  L: { figure: 'millisecond', form: /^\d{1,3}/, missing: 'A three digit millisecond could not be found' },
  m: twoDigits('month', 'month'),
  M: twoDigits('minute', 'minute'),
  S: twoDigits('second', 'second'),
  u: { figure: 'isoDayOfWeek', form: /^[1-7]/, missing: 'A single digit ISO day of week could not be found' },
  V: twoDigits('isoWeek', 'ISO week'),
  Y: { figure: 'year', form: /^\d{4}/, missing: 'A four digit year could not be found' },
};

const MINUTES_OFFSET = /^[+-]?\d+/;
const MINUTE_MS = 60_000;

interface Reading {
  readonly figures: Partial<Record<Figure, number>>;
  zone: ReadZone | null;
}

/** Reads one specifier at a place of the text; gives how many signs it took. */
function readSpecifier(specifier: string, text: string, at: number, reading: Reading): number {
  const rest = text.slice(at);
  const number = NUMBERS[specifier];
  if (number !== undefined) {
    const digits = number.form.exec(rest)?.[0];
    if (digits === undefined) throw unreadable(text, at, number.missing);
    reading.figures[number.figure] = specifier === 'L' ? Number(digits.padEnd(3, '0')) : Number(digits);
    return digits.length;
  }
  const minutes = specifier === 'Z' ? MINUTES_OFFSET.exec(rest)?.[0] : undefined;
  const zone = minutes === undefined ? (specifier === 'z' ? readZone(rest) : null) : { offsetMs: Number(minutes) * MINUTE_MS, abbreviation: null, length: minutes.length };
  if (zone === null) throw unreadable(text, at, 'A timezone offset could not be found');
  reading.zone = zone;
  return zone.length;
}

function read(text: string, format: string): Reading {
  const reading: Reading = { figures: {}, zone: null };
  let at = 0;
  for (let i = 0; i < format.length; i += 1) {
    if (at >= text.length) throw unreadable(text, text.length, 'Not enough data available to satisfy format');
    const sign = format[i] ?? '';
    const specifier = sign === '%' ? format[++i] : undefined;
    if (specifier !== undefined && specifier !== '%') {
      at += readSpecifier(specifier, text, at, reading);
      continue;
    }
    if (text[at] !== sign) throw unreadable(text, at, 'The format separator does not match');
    at += 1;
  }
  if (at < text.length) throw unreadable(text, at, 'Trailing data');
  return reading;
}

/** Reads a date in a format that was asserted, in the zone unless the text names one. */
export function parseDateInFormat(text: string, format: string, zone: TimeZone): Date {
  const { figures, zone: named } = read(text, format);
  const { isoWeekYear, isoWeek, isoDayOfWeek } = figures;
  const isIso = isoWeekYear !== undefined || isoWeek !== undefined || isoDayOfWeek !== undefined;
  const date = isIso && isoWeekYear !== undefined ? dateOfIsoWeek(isoWeekYear, isoWeek ?? 1, isoDayOfWeek ?? 1) : figures;
  const { hour, minute, second, millisecond } = figures;
  const hasTime = hour !== undefined || minute !== undefined || second !== undefined;
  const hasAllTime = !hasTime || (hour !== undefined && minute !== undefined);
  const { year, month, day } = date;
  if (year === undefined || month === undefined || day === undefined || !hasAllTime) {
    throw new ConversionFailure(`an incomplete date/time string has been found, with elements missing: "${text}"`);
  }
  return instantOfText(text, { year, month, day, hour: hour ?? 0, minute: minute ?? 0, second: second ?? 0, millisecond: millisecond ?? 0 }, named, zone);
}
