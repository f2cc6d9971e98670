import * as v from 'valibot';
import type { ClaimView } from './claim.contract';
import { areaIdSchema, cursorSchema, fileIdSchema, idSchema, momentSchema, optionalTextSchema, sharesSchema, textSchema, type Page } from './common';
import { LIMITS } from './limits';
import { HANDOVER_KINDS, URGENCIES, WISH_CATEGORIES } from './vocabulary';
import type { MyWishView, WishCardView } from './wish.contract';
import { BUDGET, route } from './route';

const STAFF = { roles: ['administrator', 'staff', 'socialWorker'] } as const;

/** Somebody without WeChat on a list of staff: never the whole name, never a number. */
export interface PersonOnPaperRow {
  readonly personId: string;
  readonly maskedName: string;
  readonly areaName: string;
  readonly hasPhone: boolean;
  /** Whether they have WeChat by now and took their things over. */
  readonly isTakenOver: boolean;
  readonly createdAtMs: number;
}

/** Somebody found by the number they call from; the reading is in the audit. */
export interface PersonFoundView {
  readonly personId: string;
  readonly name: string;
  readonly areaId: string;
  readonly areaName: string;
  readonly isTakenOver: boolean;
}

/** Their card for staff of the area. Each reading writes a line of audit with its reason. */
export interface PersonCardView extends PersonFoundView {
  readonly phone: string | null;
  readonly address: string;
  readonly mayPublicise: boolean;
  readonly takeover: {
    /** Set while a code is out. */
    readonly codeUntilMs: number | null;
    readonly takenOverAtMs: number | null;
    /** Until when staff may undo it. */
    readonly undoUntilMs: number | null;
  };
  /** Wishes of their household that are not over, so that nothing is asked twice. */
  readonly live: readonly WishCardView[];
}

/** What staff go through with somebody on the phone: their wishes, and what they give. */
export interface PhoneWaitingView {
  readonly wishes: readonly MyWishView[];
  readonly claims: readonly ClaimView[];
}

/** A number as people say it: blanks and dashes do not matter, nor the country's. */
export const phoneSchema = v.pipe(
  v.string(),
  v.transform((typed) => typed.replace(/[\s-]/g, '').replace(/^\+?86(?=1\d{10}$)/, '')),
  v.regex(/^(1\d{10}|0\d{9,11}|[2-9]\d{6,7})$/, '电话不对，看看少没少一位'),
);

/** Why a card is opened; a few words that stand in the audit. */
export const PERSON_READING_REASONS = ['接电话', '回访', '送东西前核对', '核对身份'] as const;

/** Ten digits: four that find the paper, six that prove it. */
const takeoverCodeSchema = v.pipe(v.string(), v.transform((typed) => typed.replace(/\D/g, '')), v.regex(/^\d{10}$/, '编号是 10 位数字'));

const phoneConsentSchema = v.variant('kind', [
  /** Said on the phone; staff vouch for it with their name and the time. */
  v.strictObject({ kind: v.literal('phone'), saidAtMs: momentSchema }),
  v.strictObject({ kind: v.literal('paper'), fileId: fileIdSchema }),
  v.strictObject({ kind: v.literal('voice'), fileId: fileIdSchema }),
]);

const recordWishInput = v.strictObject({
  personId: idSchema,
  title: textSchema(LIMITS.titleCharacters, '请用一句话写他想要什么'),
  story: textSchema(LIMITS.storyCharacters, '请写两句他为什么需要'),
  category: v.picklist(WISH_CATEGORIES),
  shares: sharesSchema,
  shareNote: optionalTextSchema(LIMITS.shareNoteCharacters),
  estimatedValueFen: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.estimatedValueFenPerWish * 100))),
  urgency: v.picklist(URGENCIES),
  windowEndMs: momentSchema,
  handover: v.picklist(HANDOVER_KINDS),
  consent: phoneConsentSchema,
  /** They also agreed, on the phone, to the publicity that a wish above the cap needs; a consent of its own. */
  mayPublicise: v.optional(v.boolean(), false),
});
export type RecordWishInput = v.InferOutput<typeof recordWishInput>;

const personIdInput = v.strictObject({ personId: idSchema });

export const PERSON_ROUTES = {
  /** Everybody who calls from a number, in an area staff work for. */
  'person.find': route<readonly PersonFoundView[]>()({ input: v.strictObject({ areaId: areaIdSchema, phone: phoneSchema }), mutating: false, access: STAFF, requestBudget: BUDGET.command, quota: 'code' }),
  'person.list': route<Page<PersonOnPaperRow>>()({ input: v.strictObject({ areaId: areaIdSchema, cursor: cursorSchema }), mutating: false, access: STAFF, requestBudget: BUDGET.list }),
  'person.get': route<PersonCardView>()({ input: v.strictObject({ personId: idSchema, reason: v.picklist(PERSON_READING_REASONS) }), mutating: false, access: STAFF, requestBudget: BUDGET.publish, quota: 'code' }),
  /** Writes somebody down, or corrects their address, place and consent to publicity; who is known already stays who they are. */
  'person.save': route<{ readonly personId: string; readonly isNew: boolean }>()({
    input: v.strictObject({ name: textSchema(LIMITS.nameCharacters, '请写对方的称呼'), phone: v.optional(v.nullable(phoneSchema), null), areaId: areaIdSchema, address: optionalTextSchema(60), mayPublicise: v.optional(v.boolean(), false) }),
    mutating: true, access: STAFF, requestBudget: BUDGET.publish, quota: 'contentCheck',
  }),
  /** A one-time code for somebody who showed staff who they are; said to them, never sent. */
  'person.issueTakeover': route<{ readonly code: string; readonly expiresAtMs: number }>()({ input: v.strictObject({ personId: idSchema, proof: textSchema(LIMITS.noteCharacters, '请写看了什么证件或凭据') }), mutating: true, access: STAFF, requestBudget: BUDGET.command }),
  /** By the person themselves, once they have WeChat. */
  'person.takeOver': route<{ readonly personId: string; readonly areaName: string }>()({ input: v.strictObject({ code: takeoverCodeSchema }), mutating: true, access: 'member', requestBudget: BUDGET.publish, quota: 'code' }),
  /** The wrong one had it: within seven days, with a reason. */
  'person.undoTakeover': route<{ readonly personId: string }>()({ input: v.strictObject({ personId: idSchema, reason: textSchema(LIMITS.noteCharacters, '请写为什么撤回') }), mutating: true, access: STAFF, requestBudget: BUDGET.command }),
  /** 电话代办: what somebody asks for on the phone becomes an ordinary wish. */
  'phone.recordWish': route<{ readonly wishId: string; readonly reviewDueAtMs: number }>()({ input: recordWishInput, mutating: true, access: STAFF, requestBudget: BUDGET.publish, quota: 'contentCheck' }),
  /** Somebody phones to give: staff hold shares for them and answer for the claim. */
  'phone.recordClaim': route<ClaimView>()({ input: v.strictObject({ personId: idSchema, wishId: idSchema, shares: sharesSchema }), mutating: true, access: STAFF, requestBudget: BUDGET.command }),
  /** Wishes and gifts of somebody that wait for a word on the phone. */
  'phone.waiting': route<PhoneWaitingView>()({ input: personIdInput, mutating: false, access: STAFF, requestBudget: BUDGET.command }),
} as const;
