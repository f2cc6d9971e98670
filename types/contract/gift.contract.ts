import * as v from 'valibot';
import { areaIdSchema, cursorSchema, idSchema, optionalTextSchema, textSchema, type Page } from './common';
import { HANDOVER_CODE_DIGITS } from './handover.contract';
import { LIMITS } from './limits';
import { BUDGET, route } from './route';
import { PICTURE_KEYS, type PictureKey } from './vocabulary';

/** `open`: can be chosen; `paused`: not for now; `closed`: gone for good, what is reserved can still be fetched. */
export const GIFT_STATES = ['open', 'paused', 'closed'] as const;
export type GiftState = (typeof GIFT_STATES)[number];

/** How often one household may have the same gift. */
export const GIFT_LIMITS = ['month', 'year'] as const;
export type GiftLimit = (typeof GIFT_LIMITS)[number];

/** A small thing for points (RULES.md section 5), offered by a shop or by the community. */
export interface GiftView {
  readonly giftId: string;
  readonly title: string;
  readonly note: string;
  readonly pictureKey: PictureKey;
  readonly points: number;
  /** Still there. */
  readonly stock: number;
  readonly limit: GiftLimit;
  /** Where it is fetched. */
  readonly place: string;
  readonly offererText: string;
  readonly state: GiftState;
  /** The reader may change it and hand it over. */
  readonly canEdit: boolean;
}

/** `reserved`: points are held, the thing is kept; the others are ends. */
export type RedemptionState = 'reserved' | 'fetched' | 'cancelled' | 'expired';

export interface RedemptionView {
  readonly redemptionId: string;
  readonly giftId: string;
  readonly giftTitle: string;
  readonly pictureKey: PictureKey;
  readonly points: number;
  readonly place: string;
  readonly state: RedemptionState;
  readonly reservedAtMs: number;
  /** Fetched by then, or thing and points both go back. */
  readonly fetchByMs: number;
  readonly endedAtMs: number | null;
  /** Six digits, only for whoever reserved it and only while it waits. */
  readonly code: string | null;
  /** Whoever reserved it, as whoever hands it over reads them; empty for themselves. */
  readonly takerText: string;
  /** Why it was taken back; empty otherwise. */
  readonly note: string;
}

const giftRef = { giftId: idSchema };
const redemptionRef = { redemptionId: idSchema };

export const giftInputSchema = v.strictObject({
  giftId: v.optional(v.nullable(idSchema), null),
  /** Null: the caller's own shop offers it; otherwise the community, by its staff. */
  areaId: v.optional(v.nullable(areaIdSchema), null),
  title: textSchema(LIMITS.titleCharacters, '请写是什么'),
  note: optionalTextSchema(LIMITS.noteCharacters),
  pictureKey: v.picklist(PICTURE_KEYS),
  points: v.pipe(v.number('填一个数'), v.integer('填整数'), v.minValue(10, '至少 10 分'), v.maxValue(2_000, '最多 2000 分')),
  stock: v.pipe(v.number('填一个数'), v.integer('填整数'), v.minValue(0, '不能少于 0'), v.maxValue(LIMITS.giftStock, `最多 ${LIMITS.giftStock} 份`)),
  limit: v.picklist(GIFT_LIMITS),
  place: textSchema(LIMITS.placeCharacters, '请写在哪里取'),
});

const OFFERERS = { roles: ['administrator', 'staff', 'merchant'] } as const;

export const GIFT_ROUTES = {
  /** Open gifts of the reader's community; with `mine` those the reader may change, whatever their state. */
  'gift.list': route<Page<GiftView>>()({ input: v.strictObject({ mine: v.optional(v.boolean(), false), cursor: cursorSchema }), mutating: false, access: 'member', requestBudget: BUDGET.list }),
  'gift.save': route<GiftView>()({ input: giftInputSchema, mutating: true, access: OFFERERS, requestBudget: BUDGET.publish, quota: 'contentCheck' }),
  'gift.setState': route<GiftView>()({ input: v.strictObject({ ...giftRef, state: v.picklist(GIFT_STATES) }), mutating: true, access: OFFERERS, requestBudget: BUDGET.publish }),
  /** Reserves one and holds its points, both or neither. */
  'gift.redeem': route<RedemptionView>()({ input: v.strictObject(giftRef), mutating: true, access: 'member', requestBudget: BUDGET.redeem }),
  'gift.redemptions': route<Page<RedemptionView>>()({ input: v.strictObject({ cursor: cursorSchema }), mutating: false, access: 'member', requestBudget: BUDGET.list }),
  /** By whoever reserved it, or by whoever offers it with a reason: points and thing go back, the points with their old date. */
  'gift.cancel': route<RedemptionView>()({ input: v.strictObject({ ...redemptionRef, note: optionalTextSchema(LIMITS.noteCharacters) }), mutating: true, access: 'member', requestBudget: BUDGET.command, quota: 'contentCheck' }),
  /** What waits to be fetched from the reader: of the shop they own or are a clerk of, or of the station they keep. */
  'gift.waiting': route<Page<RedemptionView>>()({ input: v.strictObject({ cursor: cursorSchema }), mutating: false, access: 'member', requestBudget: BUDGET.list }),
  'gift.handOver': route<RedemptionView>()({
    input: v.strictObject({ ...redemptionRef, code: v.pipe(v.string(), v.trim(), v.regex(/^[0-9]{6}$/, `取货码是 ${HANDOVER_CODE_DIGITS} 位数字`)) }),
    /** Whoever fetches stands before them: who hands out nothing of the kind finds nothing. */
    mutating: true, access: 'member', requestBudget: BUDGET.command,
  }),
} as const;
