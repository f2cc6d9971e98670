import { loadOverrides } from '../calendar/calendar.repository';
import { applyEffect } from '../effect/apply-effect';
import { systemClock } from '../kernel/clock';
import { fail, unwrap, type Result } from '../kernel/result';
import type { CallContext } from '../platform/context';
import { logDefect } from '../platform/log';
import { asDelivery } from '../platform/meter';
import { pendingEventsOf, type Aggregate, type OutboxEvent } from './aggregate';
import { dueChanges, type AggregateKind } from './aggregate-kind';
import { aggregateRepository } from './aggregate.repository';
import { applyChange, writtenWith, type OutcomeOf } from './change';
import { settlementOf } from './settlement';
import { recountedDues, uncountedDues } from './working-due';

interface SettleLimits {
  /** Most events one settling delivers; the rest waits for `jobs`. */
  readonly events: number;
  /** Settling takes no further event after this moment. */
  readonly untilMs: number;
}

/** Other calls change the same aggregate; after so many lost races `jobs` goes on. */
const TRIES = 3;

/** A person waits: a call delivers what it caused, and little more. */
const CALL_EVENTS = 3;
const CALL_MS = 1_500;

/** More clocks of one aggregate than this never strike in one run; the next run goes on. */
const CLOCKS_A_RUN = 200;

const deliver = async <E extends OutboxEvent, A extends Aggregate<E>>(kind: AggregateKind<A, E>, aggregate: A, limits: SettleLimits, deliveredIds: Set<string>): Promise<void> => {
  for (const event of pendingEventsOf<E>(aggregate)) {
    if (deliveredIds.has(event.eventId)) continue;
    if (deliveredIds.size >= limits.events || systemClock.nowMs() > limits.untilMs) return;
    for (const effect of kind.effectsOf(aggregate, event)) await applyEffect(effect);
    deliveredIds.add(event.eventId);
  }
};

/** The aggregate with moments in working time as they are with the days that administrators entered. One request where some were set just now. */
const countedOver = async <E extends OutboxEvent, A extends Aggregate<E>>(kind: AggregateKind<A, E>, aggregate: A): Promise<{ readonly counted: A; readonly moved: Readonly<Record<string, number>> }> => {
  const dues = uncountedDues(kind, aggregate);
  const moved = dues.length === 0 ? {} : recountedDues(dues, await loadOverrides(Math.min(...dues.map(({ fromMs }) => fromMs))));
  return { counted: writtenWith(aggregate, moved), moved };
};

/**
 * Delivers waiting events in their order and notes what follows. Killed anywhere, the events still wait and delivering
 * them again changes nothing. Gives way to whoever changes the aggregate meanwhile.
 */
const settleEvents = async <E extends OutboxEvent, A extends Aggregate<E>>(kind: AggregateKind<A, E>, id: string, nowMs: number, limits: SettleLimits): Promise<void> => {
  const repository = aggregateRepository<A, E>(kind.collection, kind.asStored);
  const deliveredIds = new Set<string>();
  for (let tries = 0; tries < TRIES; ) {
    const aggregate = await repository.find(id);
    if (aggregate === null) return;
    const { counted, moved } = await countedOver(kind, aggregate);
    await deliver(kind, counted, limits, deliveredIds);
    const settlement = settlementOf(kind, counted, [...deliveredIds], nowMs, moved);
    if (settlement === null) return;
    const isWritten = await repository.settle(aggregate, settlement);
    if (!isWritten) tries += 1;
    // The settling itself made something happen: deliver that as well.
    else if (settlement.event === null) return;
  }
};

/** Best effort after a command: bounded, and never the command's failure, because `jobs` does what is left. */
export const settleAfterCommand = <E extends OutboxEvent, A extends Aggregate<E>>(kind: AggregateKind<A, E>, id: string, nowMs: number, requestId: string): Promise<void> =>
  asDelivery(async () => {
    try {
      await settleEvents(kind, id, nowMs, { events: CALL_EVENTS, untilMs: systemClock.nowMs() + CALL_MS });
    } catch (error) {
      logDefect(requestId, `settle ${kind.collection}`, error);
    }
  });

/** One due look of `jobs`: carries out every clock that ran out, then delivers everything that waits. */
export const advanceAggregate = async <E extends OutboxEvent, A extends Aggregate<E>>(kind: AggregateKind<A, E>, id: string, nowMs: number): Promise<void> => {
  const repository = aggregateRepository<A, E>(kind.collection, kind.asStored);
  for (let struck = 0; struck < CLOCKS_A_RUN; struck += 1) {
    const aggregate = await repository.find(id);
    if (aggregate === null) return;
    const [change] = dueChanges(kind.clocksOf(aggregate, nowMs), nowMs);
    if (change === undefined) break;
    await repository.change(id, change);
  }
  await settleEvents(kind, id, nowMs, { events: Number.MAX_SAFE_INTEGER, untilMs: Number.MAX_SAFE_INTEGER });
};

/**
 * The shell of every command on a standing aggregate: read, decide, one guarded update; when the guard did not hold, one
 * re-read says why. Where many act on one document at once, `tries` lets whoever lost a race decide anew so many times. What the command caused is delivered before it answers, bounded and best effort.
 * @param read the aggregate where the caller has read it already: the first decision is about that and costs no request; the guard says whether it still stands so.
 * @returns the aggregate after the command, also when this very act was carried out before.
 * @throws RefusedError with what `decide` refuses, NOT_FOUND, or BUSY when it changed meanwhile each time.
 */
export const changeAggregate = async <E extends OutboxEvent, A extends Aggregate<E>>(kind: AggregateKind<A, E>, context: CallContext, id: string, decide: (aggregate: A) => Result<OutcomeOf<E>>, tries = 1, read: A | null = null): Promise<A> => {
  const repository = aggregateRepository<A, E>(kind.collection, kind.asStored);
  for (let tried = read === null ? 0 : -1; ; tried += 1) {
    const aggregate = tried < 0 && read !== null ? read : await repository.get(id);
    const decided = unwrap(decide(aggregate));
    if (decided.kind === 'replay') return aggregate;
    if (tried === tries) return fail('BUSY');
    if (await repository.change(id, decided.change)) {
      await settleAfterCommand(kind, id, context.nowMs, context.requestId);
      return applyChange<E, A>(aggregate, decided.change);
    }
  }
};
