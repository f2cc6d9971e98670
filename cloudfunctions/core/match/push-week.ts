import { chinaDay, startOfChinaWeekMs } from '../kernel/clock';
import { RULES } from '../rules';

/**
 * What the program put before a person unasked in one week (RULES.md section 6: at most two a week): one small document a
 * person and week, shared by suggestions and rounds of matching. Gone a while after its week.
 */
export interface PushWeek {
  /** `<memberId>:<week>`. */
  readonly _id: string;
  readonly memberId: string;
  /** Monday of the week, UTC+8, as "2026-11-30". */
  readonly week: string;
  /** What each was about → when, so that the same one counts once; at most `RULES.matching.pushesPerWeek`. */
  readonly pushes: Readonly<Record<string, number>>;
  /** Always the number of `pushes`; a field of its own because guards compare it. */
  readonly count: number;
  readonly wakeAtMs: number;
}

/** Monday of the week a moment lies in, UTC+8. */
export const weekOf = (atMs: number): string => chinaDay(startOfChinaWeekMs(atMs));

export const pushWeekIdOf = (memberId: string, atMs: number): string => `${memberId}:${weekOf(atMs)}`;

/** Pure: a week with its first push. `causeId`: letters, digits and `_` only, since it is a field name. */
export const newPushWeek = (memberId: string, causeId: string, nowMs: number): PushWeek => ({
  _id: pushWeekIdOf(memberId, nowMs), memberId, week: weekOf(nowMs), pushes: { [causeId]: nowMs }, count: 1, wakeAtMs: nowMs + RULES.matching.pushWeekKeptMs,
});

export const isPushed = (week: Pick<PushWeek, 'pushes'>, causeId: string): boolean => Object.hasOwn(week.pushes, causeId);
