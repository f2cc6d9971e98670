import { byClock } from '../aggregate/versioned';
import type { Due } from '../aggregate/aggregate-kind';
import { changeOf, is } from '../aggregate/change';
import { RULES } from '../rules';
import type { Shift } from './shift';
import type { ShiftEvent } from './shift-event';

/**
 * Telling everybody of a shift, a few at a time: three hundred notices in one delivery would outlive the function. Goes
 * through the sign-ups in the order they came, by the shift's own clock, and is known by its place.
 */
export const BROADCAST_KINDS = ['moved', 'words', 'cancelled', 'dayBefore', 'soon', 'unreached', 'over', 'outcome'] as const;
export type BroadcastKind = (typeof BROADCAST_KINDS)[number];

export interface Broadcast {
  readonly kind: BroadcastKind;
  readonly atMs: number;
  /** Sign-ups before this one were told. */
  readonly next: number;
  readonly words: string;
}

/**
 * A broadcast to everybody; one of the same kind that still runs begins anew. How many that are is looked up piece by
 * piece, so whoever signs up at the moment it begins is reached as well.
 */
export const broadcast = (kind: BroadcastKind, atMs: number, words = ''): Readonly<Record<string, Broadcast>> => ({ [`broadcasts.${kind}`]: { kind, atMs, next: 0, words } });

const pieceOf = (shift: Shift, { kind, next, words, atMs }: Broadcast, nowMs: number): Due<ShiftEvent> => {
  const path = `broadcasts.${kind}`;
  const when = { [`${path}.next`]: is(next), [`${path}.atMs`]: is(atMs) };
  const about = `${kind}_${atMs}_${next}`;
  const signUpIds = Object.keys(shift.signUps).slice(next, next + RULES.shift.toldAtOnce);
  if (signUpIds.length === 0) return { atMs, change: changeOf<ShiftEvent>({ when, removes: [path], event: { kind: 'broadcastOver', ...byClock(shift._id, 'broadcastOver', about, nowMs) } }) };
  return { atMs, change: changeOf<ShiftEvent>({ when, set: { [`${path}.next`]: next + signUpIds.length }, event: { kind: 'told', about: kind, words, sinceMs: atMs, signUpIds, ...byClock(shift._id, 'told', about, nowMs) } }) };
};

/** The next piece of each broadcast, in the order they began. */
export const broadcastClocks = (shift: Shift, nowMs: number): readonly Due<ShiftEvent>[] => Object.values(shift.broadcasts).map((each) => pieceOf(shift, each, nowMs));
