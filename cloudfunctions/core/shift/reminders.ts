import { RULES } from '../rules';

/** Which reminder is behind already at a moment: whoever signs up or is told of a new time then needs it no more. */
export const remindedAt = (startsAtMs: number, nowMs: number): 0 | 1 | 2 => {
  if (nowMs >= startsAtMs - RULES.shift.soonMs) return 2;
  return nowMs >= startsAtMs - RULES.shift.dayBeforeMs ? 1 : 0;
};
