import type { BenefitState, ClaimState, ConsentKind, GiverKind, HandoverKind, PictureKey, Satisfaction, TradeCertificate, Urgency, WallState, WishCategory, WishChannel, WishState } from '@contract';
import type { ClaimHandover, WishHandover } from '../handover/claim-handover';
import type { Referral } from '../referral/referral';
import type { Rescue } from '../rescue/rescue';
import { RULES } from '../rules';
import type { ErrandFor } from '../last-leg/last-leg';
import type { AboveCap } from './publish-wish';
import type { WishEvent } from './wish-event';

/**
 * The aggregate of a wish: one document of bounded size that holds its claims, photos and undelivered events. A claim
 * touches exactly its own entry of `claims` by a dotted path, so guards of different claims never disturb each other.
 *
 * Always: sharesWanted = sharesLeft + sharesHeld + sharesDelivered.
 */
export interface Wish extends WishHandover {
  readonly _id: string;
  readonly state: WishState;
  /** Where it stands on the wall; recomputed by `settleWish` from state and shares. */
  readonly wallState: WallState;
  /** Whether it uses the household's budget and shows as similar. */
  readonly isLive: boolean;
  /** Counts every change; settling gives way to whoever changed the wish meanwhile. */
  readonly revision: number;

  readonly posterId: string;
  readonly posterName: string;
  /** Whose wish it is: who posted it and, posted for somebody on paper, that person. Whoever answers for one of them speaks for the recipient. */
  readonly recipientIds: readonly string[];
  /** Written on the phone by the recipient, or by staff while somebody calls (电话代办). */
  readonly channel: WishChannel;
  /** What strangers read instead of a name, e.g. "社工周敏代发". */
  readonly posterText: string;
  readonly postedByStaff: boolean;
  readonly householdId: string;
  /** Name and consent of the person somebody posted for; the name is encrypted. */
  readonly onBehalf: OnBehalf | null;

  readonly title: string;
  readonly story: string;
  readonly category: WishCategory;
  readonly pictureKey: PictureKey;
  readonly shareNote: string;
  readonly estimatedValueFen: number | null;
  /** Set for a wish above the cap: it is publicised before anybody may claim it. Absent in wishes older than the rule. */
  readonly aboveCap?: AboveCap | null;
  /** Set for the last leg of another's gift. Absent in wishes older than the rule. */
  readonly errandFor?: ErrandFor | null;
  readonly urgency: Urgency;
  readonly windowEndMs: number;
  readonly handover: HandoverKind;
  /** The certificate the law asks of whoever does it; only merchants and units may claim it then. */
  readonly tradeCertificate: TradeCertificate | null;

  /** The node it is in (grid or community) and everything above it. */
  readonly areaIds: readonly string[];
  readonly areaId: string;
  readonly areaName: string;
  readonly communityId: string;
  readonly communityName: string;
  /** Where things are handed over, e.g. "青枫社区驿站". */
  readonly stationName: string;
  /** Coarse: the middle of its grid, never an address. */
  readonly point: { readonly lng: number; readonly lat: number } | null;
  readonly searchTokens: readonly string[];

  readonly sharesWanted: number;
  readonly sharesLeft: number;
  readonly sharesHeld: number;
  readonly sharesDelivered: number;
  readonly claims: Readonly<Record<string, Claim>>;
  /** Who holds shares now; a plain array because guards and lists ask for it. */
  readonly activeClaimerIds: readonly string[];
  readonly claimCount: number;

  readonly photos: Readonly<Record<string, Photo>>;

  readonly review: Review;
  readonly createdAtMs: number;
  /** When it went on the wall; 0 before. */
  readonly publishedAtMs: number;
  readonly completedAtMs: number | null;
  readonly endedAtMs: number | null;
  /** When a social worker was told that nobody claimed it; null before. */
  readonly unclaimedToldAtMs: number | null;
  /** What was chosen when nobody claimed it. */
  readonly rescue: Rescue;
  /** Set while and after it is referred; the last referral. */
  readonly referral: Referral | null;
  /** Nodes whose staff have a part in an open referral, with everything above them; a plain array because a list asks for it. */
  readonly referralAreaIds: readonly string[];
  /** Of an open referral, for its list; 0 without one. */
  readonly referralDueAtMs: number;
  /** When its recipient's turn to be invited to help came; null before. */
  readonly helpBackAtMs: number | null;

