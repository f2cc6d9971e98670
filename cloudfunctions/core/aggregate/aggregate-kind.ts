import type { CollectionName } from '../../database';
import type { Effect } from '../effect/effect';
import { NEVER_MS, type Aggregate, type OutboxEvent } from './aggregate';
import type { Change } from './change';
import type { WorkingDue } from './working-due';

/** A clock of an aggregate: when it strikes and what it then changes. */
export interface Due<E extends OutboxEvent> {
  readonly atMs: number;
  readonly change: Change<E>;
}

/** What settling itself makes happen, e.g. that everything wanted has come. */
export interface FollowUp<E extends OutboxEvent> {
  readonly set: Readonly<Record<string, unknown>>;
  readonly event: E;
}

/** What the shared machinery must know of a kind of aggregate; everything here is pure. */
export interface AggregateKind<A extends Aggregate<E>, E extends OutboxEvent> {
  readonly collection: CollectionName;
  /** Documents written by an earlier version, with what they lack; the one place that knows (absent: none lack anything). */
  readonly asStored?: (stored: A) => A;
  /** Everything an event brings about elsewhere, in the order to carry it out. */
  readonly effectsOf: (aggregate: A, event: E) => readonly Effect[];
  /** Every clock that is set, struck or not; the ids of their events are made from what they are about. */
  readonly clocksOf: (aggregate: A, nowMs: number) => readonly Due<E>[];
  /** Moments inside it that are counted in working time, whoever set them. */
  readonly workingDuesOf?: (aggregate: A) => readonly WorkingDue[];
  /** Plain fields that follow from the others and that lists ask for. */
  readonly derivedOf?: (aggregate: A) => Readonly<Record<string, string | number | boolean | null>>;
  readonly followUpOf?: (aggregate: A, nowMs: number) => FollowUp<E> | null;
}

/** Changes whose moment has come, the earliest first. Carry one out, read again, ask again. */
export const dueChanges = <E extends OutboxEvent>(clocks: readonly Due<E>[], nowMs: number): readonly Change<E>[] =>
  clocks
    .filter((clock) => clock.atMs <= nowMs)
    .sort((a, b) => a.atMs - b.atMs)
    .map((clock) => clock.change);

/** When `jobs` must look again: now while an event waits, else at the next clock. */
export const wakeMsOf = <E extends OutboxEvent>(clocks: readonly Due<E>[], pendingEvents: number, nowMs: number): number =>
  pendingEvents > 0 ? nowMs : clocks.reduce((earliestMs, clock) => Math.min(earliestMs, clock.atMs), NEVER_MS);
