import * as v from 'valibot';
import { areaIdSchema, cursorSchema, emptySchema, fileIdSchema, idSchema, optionalTextSchema, textSchema, type Page } from './common';
import { isCreditCode } from './credit-code';
import { LIMITS } from './limits';
import { BUDGET, route } from './route';
import type { WishCategory } from './vocabulary';

/** What a shop does; the words of a neighbour, not of a register. */
export const SHOP_KINDS = ['meals', 'groceries', 'pharmacy', 'hair', 'repair', 'clothes', 'care', 'learning', 'other'] as const;
export type ShopKind = (typeof SHOP_KINDS)[number];
export const SHOP_KIND_LABEL: Readonly<Record<ShopKind, string>> = {
  meals: '餐饮', groceries: '粮油百货', pharmacy: '药店', hair: '理发', repair: '维修', clothes: '衣物洗护', care: '养老照护', learning: '文化教育', other: '别的',
};

/**
 * The life of a shop here. `review`, `asked`: an application under way; `refused`, `withdrawn`: it came to nothing; `open`:
 * gives; `paused`, `frozen`, `expired`: takes nothing new, by its own wish, by staff, because its licence ran out;
 * `leaving`: what it holds goes back; `left`.
 */
export const SHOP_STATES = ['review', 'asked', 'refused', 'withdrawn', 'open', 'paused', 'frozen', 'expired', 'leaving', 'left'] as const;
export type ShopState = (typeof SHOP_STATES)[number];

/** Where staff find a shop: somebody waits for them, it is at work, it is over. */
export const SHOP_SHELVES = ['waiting', 'live', 'over'] as const;
export type ShopShelf = (typeof SHOP_SHELVES)[number];

/** An owner answers for the shop and takes new things on; a clerk plans, delivers and hands out what was taken on. */
export const SHOP_ROLES = ['owner', 'clerk'] as const;
export type ShopRole = (typeof SHOP_ROLES)[number];
export const SHOP_ROLE_LABEL: Readonly<Record<ShopRole, string>> = { owner: '店主', clerk: '店员' };

export interface ShopRef {
  readonly shopId: string;
  readonly state: ShopState;
}

/** Kept of promised, as plain numbers; giving back in time is never counted against anybody. */
export interface KeptFraction {
  readonly onTime: number;
  readonly total: number;
}

export interface ShopPersonView {
  readonly memberId: string;
  readonly name: string;
  readonly role: ShopRole;
  readonly sinceMs: number;
  readonly isMe: boolean;
}

/** Licence as its own people and staff see it; `photoUrl` null while it is looked at by the check, or refused by it. */
export interface ShopLicenceView {
  readonly creditCode: string;
  /** The last day it is good, "2027-06-30" in UTC+8; null: without an end (长期). */
  readonly validUntilDay: string | null;
  readonly photoUrl: string | null;
  readonly photoState: 'checking' | 'shown' | 'human' | 'refused';
}

/** A shop as its own people and staff of the community read it. */
export interface ShopView extends ShopRef {
  readonly name: string;
  readonly kind: ShopKind;
  readonly address: string;
  readonly words: string;
  readonly communityId: string;
  readonly communityName: string;
  readonly licence: ShopLicenceView;
  /** A newer licence that waits for staff; null for none. */
  readonly renewal: ShopLicenceView | null;
  /** What staff or the shop said last: what to add, why not, why frozen. */
  readonly note: string;
  readonly people: readonly ShopPersonView[];
  readonly peopleMax: number;
  readonly myRole: ShopRole | null;
  readonly appliedAtMs: number;
  /** When staff answer an application or a newer licence by; null while none waits. */
  readonly answerByMs: number | null;
  readonly admittedAtMs: number | null;
  /** Wishes that went back to the wall in the hand-back that is under way or was the last. */
  readonly handedBack: number;
  readonly isHandingBack: boolean;
  readonly isBarred: boolean;
  readonly may: {
    readonly resubmit: boolean; readonly withdraw: boolean; readonly renew: boolean; readonly edit: boolean; readonly invite: boolean;
    readonly pause: boolean; readonly resume: boolean; readonly leave: boolean; readonly decide: boolean; readonly freeze: boolean; readonly unfreeze: boolean;
  };
}

/** For one more person of a shop, once; told by word of mouth. */
export interface ShopInviteView {
  readonly shopId: string;
  readonly role: ShopRole;
  readonly code: string;
  readonly untilMs: number;
}

