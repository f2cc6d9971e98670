import { SERVICE_STATE_LABEL, type ServiceRecordView, type ServiceState } from '@contract';
import type { TagTone } from '@/components/tag/tag';
import { chinaDate, formatClock, formatDate, formatDeadline, formatMinutes } from '@/lib/format';

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

type Span = Pick<ServiceRecordView, 'fromMs' | 'toMs'>;

/** 11 月 14 日 周六 9:00–10:50; an end after midnight says so. */
export function spanText({ fromMs, toMs }: Span, nowMs: number): string {
  const from = chinaDate(fromMs);
  const days = chinaDate(toMs).dayNumber - from.dayNumber;
  return `${formatDate(fromMs, nowMs)} ${WEEKDAYS[from.weekday]} ${formatClock(fromMs)}–${days > 0 ? '第二天 ' : ''}${formatClock(toMs)}`;
}

/** Hours and minutes of a sum apart, for a large figure: 12 小时 30 分 is told in two numbers. */
export const sumParts = (minutes: number): { readonly hours: number; readonly minutes: number } => ({ hours: Math.floor(minutes / 60), minutes: Math.floor(minutes % 60) });

/** The figure of a row: what counts, or how long it was while it does not. */
export const amountText = ({ state, countedMinutes, minutes }: Pick<ServiceRecordView, 'state' | 'countedMinutes' | 'minutes'>): string => formatMinutes(state === 'counted' ? countedMinutes : minutes);

const TONE: Partial<Readonly<Record<ServiceState, TagTone>>> = { waiting: 'ochre', counting: 'ochre', clashing: 'accent' };

/** The tag beside a record that does not count; null when it does. */
export const stateTag = ({ state }: Pick<ServiceRecordView, 'state'>): { readonly tone: TagTone; readonly text: string } | null => (state === 'counted' ? null : { tone: TONE[state] ?? 'plain', text: SERVICE_STATE_LABEL[state] });

/** What comes next, in a sentence; empty when nothing does. Why it does not count stands in `whyNotCounted`. */
export function nextText(record: Pick<ServiceRecordView, 'state' | 'secondName' | 'secondUntilMs' | 'canAnswer' | 'canCorrect'>, nowMs: number): string {
  const { state, canAnswer, secondName, secondUntilMs } = record;
  const until = secondUntilMs === null ? '' : `${formatDeadline(secondUntilMs, nowMs)}没有回音，这条就不算了，可以再补。`;
  switch (state) {
    case 'waiting':
      return canAnswer ? `${secondUntilMs === null ? '' : `${formatDeadline(secondUntilMs, nowMs)}`}点一下就好。` : `请${secondName ?? '另一位'}打开小程序点“是的，我在”。${until}`;
    case 'counting':
      return '一会儿就好，下拉刷新看看。';
    case 'clashing':
      return record.canCorrect ? '问清楚哪一条是对的，把不对的改时间或撤销；对的这条点“改时间”再交一次，就记上了。' : '觉得这条是对的，点下面“这条不对？”说一声，领队和社区来核对。';
    case 'lapsed':
      return '要记的话，重新补一条，请另一位当时在场的人确认。';
    default:
      return '';
  }
}

/** 2026 年 11 月, and 11 月 in the year that is now. */
const monthTitle = (day: string, nowMs: number): string => {
  const [year = '', month = ''] = day.split('-');
  return Number(year) === chinaDate(nowMs).year ? `${Number(month)} 月` : `${year} 年 ${Number(month)} 月`;
};

export interface HoursMonth {
  readonly key: string;
  readonly title: string;
  /** Minutes that count; null while more of the month may follow on the next page. */
  readonly minutes: number | null;
  readonly records: readonly ServiceRecordView[];
}

/** Records in the order given, told by months. `isEnd`: no further page follows. */
export function byMonth(records: readonly ServiceRecordView[], isEnd: boolean, nowMs: number): readonly HoursMonth[] {
  const months = new Map<string, ServiceRecordView[]>();
  for (const record of records) {
    const key = record.day.slice(0, 7);
    months.set(key, [...(months.get(key) ?? []), record]);
  }
  const lastKey = [...months.keys()].at(-1);
  return [...months].map(([key, own]) => ({
    key, title: monthTitle(key, nowMs), records: own,
    minutes: key === lastKey && !isEnd ? null : own.reduce((sum, { state, countedMinutes }) => sum + (state === 'counted' ? countedMinutes : 0), 0),
  }));
}
