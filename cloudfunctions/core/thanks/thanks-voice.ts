import type { ThanksHearing } from '@contract';
import { HOUR_MS } from '../kernel/clock';
import { addWorkingMs } from '../kernel/working-days';
import { RULES } from '../rules';

/**
 * Somebody of staff must listen: `check`, because the content check was not sure whether the giver may hear it; `wall`,
 * because a voice can tell a name, a door or an illness that no check of text sees.
 */
export interface Hearing {
  readonly purpose: ThanksHearing;
  readonly sinceMs: number;
  readonly dueAtMs: number;
  /** It was not done in time and stands in front of the queue. */
  readonly isLate: boolean;
}

/** The recording of a word of thanks. */
export interface ThanksVoice {
  /** Empty once the file was erased. */
  readonly fileId: string;
  readonly seconds: number | null;
  /** The giver hears it only when `shown`; whoever said it hears it always. */
  readonly state: 'checking' | 'shown' | 'human' | 'refused';
  /** What staff found who listened whether everybody may hear it; null while nobody did. It holds for good: a recording does not change. */
  readonly mayBeOnWall: boolean | null;
  readonly hearing: Hearing | null;
  /** What staff said to whoever spoke; empty when they said nothing. */
  readonly note: string;
  readonly addedAtMs: number;
  readonly decidedAtMs: number | null;
}

/** Not heard by anybody yet. */
export const newVoice = ({ voiceFileId, voiceSeconds }: { readonly voiceFileId: string | null; readonly voiceSeconds: number | null }, nowMs: number): ThanksVoice | null =>
  voiceFileId === null ? null : { fileId: voiceFileId, seconds: voiceSeconds, state: 'checking', mayBeOnWall: null, hearing: null, note: '', addedAtMs: nowMs, decidedAtMs: null };

/** A fresh hearing; staff clocks run in working hours. */
export const newHearing = (purpose: ThanksHearing, nowMs: number): Hearing => ({ purpose, sinceMs: nowMs, dueAtMs: addWorkingMs(nowMs, RULES.thanks.hearWorkingHours * HOUR_MS), isLate: false });
