import { CERTIFICATE_STANDING_LABEL, type CertificateFacts, type CertificateStanding, type CertificateWork } from '@contract';
import type { NoticeTone } from '@/components/notice/notice';
import { chinaDate, formatMinutes } from '@/lib/format';

/** 2026 年 11 月 9 日, from YYYY-MM-DD; a certificate always says the year. */
export function dayText(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year} 年 ${Number(month)} 月 ${Number(date)} 日`;
}

/** 2026 年 1 月 2 日 – 11 月 9 日; a single day alone; both years where they differ. */
export function spanText(fromDay: string, toDay: string): string {
  if (fromDay === toDay) return dayText(fromDay);
  const to = fromDay.slice(0, 4) === toDay.slice(0, 4) ? dayText(toDay).replace(/^\d+ 年 /, '') : dayText(toDay);
  return `${dayText(fromDay)} – ${to}`;
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** YYYY-MM-DD in UTC+8. */
export function dayOf(atMs: number): string {
  const { year, month, day } = chinaDate(atMs);
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}

export type SpanChoice = 'thisYear' | 'lastYear' | 'all' | 'own';
export const SPAN_LABEL: Readonly<Record<SpanChoice, string>> = { thisYear: '今年', lastYear: '去年', all: '全部', own: '自己选' };

/** Pure: the days of a choice, within what there is: a certificate names no day without a record beyond its ends. */
export function spanOf(choice: Exclude<SpanChoice, 'own'>, recorded: { readonly fromDay: string; readonly toDay: string }, nowMs: number): { readonly fromDay: string; readonly toDay: string } {
  const { year } = chinaDate(nowMs);
  switch (choice) {
    case 'thisYear':
      return { fromDay: `${year}-01-01`, toDay: dayOf(nowMs) };
    case 'lastYear':
      return { fromDay: `${year - 1}-01-01`, toDay: `${year - 1}-12-31` };
    case 'all':
      return { fromDay: recorded.fromDay, toDay: recorded.toDay };
  }
}

/** 12 次，一共 24 小时 */
export const sumText = ({ times, minutes }: { readonly times: number; readonly minutes: number }): string => `${times} 次，一共 ${formatMinutes(minutes)}`;

/** 6 次 · 9 小时 */
export const workText = ({ times, minutes }: CertificateWork): string => `${times} 次 · ${formatMinutes(minutes)}`;

export interface StandingWords {
  readonly tone: NoticeTone;
  readonly title: string;
  readonly note: string;
}

const TONE: Readonly<Record<CertificateStanding, NoticeTone>> = { valid: 'good', changed: 'warn', revoked: 'accent' };

/** What somebody who checks a certificate must know first. */
export function standingWords(facts: Pick<CertificateFacts, 'standing' | 'minutes' | 'minutesNow' | 'timesNow' | 'revokedAtMs' | 'organiserName' | 'contactPhone'>): StandingWords {
  const tone = TONE[facts.standing];
  const title = CERTIFICATE_STANDING_LABEL[facts.standing];
  switch (facts.standing) {
    case 'valid':
      return { tone, title, note: '记录和开具时一样。' };
    case 'changed':
      return { tone, title, note: facts.timesNow === 0 ? '下面的记录后来都不算了，现在是 0 分钟。' : `记录后来更正过，现在是 ${sumText({ times: facts.timesNow, minutes: facts.minutesNow })}。请以现在的为准。` };
    case 'revoked':
      return { tone, title, note: `${facts.revokedAtMs === null ? '' : `${dayText(dayOf(facts.revokedAtMs))}由${facts.organiserName}撤销，`}不能再用。想问原因请打 ${facts.contactPhone}。` };
  }
}
