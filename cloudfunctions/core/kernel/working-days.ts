import calendar from 'chinese-days/dist/chinese-days.json';
import { RULES } from '../rules';
import { chinaDay, DAY_MS, MINUTE_MS, startOfChinaDayMs } from './clock';

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

const holidays: Readonly<Record<string, string>> = calendar.holidays;
const madeUpDays: Readonly<Record<string, string>> = calendar.workdays;
const SUNDAY = 0;
const SATURDAY = 6;

/**
 * The State Council's calendar as chinese-days keeps it. Its table, not its functions: those read a date by the zone of
 * the machine, and west of Greenwich worked on Saturdays.
 */
const isWorkingDay = (day: string): boolean => {
  if (Object.hasOwn(madeUpDays, day)) return true;
  if (Object.hasOwn(holidays, day)) return false;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== SUNDAY && weekday !== SATURDAY;
};

const spansOfDay = (day: string): readonly Span[] => {
  if (!isWorkingDay(day)) return [];
  const startMs = startOfChinaDayMs(day);
  return RULES.workingHours.map(({ fromMinute, toMinute }) => ({ fromMs: startMs + fromMinute * MINUTE_MS, toMs: startMs + toMinute * MINUTE_MS }));
};

function* spansFrom(atMs: number): Generator<Span> {
  const firstMs = startOfChinaDayMs(chinaDay(atMs));
  for (let offset = 0; offset < SEARCH_DAYS; offset += 1) {
    for (const span of spansOfDay(chinaDay(firstMs + offset * DAY_MS))) {
      if (span.toMs > atMs) yield { fromMs: Math.max(span.fromMs, atMs), toMs: span.toMs };
    }
  }
  throw new Error(`no working time within ${SEARCH_DAYS} days`);
}

/** The moment at which so much working time has passed since `fromMs`. */
export const addWorkingMs = (fromMs: number, workingMs: number): number => {
  let leftMs = workingMs;
  for (const span of spansFrom(fromMs)) {
    const lengthMs = span.toMs - span.fromMs;
    if (leftMs <= lengthMs) return span.fromMs + leftMs;
    leftMs -= lengthMs;
  }
  throw new Error('unreachable: spansFrom never ends quietly');
};

/** Working time between two moments; negative when `toMs` lies before `fromMs`. */
export const workingMsBetween = (fromMs: number, toMs: number): number => {
  if (toMs < fromMs) return -workingMsBetween(toMs, fromMs);
  let sumMs = 0;
  for (const span of spansFrom(fromMs)) {
    if (span.fromMs >= toMs) return sumMs;
    sumMs += Math.min(span.toMs, toMs) - span.fromMs;
  }
  return sumMs;
};
