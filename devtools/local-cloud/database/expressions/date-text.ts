/** Pieces of texts that tell dates: days in the usual notations, and time zones. */
import { dateOfIsoWeek } from './calendar';

export const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
const MONTH = '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

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

const monthOf = (name: string): number => MONTHS.findIndex((month) => name.toLowerCase().startsWith(month)) + 1;
const numbered = (year: string | undefined, month: string | undefined, day: string | undefined): Day => ({ year: Number(year), month: Number(month), day: Number(day ?? 1) });

/** Earlier notations win. */
const NOTATIONS: readonly Notation[] = [
  [/^(\d{4})-?w(\d{2})(?:-?(\d))?/i, ([year, week, day]) => dateOfIsoWeek(Number(year), Number(week), Number(day ?? 1))],
  [/^(\d{4})-(\d{1,2})-(\d{1,2})/, ([year, month, day]) => numbered(year, month, day)],
  [/^(\d{4})\/(\d{1,2})\/(\d{1,2})/, ([year, month, day]) => numbered(year, month, day)],
  [/^(\d{4})(\d{2})(\d{2})(?!\d)/, ([year, month, day]) => numbered(year, month, day)],
  [/^(\d{4})-(\d{1,2})(?![\d-])/, ([year, month]) => numbered(year, month, undefined)],
  [/^(\d{1,2})\/(\d{1,2})\/(\d{4})/, ([month, day, year]) => numbered(year, month, day)],
  [/^(\d{1,2})[.-](\d{1,2})[.-](\d{4})/, ([day, month, year]) => numbered(year, month, day)],
  [new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[ .\\t-]*${MONTH}[ .\\t-]*(\\d{4})`, 'i'), ([day, month, year]) => numbered(year, String(monthOf(month ?? '')), day)],
  [new RegExp(`^${MONTH}[ .\\t-]*(\\d{1,2})(?:st|nd|rd|th)?[,. \\t]+(\\d{4})`, 'i'), ([month, day, year]) => numbered(year, String(monthOf(month ?? '')), day)],
];

const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[,. ]+/i;

/** The day a text begins with, after the name of a weekday if there is one; null when it begins with none. */
export function readDay(text: string): ReadDay | null {
  const weekday = WEEKDAY.exec(text)?.[0] ?? '';
  const read = readDate(text.slice(weekday.length));
  return read === null ? null : { date: read.date, length: weekday.length + read.length };
}

function readDate(text: string): ReadDay | null {
  for (const [form, read] of NOTATIONS) {
    const found = form.exec(text);
    if (found !== null) return { date: read(found.slice(1)), length: found[0].length };
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

/** The offset or the name of UTC a text begins with; null when it is neither. Other zones may not be named in a text. */
export function readZone(text: string): ReadZone | null {
  const offset = /^\s*(?:gmt|utc)?([+-])(\d{1,2})(?::?(\d{2}))?/i.exec(text);
  if (offset !== null) {
    const [whole, sign, hours, minutes = '0'] = offset;
    return { offsetMs: (sign === '-' ? -1 : 1) * (Number(hours) * MINUTES_PER_HOUR + Number(minutes)) * MINUTE_MS, abbreviation: null, length: whole.length };
  }
  const name = /^\s*(z|utc|gmt)(?![a-z])/i.exec(text);
  return name === null ? null : { offsetMs: 0, abbreviation: (name[1] ?? '').toUpperCase(), length: name[0].length };
}
