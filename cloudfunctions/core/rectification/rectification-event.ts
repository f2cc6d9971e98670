import type { Escalation, RectificationOutcome } from '@contract';
import type { OutboxEvent } from '../aggregate/aggregate';

export type RectificationEvent = OutboxEvent &
  (
    | { readonly kind: 'ordered' }
    | { readonly kind: 'answered'; readonly photoIds: readonly string[] }
    | { readonly kind: 'askedForMore' }
    | { readonly kind: 'objected' }
    | { readonly kind: 'objectionLate' }
    /** Upheld, the order ends with it. */
    | { readonly kind: 'objectionDecided'; readonly isUpheld: boolean }
    | { readonly kind: 'recheckBegun' }
    | { readonly kind: 'recheckAnswered'; readonly raterId: string }
    /** Too few answered; staff judge. */
    | { readonly kind: 'recheckUndecided' }
    /** `endsRecheck`: those who did not answer need not any more. */
    | { readonly kind: 'escalated'; readonly cause: Escalation; readonly endsRecheck: boolean }
    | { readonly kind: 'closed'; readonly outcome: RectificationOutcome; readonly endsRecheck: boolean }
    | { readonly kind: 'ratedSince' }
    | { readonly kind: 'photoChecked'; readonly photoId: string }
  );
export type RectificationEventOf<K extends RectificationEvent['kind']> = Extract<RectificationEvent, { readonly kind: K }>;
