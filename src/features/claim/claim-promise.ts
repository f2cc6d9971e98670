import type { MeView } from '@contract';
import { formatDate, formatDeadline } from '@/lib/format';

/** One step of the promise that a claim is: until when, and what. */
export interface PromiseStep {
  readonly when: string;
  readonly what: string;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * What happens after claiming, with real dates (RULES.md section 1): kept for `holdHours` to say when, then
 * `deliverDays` or the wish's window to deliver, whichever is later.
 */
export function claimPromise(nowMs: number, windowEndMs: number, rules: Pick<MeView['rules'], 'holdHours' | 'deliverDays'>): readonly [PromiseStep, PromiseStep, PromiseStep] {
  const holdUntilMs = nowMs + rules.holdHours * HOUR_MS;
  const deliverByMs = Math.max(windowEndMs, nowMs + rules.deliverDays * DAY_MS);
  return [
    { when: '现在', what: '留给您' },
    { when: formatDeadline(holdUntilMs, nowMs), what: '定好哪天送' },
    { when: `${formatDate(deliverByMs, nowMs)}前`, what: '送到，拍张照' },
  ];
}
