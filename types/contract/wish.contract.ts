import * as v from 'valibot';
import { areaIdSchema, cursorSchema, emptySchema, fileIdSchema, idSchema, momentSchema, optionalTextSchema, photosSchema, sharesSchema, textSchema, type Page } from './common';
import { LIMITS } from './limits';
import { HANDOVER_KINDS, URGENCIES, WISH_CATEGORIES, type ClaimState, type HandoverKind, type PictureKey, type TradeCertificate, type Urgency, type WallState, type WishCategory, type WishState } from './vocabulary';
import { BUDGET, route } from './route';
import type { ClaimView } from './claim.contract';
import type { LastLegView } from './last-leg.contract';
import type { RescueView } from './rescue.contract';

/** Always: wanted = left + held + delivered. */
export interface SharesView {
  readonly wanted: number;
  readonly left: number;
  readonly held: number;
  readonly delivered: number;
}

/** A wish on a list. Nothing here tells a stranger who or exactly where somebody is. */
export interface WishCardView {
  readonly wishId: string;
  readonly title: string;
  readonly category: WishCategory;
  readonly pictureKey: PictureKey;
  readonly urgency: Urgency;
  readonly shares: SharesView;
  /** What one share is, e.g. "5 公斤米 + 1.8 升油"; empty when the title says it. */
  readonly shareNote: string;
  /** Estimated value of one share; null where money says nothing (company, an hour of help). */
  readonly valuePerShareFen: number | null;
  /** "本小区" or the community's name. */
  readonly placeText: string;
  /** "走路约 5 分钟", in steps of 5; null when the reader has no coarse place. */
  readonly walkText: string | null;
  readonly windowEndMs: number;
  /** "社工周敏代发" or "邻居发的"; never the name of the person helped. */
  readonly posterText: string;
  readonly state: WishState;
  readonly wallState: WallState;
  readonly isMine: boolean;
  readonly isClaimedByMe: boolean;
  /** Another's gift is brought from the station home (跑腿). */
  readonly isErrand: boolean;
}

export interface PhotoView {
  readonly photoId: string;
  /** Short-lived link; null while the content check has not answered (only owner and staff see such an entry). */
  readonly url: string | null;
  readonly state: 'checking' | 'shown' | 'human' | 'refused';
}

export interface TimelineEntryView {
  /** Null for a step that has no date yet. */
  readonly atMs: number | null;
  readonly title: string;
  readonly note: string;
  readonly phase: 'past' | 'now' | 'next';
}

/** Somebody who gives, as everybody may see: a merchant by its name, a resident as "刘*". */
export interface HelperView {
  readonly claimId: string;
  readonly name: string;
  readonly shares: number;
  readonly state: ClaimState;
  readonly noteText: string;
  readonly isMe: boolean;
  /** A shop or a unit: what those served think of it may be read. */
  readonly hasRecord: boolean;
}

/** A claim as the one who receives sees it, with what they can do now. */
export interface IncomingClaimView {
  readonly claimId: string;
  readonly giverName: string;
  readonly hasRecord: boolean;
  readonly shares: number;
  readonly state: ClaimState;
  readonly planText: string;
  readonly deliveredAtMs: number | null;
  readonly proofNote: string;
  readonly proofPhotos: readonly PhotoView[];
  readonly canConfirm: boolean;
  readonly canRate: boolean;
  /** Staff are sorting something out about it. */
  readonly isDisputed: boolean;
  /** The reader may say that something is not as it should be. */
  readonly canDispute: boolean;
  /** The reader may get a one-time code for handing it over. */
  readonly canIssueCode: boolean;
  /** The two may leave each other a number now. */
  readonly canContact: boolean;
  /** The reader may say that this one may be brought to the door. */
  readonly canAgreeHome: boolean;
  /** Bringing it from the station home; null when nobody was asked. */
  readonly lastLeg: LastLegView | null;
  readonly canAskLastLeg: boolean;
}

export interface WishDetailView extends WishCardView {
  readonly story: string;
  readonly photos: readonly PhotoView[];
  /** The story as it was spoken, for the poster and staff; null when it was written. */
  readonly storyVoice: PhotoView | null;
  readonly handover: HandoverKind;
  /** "放到青枫社区驿站" and the like. */
  readonly handoverText: string;
  readonly helpers: readonly HelperView[];
  readonly timeline: readonly TimelineEntryView[];
  readonly dutyPhone: string;
  /** Set when the law asks a certificate for it; only merchants and units may take it. */
  readonly tradeCertificate: TradeCertificate | null;
  /** The caller's live claim on it. */
  readonly myClaim: ClaimView | null;
  /** All of them: parts that were delivered by themselves, and those of parties the caller answers for. */
  readonly myClaims: readonly ClaimView[];
  /** Null when the caller may claim; else the sentence that says why not. */
  readonly claimRefusal: string | null;
  /** Only for the poster and for staff of its area. */
  readonly incoming: readonly IncomingClaimView[];
  /** Only for the poster: what the reviewer asked or why it was refused. */
  readonly reviewNote: string;
  /** What was done because nobody claimed it; for the poster and staff of its area, null before and for everybody else. */
  readonly rescue: RescueView | null;
  readonly canWithdraw: boolean;
  readonly canAnswer: boolean;
}

