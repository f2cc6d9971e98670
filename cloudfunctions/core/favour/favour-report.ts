import { chinaDay, DAY_MS, startOfChinaDayMs } from '../kernel/clock';
import { chinaMonth } from '../ledger/balance';
import { RULES } from '../rules';
import { findCircles, type Circle } from './find-circles';
import type { Period, Ways } from './way';

/** Staff asked these people and all was well: who, when and why, and how often they had confirmed each other then. */
export interface Look {
  readonly byId: string;
  readonly byName: string;
  /** Who is in the circle. */
  readonly aboutIds: readonly string[];
  readonly note: string;
  readonly atMs: number;
  readonly times: number;
  readonly operationId: string;
  readonly inputHash: string;
}

/** Pure: nothing that speaks for asking again has come since. */
export const isQuiet = ({ times }: Pick<Circle, 'times'>, look: Pick<Look, 'times'> | null): boolean => look !== null && times < look.times + RULES.favours.growsBy;

/** Mutual favours of one community, as of last night; only the newest is kept. */
export interface FavourReport extends Period {
  /** The community. */
  readonly _id: string;
  readonly communityId: string;
  readonly circles: readonly Circle[];
  /** Confirmations between two people that were looked through. */
  readonly confirmations: number;
  /** There was more than one look takes in. */
  readonly isPartial: boolean;
  readonly madeAtMs: number;
  /** The last look at a circle, by its id; it outlives the nights. */
  readonly looks: Readonly<Record<string, Look>>;
  /** Everybody who made one of them or whom one is about, so that what stands about a person is found. */
  readonly lookPeopleIds: readonly string[];
}

/** Pure: whole days up to the last midnight, so that a report made twice in a night says the same. */
export const periodOf = (nowMs: number): Period => {
  const untilMs = startOfChinaDayMs(chinaDay(nowMs));
  return { fromMs: untilMs - RULES.favours.periodMs, untilMs };
};

/** Pure: the calendar months that a period touches, the oldest first. */
export const monthsOf = ({ fromMs, untilMs }: Period): readonly string[] => {
  const months = new Set<string>();
  for (let atMs = fromMs; atMs < untilMs; atMs += DAY_MS) months.add(chinaMonth(atMs));
  return [...months.add(chinaMonth(untilMs - 1))];
};

/** Pure: what the report of a community says. */
export const reportOf = (communityId: string, period: Period, ways: Ways, isPartial: boolean, nowMs: number): Omit<FavourReport, 'looks' | 'lookPeopleIds'> => {
  const circles = findCircles(ways, RULES.favours);
  const confirmations = [...ways.values()].reduce((sum, { times }) => sum + times, 0);
  return { _id: communityId, communityId, ...period, circles, confirmations, isPartial: isPartial || circles.length === RULES.favours.circlesShown, madeAtMs: nowMs };
};

/** Pure: looks at circles that are named no more and are old. */
export const staleLooks = (looks: FavourReport['looks'], circles: readonly Circle[], nowMs: number): readonly string[] => {
  const named = new Set(circles.map(({ circleId }) => circleId));
  return Object.entries(looks).flatMap(([circleId, { atMs }]) => (!named.has(circleId) && atMs < nowMs - RULES.favours.looksKeptMs ? [circleId] : []));
};

/** Which communities a night has gone through; it goes on where it was when its run ended or was killed. */
export interface FavourNight {
  /** The day, "2026-11-28" in UTC+8. */
  readonly _id: string;
  /** The last community that was done. */
  readonly cursor: string;
  readonly communities: number;
  readonly circles: number;
  readonly startedAtMs: number;
  readonly endedAtMs: number | null;
  readonly wakeAtMs: number;
}

export const newNight = (day: string, nowMs: number): FavourNight => ({ _id: day, cursor: '', communities: 0, circles: 0, startedAtMs: nowMs, endedAtMs: null, wakeAtMs: nowMs });

/** Pure: which night it is; before its hour it is still the last one. */
export const nightOf = (nowMs: number): string => chinaDay(nowMs - RULES.favours.reportFromMs);
