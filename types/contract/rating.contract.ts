import * as v from 'valibot';
import { cursorSchema, fileIdSchema, idSchema, optionalTextSchema, photosSchema, textSchema, type Page } from './common';
import { LIMITS } from './limits';
import { phoneSchema } from './person.contract';
import { BUDGET, route } from './route';
import { hearingDecisionSchema } from './thanks.contract';
import { CALL_RESULTS, RATING_CHIPS, RATING_MEDIA_KINDS, SATISFACTIONS, type CallResult, type PictureKey, type RatingMediaKind, type Satisfaction } from './vocabulary';

const stars = v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5))), null);

/** What a rating asks, one after another; only the first must be answered. */
export const RATING_ITEMS = ['satisfaction', 'effect', 'timeliness', 'attitude', 'chips', 'words', 'voice'] as const;
export type RatingItem = (typeof RATING_ITEMS)[number];

const seconds = v.pipe(v.number(), v.minValue(0), v.maxValue(86_400));

/** What somebody says of it, and how long they took. */
const saidEntries = {
  satisfaction: v.picklist(SATISFACTIONS),
  effect: stars,
  timeliness: stars,
  attitude: stars,
  chips: v.optional(v.pipe(v.array(v.picklist(RATING_CHIPS)), v.maxLength(RATING_CHIPS.length)), []),
  words: optionalTextSchema(LIMITS.ratingCharacters),
  photoFileIds: photosSchema(1),
  voiceFileId: v.optional(v.nullable(fileIdSchema), null),
  voiceSeconds: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.voiceSeconds))), null),
  /** How long the question stood on the screen; evidence about care, never about the score. */
  secondsOnScreen: seconds,
  /** Up to the answer to each item, where the client measured it. */
  secondsPerItem: v.optional(v.strictObject(v.entriesFromList(RATING_ITEMS, v.optional(seconds))), {}),
};

export const ratingInputSchema = v.strictObject({ wishId: idSchema, claimId: idSchema, ...saidEntries });
/** By somebody who took part in a shift. */
export const shiftRatingInputSchema = v.strictObject({ shiftId: idSchema, ...saidEntries });

const STAFF = { roles: ['administrator', 'staff', 'socialWorker'] } as const;

export interface RatedReply {
  readonly ratingId: string;
  /** What speaks for its care, or against it, a sentence each. What it brought is told by `rating.mine`: caps and rules of the community have their say. */
  readonly reasons: readonly string[];
}

/** What became of the point of a rating. `none`: none was given; `takenBack`: after a call; `granted`: after an appeal. */
export type RatingPointState = 'waiting' | 'earned' | 'none' | 'takenBack' | 'granted' | 'notOffered';

export interface AppealView {
  readonly words: string;
  readonly state: 'open' | 'granted' | 'refused';
  /** What staff said; empty while it is open. */
  readonly note: string;
  /** While open: until when staff answer. */
  readonly dueAtMs: number;
}

/** A recording, a photo or doubted words of a rating, for whoever rated and for staff; never for the rated side. Words have no `url`. */
export interface RatingMediaView {
  readonly kind: RatingMediaKind;
  readonly state: 'checking' | 'shown' | 'human' | 'refused';
  /** Null when the reader has none of it: for staff before the check, for everybody once it was refused. */
  readonly url: string | null;
  readonly seconds: number | null;
  /** What staff who refused it said. */
  readonly note: string;
}

/** What staff look at or listen to because the check was not sure; `media` empty when nothing waits any more. */
export interface RatingMediaTaskView {
  readonly ratingId: string;
  readonly title: string;
  readonly pictureKey: PictureKey;
  readonly words: string;
  readonly createdAtMs: number;
  readonly media: readonly RatingMediaView[];
}

/** One's own rating, with why there was a point or none. */
export interface MyRatingView {
  readonly ratingId: string;
  /** Title of the wish or activity. */
  readonly title: string;
  readonly pictureKey: PictureKey;
  readonly satisfaction: Satisfaction;
  readonly words: string;
  readonly media: readonly RatingMediaView[];
  readonly createdAtMs: number;
  readonly pointState: RatingPointState;
  /** As the community's rules and caps gave it. */
  readonly points: number;
  readonly pointsDueAtMs: number | null;
  readonly reasons: readonly string[];
  /** Set while staff want to call. */
  readonly callBack: { readonly untilMs: number; readonly hasNumber: boolean; readonly dutyPhone: string } | null;
  readonly appeal: AppealView | null;
  readonly appealUntilMs: number | null;
}

