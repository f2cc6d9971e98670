import type { Aggregate, OutboxEvent } from './aggregate';
import { changedBy, changeOf, is, type Change, type OutcomeOf } from './change';
import type { Step, Steps } from './step';
import { deriveId } from '../kernel/ids';

/** An aggregate that its people change one after the other: each change is decided on the version it was read at. */
export interface Versioned<E extends OutboxEvent> extends Aggregate<E> {
  readonly state: string;
  readonly version: number;
  /** Ids of the last commands → hash of their input; at most `STEPS_MAX`. */
  readonly steps: Steps;
}

export const STEPS_MAX = 40;

/** The commands known so far with this one, the oldest beyond the bound forgotten. */
export const stepsWith = (steps: Steps, step: Step): Steps => Object.fromEntries([...Object.entries(steps).slice(1 - STEPS_MAX), [step.operationId, step.inputHash]]);

/** The moment and the author of an event that a person caused. */
export const bySomebody = (step: Step): { readonly eventId: string; readonly atMs: number; readonly byId: string } => ({ eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId });

/** The moment of an event that a clock or another aggregate caused; `about` tells it from others of its kind. */
export const byClock = (aggregateId: string, kind: string, about: string, atMs: number): { readonly eventId: string; readonly atMs: number; readonly byId: string } => ({ eventId: deriveId('e', aggregateId, kind, about), atMs, byId: 'clock' });

/** What a decision guards and counts on; a part of an aggregate that is shared by several kinds knows no more of it. */
export type VersionedHead = Pick<Versioned<OutboxEvent>, 'state' | 'version' | 'steps'>;

type More<E extends OutboxEvent> = Partial<Pick<Change<E>, 'when' | 'add' | 'removes' | 'joins' | 'leaves'>>;

/** By a person, noted as their step. */
export const versionChanged = <E extends OutboxEvent>(aggregate: VersionedHead, step: Step, set: Readonly<Record<string, unknown>>, event: E, more: More<E> = {}): OutcomeOf<E> =>
  changedBy<E>({ ...more, when: { state: is(aggregate.state), version: is(aggregate.version), ...more.when }, set: { ...set, steps: stepsWith(aggregate.steps, step) }, add: { version: 1, ...more.add }, event });

/** Without a person behind it. */
export const versionMoved = <E extends OutboxEvent>(aggregate: VersionedHead, set: Readonly<Record<string, unknown>>, event: E, more: More<E> = {}): Change<E> =>
  changeOf<E>({ ...more, when: { state: is(aggregate.state), version: is(aggregate.version), ...more.when }, set, add: { version: 1, ...more.add }, event });
