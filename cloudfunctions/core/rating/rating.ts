import type { ApiContract } from '@contract';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import { servedIdOf, isRecipientSide } from '../wish/recipient';
import type { Claim, Wish } from '../wish/wish';
import { decideCare, type CareReason, type RatingContent } from './careful-rating';

export type RatingInput = ApiContract['rating.rate']['parsed'];

/**
 * What those served said about one claim. One document a rater and claim. The rated side never reads it; they will see
 * sums (RULES.md section 4).
 */
export interface Rating extends Omit<RatingContent, 'secondsOnScreen'> {
  readonly _id: string;
  readonly wishId: string;
  readonly claimId: string;
  /** The one served, also when staff wrote it down for them. */
  readonly raterId: string;
  readonly recordedBy: string;
  readonly communityId: string;
  readonly areaIds: readonly string[];
  /** 'human' when WeChat's check asked for a person's eye: the words stay hidden until then. */
  readonly wordsState: 'clear' | 'human';
  readonly secondsOnScreen: number;
  readonly isCareful: boolean;
  /** Why, as the person may read it. */
  readonly reasons: readonly CareReason[];
  /** Null when none are given: not careful, or staff's own posting. */
  readonly points: { readonly transferId: string; readonly amount: number; readonly dueAtMs: number } | null;
  readonly operationId: string;
  readonly inputHash: string;
  readonly createdAtMs: number;
  /** Set until the wish knows and the points wait; then never. */
  readonly wakeAtMs: number;
}

export const ratingIdOf = (claimId: string, raterId: string): string => deriveId('rating', claimId, raterId);

/**
 * Pure: the claim that may be rated now, by whom: the one served, or staff of the area who write it down for them.
 * Refusals: NOT_FOUND, RATING_NOT_YOURS, RATING_TOO_EARLY.
 */
export const decideMayRate = (wish: Wish | null, claimId: string, member: Member): Result<{ readonly wish: Wish; readonly claim: Claim }> => {
  if (wish === null || !Object.hasOwn(wish.claims, claimId)) return refuse('NOT_FOUND');
  if (!isRecipientSide(wish, member)) return refuse('RATING_NOT_YOURS');
  const claim = wish.claims[claimId];
  if (claim === undefined || claim.state !== 'confirmed') return refuse('RATING_TOO_EARLY');
  return accept({ wish, claim });
};

export interface RatingAct {
  readonly member: Member;
  readonly operationId: string;
  readonly inputHash: string;
  readonly wordsState: Rating['wordsState'];
  readonly nowMs: number;
}

/** Pure: the rating's document. A careful one earns points for the one served; staff who posted for others earn none. */
export const ratingOf = (wish: Wish, input: RatingInput, act: RatingAct): Rating => {
  const { wishId, claimId, ...content } = input;
  const ratingId = ratingIdOf(claimId, servedIdOf(wish));
  const care = decideCare(content, RULES.rating);
  const dueAtMs = act.nowMs + RULES.points.pendingMs;
  return {
    _id: ratingId,
    wishId,
    claimId,
    ...content,
    raterId: servedIdOf(wish),
    recordedBy: act.member._id,
    communityId: wish.communityId,
    areaIds: wish.areaIds,
    wordsState: act.wordsState,
    ...care,
    points: care.isCareful && !wish.postedByStaff ? { transferId: deriveId('t', ratingId), amount: RULES.points.carefulRating, dueAtMs } : null,
    operationId: act.operationId,
    inputHash: act.inputHash,
    createdAtMs: act.nowMs,
    wakeAtMs: act.nowMs,
  };
};

/** What a careful rating earns, in a person's words. */
export const RATING_CAUSE_TEXT = '认真评价';
