import * as v from 'valibot';
import { areaIdSchema, emptySchema, idSchema, optionalTextSchema, textSchema } from './common';
import { LIMITS } from './limits';
import { BUDGET, route } from './route';
import { SKILLS, SUPPLY_PARTY_KINDS, TRADE_CERTIFICATES, WEEK_SLOTS_ALL, WISH_CATEGORIES, type PictureKey, type Skill, type SupplyPartyKind, type SupplyState, type TradeCertificate, type Urgency, type WishCategory } from './vocabulary';

/**
 * What people can give (资源): offers of residents, shops, units and organisations, as the resource map, the matching table
 * and suggestions have them. Kept true by one tap; asked after sixty days whether they still hold.
 */
export interface SupplyRef {
  readonly supplyId: string;
  readonly state: SupplyState;
}

export interface SupplyCardView {
  readonly supplyId: string;
  readonly state: SupplyState;
  readonly partyKind: SupplyPartyKind;
  /** A shop, a unit or an organisation by its name; a resident as "刘*" but for themselves and staff. */
  readonly partyName: string;
  readonly category: WishCategory;
  readonly pictureKey: PictureKey;
  readonly title: string;
  readonly skills: readonly Skill[];
  /** As the party says. */
  readonly certificates: readonly TradeCertificate[];
  /** Those of them that staff have seen and that still hold. */
  readonly seenCertificates: readonly TradeCertificate[];
  /** The node it serves. */
  readonly areaId: string;
  readonly areaName: string;
  /** Bits of a week, see `WEEK_SLOTS_ALL`; and as people say them: "周六、周日上午". */
  readonly slots: number;
  readonly timesText: string;
  readonly capacityPerWeek: number;
  /** In steps of five minutes; null where either has no place. */
  readonly walkText: string | null;
  readonly isMine: boolean;
}

/** A certificate that staff have seen with their own eyes. */
export interface CertificateSeenView {
  readonly certificate: TradeCertificate;
  readonly seenAtMs: number;
  /** Last moment it holds. */
  readonly untilMs: number;
}

export interface SupplyView extends SupplyCardView {
  readonly communityId: string;
  readonly communityName: string;
  readonly words: string;
  readonly conditions: string;
  /** Of shops, units and organisations, to some hundred metres; never of a resident. */
  readonly point: { readonly lng: number; readonly lat: number } | null;
  /** What was kept of what was promised (按时送到 28 / 30); null for everybody but the party and staff. */
  readonly record: { readonly kept: number; readonly promised: number } | null;
  readonly confirmedAtMs: number;
  readonly certificatesSeen: readonly CertificateSeenView[];
  /** Set while it is asked whether it still holds: by then it goes on pause. */
  readonly answerByMs: number | null;
  /** Why it rests or ended, in words; empty while it is open. */
  readonly note: string;
  readonly canEdit: boolean;
  readonly canPause: boolean;
  readonly canResume: boolean;
  readonly canConfirm: boolean;
  readonly canEnd: boolean;
  /** Staff who have no part in it, while a certificate waits to be seen. */
  readonly canCheckCertificates: boolean;
}

export type CategoryCounts = Readonly<Record<WishCategory, number>>;

/** One house of the resource map: a 小区, also one that nobody serves; or the whole community. */
export interface SupplyPlaceView {
  readonly areaId: string;
  readonly name: string;
  readonly isHome: boolean;
  /** Offers for every 小区 of it. */
  readonly isWholeCommunity: boolean;
  /** Minutes on foot from the reader's own 小区, east and north; null without a place. */
  readonly eastMinutes: number | null;
  readonly northMinutes: number | null;
  readonly counts: CategoryCounts;
  readonly supplies: readonly SupplyCardView[];
}

export interface SupplyMapView {
  readonly communityId: string;
  readonly counts: CategoryCounts;
  readonly byParty: Readonly<Record<SupplyPartyKind, number>>;
  readonly places: readonly SupplyPlaceView[];
  readonly total: number;
  /** There are more than were read. */
  readonly isAtLeast: boolean;
}

/** One line of 资源匹配表: what a community can give of a kind against what is asked for. */
export interface SupplyTableRowView {
  readonly category: WishCategory;
  readonly byParty: Readonly<Record<SupplyPartyKind, number>>;
  readonly supplies: number;
  readonly capacityPerWeek: number;
  /** Of a week, less what its parties have in hand. */
  readonly capacityLeft: number;
  readonly openWishes: number;
  readonly openShares: number;
  /** Shares of wishes on the wall that somebody has taken or brought. */
  readonly matchedShares: number;
  /** Shares that wait beyond what is left to give in a week; an offer for one 小区 covers nothing in another. */
  readonly shortShares: number;
}

