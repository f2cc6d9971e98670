import type { Aggregate, OutboxEvent } from '../aggregate/aggregate';
import type { AggregateKind } from '../aggregate/aggregate-kind';
import { aggregateRepository } from '../aggregate/aggregate.repository';
import type { OutcomeOf } from '../aggregate/change';
import { changeAggregate } from '../aggregate/settle.use-case';
import type { Refusal, Result } from '../kernel/result';
import type { Member } from '../member/member';
import type { CallContext } from '../platform/context';
import type { SpendingOutcome } from './ask-spending';
import type { SpendingHost } from './spending';
import type { HostStanding } from './spending-access';
import type { HostFacts } from './spending-row';

/** A kind of host in the table: found and changed through its own aggregate, so that what follows is its own. */
export interface HostEntry {
  readonly find: (hostId: string) => Promise<HostStanding | null>;
  /** One guarded change of the host; whoever loses a race decides anew. Refuses what `decide` refuses, NOT_FOUND, BUSY. */
  readonly change: (context: CallContext, hostId: string, decide: (standing: HostStanding) => Result<SpendingOutcome>) => Promise<HostStanding>;
}

/** Two approvers tap in the same second, and neighbours give at once: each loser looks again. */
const TRIES = 4;

interface HostMaking<A extends Aggregate<E>, E extends OutboxEvent> {
  readonly kind: AggregateKind<A, E>;
  readonly factsOf: (host: A) => HostFacts;
  readonly askRefusalOf: (host: A, member: Member, useKey: string) => Refusal | null;
  /** Where somebody reads all without working on it. */
  readonly isReadWholeBy?: (host: A, member: Member) => boolean;
  /** A change of a spending is a change of the host: the compiler asks whether the host's events include those of spendings. */
  readonly asOwn: (outcome: SpendingOutcome) => OutcomeOf<E>;
}

export const hostEntry = <E extends OutboxEvent, A extends Aggregate<E> & SpendingHost>({ kind, factsOf, askRefusalOf, isReadWholeBy, asOwn }: HostMaking<A, E>): HostEntry => {
  const standingOf = (host: A): HostStanding => ({ host, facts: factsOf(host), askRefusalFor: (member, useKey) => askRefusalOf(host, member, useKey), isReadWholeBy: (member) => isReadWholeBy?.(host, member) ?? false });
  return {
    find: async (hostId) => {
      const host = await aggregateRepository<A, E>(kind.collection).find(hostId);
      return host === null ? null : standingOf(host);
    },
    change: async (context, hostId, decide) =>
      standingOf(await changeAggregate<E, A>(kind, context, hostId, (host) => {
        const decided = decide(standingOf(host));
        return decided.ok ? { ok: true, value: asOwn(decided.value) } : decided;
      }, TRIES)),
  };
};