  /** The round it stands in, set and cleared by the round's events; at most one. */
  readonly roundId: string | null;

  /** What the call that made it said, to tell a repeated call from a reused operation id. */
  readonly inputHash: string;
  readonly outbox: Readonly<Record<string, WishEvent>>;
  /** Number of entries in `outbox`; guards refuse a command when `OUTBOX_MAX` wait, so that the document stays bounded. */
  readonly pendingEvents: number;
  /** When `jobs` must look again; the one clock of the aggregate. Far future when nothing is due. */
  readonly wakeAtMs: number;
}

export interface OnBehalf {
  readonly beneficiaryNameSealed: string;
  readonly relation: string;
  readonly consentKind: ConsentKind;
  /** Null for what was said on the phone. */
  readonly consentFileId: string | null;
  /** Who heard or saw it, and when. */
  readonly helperName: string;
  readonly consentAtMs: number;
  /** A consent of its own (个人信息保护法 Art. 25); posting needs the other one only. */
  readonly mayPublicise: boolean;
}

export interface Review {
  readonly dueAtMs: number;
  /** Set when the text check or a missing answer asks for a person's eye. */
  readonly needsCare: boolean;
  readonly note: string;
  readonly answer: string;
  readonly reviewerId: string | null;
  /** So that a second reviewer is told who was first. */
  readonly reviewerName: string;
  /** The comparison with the list of benefits; while it is pending a social worker has the wish. */
  readonly benefits: BenefitCheck;
  readonly decidedAtMs: number | null;
  /** The open task of the staff queue, and the open question to the poster; closed by the event that answers them. */
  readonly taskId: string | null;
  readonly askNoticeId: string | null;
  /** Ids of decisions and answers already carried out → hash of their input; at most `REVIEW_STEPS_MAX`. */
  readonly steps: Readonly<Record<string, string>>;
}

/** A benefit as it stood when the wish was compared with it. */
export interface BenefitHit {
  readonly benefitId: string;
  readonly name: string;
  readonly gives: string;
  readonly whereToApply: string;
}

export interface BenefitCheck {
  readonly state: BenefitState;
  readonly hits: readonly BenefitHit[];
  readonly byId: string | null;
  readonly byName: string;
  readonly note: string;
}

export const benefitsPending = (wish: Pick<Wish, 'review'>): boolean => wish.review.benefits.state === 'pending';

export const REVIEW_STEPS_MAX = 20;
/** Steps of one claim that are remembered: plans, parts, extensions, delivery, return, confirmation. */
export const CLAIM_STEPS_MAX = 12;

export interface Photo {
  readonly fileId: string;
  /** The spoken story: under the same check, heard by the poster and staff only. */
  readonly isAudio?: true;
  readonly order: number;
  readonly state: 'checking' | 'shown' | 'human' | 'refused';
  /** Null: a photo of the wish; else proof of that claim. */
  readonly claimId: string | null;
  /** Set when somebody shows it in a dispute about the claim: who. */
  readonly evidenceBy?: string;
  readonly addedAtMs: number;
}

export interface Claim extends ClaimHandover {
  readonly claimId: string;
  /** The party that gives: a member, or a unit whoever its contact is. */
  readonly claimerId: string;
  /** The name the giver chose to act under: a shop's, a unit's, or the resident's own. */
  readonly claimerName: string;
  readonly giverKind: GiverKind;
  /** The member who claimed for the party. */
  readonly contactId: string;
  /** Of a part that was delivered by itself: the claim it was held under. */
  readonly splitFromId: string | null;
  /** Set while it is only tried for, together with other wishes: nobody is told and nothing can be done with it yet. */
  readonly batchId: string | null;
  /** What the community's project pays; null for everybody else's. */
  readonly projectAmountFen: number | null;
  readonly shares: number;
  readonly state: ClaimState;
  readonly inputHash: string;
  readonly heldAtMs: number;
  readonly holdUntilMs: number;
  readonly isReminded: boolean;
  readonly plan: { readonly deliverAtMs: number; readonly handover: HandoverKind; readonly note: string } | null;
  readonly plannedAtMs: number | null;
  readonly deliverByMs: number | null;
  /** How often the last moment to deliver was moved. */
  readonly extensionCount: number;
  readonly isOverdue: boolean;
  readonly deliveredAtMs: number | null;
  /** Who said that it was handed over; earns the points. */
  readonly deliveredById: string | null;
  readonly proofNote: string;
  readonly confirmByMs: number | null;
  /** Set once when staff were told that nobody confirmed. */
  readonly isFollowedUp: boolean;
  readonly confirmedAtMs: number | null;
  readonly confirmedBy: string | null;
  readonly satisfaction: Satisfaction | null;
  /** Set once when the question about the help was put away unanswered; it may still be answered. */
  readonly isRatingClosed: boolean;
  readonly endedAtMs: number | null;
  /** Ids of the steps already carried out → hash of their input; at most `CLAIM_STEPS_MAX`. */
  readonly steps: Readonly<Record<string, string>>;
}

