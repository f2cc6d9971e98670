import { LESS_TEXT, type AppealTaskView, type AppealView, type CallBackView, type MyRatingView, type RatingMediaTaskView, type RatingMediaView, type RatingPointState } from '@contract';
import type { Grant } from '../points/decide-earning';
import type { GrantRef } from '../points/earning.repository';
import { RULES } from '../rules';
import { callScript } from './call-back';
import { careTexts } from './careful-rating';
import type { Appeal, CallBack, Rating } from './rating';
import { appealUntilMsOf } from './rating-appeal';
import { appealPointsId } from './rating-effect-parts';
import { mediaEntries, type RatingMedia } from './rating-media';

export type Links = ReadonlyMap<string, string | null>;

/** Whoever rated has their own until it is refused, staff what passed the check, and who decides an appeal all that is kept. */
const HAS: Readonly<Record<'rater' | 'staff' | 'looker' | 'judge', readonly RatingMedia['state'][]>> = { rater: ['checking', 'shown', 'human'], staff: ['shown'], looker: ['human'], judge: ['shown', 'human', 'refused'] };
type Reader = keyof typeof HAS;

/** Files of which the reader needs a link. */
export const mediaFilesOf = (rating: Rating, reader: Reader): readonly string[] => mediaEntries(rating).flatMap(([, { fileId, state }]) => (fileId !== '' && HAS[reader].includes(state) ? [fileId] : []));

const mediaViews = (rating: Rating, reader: Reader, links: Links): readonly RatingMediaView[] =>
  mediaEntries(rating).map(([kind, { fileId, state, seconds, note }]) => ({ kind, state, seconds, note, url: HAS[reader].includes(state) ? (links.get(fileId) ?? null) : null }));

const appealView = ({ words, state, note, dueAtMs }: Appeal): AppealView => ({ words, state, note, dueAtMs });

const pointStateOf = (rating: Rating, nowMs: number): RatingPointState => {
  if (rating.pointState !== 'given') return rating.pointState;
  return rating.points !== null && rating.points.dueAtMs > nowMs ? 'waiting' : 'earned';
};

/** The earning a rating was given, or an appeal of it was; null when none was. Who was on paper then is still named as then. */
export const earningOf = (rating: Rating): GrantRef | null => {
  const earning = { communityId: rating.communityId, memberId: rating.raterId };
  if (rating.pointState === 'granted' && rating.appeal !== null) return { ...earning, transferId: appealPointsId(rating._id), atMs: rating.appeal.decidedAtMs ?? rating.createdAtMs };
  return rating.pointState === 'given' && rating.points !== null ? { ...earning, transferId: rating.points.transferId, atMs: rating.createdAtMs } : null;
};

/** What stands in the community's books of it; until it is carried out, what such a rating brings. */
export const earnedIn = (rating: Rating, grants: ReadonlyMap<string, Grant>): Pick<Grant, 'points' | 'reason'> => {
  const ref = earningOf(rating);
  if (ref === null) return { points: 0, reason: null };
  return grants.get(ref.transferId) ?? { points: RULES.points.carefulRating, reason: null };
};

/** Why there is a point or none, also after a call. */
const reasonsOf = (rating: Rating): readonly string[] => {
  if (rating.pointState === 'notOffered') return ['工作人员自己发的心愿，评价不记积分'];
  if (rating.pointState === 'takenBack' && rating.takenBack?.by === 'call') return [`打电话问的时候，和写的不一样${rating.callBack?.note ? `：${rating.callBack.note}` : ''}`];
  return careTexts(rating, RULES.rating);
};

export interface MyReading {
  readonly dutyPhone: string;
  readonly nowMs: number;
  readonly links: Links;
  /** By cause: what the ratings that are read brought. */
  readonly grants: ReadonlyMap<string, Grant>;
}

/** A rating as whoever rated reads it. */
export const myRatingView = (rating: Rating, { dutyPhone, nowMs, links, grants }: MyReading): MyRatingView => {
  const earned = earnedIn(rating, grants);
  const untilMs = appealUntilMsOf(rating);
  const isCalling = rating.callBack !== null && rating.callBack.outcome === null;
  return {
    ratingId: rating._id, title: rating.title, pictureKey: rating.pictureKey, satisfaction: rating.satisfaction, words: rating.words, media: mediaViews(rating, 'rater', links), createdAtMs: rating.createdAtMs,
    pointState: pointStateOf(rating, nowMs),
    points: earned.points,
    pointsDueAtMs: rating.pointState === 'given' && rating.points !== null && rating.points.dueAtMs > nowMs ? rating.points.dueAtMs : null,
    reasons: [...(earned.reason === null ? [] : [LESS_TEXT[earned.reason]]), ...reasonsOf(rating)],
    callBack: isCalling && rating.callBack !== null ? { untilMs: rating.callBack.endsAtMs, hasNumber: rating.callBack.phoneSealed !== null, dutyPhone } : null,
    appeal: rating.appeal === null ? null : appealView(rating.appeal),
    appealUntilMs: untilMs !== null && untilMs > nowMs ? untilMs : null,
  };
};

export const callBackView = (rating: Rating, callBack: CallBack, reach: Pick<CallBackView, 'phone' | 'callName'>, links: Links): CallBackView => ({
  ratingId: rating._id, title: rating.title, satisfaction: rating.satisfaction, chips: rating.chips, words: rating.words, media: mediaViews(rating, 'staff', links), ...reach,
  script: callScript(rating.title),
  tries: callBack.tries.map(({ result, atMs }) => ({ result, atMs })),
  untilMs: callBack.dueAtMs,
  isOver: callBack.outcome !== null,
});

export const appealTaskView = (rating: Rating, appeal: Appeal, links: Links): AppealTaskView => ({
  ratingId: rating._id, title: rating.title, words: rating.words, chips: rating.chips, media: mediaViews(rating, 'judge', links), createdAtMs: rating.createdAtMs, secondsOnScreen: Math.round(rating.secondsOnScreen),
  reasons: careTexts(rating, RULES.rating), callNote: rating.callBack?.note ?? '', appeal: appealView(appeal),
});

export const mediaTaskView = (rating: Rating, links: Links): RatingMediaTaskView => ({
  ratingId: rating._id, title: rating.title, pictureKey: rating.pictureKey, words: rating.words, createdAtMs: rating.createdAtMs,
  media: mediaViews(rating, 'looker', links).filter(({ state }) => state === 'human'),
});
