/** Time zones as MongoDB names them: offsets (+08, +0800, +08:00) and Olson names (Asia/Shanghai), the latter from Intl. */
import { failure } from './failure';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const QUARTER_DAY_MS = 6 * HOUR_MS;
const QUARTERS_KEPT = 10_000;

export interface TimeZone {
  /** No zone was named, or an offset of zero: a text that names a zone of its own is welcome. The zone named UTC is not this. */
  readonly isPlainUtc: boolean;
  /** How far local time is ahead of UTC, in ms, at an instant. */
  offsetMsAt(atMs: number): number;
}

export const UTC: TimeZone = { isPlainUtc: true, offsetMsAt: () => 0 };

const fixedZone = (offsetMs: number): TimeZone => ({ isPlainUtc: offsetMs === 0, offsetMsAt: () => offsetMs });

const NUMBERED = ['year', 'month', 'day', 'hour', 'minute', 'second'] as const;

/** What clocks showed there, as ms of a UTC date with the same figures. */
function localMs(format: Intl.DateTimeFormat, atMs: number): number {
  const parts = Object.fromEntries(format.formatToParts(atMs).map(({ type, value }) => [type, Number(value)]));
  const [year = 0, month = 1, ...rest] = NUMBERED.map((type) => parts[type] ?? 0);
  const [day = 1, hour = 0, minute = 0, second = 0] = rest;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  return date.getTime();
}

/** MongoDB knows the names in their own spelling only; Intl would take any case. */
function namedZone(name: string): TimeZone {
  const unknown = failure(`unrecognized time zone identifier: "${name}"`);
  if (!/^[A-Za-z]/.test(name) || !/[A-Z]/.test(name)) throw unknown;
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', { timeZone: name, calendar: 'gregory', hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' });
  } catch {
    throw unknown;
  }
  const known = format.resolvedOptions().timeZone;
  if (known !== name && known.toLowerCase() === name.toLowerCase()) throw unknown;
  return { isPlainUtc: false, offsetMsAt: remembered((atMs) => localMs(format, atMs) - Math.floor(atMs / SECOND_MS) * SECOND_MS) };
}

/** Asking Intl is slow: the offset of a quarter of a day is kept, unless it changes within. */
function remembered(offsetMsAt: (atMs: number) => number): (atMs: number) => number {
  const kept = new Map<number, number | null>();
  return (atMs) => {
    const quarter = Math.floor(atMs / QUARTER_DAY_MS);
    let offset = kept.get(quarter);
    if (offset === undefined) {
      const first = offsetMsAt(quarter * QUARTER_DAY_MS);
      offset = first === offsetMsAt((quarter + 1) * QUARTER_DAY_MS - 1) ? first : null;
      if (kept.size >= QUARTERS_KEPT) kept.clear();
      kept.set(quarter, offset);
    }
    return offset ?? offsetMsAt(atMs);
  };
}

const zones = new Map<string, TimeZone>();
const ZONES_KEPT = 1000;

function findZone(name: string): TimeZone {
  const offset = /^([+-])(\d{2}):?(\d{2})?$/.exec(name);
  if (offset === null || name.endsWith(':')) return namedZone(name);
  const [, sign, hours, minutes = '0'] = offset;
  return fixedZone((sign === '-' ? -1 : 1) * (Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS));
}

/** The zone of an identifier; an unknown one is refused. */
export function timeZone(name: string): TimeZone {
  const kept = zones.get(name);
  if (kept !== undefined) return kept;
  const zone = findZone(name);
  if (zones.size >= ZONES_KEPT) zones.clear();
  zones.set(name, zone);
  return zone;
}

/** The instant at which clocks in the zone show `local` (ms of a UTC date with those figures). Of two the first; in a gap, clocks go on. */
export function instantOf(local: number, zone: TimeZone): number {
  const before = zone.offsetMsAt(local - DAY_MS);
  const after = zone.offsetMsAt(local + DAY_MS);
  if (zone.offsetMsAt(local - before) === before) return local - before;
  return zone.offsetMsAt(local - after) === after ? local - after : local - before;
}
