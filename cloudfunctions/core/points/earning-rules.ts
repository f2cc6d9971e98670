import type { PointRules } from '@contract';
import { chinaDay, DAY_MS, startOfChinaDayMs } from '../kernel/clock';
import { RULES } from '../rules';

/**
 * One version of what a community gives points for. Versions are only added: each holds from the start of a day after it
 * was written, so that what is in force at a moment never changes afterwards, and an earning that is delivered late comes
 * out the same.
 */
export interface RuleVersion {
  /** `<community>#<number>`: two people who change at once can't both make the next one. */
  readonly _id: string;
  readonly communityId: string;
  readonly number: number;
  readonly rules: PointRules;
  readonly fromMs: number;
  readonly byId: string;
  readonly byName: string;
  readonly reason: string;
  readonly operationId: string;
  readonly inputHash: string;
  readonly createdAtMs: number;
}

export const ruleVersionIdOf = (communityId: string, number: number): string => `${communityId}#${number}`;

/** What every community starts with (RULES.md section 5). */
export const firstRules = (): PointRules => {
  const { delivery, carefulRating, serviceHour, meeting, suggestion, coPlanning, capPerDay, capPerMonth, pairInFull, pairInHalf } = RULES.points;
  return { per: { delivery, carefulRating, service: serviceHour, meeting, suggestion, coPlanning }, capPerDay, capPerMonth, pairInFull, pairInHalf };
};

/** Pure: when a version written now begins: tomorrow, so that nobody's day changes under them. */
export const versionStartMs = (nowMs: number): number => startOfChinaDayMs(chinaDay(nowMs)) + DAY_MS;
