/** What happened to a round; waits in its outbox until delivered. */
export type RoundEvent = {
  readonly eventId: string;
  readonly atMs: number;
  /** Member who acted, or 'clock'. */
  readonly byId: string;
} & (
  | { readonly kind: 'created' }
  | { readonly kind: 'updated' }
  | { readonly kind: 'opened' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'reportDue' }
  | { readonly kind: 'reported'; readonly pass: number }
  /** The wishes named must be brought in line: in the round or out of it. */
  | { readonly kind: 'wishesAdded'; readonly wishIds: readonly string[] }
  | { readonly kind: 'wishesLeft'; readonly wishIds: readonly string[] }
  | { readonly kind: 'wishDropped'; readonly wishId: string }
);