export interface ShopContactView {
  readonly name: string;
  readonly phone: string;
}

/** A shop as the neighbourhood reads it. No person, no phone, nothing in yuan. */
export interface ShopCardView {
  readonly shopId: string;
  readonly name: string;
  readonly kind: ShopKind;
  readonly words: string;
  readonly isResting: boolean;
  readonly record: KeptFraction;
}

/** What somebody who was helped said to the shop, and both sides agreed to show; a voice alone has no words and is heard on the wall. */
export interface ShopThanksView {
  readonly thanksId: string;
  readonly words: string;
  readonly wishTitle: string;
  readonly shownAtMs: number;
}

export interface ShopPageView extends ShopCardView {
  readonly address: string;
  readonly communityName: string;
  readonly sinceMs: number;
  readonly offers: readonly { readonly supplyId: string; readonly title: string; readonly category: WishCategory }[];
  readonly gifts: readonly { readonly giftId: string; readonly title: string; readonly points: number; readonly stock: number }[];
  /** The newest first. */
  readonly thanks: readonly ShopThanksView[];
  readonly isMine: boolean;
}

/** What a shop gave in one year, in things done; money is no measure of it. */
export interface ShopYearView {
  readonly shopId: string;
  readonly name: string;
  readonly communityName: string;
  readonly year: number;
  /** Wishes with a delivery that was confirmed in the year, their shares, and how often of each kind of help. */
  readonly wishes: number;
  readonly shares: number;
  readonly byCategory: readonly { readonly category: WishCategory; readonly shares: number }[];
  readonly record: KeptFraction;
  /** Gifts for points that neighbours fetched. */
  readonly gifts: number;
  /** There was more than is counted here; the numbers are at least these. */
  readonly isAtLeast: boolean;
}

export const creditCodeSchema = v.pipe(
  v.string(), v.trim(), v.toUpperCase(), v.regex(/^[0-9A-Z]{18}$/, '统一社会信用代码是 18 位'),
  v.check(isCreditCode, '代码对不上，请照着执照再核对一遍'),
);
/** The last good day of a licence; null for one without an end. */
export const licenceDaySchema = v.nullable(v.pipe(v.string(), v.isoDate('日子不对')));
const phoneSchema = v.pipe(v.string(), v.trim(), v.regex(/^(1\d{10}|0\d{2,3}-?\d{7,8})$/, '请填 11 位手机号，或者带区号的座机'));

export const shopWordsSchema = v.strictObject({
  name: textSchema(LIMITS.nameCharacters, '请写店名，和执照上的一样'),
  kind: v.picklist(SHOP_KINDS, '请选一类'),
  address: textSchema(LIMITS.addressCharacters, '请写店在哪里'),
  /** What neighbours read: what the shop can give. */
  words: textSchema(LIMITS.purposeCharacters, '请写能帮上什么'),
  contact: v.strictObject({ name: textSchema(LIMITS.nameCharacters, '请写联系人'), phone: phoneSchema }),
  licence: v.strictObject({ creditCode: creditCodeSchema, photoFileId: fileIdSchema, validUntilDay: licenceDaySchema }),
});

/** What an owner changes; a contact of null stays as it is. */
export const shopEditSchema = v.strictObject({ address: shopWordsSchema.entries.address, words: shopWordsSchema.entries.words, contact: v.nullable(shopWordsSchema.entries.contact) });

const shopRef = { shopId: idSchema };
const DECIDERS = { roles: ['administrator', 'staff'] } as const;
const note = textSchema(LIMITS.noteCharacters, '请写一句，对方会看到');

