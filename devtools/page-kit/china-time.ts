/** Days and hours of the program are UTC+8, wherever the browser stands. */
const parts = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', month: 'numeric', day: 'numeric', weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

const partsOf = (atMs: number): Readonly<Record<string, string>> => Object.fromEntries(parts.formatToParts(atMs).map(({ type, value }) => [type, value]));

/** "11 月 20 日 周五". */
export const dayText = (atMs: number): string => {
  const { month, day, weekday } = partsOf(atMs);
  return `${month} 月 ${day} 日 ${weekday}`;
};

/** "9:41". */
export const timeText = (atMs: number): string => {
  const { hour = '0', minute = '00' } = partsOf(atMs);
  return `${Number(hour)}:${minute}`;
};

const DAY_MS = 86_400_000;
const CHINA_OFFSET_MS = 8 * 3_600_000;

/** Nine o'clock of the next Monday in UTC+8, as ISO. */
export const nextMondayIso = (nowMs: number): string => {
  const local = new Date(nowMs + CHINA_OFFSET_MS);
  const daysAhead = (8 - local.getUTCDay()) % 7 || 7;
  const day = new Date(local.getTime() + daysAhead * DAY_MS).toISOString().slice(0, 10);
  return `${day}T09:00:00+08:00`;
};
