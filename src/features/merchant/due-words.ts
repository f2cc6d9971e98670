import { type ClaimView, helpWords } from '@contract';
import { formatClock, formatDay } from '@/lib/format';
import { dueAtMs } from './on-time';

/** The two lines at the left of a delivery: a large one and a small one, and whether it wants to be first. */
export interface DueWords {
  readonly figure: string;
  readonly note: string;
  readonly isSoon: boolean;
}

/** Pure: "12:00 / 前送到" today, "周三 / 前送到" later, "周三 / 前定日子" while there is no plan, "晚了 / 快联系" when late. */
export function dueWords(claim: ClaimView, nowMs: number): DueWords {
  const atMs = dueAtMs(claim);
  const act = claim.nextStep === 'plan' ? '前定日子' : `前${helpWords(claim).by}`;
  if (claim.isOverdue || atMs < nowMs) return { figure: '晚了', note: '请快些送', isSoon: true };
  const day = formatDay(atMs, nowMs);
  if (day === '今天') return { figure: formatClock(atMs), note: act, isSoon: true };
  return { figure: day.replace(/ /g, ''), note: act, isSoon: false };
}