export const SHOP_ROUTES = {
  /** By a resident, for a shop in their community. */
  'shop.apply': route<ShopView>()({ input: shopWordsSchema, mutating: true, access: 'member', requestBudget: BUDGET.balance, quota: 'contentCheck' }),
  /** By who applied, after staff asked; the licence may be another one. */
  'shop.resubmit': route<ShopRef>()({ input: v.strictObject({ ...shopRef, words: shopWordsSchema }), mutating: true, access: 'member', requestBudget: BUDGET.balance, quota: 'contentCheck' }),
  'shop.withdraw': route<ShopRef>()({ input: v.strictObject(shopRef), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  /** A newer licence of the same business. */
  'shop.renew': route<ShopRef>()({ input: v.strictObject({ ...shopRef, photoFileId: fileIdSchema, validUntilDay: licenceDaySchema }), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  /** What neighbours read of it, and its contact; its name and code are the licence's. */
  'shop.edit': route<ShopRef>()({ input: v.strictObject({ ...shopRef, ...shopEditSchema.entries }), mutating: true, access: 'member', requestBudget: BUDGET.command, quota: 'contentCheck' }),
  /** By staff of the community who are not of the shop, about an application or a newer licence; to approve they have the paper before them. */
  'shop.decide': route<ShopRef>()({
    input: v.strictObject({
      ...shopRef,
      decision: v.variant('kind', [
        v.strictObject({ kind: v.literal('approve'), sawPaper: v.literal(true, '请先看过执照原件'), validUntilDay: licenceDaySchema }),
        v.strictObject({ kind: v.literal('ask'), note }),
        v.strictObject({ kind: v.literal('refuse'), note }),
      ]),
    }),
    mutating: true, access: DECIDERS, requestBudget: BUDGET.asked,
  }),
  /** What it holds goes on, or goes back to the wall. */
  'shop.freeze': route<ShopRef>()({ input: v.strictObject({ ...shopRef, reason: note, handsBack: v.boolean() }), mutating: true, access: DECIDERS, requestBudget: BUDGET.asked }),
  'shop.unfreeze': route<ShopRef>()({ input: v.strictObject({ ...shopRef, note: optionalTextSchema(LIMITS.noteCharacters) }), mutating: true, access: DECIDERS, requestBudget: BUDGET.asked }),
  'shop.pause': route<ShopRef>()({ input: v.strictObject({ ...shopRef, handsBack: v.boolean() }), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  'shop.resume': route<ShopRef>()({ input: v.strictObject(shopRef), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  /** By an owner, or by staff who say why; refused while an agreement on a directed gift runs. */
  'shop.leave': route<ShopRef>()({ input: v.strictObject({ ...shopRef, note: optionalTextSchema(LIMITS.noteCharacters) }), mutating: true, access: 'member', requestBudget: BUDGET.asked }),
  /** Another code makes the last one void. */
  'shop.invite': route<ShopInviteView>()({ input: v.strictObject({ ...shopRef, role: v.picklist(SHOP_ROLES) }), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  'shop.accept': route<ShopRef>()({ input: v.strictObject({ code: v.pipe(v.string(), v.regex(/^\d{8}$/, '邀请码是 8 个数字')) }), mutating: true, access: 'member', requestBudget: BUDGET.asked, quota: 'verify' }),
  /** An owner gives another one of the shop the other role; the last owner keeps theirs. */
  'shop.setRole': route<ShopRef>()({ input: v.strictObject({ ...shopRef, memberId: idSchema, role: v.picklist(SHOP_ROLES) }), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  /** Oneself, or as an owner another; never the last owner. */
  'shop.removePerson': route<ShopRef>()({ input: v.strictObject({ ...shopRef, memberId: v.optional(v.nullable(idSchema), null) }), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  'shop.mine': route<readonly ShopView[]>()({ input: emptySchema, mutating: false, access: 'member', requestBudget: BUDGET.list }),
  /** For its own people and staff of the community. */
  'shop.get': route<ShopView>()({ input: v.strictObject(shopRef), mutating: false, access: 'member', requestBudget: BUDGET.detail }),
  /** By staff of the community; each reading leaves a line. */
  'shop.readContact': route<ShopContactView>()({ input: v.strictObject(shopRef), mutating: true, access: DECIDERS, requestBudget: BUDGET.command }),
  /** 爱心商户联盟 of a community, those who joined first. */
  'shop.alliance': route<Page<ShopCardView>>()({ input: v.strictObject({ cursor: cursorSchema }), mutating: false, access: 'member', requestBudget: BUDGET.list }),
  /** Shops of a community for its staff, those that applied first on top. */
  'shop.list': route<Page<ShopView>>()({ input: v.strictObject({ communityId: areaIdSchema, shelf: v.picklist(SHOP_SHELVES), cursor: cursorSchema }), mutating: false, access: DECIDERS, requestBudget: BUDGET.list }),
  'shop.page': route<ShopPageView>()({ input: v.strictObject(shopRef), mutating: false, access: 'member', requestBudget: BUDGET.suggest }),
  /** For the shop's people, and for neighbours on its page. */
  'shop.year': route<ShopYearView>()({ input: v.strictObject({ ...shopRef, year: v.pipe(v.number(), v.integer(), v.minValue(2020), v.maxValue(2100)) }), mutating: false, access: 'member', requestBudget: BUDGET.suggest }),
} as const;