/** What is offered and asked for at one place, by kind: a share is one help, and room is counted in helps as well. */
export interface SupplyTableAreaView {
  readonly areaId: string;
  readonly name: string;
  readonly isWholeCommunity: boolean;
  /** Offers for this place alone. */
  readonly supplies: CategoryCounts;
  /** Helps of a week that these can still give, less what their parties have in hand. */
  readonly capacityLeft: CategoryCounts;
  /** Shares that wait here. */
  readonly openShares: CategoryCounts;
}

export interface SupplyTableView {
  readonly communityId: string;
  /** The whole community first: what it offers goes to every 小区. */
  readonly areas: readonly SupplyTableAreaView[];
  readonly rows: readonly SupplyTableRowView[];
  readonly totals: Omit<SupplyTableRowView, 'category'>;
  readonly countedAtMs: number;
  readonly isAtLeast: boolean;
}

export interface GapWishView {
  readonly wishId: string;
  readonly title: string;
  readonly category: WishCategory;
  readonly urgency: Urgency;
  readonly areaName: string;
  readonly sharesLeft: number;
  readonly waitingDays: number;
  readonly suitable: number;
  readonly best: { readonly supplyId: string; readonly score: number; readonly why: string } | null;
}

/** Somebody in the ledger with little or no service; masked, for staff only. */
export interface GapPersonView {
  readonly caseId: string;
  readonly maskedName: string;
  readonly areaName: string;
  readonly service: 'none' | 'little';
  /** The last visit that was written down; null for none. */
  readonly lastVisitAtMs: number | null;
  readonly nextVisitAtMs: number | null;
}

/** Homes that ask now, by how often somebody helped them within a year; figures only. */
export interface ServedHomesView {
  readonly asking: number;
  /** 没有服务 */
  readonly never: number;
  /** 较少服务: once. */
  readonly once: number;
}

export interface SupplyGapsView {
  readonly communityId: string;
  readonly homes: ServedHomesView;
  /** With the fewest suitable offers first, then those that waited longest. */
  readonly wishes: readonly GapWishView[];
  readonly people: readonly GapPersonView[];
  readonly isAtLeast: boolean;
  readonly suitabilityVersion: number;
}

/** An offer that suits a wish, and why. */
export interface SuitedSupplyView {
  readonly supply: SupplyCardView;
  readonly score: number;
  readonly why: string;
}

/** A wish that suits an offer, and why. */
export interface SuitedWishView {
  readonly wishId: string;
  readonly title: string;
  readonly category: WishCategory;
  readonly pictureKey: PictureKey;
  readonly urgency: Urgency;
  readonly areaName: string;
  readonly sharesLeft: number;
  readonly shareNote: string;
  readonly windowEndMs: number;
  readonly score: number;
  readonly why: string;
}

/** Wishes that suit an offer, the best first. */
export interface SuitedWishesView {
  readonly wishes: readonly SuitedWishView[];
  /** Its party has as many under way as it offers in a week, so that none is put before it. */
  readonly isFull: boolean;
}

/** As whom it is offered; an organisation by staff of the community, who keep it for them. */
export const supplyAsSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('member') }),
  v.strictObject({ kind: v.literal('merchant') }),
  v.strictObject({ kind: v.literal('unit'), unitId: idSchema }),
  v.strictObject({ kind: v.literal('organisation'), name: textSchema(LIMITS.nameCharacters, '请写组织的名字') }),
]);
export type SupplyAsInput = v.InferOutput<typeof supplyAsSchema>;

export const supplyWordsSchema = v.strictObject({
  category: v.picklist(WISH_CATEGORIES),
  title: textSchema(LIMITS.titleCharacters, '请写能提供什么'),
  words: optionalTextSchema(LIMITS.noteCharacters),
  conditions: optionalTextSchema(LIMITS.noteCharacters),
  skills: v.optional(v.pipe(v.array(v.picklist(SKILLS)), v.maxLength(LIMITS.skillsPerActivity)), []),
  certificates: v.optional(v.pipe(v.array(v.picklist(TRADE_CERTIFICATES)), v.maxLength(TRADE_CERTIFICATES.length)), []),
  /** A community or a 小区 of it. */
  areaId: areaIdSchema,
  /** Where a shop, a unit or an organisation is; numbers the wrong way round are told apart by the server. A resident's is the middle of their 小区. */
  point: v.optional(v.nullable(v.strictObject({ lng: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)), lat: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)) })), null),
  /** The 小区 a shop, a unit or an organisation is in: its middle stands for the place where no `point` is told. Says nothing of a resident. */
  seatAreaId: v.optional(v.nullable(areaIdSchema), null),
  slots: v.pipe(v.number(), v.integer(), v.minValue(1, '请选哪些时候方便'), v.maxValue(WEEK_SLOTS_ALL)),
  capacityPerWeek: v.pipe(v.number(), v.integer('次数要是整数'), v.minValue(1, '至少 1 次'), v.maxValue(LIMITS.supplyCapacity, `最多 ${LIMITS.supplyCapacity} 次`)),
});
export type SupplyWordsInput = v.InferOutput<typeof supplyWordsSchema>;

