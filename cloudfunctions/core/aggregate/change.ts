import type { Aggregate, OutboxEvent } from './aggregate';

/**
 * One guarded update of an aggregate as a plain value. Decisions say it, the repository turns it into one update of the
 * database, and tests and the demo apply it in memory: the same rule three times over, written once.
 */
export interface Change<E extends OutboxEvent> {
  /** What must still hold at the moment of writing; the rule itself, by field path. */
  readonly when: Readonly<Record<string, Condition>>;
  /** Field paths and the values that replace what stands there. */
  readonly set: Readonly<Record<string, unknown>>;
  readonly add: Readonly<Record<string, number>>;
  /** Field paths that go altogether, e.g. a tentative entry of a map. */
  readonly removes?: readonly string[];
  /** Array fields and the element that joins or leaves each. */
  readonly joins: Readonly<Record<string, string>>;
  readonly leaves: Readonly<Record<string, string>>;
  /** What happened; waits in the outbox from the same update on. */
  readonly event: E;
}

export type Condition =
  | { readonly is: string | number | boolean | null }
  | { readonly in: readonly string[] }
  | { readonly atLeast: number }
  | { readonly below: number }
  | { readonly above: number }
  /** Of an array: no element is it. */
  | { readonly excludes: string }
  | { readonly isAbsent: true };

export const is = (value: string | number | boolean | null): Condition => ({ is: value });

type Draft = { [key: string]: unknown };

/** Value at a dotted path, undefined when the path leads nowhere. */
export const valueAt = (document: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((part, key) => (part !== null && typeof part === 'object' ? (part as Draft)[key] : undefined), document);

const meets = (value: unknown, condition: Condition): boolean => {
  if ('is' in condition) return value === condition.is;
  if ('in' in condition) return typeof value === 'string' && condition.in.includes(value);
  if ('atLeast' in condition) return typeof value === 'number' && value >= condition.atLeast;
  if ('below' in condition) return typeof value === 'number' && value < condition.below;
  if ('above' in condition) return typeof value === 'number' && value > condition.above;
  if ('excludes' in condition) return Array.isArray(value) && !value.includes(condition.excludes);
  return value === undefined;
};

/** Whether the guard lets the change through. */
export const mayChange = <E extends OutboxEvent>(aggregate: Aggregate<E>, change: Change<E>): boolean =>
  Object.entries(change.when).every(([path, condition]) => meets(valueAt(aggregate, path), condition));

const writeAt = (document: Draft, path: string, value: unknown): void => {
  const keys = path.split('.');
  const last = keys.pop() ?? path;
  let part = document;
  for (const key of keys) {
    const copy = { ...(part[key] as Draft | undefined) };
    part[key] = copy;
    part = copy;
  }
  part[last] = value;
};

const removeAt = (document: Draft, path: string): void => {
  const keys = path.split('.');
  const last = keys.pop() ?? path;
  const parent = valueAt(document, keys.join('.')) as Draft | undefined;
  if (parent !== undefined) writeAt(document, keys.join('.'), Object.fromEntries(Object.entries(parent).filter(([key]) => key !== last)));
};

const arrayAt = (document: Draft, path: string): readonly string[] => (valueAt(document, path) as readonly string[] | undefined) ?? [];

/** A document with the values at these dotted paths replaced; what stood there before is left alone. */
export const writtenWith = <A extends object>(document: A, set: Readonly<Record<string, unknown>>): A => {
  const draft: Draft = { ...(document as Draft) };
  for (const [path, value] of Object.entries(set)) writeAt(draft, path, value);
  return draft as unknown as A;
};

/** The aggregate after the change, as the database would hold it. */
export const applyChange = <E extends OutboxEvent, A extends Aggregate<E>>(aggregate: A, change: Change<E>): A => {
  const draft = writtenWith(aggregate, change.set) as unknown as Draft;
  for (const path of change.removes ?? []) removeAt(draft, path);
  for (const [path, amount] of Object.entries(change.add)) writeAt(draft, path, Number(valueAt(draft, path) ?? 0) + amount);
  for (const [path, element] of Object.entries(change.joins)) writeAt(draft, path, [...arrayAt(draft, path), element]);
  for (const [path, element] of Object.entries(change.leaves)) writeAt(draft, path, arrayAt(draft, path).filter((each) => each !== element));
  writeAt(draft, `outbox.${change.event.eventId}`, change.event);
  draft.pendingEvents = aggregate.pendingEvents + 1;
  draft.revision = aggregate.revision + 1;
  draft.wakeAtMs = Math.min(aggregate.wakeAtMs, change.event.atMs);
  return draft as unknown as A;
};

/** What a decision answers: a change to carry out, or that this very act was carried out before. */
export type OutcomeOf<E extends OutboxEvent> = { readonly kind: 'change'; readonly change: Change<E> } | { readonly kind: 'replay' };

export type ChangeDraft<E extends OutboxEvent> = Pick<Change<E>, 'when' | 'event'> & Partial<Change<E>>;

/** Fills in what most changes leave alone. */
export const changeOf = <E extends OutboxEvent>(draft: ChangeDraft<E>): Change<E> => ({ set: {}, add: {}, joins: {}, leaves: {}, ...draft });

export const changedBy = <E extends OutboxEvent>(draft: ChangeDraft<E>): OutcomeOf<E> => ({ kind: 'change', change: changeOf(draft) });

/** A guarded change that nobody is told of, of which many may come in a moment; the outbox stays as it is. */
export type AdjustOf = Pick<Change<OutboxEvent>, 'when' | 'set' | 'add' | 'removes'>;

/** The aggregate after an adjustment, as the database would hold it; null where the guard does not let it through. */
export const applyAdjust = <E extends OutboxEvent, A extends Aggregate<E>>(aggregate: A, adjust: AdjustOf, lookAtMs: number): A | null => {
  if (!Object.entries(adjust.when).every(([path, condition]) => meets(valueAt(aggregate, path), condition))) return null;
  const draft = writtenWith(aggregate, adjust.set) as unknown as Draft;
  for (const path of adjust.removes ?? []) removeAt(draft, path);
  for (const [path, amount] of Object.entries(adjust.add)) writeAt(draft, path, Number(valueAt(draft, path) ?? 0) + amount);
  draft.revision = aggregate.revision + 1;
  draft.wakeAtMs = Math.min(aggregate.wakeAtMs, lookAtMs);
  return draft as unknown as A;
};

export const REPLAY: { readonly kind: 'replay' } = { kind: 'replay' };
