import type { ShareItemKind, ShareNumbers } from '@contract';
import { CODE_ALPHABET, keyedNumber } from '../kernel/ids';
import { RULES } from '../rules';

/**
 * One thing brought into one group; its id is the code. Counted anew by `jobs`, so that opening it touches no document
 * that others touch too. Holds no words of people: what a thing is called is read where it stands.
 */
export interface ShareCode {
  readonly _id: string;
  readonly groupId: string;
  readonly itemKind: ShareItemKind;
  readonly itemId: string;
  readonly numbers: ShareNumbers;
  readonly countedAtMs: number | null;
  /** When somebody last said that there is something to count. */
  readonly notedAtMs: number;
  readonly createdAtMs: number;
  /** From then on nothing more is counted; null before. */
  readonly closedAtMs: number | null;
  /** Its numbers are final and who opened it may be forgotten. */
  readonly isFinal: boolean;
  readonly wakeAtMs: number;
}

/** How far somebody came, as `reached` of their open; the order is what is counted. */
export const REACHED = { opened: 0, signedUp: 1, attended: 2, completed: 3 } as const;
export type Reached = (typeof REACHED)[keyof typeof REACHED];

/** That one person opened a code. Who it was is known for as long as it is counted, or until they leave. */
export interface ShareOpen {
  readonly _id: string;
  readonly codeId: string;
  readonly personId: string | null;
  readonly itemId: string;
  readonly reached: Reached;
  readonly openedAtMs: number;
}

const NONE: ShareNumbers = { opened: 0, signedUp: 0, attended: 0, completed: 0 };

/** The code of a thing in a group, made under a key; tries count on where another has it. */
export const shareCodeIdOf = (secret: string, groupId: string, itemKind: ShareItemKind, itemId: string, tries: number): string =>
  Array.from({ length: RULES.share.codeLetters }, (_, place) => CODE_ALPHABET[keyedNumber(secret, 'share', groupId, itemKind, itemId, String(tries), String(place)) % CODE_ALPHABET.length]).join('');

export const newShareCode = (code: string, groupId: string, itemKind: ShareItemKind, itemId: string, nowMs: number): ShareCode => ({
  _id: code, groupId, itemKind, itemId, numbers: NONE, countedAtMs: null, notedAtMs: 0, createdAtMs: nowMs, closedAtMs: null, isFinal: false, wakeAtMs: nowMs + RULES.share.countedMs,
});

/** Whether it stands for this thing and still counts. */
export const standsFor = (code: ShareCode, groupId: string, itemKind: ShareItemKind, itemId: string): boolean =>
  code.closedAtMs === null && code.groupId === groupId && code.itemKind === itemKind && code.itemId === itemId;

/** Whether an open must say that there is something to count: nobody did just now. */
export const mustNote = (code: ShareCode, nowMs: number): boolean => nowMs - code.notedAtMs >= RULES.share.noteMs;

/**
 * What a count just taken changes. An open is written within a call's time after it was noted, and noted again after
 * `noteMs`; so whoever looks `countMs` after the last note has everything.
 */
export const decideCounted = (code: ShareCode, numbers: ShareNumbers, nowMs: number): Partial<ShareCode> => {
  const counted = { numbers, countedAtMs: nowMs };
  const { closedAtMs } = code;
  if (closedAtMs === null && nowMs >= code.createdAtMs + RULES.share.countedMs) return { ...counted, closedAtMs: nowMs, wakeAtMs: nowMs + RULES.share.countMs };
  if (closedAtMs === null) return { ...counted, wakeAtMs: nowMs - code.notedAtMs < RULES.share.countMs ? nowMs + RULES.share.countMs : code.createdAtMs + RULES.share.countedMs };
  if (nowMs < closedAtMs + RULES.share.countMs) return { ...counted, wakeAtMs: closedAtMs + RULES.share.countMs };
  return { ...counted, isFinal: true, wakeAtMs: nowMs };
};