/** What a poster may see of an own wish in a list. */
export interface MyWishView extends WishCardView {
  readonly createdAtMs: number;
  readonly statusText: string;
  /** What waits for the poster, if anything. */
  readonly nextStep: 'answer' | 'confirm' | 'rate' | null;
  readonly nextClaimId: string | null;
}

const consentSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('paper'), fileId: fileIdSchema }),
  v.strictObject({ kind: v.literal('voice'), fileId: fileIdSchema }),
]);

/** Set when posting for somebody else (代发). The name is encrypted and only staff of the area read it. */
const onBehalfSchema = v.strictObject({
  beneficiaryName: textSchema(LIMITS.nameCharacters, '请写对方的称呼'),
  relation: textSchema(LIMITS.nameCharacters, '请写您和对方的关系'),
  consent: consentSchema,
  /** They also agreed that their story may be told beyond the wall; separate, and never needed to post. */
  mayPublicise: v.optional(v.boolean(), false),
});

export const wishSubmitSchema = v.strictObject({
  title: textSchema(LIMITS.titleCharacters, '请用一句话说想要什么'),
  /** May be empty when the story was spoken; the reviewer then writes it down. */
  story: optionalTextSchema(LIMITS.storyCharacters),
  category: v.picklist(WISH_CATEGORIES),
  shares: sharesSchema,
  shareNote: optionalTextSchema(LIMITS.shareNoteCharacters),
  /** Whole wish, all shares; null where money says nothing. */
  estimatedValueFen: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.estimatedValueFenPerWish * 100))),
  urgency: v.picklist(URGENCIES),
  /** Last day it is wanted; the end of that day in UTC+8 counts. */
  windowEndMs: momentSchema,
  handover: v.picklist(HANDOVER_KINDS),
  /** Grid or community the wish is in; null means the poster's own. */
  areaId: v.optional(v.nullable(areaIdSchema), null),
  photoFileIds: photosSchema(LIMITS.photosPerWish),
  /** The story as it was spoken; only the poster and staff ever hear it. */
  storyVoiceFileId: v.optional(v.nullable(fileIdSchema), null),
  onBehalf: v.optional(v.nullable(onBehalfSchema), null),
});
export type WishSubmitInput = v.InferOutput<typeof wishSubmitSchema>;

export const WALL_SORTS = ['near', 'soon', 'new'] as const;
const wallInput = v.strictObject({
  sort: v.picklist(WALL_SORTS),
  category: v.optional(v.nullable(v.picklist(WISH_CATEGORIES)), null),
  urgentOnly: v.optional(v.boolean(), false),
  status: v.optional(v.picklist(['claimable', 'taken', 'done']), 'claimable'),
  /** The whole street, or one community only: `communityId`, or the reader's own. A list of these, not a search. */
  within: v.optional(v.picklist(['street', 'community']), 'street'),
  communityId: v.optional(v.nullable(areaIdSchema), null),
  search: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(LIMITS.searchCharacters)), ''),
  cursor: cursorSchema,
});

const wishIdInput = v.strictObject({ wishId: idSchema });

export const WISH_ROUTES = {
  'wish.wall': route<Page<WishCardView>>()({ input: wallInput, mutating: false, access: 'member', requestBudget: BUDGET.list }),
  'wish.get': route<WishDetailView>()({ input: wishIdInput, mutating: false, access: 'member', requestBudget: BUDGET.detail }),
  /** Open wishes of the poster's household, for the poster before sending. */
  'wish.similar': route<readonly WishCardView[]>()({ input: v.strictObject({ category: v.picklist(WISH_CATEGORIES) }), mutating: false, access: 'member', requestBudget: BUDGET.list }),
  'wish.submit': route<{ readonly wishId: string; readonly reviewDueAtMs: number; readonly shownToHuman: boolean }>()({ input: wishSubmitSchema, mutating: true, access: 'member', requestBudget: BUDGET.publish, quota: 'contentCheck' }),
  /** The poster adds what the reviewer asked for; the wish goes back into the queue. */
  'wish.answer': route<{ readonly wishId: string; readonly reviewDueAtMs: number }>()({ input: v.strictObject({ wishId: idSchema, answer: textSchema(LIMITS.noteCharacters), photoFileIds: photosSchema(LIMITS.photosPerWish) }), mutating: true, access: 'member', requestBudget: BUDGET.publish, quota: 'contentCheck' }),
  'wish.withdraw': route<{ readonly wishId: string }>()({ input: wishIdInput, mutating: true, access: 'member', requestBudget: BUDGET.command }),
  'wish.mine': route<Page<MyWishView>>()({ input: v.strictObject({ cursor: cursorSchema }), mutating: false, access: 'member', requestBudget: BUDGET.list }),
  /** How many wishes of the community came true since Monday. */
  'wish.doneThisWeek': route<{ readonly count: number; readonly isAtLeast: boolean }>()({ input: emptySchema, mutating: false, access: 'member', requestBudget: BUDGET.list }),
} as const;
