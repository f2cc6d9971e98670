import { ROUND_KIND_LABEL, type RoundSumsView, type RoundView, type SharesView } from '@contract';
import { formatClock, formatDate, formatDay, formatMoment, formatRemaining } from '@/lib/format';

type Timed = Pick<RoundView, 'kind' | 'state' | 'startsAtMs' | 'endsAtMs'>;

/** "还有 10 天", "今天 17:30 结束", "明天 9:00 开始", "11 月 8 日办完": the one time that matters now. */
export function roundTime(round: Timed, nowMs: number): string {
  switch (round.state) {
    case 'draft':
      return `${formatMoment(round.startsAtMs, nowMs)} 开始`;
    case 'open':
      return round.kind === 'onSite' || round.endsAtMs - nowMs < 86_400_000 ? `${formatMoment(round.endsAtMs, nowMs)} 结束` : `${formatRemaining(round.endsAtMs, nowMs)}，到 ${formatDate(round.endsAtMs, nowMs)}`;
    case 'closed':
      return `${formatDay(round.endsAtMs, nowMs)}办完`;
    case 'cancelled':
      return '取消了';
  }
}

/** "主题期 · 听枫街道 · 18 个心愿" */
export const roundFacts = (round: Pick<RoundView, 'kind' | 'areaName' | 'wishCount'>): readonly string[] => [ROUND_KIND_LABEL[round.kind], round.areaName, `${round.wishCount} 个心愿`];

/** "11 月 14 日 – 11 月 30 日", with the hours of an event of one day. */
export function roundSpan(round: Timed, nowMs: number): string {
  if (round.kind === 'onSite') return `${formatDay(round.startsAtMs, nowMs)} ${formatClock(round.startsAtMs)} – ${formatClock(round.endsAtMs)}`;
  return `${formatDate(round.startsAtMs, nowMs)} – ${formatDate(round.endsAtMs, nowMs)}`;
}

/** The span with what is left of it; an event's hours already say when it ends. */
export function roundSpanNow(round: Timed, nowMs: number): string {
  const span = roundSpan(round, nowMs);
  return round.state === 'open' && round.kind === 'round' ? `${span}，${formatRemaining(round.endsAtMs, nowMs)}` : span;
}

/** The hour for what came today, else the day: "6:41" of another day would look like this morning. */
export const heldWords = (heldAtMs: number, nowMs: number): string => (formatDay(heldAtMs, nowMs) === '今天' ? formatClock(heldAtMs) : formatDay(heldAtMs, nowMs));

export interface Fruits {
  readonly delivered: number;
  readonly held: number;
  readonly open: number;
  /** Shares that one fruit stands for; 1 while each has its own. */
  readonly each: number;
}

/** A round has hundreds of shares: beyond what a row can hold, one fruit stands for several, and nothing that is there is left out. */
export function fruitsOf(shares: SharesView, most: number): Fruits {
  const each = Math.max(1, Math.ceil(shares.wanted / most));
  const count = (value: number): number => (value === 0 ? 0 : Math.max(1, Math.round(value / each)));
  return { delivered: count(shares.delivered), held: count(shares.held), open: count(shares.left), each };
}

/** "要 42 份：送到 12 份，有人认领 9 份，还差 21 份" */
export function sumsSentence({ shares }: Pick<RoundSumsView, 'shares'>): string {
  const parts = [shares.delivered > 0 ? `送到 ${shares.delivered} 份` : '', shares.held > 0 ? `有人认领 ${shares.held} 份` : '', shares.left > 0 ? `还差 ${shares.left} 份` : ''].filter((part) => part !== '');
  return parts.length === 0 ? '还没有放心愿' : parts.join('，');
}

/** Codes are read out in threes: "K7M 2QX". */
export const spacedCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;
