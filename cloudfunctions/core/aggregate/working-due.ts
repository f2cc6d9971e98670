import type { CalendarOverrides } from '../kernel/working-days';
import { pendingEventsOf, type Aggregate, type OutboxEvent } from './aggregate';
import type { AggregateKind } from './aggregate-kind';
import { valueAt } from './change';

/** A moment inside a document that was counted in working time from the event that set it. */
export interface WorkingDue {
  readonly path: string;
  readonly countFrom: (fromMs: number, overrides?: CalendarOverrides) => number;
}

export interface UncountedDue extends WorkingDue {
  readonly fromMs: number;
}

/**
 * Pure: moments that an event still to be delivered has set. Decisions know no database, so they count by the library;
 * whoever delivers the event counts them over with the days that administrators entered.
 */
export const uncountedDues = <E extends OutboxEvent, A extends Aggregate<E>>(kind: AggregateKind<A, E>, aggregate: A): readonly UncountedDue[] =>
  (kind.workingDuesOf?.(aggregate) ?? []).flatMap((due) => {
    const setter = pendingEventsOf<E>(aggregate).find(({ atMs }) => valueAt(aggregate, due.path) === due.countFrom(atMs));
    return setter === undefined ? [] : [{ ...due, fromMs: setter.atMs }];
  });

/** Pure: by path, the moments that lie elsewhere once what was entered counts. */
export const recountedDues = (dues: readonly UncountedDue[], overrides: CalendarOverrides): Readonly<Record<string, number>> =>
  Object.fromEntries(dues.flatMap(({ path, fromMs, countFrom }) => (countFrom(fromMs, overrides) === countFrom(fromMs) ? [] : [[path, countFrom(fromMs, overrides)] as const])));
