import { unwrap, type Result } from '../kernel/result';
import type { Aggregate, OutboxEvent } from './aggregate';
import { applyChange, mayChange, type OutcomeOf } from './change';

/** For tests of decisions: what stands after one. Its guard must hold; a replay changes nothing. @throws RefusedError. */
export const carriedOut = <E extends OutboxEvent, A extends Aggregate<E>>(standing: A, decided: Result<OutcomeOf<E>>): A => {
  const outcome = unwrap(decided);
  if (outcome.kind === 'replay') return standing;
  if (!mayChange(standing, outcome.change)) throw new Error('the guard does not hold');
  return applyChange<E, A>(standing, outcome.change);
};

/** The code of a refusal, or 'ok'. */
export const refusalOf = (decided: Result<unknown>): string => (decided.ok ? 'ok' : decided.refusal.code);
