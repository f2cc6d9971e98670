import type { OutboxEvent } from '../aggregate/aggregate';

/** What happened to a record of service; waits in its outbox until delivered. `n`: the number of the ledger line it is about. */
export type ServiceEvent = OutboxEvent &
  (
    /** A back entry: the second person is asked. */
    | { readonly kind: 'entered' }
    | { readonly kind: 'refused' }
    | { readonly kind: 'lapsed' }
    /** Its minutes are to be counted, for the first time or after a correction. */
    | { readonly kind: 'toCount'; readonly n: number; readonly isCorrection: boolean; readonly wasAsked: boolean; readonly wasClashing: boolean }
    | { readonly kind: 'counted'; readonly n: number; readonly countedMinutes: number }
    | { readonly kind: 'clashed'; readonly n: number }
    /** `wasCounting`: it had a line or was about to have one. */
    | { readonly kind: 'revoked'; readonly n: number; readonly wasCounting: boolean; readonly wasAsked: boolean; readonly wasClashing: boolean }
    | { readonly kind: 'asked' }
    | { readonly kind: 'askAnswered' }
  );
export type ServiceEventOf<K extends ServiceEvent['kind']> = Extract<ServiceEvent, { readonly kind: K }>;
