import type { CollectionName } from '../../database';
import { fail } from '../kernel/result';
import { command, store, type QueryOptions } from '../platform/store';
import { OUTBOX_MAX, type Aggregate, type OutboxEvent } from './aggregate';
import type { AdjustOf, Change, Condition } from './change';
import type { Settlement } from './settlement';

const guardOf = (condition: Condition): unknown => {
  if ('is' in condition) return command.eq(condition.is);
  if ('in' in condition) return command.in([...condition.in]);
  if ('atLeast' in condition) return command.gte(condition.atLeast);
  if ('below' in condition) return command.lt(condition.below);
  if ('above' in condition) return command.gt(condition.above);
  if ('excludes' in condition) return command.neq(condition.excludes);
  return command.exists(false);
};

/** Objects and arrays replace what stands there; written plain they would merge (WIRE.md 1.4). */
const valueOf = (value: unknown): unknown => (value !== null && typeof value === 'object' ? command.set(value) : value);

const mapValues = <A, B>(record: Readonly<Record<string, A>>, map: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));

const writingOf = ({ set, removes, add }: AdjustOf): Record<string, unknown> => ({
  ...mapValues(set, valueOf),
  ...Object.fromEntries((removes ?? []).map((path) => [path, command.remove()])),
  ...mapValues(add, (amount) => command.inc(amount)),
});

export interface AggregateRepository<A extends Aggregate<E>, E extends OutboxEvent> {
  find(id: string): Promise<A | null>;
  /** The aggregate, or NOT_FOUND. */
  get(id: string): Promise<A>;
  insert(aggregate: A): Promise<'inserted' | 'exists'>;
  /** Carries a change out in one guarded update; false when the guard no longer holds. */
  change(id: string, change: Change<E>): Promise<boolean>;
  /** Carries an adjustment out in one guarded update and has it looked at by then; false when the guard does not hold. */
  adjust(id: string, adjust: AdjustOf, lookAtMs: number): Promise<boolean>;
  /** Takes delivered events away and notes what follows from the aggregate as it was read; false when it changed meanwhile. */
  settle(aggregate: A, settlement: Settlement<E>): Promise<boolean>;
  list(options: QueryOptions): Promise<readonly A[]>;
}

const find = async <A extends { readonly _id: string }>(collection: CollectionName, id: string, asStored: (stored: A) => A): Promise<A | null> => {
  const stored = await store.find<A>(collection, id);
  return stored === null ? null : asStored(stored);
};

/** The one way aggregates of a collection are read and written. `asStored` completes what an earlier version wrote. */
export const aggregateRepository = <A extends Aggregate<E>, E extends OutboxEvent>(collection: CollectionName, asStored: (stored: A) => A = (stored) => stored): AggregateRepository<A, E> => ({
  find: (id) => find<A>(collection, id, asStored),
  get: async (id) => (await find<A>(collection, id, asStored)) ?? fail('NOT_FOUND'),
  insert: (aggregate) => store.insertOnce(collection, aggregate),
  change: async (id, change) => {
    const guard = { _id: id, pendingEvents: command.lt(OUTBOX_MAX), ...mapValues(change.when, guardOf) };
    const update = {
      ...writingOf(change),
      ...mapValues(change.joins, (element) => command.push([element])),
      ...mapValues(change.leaves, (element) => command.pull(element)),
      [`outbox.${change.event.eventId}`]: command.set(change.event),
      pendingEvents: command.inc(1),
      revision: command.inc(1),
      wakeAtMs: command.min(change.event.atMs),
    };
    return (await store.update(collection, guard, update)) === 1;
  },
  adjust: async (id, adjust, lookAtMs) => {
    const update = { ...writingOf(adjust), revision: command.inc(1), wakeAtMs: command.min(lookAtMs) };
    return (await store.update(collection, { _id: id, ...mapValues(adjust.when, guardOf) }, update)) === 1;
  },
  settle: async (aggregate, settlement) => {
    const removed = Object.fromEntries(settlement.deliveredIds.map((eventId) => [`outbox.${eventId}`, command.remove()]));
    const added = settlement.event === null ? {} : { [`outbox.${settlement.event.eventId}`]: command.set(settlement.event) };
    const update = { ...mapValues(settlement.set, valueOf), ...removed, ...added, revision: command.inc(1) };
    return (await store.update(collection, { _id: aggregate._id, revision: aggregate.revision }, update)) === 1;
  },
  list: async (options) => (await store.query<A>(collection, options)).map(asStored),
});
