/**
 * Texts read as dates in a given format (%Y-%m-%d …), as timelib reads them for MongoDB: it goes on after a mistake and tells all of
 * them, a number may be shorter than its place, and what stands before a number is skipped once it was told.
 */
import { dateOfIsoWeek, type CalendarDate } from './calendar';
import { readZone, type ReadZone } from './date-text';
import { instantOfText, unreadable, type Mistake } from './dates-parsing';
import { ConversionFailure } from './failure';
import type { TimeZone } from './time-zones';

type Figure = keyof Pick<CalendarDate, 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'millisecond' | 'isoWeekYear' | 'isoWeek' | 'isoDayOfWeek'>;

interface NumberForm {
  readonly figure: Figure;
  readonly most: number;
  readonly least: number;
  readonly missing: string;
}

const number = (figure: Figure, most: number, what: string, least = 1): NumberForm => ({ figure, most, least, missing: `A ${what} could not be found` });

const NUMBERS: Readonly<Record<string, NumberForm>> = {
  d: number('day', 2, 'two digit day'),
  G: number('isoWeekYear', 4, 'four digit ISO year'),
  H: number('hour', 2, 'two digit hour'),
  L: number('millisecond', 3, 'three digit millisecond'),
  m: number('month', 2, 'two digit month'),
  M: number('minute', 2, 'two digit minute', 2),
  S: number('second', 2, 'two digit second', 2),
  u: number('isoDayOfWeek', 1, 'single digit ISO day of week'),
  V: number('isoWeek', 2, 'two digit ISO week'),
  Y: number('year', 4, 'four digit year'),
};

const NATURAL: readonly Figure[] = ['year', 'month', 'day'];
const ISO: readonly Figure[] = ['isoWeekYear', 'isoWeek', 'isoDayOfWeek'];
const MINUTE_MS = 60_000;

class FormatReader {
  readonly figures: Partial<Record<Figure, number>> = {};
  zone: ReadZone | null = null;
  readonly mistakes: Mistake[] = [];
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly format: string,
  ) {}

  private mistake(at: number, reason: string): void {
    this.mistakes.push({ at, reason });
  }

  private readNumber(specifier: string, { figure, most, least, missing }: NumberForm): void {
    const begin = this.at;
    if (!/\d/.test(this.text[begin] ?? '')) this.mistake(begin, 'Unexpected data found.');
    const digits = new RegExp(`^\\D*(\\d{1,${most}})`).exec(this.text.slice(begin));
    const [whole = '', figures = ''] = digits ?? [];
    if (digits === null || figures.length < least) this.mistake(begin, missing);
    else this.figures[figure] = Number(specifier === 'L' ? figures.padEnd(3, '0') : figures);
    this.at = digits === null ? this.text.length : begin + whole.length;
  }

  private readZone(isInMinutes: boolean): void {
    const begin = this.at;
    const rest = this.text.slice(begin);
    if (!isInMinutes) {
      this.zone = readZone(rest);
      if (this.zone === null) this.mistake(begin, 'The timezone could not be found in the database');
      this.at += this.zone?.length ?? 0;
      return;
    }
    const minutes = /^[+-]?\d+/.exec(rest)?.[0];
    if (minutes === undefined) this.mistake(begin, 'Invalid timezone offset in minutes');
    else this.zone = { offsetMs: Number(minutes) * MINUTE_MS, abbreviation: null, length: minutes.length };
    this.at += minutes?.length ?? 0;
  }

  /** Reads as far as text and format go together. */
  read(): this {
    let i = 0;
    for (; i < this.format.length && this.at < this.text.length; i += 1) {
      const sign = this.format[i] ?? '';
      const specifier = sign === '%' ? (this.format[i + 1] ?? '') : '';
      if (sign === '%') i += 1;
      const form = NUMBERS[specifier];
      if (form !== undefined) this.readNumber(specifier, form);
      else if (specifier === 'z' || specifier === 'Z') this.readZone(specifier === 'Z');
      else {
        if (this.text[this.at] !== sign) this.mistake(this.at, 'Format literal not found');
        this.at += 1;
      }
    }
    if (this.at < this.text.length) this.mistake(this.at, 'Trailing data');
    if (i < this.format.length) this.mistake(this.at, 'Data missing');
    return this;
  }
}

/** Reads a date in a format that was asserted, in the zone unless the text names one. */
export function parseDateInFormat(text: string, format: string, zone: TimeZone): Date {
  const { figures, zone: named, mistakes } = new FormatReader(text, format).read();
  const has = (names: readonly Figure[]): boolean => names.some((name) => figures[name] !== undefined);
  const { isoWeekYear, isoWeek = 1, isoDayOfWeek = 1 } = figures;
  if (has(ISO) && has(NATURAL)) mistakes.push({ at: text.length, reason: 'Mixing of ISO dates with natural dates is not allowed' });
  else if (has(ISO) && isoWeekYear === undefined) mistakes.push({ at: text.length, reason: 'The parsed date was invalid' });
  if (mistakes.length > 0) throw unreadable(text, ...mistakes);
  const { year, month, day } = isoWeekYear === undefined ? figures : dateOfIsoWeek(isoWeekYear, isoWeek, isoDayOfWeek);
  const { hour, minute, second, millisecond } = figures;
  const hasNoTime = hour === undefined && minute === undefined && second === undefined;
  const hasAllTime = hour !== undefined && minute !== undefined;
  if (year === undefined || month === undefined || day === undefined || !(hasNoTime || hasAllTime)) {
    throw new ConversionFailure(`an incomplete date/time string has been found, with elements missing: "${text}"`);
  }
  return instantOfText(text, { year, month, day, hour: hour ?? 0, minute: minute ?? 0, second: second ?? 0, millisecond: millisecond ?? 0 }, named, zone);
}
