/** What happened to somebody on paper; waits in their document until delivered. */
export type PersonEvent = {
  readonly eventId: string;
  readonly atMs: number;
  readonly byId: string;
} & (
  | { readonly kind: 'written' }
  | { readonly kind: 'corrected' }
  | { readonly kind: 'takeoverIssued'; readonly proof: string }
  /** A wrong code was tried. */
  | { readonly kind: 'takeoverMissed' }
  | { readonly kind: 'takeoverExpired' }
  | { readonly kind: 'takenOver'; readonly memberId: string; readonly issuedById: string }
  /** Can't be undone any more, so what was earned on paper goes where they see it. */
  | { readonly kind: 'pointsCarried'; readonly memberId: string }
  | { readonly kind: 'takeoverUndone'; readonly memberId: string; readonly reason: string }
  /** Whoever had taken over left the community; the paper stays. */
  | { readonly kind: 'memberLeft'; readonly memberId: string }
);
