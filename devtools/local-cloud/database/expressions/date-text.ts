/** Pieces of texts that tell dates: days in the usual notations, and time zones. */
import { dateOfIsoWeek } from './calendar';

export const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
const MONTH = '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const ORDINAL = '(?:st|nd|rd|th)?';

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export interface ReadDay {
  readonly date: Day;
  readonly length: number;
}

type Notation = readonly [form: RegExp, read: (groups: readonly string[]) => Day];

const monthOf = (name: string | undefined): string => String(MONTHS.findIndex((month) => name?.toLowerCase().startsWith(month)) + 1);
const numbered = (year: string | undefined, month: string | undefined, day: string | undefined): Day => ({ year: Number(year), month: Number(month), day: Number(day ?? 1) });

/** Two digits below 70 are of this century. */
const fullYear = (year: string | undefined): string => (year?.length === 2 ? String(Number(year) + (Number(year) < 70 ? 2000 : 1900)) : (year ?? ''));

/** Earlier notations win. */
const NOTATIONS: readonly Notation[] = [
  [/^(\d{4})-?w(\d{2})(?:-?(\d))?/i, ([year, week, day]) => dateOfIsoWeek(Number(year), Number(week), Number(day ?? 1))],
  [/^(\d{4})-(\d{1,2})-(\d{1,2})/, ([year, month, day]) => numbered(year, month, day)],
  [/^(\d{4})\/(\d{1,2})\/(\d{1,2})/, ([year, month, day]) => numbered(year, month, day)],
  [/^(\d{4})(\d{2})(\d{2})(?!\d)/, ([year, month, day]) => numbered(year, month, day)],
  [/^(\d{4})-(\d{1,2})(?![\d-])/, ([year, month]) => numbered(year, month, undefined)],
  [/^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?!\d)/, ([month, day, year]) => numbered(fullYear(year), month, day)],
  [/^(\d{1,2})[.-](\d{1,2})[.-](\d{4})/, ([day, month, year]) => numbered(year, month, day)],
  [new RegExp(`^(\\d{4})-?${MONTH}-?(\\d{1,2})`, 'i'), ([year, month, day]) => numbered(year, monthOf(month), day)],
  [new RegExp(`^(\\d{1,2})${ORDINAL}[ .\\t-]*${MONTH}[ .\\t-]*(\\d{4})`, 'i'), ([day, month, year]) => numbered(year, monthOf(month), day)],
  [new RegExp(`^${MONTH}[ .\\t-]*(\\d{1,2})${ORDINAL}[,. \\t]+(\\d{4})`, 'i'), ([month, day, year]) => numbered(year, monthOf(month), day)],
];

const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[,. ]+/i;
const DAY_OF_ANY_YEAR = new RegExp(`^(?:${MONTH}[ .\\t-]*\\d{1,2}${ORDINAL}|\\d{1,2}${ORDINAL}[ .\\t-]*${MONTH})$`, 'i');

/** Whether the text names a day and a month, but no year. */
export const lacksYear = (text: string): boolean => DAY_OF_ANY_YEAR.test(text);

/** The day a text begins with, after the name of a weekday if there is one; null when it begins with none. */
export function readDay(text: string): ReadDay | null {
  const weekday = WEEKDAY.exec(text)?.[0] ?? '';
  const rest = text.slice(weekday.length);
  for (const [form, read] of NOTATIONS) {
    const found = form.exec(rest);
    if (found !== null) return { date: read(found.slice(1)), length: weekday.length + found[0].length };
  }
  return null;
}

export interface ReadZone {
  readonly offsetMs: number;
  /** The letters that named it, null when it was an offset. */
  readonly abbreviation: string | null;
  readonly length: number;
}

const MINUTE_MS = 60_000;
const MINUTES_PER_HOUR = 60;

/** Hours of the abbreviations people write. */
const ABBREVIATIONS: Readonly<Record<string, number>> = {
  utc: 0, gmt: 0, wet: 0, west: 1, bst: 1, cet: 1, cest: 2, met: 1, mest: 2, eet: 2, eest: 3, msk: 3,
  est: -5, edt: -4, cst: -6, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7, akst: -9, akdt: -8, hst: -10,
  hkt: 8, sgt: 8, awst: 8, jst: 9, kst: 9, acst: 9.5, acdt: 10.5, aest: 10, aedt: 11, nzst: 12, nzdt: 13,
};

/** Hours of the one-letter zones of armies: A to M without J go east, N to Y west. */
function militaryHours(letter: string): number | undefined {
  const east = 'abcdefghiklm'.indexOf(letter);
  const west = 'nopqrstuvwxy'.indexOf(letter);
  return letter === 'z' ? 0 : east >= 0 ? east + 1 : west >= 0 ? -west - 1 : undefined;
}

/** The offset or the abbreviation of a zone a text begins with; null when it is neither. Full names may not stand in a text. */
export function readZone(text: string): ReadZone | null {
  const offset = /^\s*(?:gmt|utc)?([+-])(\d{1,2})(?::?(\d{2}))?/i.exec(text);
  if (offset !== null) {
    const [whole, sign, hours, minutes = '0'] = offset;
    return { offsetMs: (sign === '-' ? -1 : 1) * (Number(hours) * MINUTES_PER_HOUR + Number(minutes)) * MINUTE_MS, abbreviation: null, length: whole.length };
  }
  const [whole, name = ''] = /^\s*([a-z]+)(?![a-z_/])/i.exec(text) ?? [];
  const letters = name.toLowerCase();
  const hours = Object.hasOwn(ABBREVIATIONS, letters) ? ABBREVIATIONS[letters] : letters.length === 1 ? militaryHours(letters) : undefined;
  if (whole === undefined || hours === undefined) return null;
  return { offsetMs: hours * MINUTES_PER_HOUR * MINUTE_MS, abbreviation: name.toUpperCase(), length: whole.length };
}