export { NEVER_MS, OUTBOX_MAX } from '../aggregate/aggregate';

/** Only tried for: a batch decides within a minute whether it becomes a claim. */
export const isTentative = (claim: Claim): boolean => claim.batchId !== null;

/** Claims that still hold shares or wait for the other side. */
export const isActive = (claim: Claim): boolean => claim.state === 'held' || claim.state === 'planned' || claim.state === 'delivered';

/** Not over: somebody holds it, waits for it, or staff still sort it out. */
export const isPending = (claim: Claim): boolean => isActive(claim) || claim.isDisputed;

export const claimsOf = (wish: Pick<Wish, 'claims'>): readonly Claim[] => Object.values(wish.claims).sort((a, b) => a.heldAtMs - b.heldAtMs || (a.claimId < b.claimId ? -1 : 1));

/** Where a wish stands on the wall, from what it is. */
export const wallStateOf = (wish: Pick<Wish, 'state' | 'sharesLeft'>): WallState => {
  switch (wish.state) {
    case 'open':
      return wish.sharesLeft > 0 ? 'claimable' : 'taken';
    case 'completed':
      return 'done';
    case 'review':
    case 'asked':
    case 'publicity':
    case 'refused':
    case 'withdrawn':
    case 'expired':
    case 'referred':
      return 'hidden';
  }
};

/** Whether it uses its household's budget and shows as similar: not over yet. */
export const isLiveOf = (wish: Pick<Wish, 'state'>): boolean => wish.state === 'review' || wish.state === 'asked' || wish.state === 'publicity' || wish.state === 'open' || wish.state === 'referred';

/** Whether everything wanted was delivered and confirmed. */
export const isFulfilled = (wish: Pick<Wish, 'sharesDelivered' | 'sharesWanted' | 'claims'>): boolean =>
  wish.sharesDelivered === wish.sharesWanted && claimsOf(wish).every((claim) => !isPending(claim));

/** Every active giver stands in it once, and nobody else. */
const isSameSet = (ids: readonly string[], claimerIds: readonly string[]): boolean => new Set(ids).size === ids.length && new Set(claimerIds).size === ids.length && claimerIds.every((id) => ids.includes(id));

/** What must hold at every moment; a false is a defect, never bad luck. */
export const isCoherent = (wish: Wish): boolean => {
  const held = claimsOf(wish).filter((claim) => claim.state === 'held' || claim.state === 'planned');
  const delivered = claimsOf(wish).filter((claim) => claim.state === 'delivered' || claim.state === 'confirmed');
  const sum = (claims: readonly Claim[]): number => claims.reduce((total, claim) => total + claim.shares, 0);
  return (
    wish.sharesLeft >= 0 &&
    sum(held) === wish.sharesHeld &&
    sum(delivered) === wish.sharesDelivered &&
    wish.sharesLeft + wish.sharesHeld + wish.sharesDelivered === wish.sharesWanted &&
    Object.keys(wish.claims).length === wish.claimCount &&
    wish.claimCount <= RULES.wish.claimsPerWish &&
    Object.keys(wish.outbox).length === wish.pendingEvents &&
    claimsOf(wish).every((claim) => claim.shares > 0) &&
    isSameSet(wish.activeClaimerIds, claimsOf(wish).filter(isActive).map((claim) => claim.claimerId))
  );
};