/** A sheet of the resource desk as a file for spreadsheets. */
export const SUPPLY_SHEETS = ['table', 'map'] as const;
export type SupplySheet = (typeof SUPPLY_SHEETS)[number];
export const SUPPLY_SHEET_LABEL: Readonly<Record<SupplySheet, string>> = { table: '资源匹配表', map: '资源清单' };

export interface SupplyExportView {
  readonly csv: string;
  readonly rows: number;
  readonly isAtLeast: boolean;
}

/** What staff found when they looked at the paper: it holds until a day, or it is struck off the offer. */
export const certificateFindingSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('seen'), untilMs: v.pipe(v.number('请选有效到哪一天'), v.integer(), v.minValue(1, '请选有效到哪一天')) }),
  v.strictObject({ kind: v.literal('struck'), note: textSchema(LIMITS.noteCharacters, '请写一句为什么，对方看得到') }),
]);

const supplyRef = { supplyId: idSchema };
/** Null: the reader's own community. */
const ofCommunity = { communityId: v.optional(v.nullable(areaIdSchema), null) };
const STAFF = { roles: ['administrator', 'staff', 'socialWorker'] } as const;

export const SUPPLY_ROUTES = {
  /** A new one, `as` whom; or other words of one's own, where `as` says nothing. */
  'supply.save': route<SupplyRef>()({ input: v.strictObject({ supplyId: v.optional(v.nullable(idSchema), null), as: v.optional(supplyAsSchema, { kind: 'member' }), ...supplyWordsSchema.entries }), mutating: true, access: 'member', requestBudget: BUDGET.asked, quota: 'contentCheck' }),
  'supply.pause': route<SupplyRef>()({ input: v.strictObject(supplyRef), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  'supply.resume': route<SupplyRef>()({ input: v.strictObject(supplyRef), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  /** It still holds. */
  'supply.confirm': route<SupplyRef>()({ input: v.strictObject(supplyRef), mutating: true, access: 'member', requestBudget: BUDGET.asked }),
  /** By its party, or by staff of the community. */
  'supply.end': route<SupplyRef>()({ input: v.strictObject(supplyRef), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  /** One's own, those of units one answers for, and those one keeps for organisations; what ended is not among them. */
  'supply.mine': route<readonly SupplyView[]>()({ input: emptySchema, mutating: false, access: 'member', requestBudget: BUDGET.list }),
  'supply.get': route<SupplyView>()({ input: v.strictObject(supplyRef), mutating: false, access: 'member', requestBudget: BUDGET.detail }),
  /** Open offers of a community by place and kind, for its residents, shops admitted there and staff. */
  'supply.map': route<SupplyMapView>()({ input: v.strictObject({ ...ofCommunity, partyKind: v.optional(v.nullable(v.picklist(SUPPLY_PARTY_KINDS)), null), category: v.optional(v.nullable(v.picklist(WISH_CATEGORIES)), null) }), mutating: false, access: 'member', requestBudget: BUDGET.detail }),
  /** 资源匹配表: figures only, for the same readers. */
  'supply.table': route<SupplyTableView>()({ input: v.strictObject(ofCommunity), mutating: false, access: 'member', requestBudget: BUDGET.detail }),
  /** Wishes with few suitable offers, and people with 较少服务 or 没有服务. */
  'supply.gaps': route<SupplyGapsView>()({ input: v.strictObject(ofCommunity), mutating: false, access: STAFF, requestBudget: BUDGET.suggest }),
  /** The table or the list of offers as a file, each export with an audit line: residents' names are whole in it. */
  'supply.export': route<SupplyExportView>()({ input: v.strictObject({ ...ofCommunity, sheet: v.picklist(SUPPLY_SHEETS) }), mutating: true, access: STAFF, requestBudget: BUDGET.command }),
  /** Staff of the community have seen the paper, or it is none: then the offer no longer names it. */
  'supply.checkCertificate': route<SupplyRef>()({ input: v.strictObject({ ...supplyRef, certificate: v.picklist(TRADE_CERTIFICATES), finding: certificateFindingSchema }), mutating: true, access: STAFF, requestBudget: BUDGET.asked, quota: 'contentCheck' }),
  /** The best offers for a wish, for whoever it is of and for staff. */
  'supply.forWish': route<readonly SuitedSupplyView[]>()({ input: v.strictObject({ wishId: idSchema }), mutating: false, access: 'member', requestBudget: BUDGET.suggest }),
  /** The best wishes for one's own offer. */
  'supply.wishesFor': route<SuitedWishesView>()({ input: v.strictObject(supplyRef), mutating: false, access: 'member', requestBudget: BUDGET.command }),
} as const;