/** What staff read before and while they call. */
export interface CallBackView {
  readonly ratingId: string;
  readonly title: string;
  readonly satisfaction: Satisfaction;
  readonly chips: readonly string[];
  readonly words: string;
  readonly media: readonly RatingMediaView[];
  /** Somebody on paper, or a number the rater left for this call; null when neither: then they are asked to call. */
  readonly phone: string | null;
  readonly callName: string;
  readonly script: readonly string[];
  readonly tries: readonly { readonly result: CallResult; readonly atMs: number }[];
  /** As in the queue: until when staff should have called. */
  readonly untilMs: number;
  readonly isOver: boolean;
}

export interface AppealTaskView {
  readonly ratingId: string;
  readonly title: string;
  readonly words: string;
  readonly chips: readonly string[];
  /** Also what was refused, as long as it is kept: the appeal may be about it. */
  readonly media: readonly RatingMediaView[];
  readonly createdAtMs: number;
  readonly secondsOnScreen: number;
  readonly reasons: readonly string[];
  readonly callNote: string;
  readonly appeal: AppealView;
}

export const RATING_ROUTES = {
  'rating.rate': route<RatedReply>()({ input: ratingInputSchema, mutating: true, access: 'member', requestBudget: BUDGET.publish, quota: 'contentCheck' }),
  /** By whoever was there, once; the lead is no judge of it. Refuses NOT_FOUND, RATING_NOT_YOURS, RATING_TOO_EARLY, FILE_NOT_YOURS, OPERATION_REUSED. */
  'rating.rateShift': route<RatedReply>()({ input: shiftRatingInputSchema, mutating: true, access: 'member', requestBudget: BUDGET.publish, quota: 'contentCheck' }),
  'rating.mine': route<Page<MyRatingView>>()({ input: v.strictObject({ cursor: cursorSchema }), mutating: false, access: 'member', requestBudget: BUDGET.listWithPictures + 1 }),
  /** What staff of the area are to look at or listen to. */
  'rating.readMedia': route<RatingMediaTaskView>()({ input: v.strictObject({ ratingId: idSchema }), mutating: false, access: STAFF, requestBudget: BUDGET.command }),
  /** What they found; refused, its rater reads why. */
  'rating.judgeMedia': route<{ readonly ratingId: string }>()({ input: v.strictObject({ ratingId: idSchema, media: v.picklist(RATING_MEDIA_KINDS), decision: hearingDecisionSchema }), mutating: true, access: STAFF, requestBudget: BUDGET.command, quota: 'contentCheck' }),
  /** Once, by whoever rated, about a point that was not given or was taken back. */
  'rating.appeal': route<{ readonly ratingId: string }>()({ input: v.strictObject({ ratingId: idSchema, words: textSchema(LIMITS.appealCharacters, '请写一句') }), mutating: true, access: 'member', requestBudget: BUDGET.command, quota: 'contentCheck' }),
  /** A number for this call only, sealed; gone when the call is over. */
  'rating.leaveNumber': route<{ readonly ratingId: string }>()({ input: v.strictObject({ ratingId: idSchema, phone: phoneSchema }), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  'rating.readAppeal': route<AppealTaskView>()({ input: v.strictObject({ ratingId: idSchema }), mutating: false, access: STAFF, requestBudget: BUDGET.detail }),
  'rating.decideAppeal': route<AppealTaskView>()({ input: v.strictObject({ ratingId: idSchema, isGranted: v.boolean(), note: textSchema(LIMITS.noteCharacters, '请写一句为什么') }), mutating: true, access: STAFF, requestBudget: BUDGET.command }),
  /** Tells a telephone number and writes a line of audit. */
  'callBack.read': route<CallBackView>()({ input: v.strictObject({ ratingId: idSchema }), mutating: false, access: STAFF, requestBudget: BUDGET.publish }),
  'callBack.record': route<{ readonly ratingId: string; readonly isOver: boolean }>()({ input: v.strictObject({ ratingId: idSchema, result: v.picklist(CALL_RESULTS), note: optionalTextSchema(LIMITS.noteCharacters) }), mutating: true, access: STAFF, requestBudget: BUDGET.command }),
} as const;
