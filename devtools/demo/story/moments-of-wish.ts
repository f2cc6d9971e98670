import { DAY_MS, endOfChinaDayMs, HOUR_MS, startOfChinaDayMs, chinaDay } from '../../../cloudfunctions/core/kernel/clock';
import { addWorkingMs } from '../../../cloudfunctions/core/kernel/working-days';
import { DEMO_NOW_MS } from '../community/moments';
import type { Random } from '../random';
import type { Fate } from '../wishes/wish-sketch';

/** Days before the demo at which wishes of a fate were sent, and how long after it their window reaches. */
const DAYS: Readonly<Record<Fate, { readonly sentBefore: readonly [number, number]; readonly windowAfter: readonly [number, number] }>> = {
  review: { sentBefore: [0.2, 2.6], windowAfter: [8, 24] },
  asked: { sentBefore: [3, 4], windowAfter: [8, 20] },
  open: { sentBefore: [1.2, 5.5], windowAfter: [3, 26] },
  part: { sentBefore: [8, 11], windowAfter: [7, 24] },
  taken: { sentBefore: [3.5, 6], windowAfter: [5, 15] },
  waiting: { sentBefore: [8, 9], windowAfter: [4, 12] },
  overdue: { sentBefore: [12, 13], windowAfter: [6, 12] },
  notReceived: { sentBefore: [9, 10], windowAfter: [6, 12] },
  rated: { sentBefore: [12, 130], windowAfter: [5, 20] },
  done: { sentBefore: [7.6, 9], windowAfter: [5, 12] },
  refused: { sentBefore: [4, 9], windowAfter: [8, 15] },
  withdrawn: { sentBefore: [6, 9], windowAfter: [8, 15] },
  expired: { sentBefore: [24, 30], windowAfter: [-5, -3] },
  unclaimed: { sentBefore: [8.2, 9.3], windowAfter: [6, 14] },
};

const within = (random: Random, [from, to]: readonly [number, number]): number => from + random.next() * (to - from);

/** The same day at an hour when people are up. */
export const daytime = (random: Random, atMs: number): number => startOfChinaDayMs(chinaDay(atMs)) + Math.round((8.2 + random.next() * 12) * HOUR_MS);

/** Nearly half of what is done was done this week, so that the home page has something to tell. */
const FRESHLY_RATED = { single: [5.2, 7.2], several: [7.6, 9.2] } as const;

const sentBefore = (random: Random, fate: Fate, shares: number): readonly [number, number] => {
  if (fate !== 'rated' || !random.chance(0.45)) return DAYS[fate].sentBefore;
  return shares <= 2 ? FRESHLY_RATED.single : FRESHLY_RATED.several;
};

export const sentAtMs = (random: Random, fate: Fate, shares: number): number =>
  Math.min(daytime(random, DEMO_NOW_MS - within(random, sentBefore(random, fate, shares)) * DAY_MS), DEMO_NOW_MS - 25 * 60_000);

/** A window is counted from the demo's day for what is open, from the sending for what is long done. */
export const windowEndMs = (random: Random, fate: Fate, sentMs: number): number => {
  const fromMs = fate === 'rated' ? sentMs + 9 * DAY_MS : DEMO_NOW_MS;
  return endOfChinaDayMs(fromMs + within(random, DAYS[fate].windowAfter) * DAY_MS);
};

/** When the community had looked at it: within its working hours, sooner when urgent. */
export const reviewedAtMs = (random: Random, sentMs: number, isUrgent: boolean): number => addWorkingMs(sentMs, Math.round((isUrgent ? 0.2 + random.next() * 0.5 : 0.6 + random.next() * 6) * HOUR_MS)) + 60_000;
