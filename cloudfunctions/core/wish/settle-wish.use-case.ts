import { applyEffect } from '../effect/apply-effect';
import { systemClock } from '../kernel/clock';
import { logDefect } from '../platform/log';
import { asDelivery } from '../platform/meter';
import { decideSettlement, pendingEventsOf } from './settle-wish';
import { decideDue } from './wish-clocks';
import { effectsOf } from './wish-effects';
import type { Wish } from './wish';
import { wishRepository } from './wish.repository';

interface SettleLimits {
  /** Most events one settling delivers; the rest waits for `jobs`. */
  readonly events: number;
  /** Settling takes no further event after this moment. */
  readonly untilMs: number;
}

/** Other calls change the same wish; after so many lost races `jobs` goes on. */
const TRIES = 3;

/** A person waits: a call delivers what it caused, and little more. */
const CALL_EVENTS = 3;
const CALL_MS = 1_500;

/** More clocks of one wish than this never strike in one run; the next run goes on. */
const CLOCKS_A_RUN = 200;

const deliver = async (wish: Wish, limits: SettleLimits, deliveredIds: Set<string>): Promise<void> => {
  for (const event of pendingEventsOf(wish)) {
    if (deliveredIds.has(event.eventId)) continue;
    if (deliveredIds.size >= limits.events || systemClock.nowMs() > limits.untilMs) return;
    for (const effect of effectsOf(wish, event)) await applyEffect(effect);
    deliveredIds.add(event.eventId);
  }
};

/**
 * Delivers waiting events in their order and notes what follows. Killed anywhere, the events still wait and delivering
 * them again changes nothing. Gives way to whoever changes the wish meanwhile.
 */
const settleEvents = async (wishId: string, nowMs: number, limits: SettleLimits): Promise<void> => {
  const deliveredIds = new Set<string>();
  for (let tries = 0; tries < TRIES; ) {
    const wish = await wishRepository.find(wishId);
    if (wish === null) return;
    await deliver(wish, limits, deliveredIds);
    const settlement = decideSettlement(wish, [...deliveredIds], nowMs);
    if (settlement === null) return;
    const isWritten = await wishRepository.settle(wish, settlement);
    if (!isWritten) tries += 1;
    // The settling itself made something happen: deliver that as well.
    else if (settlement.event === null) return;
  }
};

/** Best effort after a command: bounded, and never the command's failure, because `jobs` does what is left. */
export const settleAfterCommand = (wishId: string, nowMs: number, requestId: string): Promise<void> =>
  asDelivery(async () => {
    try {
      await settleEvents(wishId, nowMs, { events: CALL_EVENTS, untilMs: systemClock.nowMs() + CALL_MS });
    } catch (error) {
      logDefect(requestId, 'settleAfterCommand', error);
    }
  });

/** One due look of `jobs`: carries out every clock that ran out, then delivers everything that waits. */
export const advanceWish = async (wishId: string, nowMs: number): Promise<void> => {
  for (let struck = 0; struck < CLOCKS_A_RUN; struck += 1) {
    const wish = await wishRepository.find(wishId);
    if (wish === null) return;
    const [change] = decideDue(wish, nowMs);
    if (change === undefined) break;
    await wishRepository.change(wishId, change);
  }
  await settleEvents(wishId, nowMs, { events: Number.MAX_SAFE_INTEGER, untilMs: Number.MAX_SAFE_INTEGER });
};
