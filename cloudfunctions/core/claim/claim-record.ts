import type { ClaimState, GiverKind, HandoverKind, LastLegState, PictureKey, WishCategory } from '@contract';
import { isHomeAgreed } from '../contact/contact';
import { isErrand } from '../last-leg/last-leg';
import { maskedName } from '../member/member';
import { handoverTextOf } from '../wish/handover-text';
import { isPending, type Claim, type Wish } from '../wish/wish';
import { extendedByMs, mayExtend } from './extend-claim';
import { isHandedBack } from './shop-return';

/** One claim as its giver's list reads it: the facts of the claim with what the list needs of the wish. */
export interface ClaimRecord {
  readonly _id: string;
  readonly wishId: string;
  /** The party that gives; whoever answers for it reads this list. */
  readonly claimerId: string;
  readonly claimerName: string;
  readonly giverKind: GiverKind;
  readonly contactId: string;
  readonly communityId: string;
  /** On its way to the community's station, or waiting there; null for everything else. */
  readonly stationState: 'coming' | 'waiting' | null;
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
  readonly extensionCount: number;
  /** The last moment to deliver if it were extended once more; null when the giver can't ask for it any more. */
  readonly extendableUntilMs: number | null;
  readonly handoverText: string;
  /** The recipient's side agreed that it is brought to the door. */
  readonly isHomeAgreed: boolean;
  /** The round the wish stands in, for the hall screen that follows along. */
  readonly roundId: string | null;
  /** As strangers read the giver: a shop by its name, a resident as "刘*". */
  readonly giverText: string;
  /** Staff are sorting something out about it, and until when they answer. */
  readonly isDisputed: boolean;
  readonly disputeDueAtMs: number | null;
  /** It went back by itself, because its shop rested, was stopped or left. */
  readonly isHandedBack: boolean;
  /** The last leg of another's gift. */
  readonly isErrand: boolean;
  /** How the last leg of this claim stands, and who carries it; the name is for whoever keeps the station. */
  readonly lastLegState: LastLegState | null;
  readonly carrierName: string;
}

/** How strangers read who gives: a shop or a unit by its name, a resident masked. */
export const giverTextOf = (claim: Claim): string => (claim.giverKind === 'merchant' || claim.giverKind === 'unit' ? claim.claimerName : maskedName(claim.claimerName));

/** When the claim last took a step. */
const updatedAtMsOf = (claim: Claim): number => Math.max(claim.heldAtMs, claim.plannedAtMs ?? 0, claim.deliveredAtMs ?? 0, claim.confirmedAtMs ?? 0, claim.endedAtMs ?? 0, claim.dispute?.openedAtMs ?? 0, claim.dispute?.endedAtMs ?? 0);

const STATION_STATE: Partial<Readonly<Record<ClaimState, 'coming' | 'waiting'>>> = { planned: 'coming', delivered: 'waiting' };

const stationStateOf = (wish: Wish, claim: Claim): ClaimRecord['stationState'] => ((claim.plan?.handover ?? wish.handover) === 'station' ? (STATION_STATE[claim.state] ?? null) : null);

/** The record of a claim as the wish stands now. */
export const claimRecordOf = (wish: Wish, claim: Claim): ClaimRecord => ({
  _id: claim.claimId,
  wishId: wish._id,
  claimerId: claim.claimerId,
  claimerName: claim.claimerName,
  giverKind: claim.giverKind,
  contactId: claim.contactId,
  communityId: wish.communityId,
  stationState: stationStateOf(wish, claim),
  revision: wish.revision,
  isOpen: isPending(claim),
  updatedAtMs: updatedAtMsOf(claim),
  wishTitle: wish.title,
  category: wish.category,
  pictureKey: wish.pictureKey,
  shares: claim.shares,
  shareNote: wish.shareNote,
  state: claim.state,
  heldAtMs: claim.heldAtMs,
  holdUntilMs: claim.holdUntilMs,
  plan: claim.plan,
  deliverByMs: claim.deliverByMs,
  deliveredAtMs: claim.deliveredAtMs,
  confirmByMs: claim.confirmByMs,
  confirmedAtMs: claim.confirmedAtMs,
  isOverdue: claim.isOverdue,
  extensionCount: claim.extensionCount,
  extendableUntilMs: claim.deliverByMs !== null && mayExtend(wish, claim) ? extendedByMs(wish, claim.deliverByMs) : null,
  handoverText: handoverTextOf(wish, claim.plan?.handover),
  isHomeAgreed: isHomeAgreed(wish, claim),
  roundId: wish.roundId,
  giverText: giverTextOf(claim),
  isDisputed: claim.isDisputed,
  disputeDueAtMs: claim.dispute?.dueAtMs ?? null,
  isHandedBack: isHandedBack(claim),
  isErrand: isErrand(wish),
  lastLegState: claim.errand?.state ?? null,
  carrierName: claim.errand?.carrierName ?? '',
});
