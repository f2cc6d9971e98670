import type { Condition, WishChange } from './wish-change';
import type { Wish } from './wish';
import { OUTBOX_MAX } from './wish';
import type { Settlement } from './settle-wish';
import { fail } from '../kernel/result';
import { command, store, type QueryOptions } from '../platform/store';

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

const claimersOf = ({ joins, leaves }: WishChange): object => {
  if (joins !== null) return { activeClaimerIds: command.push([joins]) };
  if (leaves !== null) return { activeClaimerIds: command.pull(leaves) };
  return {};
};

export const wishRepository = {
  find: (wishId: string): Promise<Wish | null> => store.find<Wish>('wishes', wishId),

  /** The wish, or NOT_FOUND. */
  get: async (wishId: string): Promise<Wish> => (await store.find<Wish>('wishes', wishId)) ?? fail('NOT_FOUND'),

  insert: (wish: Wish): Promise<'inserted' | 'exists'> => store.insertOnce('wishes', wish),

  /** Carries a change out in one guarded update; false when the guard no longer holds. */
  change: async (wishId: string, change: WishChange): Promise<boolean> => {
    const guard = { _id: wishId, pendingEvents: command.lt(OUTBOX_MAX), ...mapValues(change.when, guardOf) };
    const update = {
      ...mapValues(change.set, valueOf),
      ...mapValues(change.add, (amount) => command.inc(amount)),
      ...claimersOf(change),
      [`outbox.${change.event.eventId}`]: command.set(change.event),
      pendingEvents: command.inc(1),
      revision: command.inc(1),
      wakeAtMs: command.min(change.event.atMs),
    };
    return (await store.update('wishes', guard, update)) === 1;
  },

  /** Takes delivered events away and notes what follows from the wish as it was read; false when it changed meanwhile. */
  settle: async (wish: Wish, settlement: Settlement): Promise<boolean> => {
    const removed = Object.fromEntries(settlement.deliveredIds.map((eventId) => [`outbox.${eventId}`, command.remove()]));
    const added = settlement.event === null ? {} : { [`outbox.${settlement.event.eventId}`]: command.set(settlement.event) };
    const update = { ...mapValues(settlement.set, valueOf), ...removed, ...added, revision: command.inc(1) };
    return (await store.update('wishes', { _id: wish._id, revision: wish.revision }, update)) === 1;
  },

  /** Pushes the next look of `jobs` back, for a wish whose settling fails. */
  postpone: (wishId: string, seenWakeAtMs: number, wakeAtMs: number): Promise<number> => store.update('wishes', { _id: wishId, wakeAtMs: seenWakeAtMs }, { wakeAtMs }),

  list: (options: QueryOptions): Promise<readonly Wish[]> => store.query<Wish>('wishes', options),
} as const;
