/** The one clock. Domain code gets `nowMs` as a value; nothing else reads the machine's time. */
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** People live in UTC+8 wherever the function runs; China has no summer time. */
const CHINA_OFFSET_MS = 8 * HOUR_MS;

export interface Clock {
  /** Milliseconds since 1970, UTC. */
  nowMs(): number;
}

/** Local runs move time by an offset that they set for each invocation; a deployment never sets it. */
export const systemClock: Clock = {
  nowMs: () => Date.now() + Number(process.env.LINYUAN_CLOCK_OFFSET_MS ?? 0),
};

/** Calendar day in UTC+8 as YYYY-MM-DD. */
export const chinaDay = (atMs: number): string => new Date(atMs + CHINA_OFFSET_MS).toISOString().slice(0, 10);

/** First moment of a calendar day in UTC+8. */
export const startOfChinaDayMs = (day: string): number => Date.parse(`${day}T00:00:00Z`) - CHINA_OFFSET_MS;

/** Last moment of the calendar day that `atMs` falls on in UTC+8. */
export const endOfChinaDayMs = (atMs: number): number => startOfChinaDayMs(chinaDay(atMs)) + DAY_MS - 1;

/** Minute of the day in UTC+8, 0–1439. */
export const minuteOfChinaDay = (atMs: number): number => Math.floor((atMs - startOfChinaDayMs(chinaDay(atMs))) / MINUTE_MS);

/** Hours of the day in UTC+8 between which people are told something they did not ask for; `until` is past it. */
export interface DayHours {
  readonly from: number;
  readonly until: number;
}

/** The moment itself within these hours, else the next one they begin at. */
export const withinHoursMs = (atMs: number, { from, until }: DayHours): number => {
  const minute = minuteOfChinaDay(atMs);
  if (minute >= from * 60 && minute < until * 60) return atMs;
  const startMs = startOfChinaDayMs(chinaDay(atMs)) + from * HOUR_MS;
  return startMs > atMs ? startMs : startMs + DAY_MS;
};

/** First moment of the week (Monday, UTC+8) that `atMs` falls in. */
export const startOfChinaWeekMs = (atMs: number): number => {
  const startMs = startOfChinaDayMs(chinaDay(atMs));
  const weekday = new Date(startMs + CHINA_OFFSET_MS).getUTCDay();
  return startMs - ((weekday + 6) % 7) * DAY_MS;
};

/** "11 月 27 日" in UTC+8. */
export const chinaDateText = (atMs: number): string => {
  const [, month, day] = chinaDay(atMs).split('-');
  return `${Number(month)} 月 ${Number(day)} 日`;
};

/** Parts of a day as a plan names them: they begin at these hours in UTC+8. */
const DAY_PARTS = [[17, '傍晚'], [12, '下午'], [0, '上午']] as const;

/** "11 月 27 日下午" in UTC+8. */
export const chinaDayPartText = (atMs: number): string => {
  const hour = minuteOfChinaDay(atMs) / 60;
  return `${chinaDateText(atMs)}${DAY_PARTS.find(([from]) => hour >= from)?.[1] ?? ''}`;
};

/** "18:00", the time of day in UTC+8. */
export const chinaTimeText = (atMs: number): string => {
  const minute = minuteOfChinaDay(atMs);
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
};

/** The same time of the same day so many calendar months later in UTC+8; the last day of a shorter month. */
export const chinaMonthsLaterMs = (atMs: number, months: number): number => {
  const [year = 0, month = 1, day = 1] = chinaDay(atMs).split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return Date.UTC(year, month - 1 + months, Math.min(day, lastDay)) - CHINA_OFFSET_MS + (atMs - startOfChinaDayMs(chinaDay(atMs)));
};
