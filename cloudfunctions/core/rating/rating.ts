import type { CallResult, PictureKey, RatedCategory, RatedKind, RatingMediaKind } from '@contract';
import type { Aggregate, OutboxEvent } from '../aggregate/aggregate';
import type { Steps } from '../aggregate/step';
import { deriveId } from '../kernel/ids';
import { partiesOf, type Member } from '../member/member';
import type { CareReason, RatingContent } from './careful-rating';
import type { MediaOfRating } from './rating-media';
import type { RatingTime } from './rating-time';

export type RatingEvent = OutboxEvent &
  (
    | { readonly kind: 'rated' }
    /** The check of a recording or photo was not sure, or did not answer. Doubted words go to a person with the rating itself. */
    | { readonly kind: 'mediaNeedsHuman'; readonly media: RatingMediaKind }
    | { readonly kind: 'mediaDecided'; readonly media: RatingMediaKind; readonly verdict: 'shown' | 'refused'; readonly wasHuman: boolean; readonly takesPoint: boolean; readonly endsCall: boolean }
    | { readonly kind: 'mediaErased'; readonly fileIds: readonly string[]; readonly closes: readonly RatingMediaKind[] }
    | { readonly kind: 'numberLeft' }
    | { readonly kind: 'callTried'; readonly result: CallResult }
    | { readonly kind: 'callBackEnded'; readonly outcome: CallOutcome }
    | { readonly kind: 'appealed' }
    | { readonly kind: 'appealLate' }
    | { readonly kind: 'appealDecided'; readonly isGranted: boolean }
  );

/** `lapsed`: nobody called in time. `notNeeded`: the point was taken back before. */
export type CallOutcome = CallResult | 'lapsed' | 'notNeeded';

export interface CallTry {
  readonly byId: string;
  readonly atMs: number;
  readonly result: CallResult;
}

/** A call to whoever rated, drawn by chance that nobody foretells; it ends by itself before the point comes. */
export interface CallBack {
  /** Until when staff should have called. */
  readonly dueAtMs: number;
  /** When it ends by itself, and the point stays. */
  readonly endsAtMs: number;
  /** A number the rater left for this call; sealed, gone with its end. */
  readonly phoneSealed: string | null;
  readonly numbersLeft: number;
  readonly tries: readonly CallTry[];
  /** Their number, for the guard. */
  readonly triesMade: number;
  /** Null while it waits. */
  readonly outcome: CallOutcome | null;
  readonly endedAtMs: number | null;
  readonly note: string;
}

/** "Please look again": once for each rating, one sentence, answered by a person with a reason. */
export interface Appeal {
  readonly words: string;
  readonly byId: string;
  readonly atMs: number;
  readonly dueAtMs: number;
  /** The street was told that nobody answered in time. */
  readonly isLate: boolean;
  readonly state: 'open' | 'granted' | 'refused';
  readonly note: string;
  readonly decidedById: string | null;
  readonly decidedAtMs: number | null;
}

export interface RatedParty {
  readonly partyId: string;
  readonly kind: RatedKind;
}

/** What is rated: a confirmed claim of a wish, or a shift somebody took part in. */
export type RatingAbout = { readonly wishId: string; readonly claimId: string; readonly shiftId: null } | { readonly wishId: null; readonly claimId: null; readonly shiftId: string };

/**
 * What those served said about one claim, or those who took part about one shift. One document a rater and claim or
 * shift. The rated side never reads it; they see sums (core/rating-sum). What becomes of its point stands here too: the
 * decision, the call-back, the appeal.
 */
export interface Rating extends Omit<RatingContent, 'photoFileIds' | 'voiceFileId'>, Aggregate<RatingEvent> {
  readonly media: MediaOfRating;
  readonly about: RatingAbout;
  /** Of the wish or activity. */
  readonly title: string;
  readonly pictureKey: PictureKey;
  readonly category: RatedCategory;
  /** Who is rated: the party that gave, and as whom. No name: that of whoever leaves must go. */
  readonly rated: RatedParty;
  /** The one served, also when staff wrote it down for them. */
  readonly raterId: string;
  readonly recordedBy: string;
  /** Who helped; they neither call nor decide. */
  readonly giverIds: readonly string[];
  readonly communityId: string;
  readonly areaIds: readonly string[];
  /** 'human' when WeChat's check asked for a person's eye: the words stay hidden until then, and for ever when that refused them. */
  readonly wordsState: 'clear' | 'human' | 'refused';
  readonly secondsOnScreen: number;
  /** As far as the server believes it. */
  readonly time: RatingTime;
  readonly isCareful: boolean;
  /** Why, as the person may read it. */
  readonly reasons: readonly CareReason[];
  /** Fingerprint of the words, for comparing later ones with it. */
  readonly pairs: string;
  /** Null when none are given: not careful, or staff's own posting. */
  readonly points: { readonly transferId: string; readonly amount: number; readonly dueAtMs: number } | null;
  /** `notOffered`: staff who posted for nobody on paper. Whether a given point has come is told by its moment. */
  readonly pointState: 'given' | 'none' | 'takenBack' | 'granted' | 'notOffered';
  /** Why a given point was taken back, and when; null while it was not. */
  readonly takenBack: { readonly by: 'call' | 'check'; readonly atMs: number } | null;
  /** Null for all that were not drawn. */
  readonly callBack: CallBack | null;
  readonly appeal: Appeal | null;
  readonly operationId: string;
  readonly inputHash: string;
  readonly createdAtMs: number;
  /** Later acts; each kind of act is bounded, so this is. */
  readonly steps: Steps;
}

/** @param aboutId the claim's, or the shift's. */
export const ratingIdOf = (aboutId: string, raterId: string): string => deriveId('rating', aboutId, raterId);

/** Whether somebody is the one who rated, or answers for them. */
export const isRater = (rating: Pick<Rating, 'raterId'>, member: Member): boolean => partiesOf(member).includes(rating.raterId);

/** Where staff answer for it. */
export const placeOfRating = (rating: Pick<Rating, 'areaIds'>): string => rating.areaIds.at(-1) ?? '';

/** Whoever gave or rated is no judge of it. */
export const isParty = (rating: Pick<Rating, 'raterId' | 'giverIds'>, member: Member): boolean => isRater(rating, member) || partiesOf(member).some((partyId) => rating.giverIds.includes(partyId));

/** What a careful rating earns, in a person's words. */
export const RATING_CAUSE_TEXT = '认真评价';
