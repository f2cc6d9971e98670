import { NEVER_MS } from '../aggregate/aggregate';
import { DAY_MS, startOfChinaDayMs } from '../kernel/clock';
import { RULES } from '../rules';
import { FOREVER, type Lots } from './lots';

/** First moment a lot can no longer be used. */
export const lotEndsAtMs = (day: string): number => startOfChinaDayMs(day) + DAY_MS;

/** How many warnings each lot's owner had; a lot that is gone has none. */
export type Warned = Readonly<Record<string, number>>;

const warningsAtMs = (day: string): readonly number[] => RULES.points.warnBeforeMs.map((beforeMs) => lotEndsAtMs(day) - beforeMs);

/** Pure: warnings of a lot that were due by now; the newest of them is told, older ones nobody needs any more. */
export const warningsDue = (day: string, nowMs: number): number => (day === FOREVER ? 0 : warningsAtMs(day).filter((atMs) => atMs <= nowMs).length);

/** Pure: lots whose last day is over. */
export const endedLots = (lots: Lots, nowMs: number): readonly string[] => Object.keys(lots).filter((day) => day !== FOREVER && lotEndsAtMs(day) <= nowMs).sort();

/** Pure: lots that end before long and whose owner was not told so yet. */
export const lotsToWarnOf = (lots: Lots, warned: Warned, nowMs: number): readonly string[] =>
  Object.keys(lots).filter((day) => lotEndsAtMs(day) > nowMs && warningsDue(day, nowMs) > (warned[day] ?? 0)).sort();

/** Pure: when to look at the account again: the next warning or the next end. */
export const lotsWakeAtMs = (lots: Lots, warned: Warned): number =>
  Object.keys(lots)
    .filter((day) => day !== FOREVER)
    .reduce((earliestMs, day) => Math.min(earliestMs, warningsAtMs(day)[warned[day] ?? 0] ?? lotEndsAtMs(day)), NEVER_MS);

/** Pure: what was told of lots that are still there. */
export const warnedOf = (lots: Lots, warned: Warned): Warned => Object.fromEntries(Object.entries(warned).filter(([day]) => Object.hasOwn(lots, day)));
