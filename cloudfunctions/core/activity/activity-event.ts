/** A time that becomes a shift; everything else of it is copied from its activity when it is made. */
export interface ShiftPlan {
  readonly shiftId: string;
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  readonly placeText: string;
  readonly capacity: number;
  readonly leadId: string;
  readonly leadName: string;
}

/** What happened to an activity; waits in its outbox until delivered. */
export type ActivityEvent = {
  readonly eventId: string;
  readonly atMs: number;
  /** Member who acted, or 'clock'. */
  readonly byId: string;
} & (
  | { readonly kind: 'created' }
  | { readonly kind: 'updated' }
  | { readonly kind: 'submitted' }
  | { readonly kind: 'askedBack' }
  | { readonly kind: 'published' }
  | { readonly kind: 'shiftsAdded'; readonly plans: readonly ShiftPlan[] }
  /** One of its shifts ends later than it knew. */
  | { readonly kind: 'lasts' }
  | { readonly kind: 'cancelled'; readonly wasSubmitted: boolean }
  | { readonly kind: 'ended' }
);
