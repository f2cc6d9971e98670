import { HOUR_MS } from '../kernel/clock';
import { addWorkingMs, type CalendarOverrides } from '../kernel/working-days';
import { bornWith, type Aggregate, type OutboxEvent } from './aggregate';
import type { AggregateKind } from './aggregate-kind';
import { settlementOf } from './settlement';
import { recountedDues, uncountedDues } from './working-due';

interface Thing extends Aggregate<OutboxEvent> {
  readonly _id: string;
  readonly dueAtMs: number;
}

/** Friday, 15 January 2027, ten in the morning. */
const FROM_MS = Date.UTC(2027, 0, 15, 2);
const countFrom = (fromMs: number, overrides?: CalendarOverrides): number => addWorkingMs(fromMs, 24 * HOUR_MS, overrides);
const KIND: AggregateKind<Thing, OutboxEvent> = { collection: 'ratings', effectsOf: () => [], clocksOf: ({ dueAtMs }) => [{ atMs: dueAtMs, change: null as never }], workingDuesOf: () => [{ path: 'dueAtMs', countFrom }] };
const event = { eventId: 'e_1', atMs: FROM_MS, byId: 'm_1' } as OutboxEvent;
const thing: Thing = { _id: 'x', dueAtMs: countFrom(FROM_MS), ...bornWith<OutboxEvent>(event) };
const OVERRIDES: CalendarOverrides = { 2027: { holidays: ['2027-01-18'], workdays: [] } };

describe('a moment counted in working time', () => {
  it('is counted over once, with the days that administrators entered, before its event is delivered', () => {
    const dues = uncountedDues(KIND, thing);
    expect(dues.map(({ path, fromMs }) => [path, fromMs])).toEqual([['dueAtMs', FROM_MS]]);
    const moved = recountedDues(dues, OVERRIDES);
    expect(moved).toEqual({ dueAtMs: countFrom(FROM_MS, OVERRIDES) });
    expect(moved.dueAtMs).toBeGreaterThan(thing.dueAtMs);
    const settled = settlementOf(KIND, { ...thing, ...moved }, ['e_1'], FROM_MS, moved);
    expect(settled?.set).toMatchObject({ dueAtMs: moved.dueAtMs, wakeAtMs: moved.dueAtMs });
    expect(uncountedDues(KIND, { ...thing, ...moved })).toEqual([]);
  });

  it('stays where nothing was entered, and costs no question once its event is delivered', () => {
    expect(recountedDues(uncountedDues(KIND, thing), {})).toEqual({});
    expect(uncountedDues(KIND, { ...thing, outbox: {}, pendingEvents: 0 })).toEqual([]);
  });
});
