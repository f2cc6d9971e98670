import type { HelpWords, MeView } from '@contract';
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

/** The last moment to say when: `holdHours` after claiming, never after the wish's own end (RULES.md section 1). */
export const holdUntilMs = (nowMs: number, windowEndMs: number, holdHours: number): number => Math.min(nowMs + holdHours * HOUR_MS, windowEndMs);

/** A date where it is fixed by the wish's own end; else it counts from the day the giver says when. */
const deliverText = (nowMs: number, holdMs: number, windowEndMs: number, deliverDays: number): string => {
  const earliestMs = deliverByMs(nowMs, windowEndMs, deliverDays);
  return earliestMs === deliverByMs(holdMs, windowEndMs, deliverDays) ? `${formatDate(earliestMs, nowMs)}前` : `定好后 ${deliverDays} 天内`;
};

/**
 * What happens after claiming, with real dates: kept for `holdHours` to say when, then delivered with a photo. A wish
 * that ends before that has two steps only, because saying when and doing it are then one.
 */
export function claimPromise(nowMs: number, windowEndMs: number, rules: Pick<MeView['rules'], 'holdHours' | 'deliverDays'>, words: HelpWords): readonly PromiseStep[] {
  const holdMs = holdUntilMs(nowMs, windowEndMs, rules.holdHours);
  if (holdMs === windowEndMs) return [{ when: '现在', what: '留给您' }, { when: formatDeadline(windowEndMs, nowMs), what: '定好时间，办好，拍张照' }];
  return [
    { when: '现在', what: '留给您' },
    { when: formatDeadline(holdMs, nowMs), what: `定好${words.when}` },
    { when: deliverText(nowMs, holdMs, windowEndMs, rules.deliverDays), what: `${words.by}，拍张照` },
  ];
}
