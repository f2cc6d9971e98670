import type { ApiContract } from '@contract';
import { bornWith } from '../aggregate/aggregate';
import { giverIdsOf } from '../claim/about-claim';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import { isRecipient, isRecipientSide, servedIdOf } from '../wish/recipient';
import type { Claim, Wish } from '../wish/wish';
import { callBackWindowOf, callShareOf } from './call-back';
import { decideCare, itemsAnswered, type RatingContent } from './careful-rating';
import { ratingIdOf, type Rating, type RatingEvent } from './rating';
import { newMedia } from './rating-media';
import { ratingTimeOf } from './rating-time';
import { copiedFrom, lastByHandMs, pairsOf, type EarlierPrints } from './sentence-print';
import { isWritten } from './writing';

export type RatingInput = ApiContract['rating.rate']['parsed'];
/** What somebody says, whatever it is about. */
export type SaidInput = Omit<RatingInput, 'wishId' | 'claimId'>;

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
  readonly wordsState: 'clear' | 'human';
  readonly nowMs: number;
  readonly prints: EarlierPrints;
  /** The key of fingerprints and of the draw. */
  readonly secret: string;
  /** Part of the paid ratings that is called back; by the rules unless a story wants one for sure. */
  readonly callShare?: number;
}

/** Staff who posted for nobody on paper earn nothing by rating; somebody on paper does, whoever writes it down. */
const isOffered = (wish: Wish): boolean => !wish.postedByStaff || servedIdOf(wish) !== wish.posterId;

/** What a rating is about, and what that decides. */
export interface RatingSubject extends Pick<Rating, 'about' | 'title' | 'pictureKey' | 'category' | 'rated' | 'raterId' | 'giverIds' | 'communityId' | 'areaIds'> {
  /** From then on there was something to rate. */
  readonly sinceMs: number;
  /** A careful rating earns a point. */
  readonly isOffered: boolean;
  /** Somebody else writes down what the one served tells. */
  readonly isTold: boolean;
}

/** A confirmed claim, rated by the one served. */
export const claimSubject = (wish: Wish, claim: Claim, member: Member, nowMs: number): RatingSubject => ({
  about: { wishId: wish._id, claimId: claim.claimId, shiftId: null }, title: wish.title, pictureKey: wish.pictureKey, category: wish.category, rated: { partyId: claim.claimerId, kind: claim.giverKind },
  raterId: servedIdOf(wish), giverIds: giverIdsOf(claim), communityId: wish.communityId, areaIds: wish.areaIds,
  sinceMs: claim.deliveredAtMs ?? claim.confirmedAtMs ?? nowMs, isOffered: isOffered(wish), isTold: !isRecipient(wish, member),
});

const contentOf = ({ satisfaction, effect, timeliness, attitude, chips, words, photoFileIds, voiceFileId }: SaidInput): RatingContent => ({ satisfaction, effect, timeliness, attitude, chips, words, photoFileIds, voiceFileId });

/** Pure: the rating's document. A careful one earns points for the one served; some are drawn for a call. */
export const ratingOf = ({ sinceMs, isOffered: isPayable, isTold, ...subject }: RatingSubject, input: SaidInput, act: RatingAct): Rating => {
  const { nowMs, secret } = act;
  const { raterId } = subject;
  const ratingId = ratingIdOf(subject.about.claimId ?? subject.about.shiftId, raterId);
  const { photoFileIds, voiceFileId, ...said } = contentOf(input);
  const content = { ...said, photoFileIds, voiceFileId };
  const bound = { nowMs, deliveredAtMs: sinceMs, lastByHandMs: lastByHandMs(act.member._id, act.prints.community) };
  const time = ratingTimeOf(input, itemsAnswered(content), bound, RULES.rating);
  const pairs = pairsOf(content.words, secret, RULES.rating);
  const copied = copiedFrom({ pairs, raterId, isWritten: isTold || isWritten(content.words, time, RULES.rating) }, act.prints, RULES.rating, nowMs);
  const care = decideCare(content, { time, isTold, copied }, RULES.rating);
  const isPaid = care.isCareful && isPayable;
  const window = callBackWindowOf(ratingId, isPaid, secret, nowMs, act.callShare ?? callShareOf(time, isTold));
  return {
    _id: ratingId, ...subject, ...said, media: newMedia({ ...input, areWordsDoubted: act.wordsState === 'human' }, nowMs), recordedBy: act.member._id, wordsState: act.wordsState,
    secondsOnScreen: input.secondsOnScreen, time, ...care, pairs,
    points: isPaid ? { transferId: deriveId('t', ratingId), amount: RULES.points.carefulRating, dueAtMs: window.pointDueAtMs } : null,
    pointState: isPaid ? 'given' : isPayable ? 'none' : 'notOffered',
    takenBack: null, callBack: window.callBack, appeal: null, operationId: act.operationId, inputHash: act.inputHash, createdAtMs: nowMs, steps: {},
    ...bornWith<RatingEvent>({ kind: 'rated', eventId: deriveId('e', ratingId), atMs: nowMs, byId: act.member._id }),
  };
};
