import type { Due } from '../aggregate/aggregate-kind';
import { DAY_MS, HOUR_MS } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { addWorkingMs } from '../kernel/working-days';
import { RULES } from '../rules';
import type { Wish } from '../wish/wish';
import { is, wishChange } from '../wish/wish-change';
import type { WishEvent } from '../wish/wish-event';
import { isAwaitingRescue, isQuiet, quietSinceMs } from './awaiting-rescue';

/** Until when somebody must choose, counted in working hours from when the social worker was told. */
export const chooseByMsOf = (wish: Wish): number => addWorkingMs(wish.unclaimedToldAtMs ?? wish.publishedAtMs, RULES.rescue.chooseWorkingHours * HOUR_MS);

/** Nobody chose in time: the street is told, once a round. */
const lateClock = (wish: Wish, nowMs: number): readonly Due<WishEvent>[] => {
  const { round, escalatedAtMs } = wish.rescue;
  if (escalatedAtMs !== null && escalatedAtMs > (wish.unclaimedToldAtMs ?? 0)) return [];
  return [
    {
      atMs: chooseByMsOf(wish),
      change: wishChange({
        when: { state: is('open'), claimCount: is(wish.claimCount), unclaimedToldAtMs: is(wish.unclaimedToldAtMs), 'rescue.sinceMs': is(wish.rescue.sinceMs) },
        set: { 'rescue.escalatedAtMs': nowMs },
        event: { kind: 'rescueLate', round, eventId: deriveId('e', wish._id, 'rescueLate', String(round)), atMs: nowMs, byId: 'clock' },
      }),
    },
  ];
};

/** Nobody has it in hand, and so for a while. Strikes anew each time it lay so long; the event's id counts the rounds. */
export const rescueClocks = (wish: Wish, nowMs: number): readonly Due<WishEvent>[] => {
  if (!isQuiet(wish)) return [];
  if (isAwaitingRescue(wish)) return lateClock(wish, nowMs);
  const { round } = wish.rescue;
  return [
    {
      atMs: quietSinceMs(wish) + RULES.wish.unclaimedDays * DAY_MS,
      change: wishChange({
        when: { state: is('open'), claimCount: is(wish.claimCount), 'rescue.round': is(round), 'rescue.sinceMs': is(wish.rescue.sinceMs) },
        set: { unclaimedToldAtMs: nowMs },
        add: { 'rescue.round': 1 },
        event: { kind: 'unclaimed', round: round + 1, eventId: deriveId('e', wish._id, 'unclaimed', String(round + 1)), atMs: nowMs, byId: 'clock' },
      }),
    },
  ];
};
