import * as v from 'valibot';
import { cursorSchema, emptySchema, fileIdSchema, idSchema, optionalTextSchema, textSchema, type Page } from './common';
import { LIMITS } from './limits';
import { BUDGET, route } from './route';
import type { PictureKey } from './vocabulary';

/**
 * `private`: only the two sides have it; `asked`: the giver would like to show it; `declined`: it stays between them;
 * `hearing`: both agreed and staff listen to the voice first; `kept`: staff listened, and a voice without words stays private.
 */
export type ThanksStage = 'private' | 'asked' | 'declined' | 'hearing' | 'kept' | 'shown';

/** What staff listen for: whether the giver may hear it, or whether everybody may. */
export const THANKS_HEARINGS = ['check', 'wall'] as const;
export type ThanksHearing = (typeof THANKS_HEARINGS)[number];

/** A recording everybody may hear; `url` null when it can't be fetched now. */
export interface HeardVoiceView {
  readonly url: string | null;
  readonly seconds: number | null;
}

/** A recording as one of its two sides has it; the giver only once it is `shown`. */
export interface ThanksVoiceView extends HeardVoiceView {
  readonly state: 'checking' | 'shown' | 'human' | 'refused';
  /** What staff who listened said to whoever spoke. */
  readonly note: string;
  readonly isOnWall: boolean;
}

/** A word of thanks as one of its two sides has it. */
export interface ThanksView {
  readonly thanksId: string;
  /** Whether the reader said it or it was said to them. */
  readonly side: 'said' | 'received';
  /** May be empty where it was only spoken. */
  readonly words: string;
  readonly voice: ThanksVoiceView | null;
  /** It was only spoken and not passed on: the reader may say it in words. */
  readonly canSayAgain: boolean;
  readonly wishId: string;
  readonly claimId: string;
  readonly wishTitle: string;
  readonly pictureKey: PictureKey;
  /** The other side as strangers read it; never a name of who was helped. */
  readonly otherText: string;
  /** It was said to a shop: on the wall it also stands on the page of the shop. */
  readonly isToShop: boolean;
  readonly saidAtMs: number;
  readonly stage: ThanksStage;
}

/** A word of thanks that both sides agreed to show. */
export interface ShownThanksView {
  readonly thanksId: string;
  readonly words: string;
  readonly voice: HeardVoiceView | null;
  readonly wishTitle: string;
  readonly pictureKey: PictureKey;
  readonly giverText: string;
  readonly shownAtMs: number;
}

/** A recording that staff are to listen to, with the words beside it; nobody's name. `purpose` null when nobody needs to any more. */
export interface HearThanksView {
  readonly thanksId: string;
  readonly words: string;
  readonly wishTitle: string;
  readonly pictureKey: PictureKey;
  readonly giverText: string;
  readonly saidAtMs: number;
  readonly voice: HeardVoiceView | null;
  readonly purpose: ThanksHearing | null;
  readonly dueAtMs: number | null;
}

/** How somebody's name stands on the monthly page: as they are called here, or the first character and a star. */
export const NAME_FORMS = ['full', 'masked'] as const;
export type NameForm = (typeof NAME_FORMS)[number];

/** Somebody who helped in a month and wants to be named; with words that both sides allowed, if any. No figure stands here. */
export interface MonthHelperView {
  readonly name: string;
  readonly words: string | null;
}

/** What one decided about one's own name; `unasked` before the first answer. */
export interface OwnNameView {
  readonly state: 'unasked' | 'shown' | 'hidden';
  readonly form: NameForm;
  /** How each form would read. */
  readonly forms: Readonly<Record<NameForm, string>>;
}

const thanksRef = { thanksId: idSchema };
const STAFF = { roles: ['administrator', 'staff', 'socialWorker'] } as const;

export const thanksInputSchema = v.pipe(
  v.strictObject({
    wishId: idSchema,
    claimId: idSchema,
    /** May be empty when it is spoken. */
    words: optionalTextSchema(LIMITS.thanksCharacters),
    voiceFileId: v.optional(v.nullable(fileIdSchema), null),
    voiceSeconds: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.voiceSeconds))), null),
  }),
  v.forward(v.check((input) => input.words !== '' || input.voiceFileId !== null, '写一句心里话就好'), ['words']),
);

export const hearingDecisionSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('clear') }),
  v.strictObject({ kind: v.literal('refuse'), reason: textSchema(LIMITS.noteCharacters, '请写一句为什么，说的人看得到') }),
]);

export const THANKS_ROUTES = {
  /** By whom was helped, once for each claim that is confirmed, in words, by voice or both; only the giver has it. */
  'thanks.say': route<ThanksView>()({ input: thanksInputSchema, mutating: true, access: 'member', requestBudget: BUDGET.publish, quota: 'contentCheck' }),
  'thanks.mine': route<Page<ThanksView>>()({ input: v.strictObject({ cursor: cursorSchema }), mutating: false, access: 'member', requestBudget: BUDGET.listWithPictures }),
  /** By the giver: asks to show it to the neighbours, or takes it back. */
  'thanks.show': route<ThanksView>()({ input: v.strictObject({ ...thanksRef, shows: v.boolean() }), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  /** By whom was helped: agrees to show it, with their voice or only the words, or not; may change their mind at any time. */
  'thanks.consent': route<ThanksView>()({ input: v.strictObject({ ...thanksRef, consents: v.boolean(), withVoice: v.optional(v.boolean(), false) }), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  /** 感谢墙 of the reader's community, the newest first. */
  'thanks.wall': route<Page<ShownThanksView>>()({ input: v.strictObject({ cursor: cursorSchema }), mutating: false, access: 'member', requestBudget: BUDGET.listWithPictures }),
  /** 月度感谢页: who helped in a month, of those who want to be named; in no order that means anything. */
  'thanks.month': route<Page<MonthHelperView>>()({ input: v.strictObject({ month: v.pipe(v.string(), v.regex(/^20\d{2}-(0[1-9]|1[0-2])$/, '月份不对')), cursor: cursorSchema }), mutating: false, access: 'member', requestBudget: BUDGET.command }),
  'thanks.ownName': route<OwnNameView>()({ input: emptySchema, mutating: false, access: 'member', requestBudget: BUDGET.list }),
  /** Whether and how one is named there; a no counts at once, for every month. */
  'thanks.showName': route<OwnNameView>()({ input: v.strictObject({ shows: v.boolean(), form: v.optional(v.picklist(NAME_FORMS), 'full') }), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  /** What staff of the area are to listen to; each reading is logged. */
  'thanks.hear': route<HearThanksView>()({ input: v.strictObject(thanksRef), mutating: false, access: STAFF, requestBudget: BUDGET.command }),
  /** What they found, for the purpose they listened for. */
  'thanks.judge': route<{ readonly thanksId: string }>()({ input: v.strictObject({ ...thanksRef, purpose: v.picklist(THANKS_HEARINGS), decision: hearingDecisionSchema }), mutating: true, access: STAFF, requestBudget: BUDGET.command, quota: 'contentCheck' }),
} as const;
