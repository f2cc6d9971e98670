import type { Result } from '../kernel/result';
import type { Aggregate, OutboxEvent } from './aggregate';
import type { AggregateKind } from './aggregate-kind';
import { aggregateRepository } from './aggregate.repository';
import type { OutcomeOf } from './change';

const TELL_TRIES = 3;

/**
 * One aggregate tells another: a decision without a person behind it, carried out as an effect. What it then causes is
 * delivered by `jobs`. The decision answers REPLAY when it was told before, or a refusal when it no longer matters.
 * @throws when the aggregate changed under every try: the teller's event still waits, so it is told later.
 */
export const tellAggregate = async <E extends OutboxEvent, A extends Aggregate<E>>(kind: AggregateKind<A, E>, id: string, decide: (aggregate: A) => Result<OutcomeOf<E>>): Promise<void> => {
  const repository = aggregateRepository<A, E>(kind.collection, kind.asStored);
  for (let tries = 0; tries < TELL_TRIES; tries += 1) {
    const aggregate = await repository.find(id);
    if (aggregate === null) return;
    const decided = decide(aggregate);
    if (!decided.ok || decided.value.kind === 'replay') return;
    if (await repository.change(id, decided.value.change)) return;
  }
  throw new Error(`${kind.collection} ${id} changed under every try to tell it`);
};
