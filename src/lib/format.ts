/**
 * How money, days and moments are written. Everybody here lives in UTC+8, whatever the phone's time zone says, so dates
 * are counted by hand from UTC. Pure: now comes in.
 */
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const CHINA_OFFSET_MS = 8 * HOUR_MS;
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

/** A moment taken apart in UTC+8. `dayNumber` counts days since 1970 and is only good for differences. */
export interface ChinaDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly dayNumber: number;
}

export function chinaDate(atMs: number): ChinaDate {
  const shiftedMs = atMs + CHINA_OFFSET_MS;
  const date = new Date(shiftedMs);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    dayNumber: Math.floor(shiftedMs / DAY_MS),
  };
}

/** The moment of an hour on a day in UTC+8; `dayNumber` as in `chinaDate`. */
export const chinaMoment = (dayNumber: number, hour: number, minute = 0): number => dayNumber * DAY_MS - CHINA_OFFSET_MS + hour * HOUR_MS + minute * 60_000;

/** The last ms of a day in UTC+8: "by that day" includes its evening. */
export const endOfChinaDay = (dayNumber: number): number => chinaMoment(dayNumber + 1, 0) - 1;

/** ¥80, ¥13,460, ¥12.50: fen to yuan, decimals only where there are any. */
export function formatMoney(amountFen: number): string {
  const sign = amountFen < 0 ? '-' : '';
  const fen = Math.abs(Math.round(amountFen));
  const yuan = String(Math.floor(fen / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  const cents = fen % 100;
  return `${sign}¥${yuan}${cents === 0 ? '' : `.${String(cents).padStart(2, '0')}`}`;
}

/** 13,460.00 as in a column of figures; with `signed` +2,180.00 and −50.00, where nought has no sign. */
export function formatLedgerMoney(amountFen: number, { signed = false }: { readonly signed?: boolean } = {}): string {
  const fen = Math.abs(Math.round(amountFen));
  const yuan = String(Math.floor(fen / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  const sign = amountFen < 0 ? '−' : signed && amountFen > 0 ? '+' : '';
  return `${sign}${yuan}.${String(fen % 100).padStart(2, '0')}`;
}

/** What was typed as yuan, in fen; null when it is no amount with at most two decimals. */
export function parseYuan(text: string): number | null {
  const [, yuan, cents = ''] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text.trim().replace(/[,，¥]/g, '')) ?? [];
  return yuan === undefined ? null : Number(yuan) * 100 + Number(cents.padEnd(2, '0'));
}

/** Fen as one types yuan: 12.5 is 12.50, whole yuan have no decimals, nothing for null. */
export const yuanText = (amountFen: number | null): string => (amountFen === null ? '' : amountFen % 100 === 0 ? String(amountFen / 100) : (amountFen / 100).toFixed(2));

/** 11 月 30 日; with the year where it is not this one. */
export function formatDate(atMs: number, nowMs: number): string {
  const at = chinaDate(atMs);
  const words = `${at.month} 月 ${at.day} 日`;
  return at.year === chinaDate(nowMs).year ? words : `${at.year} 年 ${words}`;
}

/** 11/9, and 今天 for today: the narrow column of a timeline. */
export function formatShortDate(atMs: number, nowMs: number): string {
  const at = chinaDate(atMs);
  return at.dayNumber === chinaDate(nowMs).dayNumber ? '今天' : `${at.month}/${at.day}`;
}

/** 今天, 明天, 后天, 昨天, 周一 (within the coming six days), else the date. */
export function formatDay(atMs: number, nowMs: number): string {
  const at = chinaDate(atMs);
  const days = at.dayNumber - chinaDate(nowMs).dayNumber;
  if (days === 0) return '今天';
  if (days === 1) return '明天';
  if (days === 2) return '后天';
  if (days === -1) return '昨天';
  if (days > 2 && days < 7) return WEEKDAYS[at.weekday] ?? '';
  return formatDate(atMs, nowMs);
}

/** 9:41, 18:00 */
export function formatClock(atMs: number): string {
  const at = chinaDate(atMs);
  return `${at.hour}:${String(at.minute).padStart(2, '0')}`;
}

/** 今天 9:41, 周一 9:41, 11 月 30 日 18:00 */
export const formatMoment = (atMs: number, nowMs: number): string => `${formatDay(atMs, nowMs)} ${formatClock(atMs)}`;

/** Ends within the last minute of a day: then the day alone says it. */
function isEndOfDay(atMs: number): boolean {
  const at = chinaDate(atMs);
  return (at.hour === 23 && at.minute === 59) || (at.hour === 0 && at.minute === 0);
}

/** 今天 18:00 前, 周一 9:41 前, 11 月 30 日前, 今天之内 */
export function formatDeadline(atMs: number, nowMs: number): string {
  if (!isEndOfDay(atMs)) return `${formatMoment(atMs, nowMs)} 前`;
  // Midnight belongs to the day before it.
  const day = formatDay(atMs - 60_000, nowMs);
  return day === '今天' || day === '明天' ? `${day}之内` : `${day}前`;
}

/** 还有 4 天, 还有 5 小时, 还有 20 分钟, 马上到了, 已经过了 2 天; rounded down, so that nobody is told too much. */
export function formatRemaining(atMs: number, nowMs: number): string {
  const leftMs = atMs - nowMs;
  const words = (ms: number): string => {
    if (ms >= DAY_MS) return `${Math.floor(ms / DAY_MS)} 天`;
    if (ms >= HOUR_MS) return `${Math.floor(ms / HOUR_MS)} 小时`;
    return `${Math.floor(ms / 60_000)} 分钟`;
  };
  if (leftMs <= 0) return `已经过了 ${words(-leftMs)}`;
  return leftMs < 60_000 ? '马上到了' : `还有 ${words(leftMs)}`;
}

/** 2 小时, 1 小时 30 分, 45 分钟; whole minutes. */
export function formatMinutes(minutes: number): string {
  const whole = Math.floor(minutes);
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  if (hours === 0) return `${rest} 分钟`;
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分`;
}

/** Puts two pieces of a sentence together: a space before a figure, none between Chinese words. */
export const joinWords = (first: string, second: string): string => (/^[0-9A-Za-z¥]/.test(second) ? `${first} ${second}` : `${first}${second}`);

/** How long a wish can wait, as on a card: 今天 18:00 前 while it is a matter of hours, else 还有 4 天. */
export function formatWindow(windowEndMs: number, nowMs: number): string {
  if (windowEndMs <= nowMs) return '已到期';
  const days = chinaDate(windowEndMs).dayNumber - chinaDate(nowMs).dayNumber;
  return days < 2 ? formatDeadline(windowEndMs, nowMs) : `还有 ${days} 天`;
}

/** 早, 中午好, 下午好, 晚上好: as one greets a neighbour at that hour. */
export function greetingWord(nowMs: number): string {
  const { hour } = chinaDate(nowMs);
  if (hour >= 5 && hour < 11) return '早';
  if (hour >= 11 && hour < 13) return '中午好';
  if (hour >= 13 && hour < 18) return '下午好';
  return '晚上好';
}
