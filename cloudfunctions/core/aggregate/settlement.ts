import type { Aggregate, OutboxEvent } from './aggregate';
import { wakeMsOf, type AggregateKind } from './aggregate-kind';
import { valueAt, writtenWith } from './change';

/** The one update that ends a settling: what was delivered leaves the outbox, what follows from the state is noted. */
export interface Settlement<E extends OutboxEvent> {
  readonly deliveredIds: readonly string[];
  readonly set: Readonly<Record<string, unknown>>;
  /** Set when the settling itself makes something happen. */
  readonly event: E | null;
}

/** The aggregate as it stands once the settlement is written. */
export const applySettlement = <E extends OutboxEvent, A extends Aggregate<E>>(aggregate: A, settlement: Settlement<E>): A => {
  const kept = Object.fromEntries(Object.entries(aggregate.outbox).filter(([eventId]) => !settlement.deliveredIds.includes(eventId)));
  const outbox = settlement.event === null ? kept : { ...kept, [settlement.event.eventId]: settlement.event };
  return { ...writtenWith(aggregate, settlement.set), outbox, revision: aggregate.revision + 1 };
};

/** What to write after the events `deliveredIds` were carried out; null when nothing would change. `moved`: what was counted over, as it stands in `aggregate` already. */
export const settlementOf = <E extends OutboxEvent, A extends Aggregate<E>>(kind: AggregateKind<A, E>, aggregate: A, deliveredIds: readonly string[], nowMs: number, moved: Readonly<Record<string, number>> = {}): Settlement<E> | null => {
  const removed = deliveredIds.filter((eventId) => Object.hasOwn(aggregate.outbox, eventId));
  const followUp = kind.followUpOf?.(aggregate, nowMs) ?? null;
  const event = followUp?.event ?? null;
  const followed = followUp?.set ?? {};
  const pendingEvents = aggregate.pendingEvents - removed.length + (event === null ? 0 : 1);
  const after: A = { ...applySettlement(aggregate, { deliveredIds: removed, set: followed, event }), pendingEvents };
  const derived = { ...(kind.derivedOf?.(after) ?? {}), wakeAtMs: wakeMsOf(kind.clocksOf(after, nowMs), pendingEvents, nowMs) };
  const isSame = removed.length === 0 && event === null && Object.entries(derived).every(([path, value]) => valueAt(aggregate, path) === value);
  return isSame ? null : { deliveredIds: removed, set: { ...moved, ...followed, ...derived, pendingEvents }, event };
};
