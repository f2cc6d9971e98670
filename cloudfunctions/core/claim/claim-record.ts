import type { ClaimState, HandoverKind, PictureKey, WishCategory } from '@contract';

/** One claim as its giver's list reads it: the facts of the claim with what the list needs of the wish. */
export interface ClaimRecord {
  readonly _id: string;
  readonly wishId: string;
  readonly claimerId: string;
  /** Revision of the wish this was made from; an older one never overwrites a newer one. */
  readonly revision: number;
  readonly isOpen: boolean;
  readonly updatedAtMs: number;
  readonly wishTitle: string;
  readonly category: WishCategory;
  readonly pictureKey: PictureKey;
  readonly shares: number;
  readonly shareNote: string;
  readonly state: ClaimState;
  readonly heldAtMs: number;
  readonly holdUntilMs: number;
  readonly plan: { readonly deliverAtMs: number; readonly handover: HandoverKind; readonly note: string } | null;
  readonly deliverByMs: number | null;
  readonly deliveredAtMs: number | null;
  readonly confirmByMs: number | null;
  readonly confirmedAtMs: number | null;
  readonly isOverdue: boolean;
  readonly handoverText: string;
}
