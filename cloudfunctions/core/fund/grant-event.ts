import type { SpendingEvent } from '../spending/spending-event';

/** What happened to a grant; waits in its outbox until delivered. What its money does are events of spendings. */
export type GrantEvent =
  | SpendingEvent
  | ({ readonly eventId: string; readonly atMs: number; readonly byId: string } & (
      | { readonly kind: 'applied' | 'granted' | 'refused' | 'withdrawn' | 'reported' | 'reportAskedAgain' }
      | { readonly kind: 'agentSet'; readonly formerId: string | null }
      | { readonly kind: 'closed'; readonly returnedFen: number }
    ));
