import type { MeView } from '@contract';
import { chinaDate, chinaMoment, formatDate, formatDay, formatDeadline, joinWords } from '@/lib/format';

/** One line of "what happens next": when, and what. */
export interface AfterStep {
  readonly when: string;
  readonly what: string;
}

/** A working day of the community has so many hours (core/rules.ts counts them exactly; here only for a first idea). */
const HOURS_A_WORKING_DAY = 8;

/**
 * About when the review ends, before the server has said: so many working hours on, weekends left out. Holidays are
 * known only to the server, so the words say "about"; the exact moment stands on the screen after sending.
 */
export function roughReviewEnd(nowMs: number, reviewWorkingHours: number): number {
  let daysLeft = Math.ceil(reviewWorkingHours / HOURS_A_WORKING_DAY);
  let { dayNumber } = chinaDate(nowMs);
  while (daysLeft > 0) {
    dayNumber += 1;
    const { weekday } = chinaDate(chinaMoment(dayNumber, 12));
    if (weekday !== 0 && weekday !== 6) daysLeft -= 1;
  }
  return chinaMoment(dayNumber, 18);
}

/** What happens after sending, told before it. */
export function stepsBeforeSending(nowMs: number, windowEndMs: number, rules: Pick<MeView['rules'], 'reviewWorkingHours'>): readonly AfterStep[] {
  return [
    { when: `${joinWords('约', formatDay(roughReviewEnd(nowMs, rules.reviewWorkingHours), nowMs))}前`, what: '社区看一遍，有不清楚的会问您' },
    { when: '看过以后', what: '邻居就能看到，有人认领马上告诉您' },
    { when: `${formatDate(windowEndMs, nowMs)}前`, what: '送到您手上；一直没人接，社工来帮您找人' },
  ];
}

/** The same after sending, with the server's moment. */
export function stepsAfterSending(nowMs: number, reviewDueAtMs: number, shownToHuman: boolean): readonly AfterStep[] {
  return [
    { when: joinWords('最晚', formatDeadline(reviewDueAtMs, nowMs)), what: shownToHuman ? '社区会仔细看一遍，再告诉您结果' : '社区看一遍，有不清楚的会问您' },
    { when: '看过以后', what: '邻居就能看到，有人认领马上告诉您' },
    { when: '一直没人接', what: '社工来帮您找人，不用您操心' },
  ];
}
