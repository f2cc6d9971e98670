import type { MeView } from '@contract';
import { chinaDate, endOfChinaDay, formatDate, formatDeadline } from '@/lib/format';

/** One step of the promise that a claim is: until when, and what. */
export interface PromiseStep {
  readonly when: string;
  readonly what: string;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * The last moment to deliver a claim planned at `plannedAtMs`: `deliverDays` later or the end of the wish's window,
 * whichever comes first; the whole of that day counts (RULES.md section 1).
 */
export function deliverByMs(plannedAtMs: number, windowEndMs: number, deliverDays: number): number {
  return endOfChinaDay(chinaDate(Math.min(plannedAtMs + deliverDays * DAY_MS, windowEndMs)).dayNumber);
}

/** What happens after claiming, with real dates: kept for `holdHours` to say when, then delivered with a photo. */
export function claimPromise(nowMs: number, windowEndMs: number, rules: Pick<MeView['rules'], 'holdHours' | 'deliverDays'>): readonly [PromiseStep, PromiseStep, PromiseStep] {
  const holdUntilMs = nowMs + rules.holdHours * HOUR_MS;
  return [
    { when: '现在', what: '留给您' },
    { when: formatDeadline(holdUntilMs, nowMs), what: '定好哪天送' },
    { when: `${formatDate(deliverByMs(holdUntilMs, windowEndMs, rules.deliverDays), nowMs)}前`, what: '送到，拍张照' },
  ];
}
