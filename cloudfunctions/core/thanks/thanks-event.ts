import type { OutboxEvent } from '../aggregate/aggregate';
import type { Hearing } from './thanks-voice';

/**
 * What happened to a word of thanks. `askedAtMs`: of the question that ends here, null when none was open. `opens` and
 * `closes`: the hearing by staff that begins or ends with it.
 */
export type ThanksEvent = OutboxEvent &
  (
    | { readonly kind: 'thanksSaid'; readonly isTold: boolean; readonly checksFileId: string | null; readonly erasesFileId: string | null }
    | { readonly kind: 'showAsked'; readonly askedAtMs: number }
    | { readonly kind: 'showEnded'; readonly askedAtMs: number | null; readonly isOnWall: boolean; readonly opens: Hearing | null; readonly closes: Hearing | null }
    /** The check of the recording was not sure, or did not answer. */
    | { readonly kind: 'voiceNeedsHuman'; readonly opens: Hearing }
    /** `note` is what staff say to whoever spoke; empty when the check decided. */
    | { readonly kind: 'voiceDecided'; readonly verdict: 'shown' | 'refused'; readonly closes: Hearing | null; readonly note: string }
    /** Nobody listened in time. */
    | { readonly kind: 'hearingLate'; readonly closes: Hearing; readonly opens: Hearing }
    /** Staff listened whether everybody may hear it. */
    | { readonly kind: 'wallHeard'; readonly closes: Hearing; readonly mayBeOnWall: boolean; readonly isOnWall: boolean; readonly note: string }
    /** One side left the community. */
    | { readonly kind: 'partyGone'; readonly askedAtMs: number | null; readonly closes: Hearing | null; readonly erasesFileId: string | null }
    /** What was refused long ago is kept no longer. */
    | { readonly kind: 'voiceForgotten'; readonly erasesFileId: string }
  );

export type ThanksEventOf<K extends ThanksEvent['kind']> = Extract<ThanksEvent, { readonly kind: K }>;
