import type { Wish } from './wish';
import type { WishEvent } from './wish-event';

/**
 * One guarded update of a wish as a plain value. Decisions say it, the repository turns it into one update of the
 * database, and tests and the demo apply it in memory: the same rule three times over, written once.
 */
export interface WishChange {
  /** What must still hold at the moment of writing; the rule itself, by field path. */
  readonly when: Readonly<Record<string, Condition>>;
  /** Field paths and the values that replace what stands there. */
  readonly set: Readonly<Record<string, unknown>>;
  readonly add: Readonly<Record<string, number>>;
  /** Joins or leaves `activeClaimerIds`. */
  readonly joins: string | null;
  readonly leaves: string | null;
  /** What happened; waits in the outbox from the same update on. */
  readonly event: WishEvent;
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
export const mayChange = (wish: Wish, change: WishChange): boolean => Object.entries(change.when).every(([path, condition]) => meets(valueAt(wish, path), condition));

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

/** The wish after the change, as the database would hold it. */
export const applyChange = (wish: Wish, change: WishChange): Wish => {
  const draft: Draft = { ...wish };
  for (const [path, value] of Object.entries(change.set)) writeAt(draft, path, value);
  for (const [path, amount] of Object.entries(change.add)) writeAt(draft, path, Number(valueAt(draft, path) ?? 0) + amount);
  if (change.joins !== null) draft.activeClaimerIds = [...wish.activeClaimerIds, change.joins];
  if (change.leaves !== null) draft.activeClaimerIds = wish.activeClaimerIds.filter((id) => id !== change.leaves);
  writeAt(draft, `outbox.${change.event.eventId}`, change.event);
  draft.pendingEvents = wish.pendingEvents + 1;
  draft.revision = wish.revision + 1;
  draft.wakeAtMs = Math.min(wish.wakeAtMs, change.event.atMs);
  return draft as unknown as Wish;
};

/** What a decision answers: a change to carry out, or that this very act was carried out before. */
export type Outcome = { readonly kind: 'change'; readonly change: WishChange } | { readonly kind: 'replay' };

type ChangeDraft = Pick<WishChange, 'when' | 'event'> & Partial<WishChange>;

/** Fills in what most changes leave alone. */
export const wishChange = (draft: ChangeDraft): WishChange => ({ set: {}, add: {}, joins: null, leaves: null, ...draft });

export const changed = (draft: ChangeDraft): Outcome => ({ kind: 'change', change: wishChange(draft) });

export const REPLAY: Outcome = { kind: 'replay' };
