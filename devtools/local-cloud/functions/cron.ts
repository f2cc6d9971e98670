/**
 * The seven-field cron of WeChat's timers: second, minute, hour, day, month, week, year, in UTC+8. Lists, ranges, steps
 * (`1/10`: every tenth from the first) and the names of months and week days. Day and week are "or" when both are given.
 * Source: developers.weixin.qq.com, wxcloudservice/wxcloud/guide/functions/triggers.
 */

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEK_DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

interface FieldRule {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  /** Names of the values from `least` on. */
  readonly words?: readonly string[];
}

const RULES = [
  { name: 'second', least: 0, most: 59 },
  { name: 'minute', least: 0, most: 59 },
  { name: 'hour', least: 0, most: 23 },
  { name: 'day', least: 1, most: 31 },
  { name: 'month', least: 1, most: 12, words: MONTHS },
  { name: 'week', least: 0, most: 6, words: WEEK_DAYS },
  { name: 'year', least: 1970, most: 2099 },
] as const satisfies readonly FieldRule[];

const ZONE_MS = 8 * 3_600_000;
const SECOND_MS = 1000;
const DAY_MS = 86_400_000;

interface Field {
  readonly isAny: boolean;
  /** Ascending. */
  readonly values: readonly number[];
  has(value: number): boolean;
}

export interface Cron {
  /** The first due second after this moment, in epoch milliseconds; undefined when there is none. */
  nextAfter(atMs: number): number | undefined;
}

function refuse(text: string, reason: string): never {
  throw new Error(`cron "${text}": ${reason}`);
}

function valueOf(word: string, rule: FieldRule, text: string): number {
  const named = rule.words?.indexOf(word.toUpperCase()) ?? -1;
  const value = named >= 0 ? named + rule.least : /^\d+$/.test(word) ? Number(word) : NaN;
  if (!(value >= rule.least && value <= rule.most)) refuse(text, `"${word}" is no ${rule.name} (${rule.least} to ${rule.most})`);
  return value;
}

/** One part of a list: `*`, a value or a range, with or without a step. */
function valuesOf(part: string, rule: FieldRule, text: string): number[] {
  const [span = '', stepText, ...more] = part.split('/');
  if (more.length > 0 || span === '' || stepText === '') refuse(text, `"${part}" cannot be read`);
  const step = stepText === undefined ? 1 : Number(stepText);
  if (!Number.isInteger(step) || step < 1) refuse(text, `"${part}" has no step from 1`);
  const [from = '', to, ...ends] = span.split('-');
  if (ends.length > 0) refuse(text, `"${part}" cannot be read`);
  const first = span === '*' ? rule.least : valueOf(from, rule, text);
  const single = stepText === undefined ? first : rule.most;
  const last = span === '*' ? rule.most : to === undefined ? single : valueOf(to, rule, text);
  if (last < first) refuse(text, `"${part}" runs backwards`);
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_unused, index) => first + index * step);
}

function parseField(field: string, rule: FieldRule, text: string): Field {
  const set = new Set(field.split(',').flatMap((part) => valuesOf(part, rule, text)));
  return { isAny: field === '*', values: [...set].sort((a, b) => a - b), has: (value) => set.has(value) };
}

/** Reads the expression; throws an Error that says what is wrong with it. */
export function parseCron(text: string): Cron {
  const words = text.trim().split(/\s+/);
  if (words.length !== RULES.length) refuse(text, `seven fields are needed (second minute hour day month week year), ${words.length} are there`);
  const fields = RULES.map((rule, index) => parseField(words[index] ?? '', rule, text));
  const [seconds, minutes, hours, days, months, weekDays, years] = fields as [Field, Field, Field, Field, Field, Field, Field];

  /** A day given as the UTC midnight of its date in UTC+8. */
  const isDueDay = (midnight: Date): boolean => {
    if (!months.has(midnight.getUTCMonth() + 1)) return false;
    const byDay = days.has(midnight.getUTCDate());
    const byWeek = weekDays.has(midnight.getUTCDay());
    return days.isAny || weekDays.isAny ? byDay && byWeek : byDay || byWeek;
  };

  /** The first due moment of a day from `fromMs` (milliseconds of the day) on. */
  const firstOfDay = (fromMs: number): number | undefined => {
    for (const hour of hours.values) {
      for (const minute of minutes.values) {
        const minuteMs = (hour * 60 + minute) * 60_000;
        if (minuteMs + 59_999 < fromMs) continue;
        const second = seconds.values.find((value) => minuteMs + value * SECOND_MS >= fromMs);
        if (second !== undefined) return minuteMs + second * SECOND_MS;
      }
    }
    return undefined;
  };

  const nextAfter = (atMs: number): number | undefined => {
    const fromMs = Math.floor(atMs / SECOND_MS) * SECOND_MS + SECOND_MS + ZONE_MS;
    const lastYear = years.values.at(-1) ?? 0;
    let midnight = new Date(Math.floor(fromMs / DAY_MS) * DAY_MS);
    while (midnight.getUTCFullYear() <= lastYear) {
      if (!years.has(midnight.getUTCFullYear())) {
        midnight = new Date(Date.UTC(midnight.getUTCFullYear() + 1, 0, 1));
        continue;
      }
      const dueMs = isDueDay(midnight) ? firstOfDay(Math.max(0, fromMs - midnight.getTime())) : undefined;
      if (dueMs !== undefined) return midnight.getTime() + dueMs - ZONE_MS;
      midnight = new Date(midnight.getTime() + DAY_MS);
    }
    return undefined;
  };
  return { nextAfter };
}

const TIMER_NAME = /^[A-Za-z][A-Za-z0-9_-]{0,59}$/;

/** Reads the timer of a function; throws when WeChat would not take it: more than one, a bad name, a malformed cron. */
export function parseTimer(functionName: string, timer: unknown): { readonly name: string; readonly cron: Cron } {
  if (Array.isArray(timer)) throw new Error(`function ${functionName}: a function has one timer at most`);
  const { name, cron } = (timer ?? {}) as { name?: unknown; cron?: unknown };
  if (typeof name !== 'string' || !TIMER_NAME.test(name)) throw new Error(`function ${functionName}: "${String(name)}" is no name of a timer`);
  if (typeof cron !== 'string') throw new Error(`function ${functionName}: the timer has no cron`);
  return { name, cron: parseCron(cron) };
}
