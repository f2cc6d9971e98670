import type { TeamPlace, TeamRole } from '@contract';

/** How somebody came in: their question was answered, by the code, by an invitation, or by taking a help team over. */
export type JoinedBy = 'answer' | 'code' | 'invitation' | 'takeOver';
/** Why a question or an invitation came to nothing. */
export type TurnedDownBy = 'lead' | 'self' | 'clock';
/** How somebody went: by themselves, taken out, or gone from the community or from what let them be in. */
export type LeftBy = 'self' | 'lead' | 'gone';

/** What happened to a team; waits in its outbox until delivered. `sinceMs` tells one question or invitation from the next. */
export type TeamEvent = {
  readonly eventId: string;
  readonly atMs: number;
  /** Member who acted, or 'clock'. */
  readonly byId: string;
} & (
  | { readonly kind: 'proposed' }
  /** A help team; nobody looks at it first. */
  | { readonly kind: 'opened' }
  | { readonly kind: 'approved' }
  | { readonly kind: 'updated' }
  | { readonly kind: 'codeRenewed' }
  | { readonly kind: 'asked' | 'invited'; readonly memberId: string; readonly name: string; readonly sinceMs: number; readonly untilMs: number }
  | { readonly kind: 'joined'; readonly memberId: string; readonly name: string; readonly how: JoinedBy; readonly was: Exclude<TeamPlace, 'in'> | null; readonly sinceMs: number; readonly endsLeaderlessMs: number | null }
  | { readonly kind: 'turnedDown'; readonly memberId: string; readonly name: string; readonly how: TurnedDownBy; readonly was: Exclude<TeamPlace, 'in'>; readonly sinceMs: number }
  | { readonly kind: 'left'; readonly memberId: string; readonly name: string; readonly how: LeftBy; readonly hasLostLead: boolean }
  | { readonly kind: 'roleSet'; readonly memberId: string; readonly role: TeamRole; readonly endsLeaderlessMs: number | null }
  /** Not approved, by its people or staff, or because nobody is left. `endsLeaderlessMs`: since when it had stood without a lead. */
  | { readonly kind: 'closed'; readonly wasProposed: boolean; readonly endsLeaderlessMs: number | null }
  | { readonly kind: 'toldClosed'; readonly memberIds: readonly string[] }
);
