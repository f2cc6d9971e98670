import type { Aggregate, OutboxEvent } from '../../../cloudfunctions/core/aggregate/aggregate';
import { pendingEventsOf } from '../../../cloudfunctions/core/aggregate/aggregate';
import { dueChanges, type AggregateKind } from '../../../cloudfunctions/core/aggregate/aggregate-kind';
import { applyChange, mayChange, type Change, type OutcomeOf } from '../../../cloudfunctions/core/aggregate/change';
import { applySettlement, settlementOf } from '../../../cloudfunctions/core/aggregate/settlement';
import type { Effect } from '../../../cloudfunctions/core/effect/effect';
import { unwrap, type Result } from '../../../cloudfunctions/core/kernel/result';

/** More turns than any aggregate of the demo takes; a settling that never ends is a defect. */
const TURNS_MAX = 200;

/**
 * Documents of one kind of aggregate in memory: each step is the program's own decision under its own guard, clocks that
 * ran out in between are heard, and events have their effects at once.
 */
export class AggregateShelf<A extends Aggregate<E>, E extends OutboxEvent> {
  readonly documents = new Map<string, A>();

  constructor(
    private readonly kind: AggregateKind<A, E>,
    private readonly carryOut: (effect: Effect) => void,
  ) {}

  get(id: string): A {
    const found = this.documents.get(id);
    if (found === undefined) throw new Error(`the demo has no ${id} in ${this.kind.collection}`);
    return found;
  }

  insert(born: A, nowMs: number): void {
    if (this.documents.has(born._id)) return;
    this.documents.set(born._id, born);
    this.settle(born._id, nowMs);
  }

  act(id: string, nowMs: number, decide: (aggregate: A) => Result<OutcomeOf<E>>): void {
    this.advance(id, nowMs);
    const outcome = unwrap(decide(this.get(id)));
    if (outcome.kind === 'change') this.apply(id, outcome.change, nowMs);
  }

  /** Hears every clock that ran out until then. */
  advance(id: string, nowMs: number): void {
    for (let turn = 0; turn < TURNS_MAX; turn += 1) {
      const aggregate = this.get(id);
      const due = this.kind.clocksOf(aggregate, nowMs).filter(({ atMs }) => atMs <= nowMs).sort((a, b) => a.atMs - b.atMs)[0];
      if (due === undefined) return;
      const [change] = dueChanges(this.kind.clocksOf(aggregate, due.atMs), due.atMs);
      if (change !== undefined) this.apply(id, change, due.atMs);
    }
    throw new Error(`${id} never comes to rest`);
  }

  private apply(id: string, change: Change<E>, nowMs: number): void {
    if (!mayChange(this.get(id), change)) throw new Error(`the guard of ${change.event.kind} does not hold for ${id}`);
    this.documents.set(id, applyChange<E, A>(this.get(id), change));
    this.settle(id, nowMs);
  }

  private settle(id: string, nowMs: number): void {
    for (let turn = 0; turn < TURNS_MAX; turn += 1) {
      const aggregate = this.get(id);
      const events = pendingEventsOf<E>(aggregate);
      for (const event of events) for (const effect of this.kind.effectsOf(aggregate, event)) this.carryOut(effect);
      const settlement = settlementOf<E, A>(this.kind, this.get(id), events.map(({ eventId }) => eventId), nowMs);
      if (settlement === null) return;
      this.documents.set(id, applySettlement<E, A>(this.get(id), settlement));
    }
    throw new Error(`${id} never settles`);
  }
}
