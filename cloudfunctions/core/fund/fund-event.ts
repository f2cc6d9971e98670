/** What happened to a fund; waits in its outbox until delivered. */
export type FundEvent = {
  readonly eventId: string;
  readonly atMs: number;
  readonly byId: string;
} & (
  | { readonly kind: 'opened' }
  | { readonly kind: 'agentSet' }
  /** An application came; `grantTurnedAway`: too late, or too many. */
  | { readonly kind: 'grantApplied' | 'grantTurnedAway' | 'grantWithdrawn'; readonly grantId: string }
  | { readonly kind: 'grantSupported'; readonly grantId: string; readonly amountFen: number; readonly isEnough: boolean }
  | { readonly kind: 'grantRefused'; readonly grantId: string; readonly note: string }
  | { readonly kind: 'grantReturned'; readonly grantId: string; readonly returnedFen: number }
  /** `returnedFen`: what nobody was granted goes back to where it came from. */
  | { readonly kind: 'closed'; readonly returnedFen: number }
);
