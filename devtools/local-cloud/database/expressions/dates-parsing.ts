/** Texts read as dates: the common forms MongoDB's parser takes without a format, and texts in a given format. */
import { daysOfMonth, msOf, type LocalTime } from './calendar';
import { ConversionFailure } from './failure';
import { lacksYear, MONTHS, readDay, readZone, type ReadZone } from './date-text';
import { instantOf, type TimeZone } from './time-zones';

const LAST_HOUR = 24;
const LAST_MINUTE = 59;
const LAST_DATE_MS = 8.64e15;

/** What is wrong in a text, and where. */
export interface Mistake {
  readonly at: number;
  readonly reason: string;
}

/** A refusal that tells all mistakes in a text. */
export const unreadable = (text: string, ...mistakes: readonly Mistake[]): Error =>
  new ConversionFailure(`Error parsing date string '${text}'${mistakes.map(({ at, reason }) => `; ${at}: ${reason} '${text[at] ?? ''}'`).join('')}`);

const NAMED_ZONE = 'passing a time zone identifier as part of the string is not allowed';
const UNEXPECTED = 'Unexpected character';

const incomplete = (text: string): Error => new ConversionFailure(`an incomplete date/time string has been found, with elements missing: "${text}"`);

/** Makes the instant: figures that no calendar or clock shows are refused, as is a zone in the text beside one given apart. */
export function instantOfText(text: string, local: LocalTime, named: ReadZone | null, zone: TimeZone): Date {
  const { year, month, day, hour, minute, second } = local;
  if (month < 1 || month > MONTHS.length || day < 1 || day > daysOfMonth(year, month)) throw unreadable(text, { at: text.length, reason: 'The parsed date was invalid' });
  if (hour > LAST_HOUR || minute > LAST_MINUTE || second > LAST_MINUTE) throw unreadable(text, { at: text.length, reason: 'The parsed time was invalid' });
  if (named !== null && !zone.isPlainUtc) {
    throw new ConversionFailure(
      named.abbreviation === null
        ? 'you cannot pass in a date/time string with GMT offset together with a timezone argument'
        : `you cannot pass in a date/time string with time zone information ('${named.abbreviation}') together with a timezone argument`,
    );
  }
  const atMs = named === null ? instantOf(msOf(local), zone) : msOf(local) - named.offsetMs;
  if (!(Math.abs(atMs) <= LAST_DATE_MS)) throw unreadable(text, { at: 0, reason: 'Number out of range' });
  return new Date(atMs);
}

const CLOCK = /^(?:\s*t|\s+|,\s*)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,:](\d+))?)?(?:\s*([ap])\.?m\.?)?/i;
const PLAIN_CLOCK = /^t(\d{2})(\d{2})(?:(\d{2})(?:[.,](\d+))?)?/i;
const HOUR_ONLY = /^t(\d{1,2})(?!\d)/i;
const HALF_DAY_HOUR = /^\s*(\d{1,2})()()()\s*([ap])\.?m\.?/i;
const NAMED_HOUR = /^\s*(noon|midnight)/i;
const HALF_DAY_HOURS = 12;

interface ReadClock {
  readonly time: Pick<LocalTime, 'hour' | 'minute' | 'second' | 'millisecond'>;
  readonly length: number;
}

const NO_CLOCK: ReadClock = { time: { hour: 0, minute: 0, second: 0, millisecond: 0 }, length: 0 };

const msOfFraction = (digits: string): number => Number(digits.slice(0, 3).padEnd(3, '0'));

/** The time of day a text begins with; midnight when it has none. */
function readClock(text: string): ReadClock {
  const named = NAMED_HOUR.exec(text);
  if (named !== null) return { time: { ...NO_CLOCK.time, hour: named[1]?.toLowerCase() === 'noon' ? HALF_DAY_HOURS : 0 }, length: named[0].length };
  const found = CLOCK.exec(text) ?? PLAIN_CLOCK.exec(text) ?? HOUR_ONLY.exec(text) ?? HALF_DAY_HOUR.exec(text);
  if (found === null) return NO_CLOCK;
  const [whole, hours = '0', minute = '0', second = '0', fraction = '0', half] = found;
  const hour = half === undefined ? Number(hours) : (Number(hours) % HALF_DAY_HOURS) + (half.toLowerCase() === 'p' ? HALF_DAY_HOURS : 0);
  return { time: { hour, minute: Number(minute), second: Number(second), millisecond: msOfFraction(fraction) }, length: whole.length };
}

/** Seconds since 1970; counts as a text that names an offset. */
const UNIX_TIME = /^@(-?\d{1,12})$/;
const EPOCH: LocalTime = { year: 1970, month: 1, day: 1, hour: 0, minute: 0, second: 0, millisecond: 0 };

const WITHOUT_A_DAY = /^(\d{4}|t?\d{1,2}[:.]\d{2}([:.]\d{2}([.,]\d+)?)?|now|today|tomorrow|yesterday|noon|midnight)$/i;

/** Reads a date in one of the usual forms, in the zone unless the text names one. */
export function parseDate(text: string, zone: TimeZone): Date {
  const trimmed = text.trim();
  if (trimmed === '') throw unreadable(text, { at: 0, reason: 'Empty string' });
  if (WITHOUT_A_DAY.test(trimmed) || lacksYear(trimmed)) throw incomplete(text);
  const start = text.length - text.trimStart().length;
  const stamp = UNIX_TIME.exec(trimmed);
  if (stamp !== null) return instantOfText(text, EPOCH, { offsetMs: -Number(stamp[1]) * 1000, abbreviation: null, length: 0 }, zone);
  const day = readDay(trimmed);
  if (day === null) {
    throw unreadable(text, { at: start, reason: /^[a-z]/i.test(trimmed) ? NAMED_ZONE : UNEXPECTED });
  }
  const clock = readClock(trimmed.slice(day.length));
  const read = day.length + clock.length;
  const rest = trimmed.slice(read);
  const named = rest === '' ? null : readZone(rest);
  if (rest !== '' && named?.length !== rest.length) {
    const at = start + read + (/^\s*/.exec(rest)?.[0].length ?? 0);
    throw unreadable(text, { at, reason: /^\s*[a-z]/i.test(rest) ? NAMED_ZONE : UNEXPECTED });
  }
  return instantOfText(text, { ...day.date, ...clock.time }, named, zone);
}
