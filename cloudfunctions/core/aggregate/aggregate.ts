/** What happened to an aggregate: written by the update that made it happen, waiting in its outbox until delivered. */
export interface OutboxEvent {
  readonly eventId: string;
  readonly kind: string;
  readonly atMs: number;
  /** Member who acted, or 'clock'. */
  readonly byId: string;
}

/**
 * One document that changes by guarded updates, with its undelivered events and its one clock (DESIGN.md section 3).
 * Wishes, units, rounds, publicities and the like are aggregates; what others read of them is written by their events.
 */
export interface Aggregate<E extends OutboxEvent> {
  readonly _id: string;
  /** Counts every change; settling gives way to whoever changed it meanwhile. */
  readonly revision: number;
  readonly outbox: Readonly<Record<string, E>>;
  /** Number of entries in `outbox`; guards refuse a command when `OUTBOX_MAX` wait, so that the document stays bounded. */
  readonly pendingEvents: number;
  /** When `jobs` must look again. Far future when nothing is due. */
  readonly wakeAtMs: number;
}

/** Undelivered events an aggregate may hold; more wait outside, as BUSY. */
export const OUTBOX_MAX = 80;

/** No clock is due: far enough that no run of `jobs` ever takes it. */
export const NEVER_MS = 4_102_444_800_000;

/**
 * Undelivered events in the order they were written: the database keeps fields in the order they were added. Not by
 * their moments: two changes may share one, and a call that waited for its text check carries the moment it began.
 */
export const pendingEventsOf = <E extends OutboxEvent>(aggregate: { readonly outbox: Readonly<Record<string, E>> }): readonly E[] => Object.values(aggregate.outbox);

/** What a new aggregate starts with: its first event waits and its clock is set to that event. */
export const bornWith = <E extends OutboxEvent>(event: E): Pick<Aggregate<E>, 'revision' | 'outbox' | 'pendingEvents' | 'wakeAtMs'> => ({
  revision: 1,
  outbox: { [event.eventId]: event },
  pendingEvents: 1,
  wakeAtMs: event.atMs,
});
