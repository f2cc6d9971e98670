import * as v from 'valibot';
import { giverSchema } from './claim.contract';
import { areaIdSchema, cursorSchema, fileIdSchema, idSchema, momentSchema, optionalTextSchema, photosSchema, textSchema, type Page } from './common';
import type { ContributionView } from './contribution.contract';
import { LIMITS } from './limits';
import { BUDGET, route } from './route';
import type { SpendingRowView } from './spending.contract';
import { DISCLOSURE_KINDS, photoJudgement, type DisclosureView, type FourFacts, type PhotoInDoubtView, type UseFiguresView } from './told-views';

/**
 * A directed gift (定向赠与, RULES.md section 2 lane C): a merchant, a unit or a person gives to one project, one bundle of
 * needs or one organisation of a community, by an agreement both sides said yes to. For a person ill or in hardship there
 * are things and services only: the type itself has no money. All amounts are whole fen.
 */
/** `offered`, `asked`: words go back and forth; `agreed`: to be paid; `counting`: until what is on the way has come or gone; `lapsed`: not all of it came in time, so everything went back. */
export const DIRECTED_STATES = ['offered', 'asked', 'agreed', 'counting', 'running', 'reported', 'ended', 'refused', 'withdrawn', 'lapsed', 'cancelled'] as const;
export type DirectedState = (typeof DIRECTED_STATES)[number];
export const DIRECTED_STATE_LABEL: Readonly<Record<DirectedState, string>> = {
  offered: '等社区答复', asked: '社区请您补一句', agreed: '说定了，等付款', counting: '在对账', running: '在办', reported: '办完了，余款没定', ended: '办完了',
  refused: '社区没有接', withdrawn: '收回了', lapsed: '没付齐，已退回', cancelled: '取消了，已退回',
};

export const DIRECTED_FOR_KINDS = ['project', 'needs', 'organisation'] as const;
export type DirectedForKind = (typeof DIRECTED_FOR_KINDS)[number];
export const DIRECTED_FOR_LABEL: Readonly<Record<DirectedForKind, string>> = { project: '一个项目', needs: '一批心愿', organisation: '一个组织' };

/** Something everybody shares, or one person who is ill or in hardship. */
export const DIRECTED_SUBJECTS = ['matter', 'person'] as const;
export type DirectedSubjectKind = (typeof DIRECTED_SUBJECTS)[number];
export const DIRECTED_SUBJECT_LABEL: Readonly<Record<DirectedSubjectKind, string>> = { matter: '大家的事', person: '帮一位生病或困难的人' };

export const THING_KINDS = ['goods', 'service'] as const;
export type ThingKind = (typeof THING_KINDS)[number];
export const THING_KIND_LABEL: Readonly<Record<ThingKind, string>> = { goods: '东西', service: '服务' };

/** `waiting`: not yet handed over; `handed`: the giver says so, staff have not seen it; `off`: will not come. */
export const THING_STATES = ['waiting', 'handed', 'received', 'off'] as const;
export type ThingState = (typeof THING_STATES)[number];
export const THING_STATE_LABEL: Readonly<Record<ThingState, string>> = { waiting: '还没交', handed: '说是交了，等社区点收', received: '点收了', off: '不给了' };

export type DirectedGiverKind = 'member' | 'merchant' | 'unit';

export interface DirectedThingView {
  readonly thingId: string;
  readonly kind: ThingKind;
  readonly text: string;
  readonly count: number;
  readonly unit: string;
  readonly state: ThingState;
  readonly handedAtMs: number | null;
  readonly handedNote: string;
  /** How many staff counted; null before. */
  readonly receivedCount: number | null;
  readonly receivedAtMs: number | null;
  /** What staff noted, or why it was called off. */
  readonly note: string;
  readonly canHandOver: boolean;
  readonly canReceive: boolean;
  readonly canCallOff: boolean;
}

/** What waits for staff: to answer it, to count things, to ask for a report, to say where the rest goes, to record what was handed back. */
export type DirectedWaits = 'answer' | 'things' | 'report' | 'leftover' | 'return';

/** A row of a list. */
export interface DirectedCardView {
  readonly directedId: string;
  readonly title: string;
  readonly subjectKind: DirectedSubjectKind;
  readonly forKind: DirectedForKind;
  /** "“一老一小”午餐项目", "12 个心愿". */
  readonly forText: string;
  readonly state: DirectedState;
  readonly communityId: string;
  readonly communityName: string;
  readonly giverKind: DirectedGiverKind;
  /** As the giver wished to be named: a name, 一位邻居, 一家商户, 一家单位; the true one for both sides. */
  readonly giverName: string;
  /** Null: no money in it. */
  readonly amountFen: number | null;
  /** What has come of it and counts. */
  readonly paidFen: number;
  readonly spentFen: number;
  /** "米 20 袋、理发 30 次", empty when there are none. */
  readonly thingsText: string;
  readonly offeredAtMs: number;
  /** Both null before it is agreed. */
  readonly payByMs: number | null;
  readonly reportByMs: number | null;
  readonly isReportOverdue: boolean;
  /** For staff; null for everybody else and when nothing waits. */
  readonly waits: DirectedWaits | null;
}

export interface DirectedLineView {
  readonly lineId: string;
  /** A row of the street's table of uses, and its words when it was offered. */
  readonly useKey: string;
  readonly useLabel: string;
  readonly text: string;
  readonly amountFen: number;
}

export const LEFTOVER_KINDS = ['giver', 'fund', 'again'] as const;
export type DirectedLeftoverKind = (typeof LEFTOVER_KINDS)[number];
export const LEFTOVER_KIND_LABEL: Readonly<Record<DirectedLeftoverKind, string>> = { giver: '退给您', fund: '转给社区发展基金', again: '照样再办一回' };

/** `said`: the giver is asked; `agreed`: is handed back; `handed`: staff say so, the giver has not seen it. Done or refused it is null again, or history. */
export type DirectedLeftoverState = 'said' | 'agreed' | 'handed' | 'done';

export interface DirectedLeftoverView {
  readonly leftoverId: string;
  readonly kind: DirectedLeftoverKind;
  readonly state: DirectedLeftoverState;
  readonly amountFen: number;
  readonly reason: string;
  /** Of `again`: the day of its new report. */
  readonly reportByMs: number | null;
  readonly saidAtMs: number;
  /** Until then the giver is waited for; nothing goes without their yes. */
  readonly answerByMs: number;
  /** Of what was handed back; empty before, and for neighbours. */
  readonly voucherNo: string;
  /** What was written wrongly before, for both sides. */
  readonly corrections: readonly { readonly wasVoucherNo: string; readonly reason: string; readonly atMs: number }[];
}

/** What the reader may do now. */
export interface DirectedMayView {
  readonly canEdit: boolean;
  readonly canWithdraw: boolean;
  readonly canPay: boolean;
  /** Why they can't pay, for the giver's side; null when they can and for everybody else. */
  readonly payRefusal: string | null;
  readonly canAnswer: boolean;
  readonly canEnterCash: boolean;
  readonly canCancel: boolean;
  readonly canReport: boolean;
  /** Photos in doubt wait for this reader. */
  readonly canJudgePhotos: boolean;
  /** Nothing waits to be paid and no thing is open, so the whole may be told. */
  readonly canReportWhole: boolean;
  readonly canAskSpending: boolean;
  readonly canSettleLeftover: boolean;
  readonly canAnswerLeftover: boolean;
  readonly canRecordReturn: boolean;
  /** Somebody else wrote the voucher: it may be put right. */
  readonly canCorrectReturn: boolean;
  readonly canConfirmReturn: boolean;
}

export interface DirectedView extends DirectedCardView {
  /** `giver`: whoever gives or is of the giving shop or unit; `staff`: of the community, and whoever answers for it; else `neighbour`. */
  readonly audience: 'giver' | 'staff' | 'neighbour';
  readonly purpose: string;
  /** As both sides agreed; empty when there are none. Empty for neighbours as well. */
  readonly conditions: string;
  readonly isAnonymous: boolean;
  /** Of a bundle of needs, for both sides; empty for neighbours. */
  readonly wishes: readonly { readonly wishId: string; readonly title: string }[];
  readonly lines: readonly DirectedLineView[];
  readonly things: readonly DirectedThingView[];
  /** Said by staff when they agree; null before. */
  readonly facts: FourFacts | null;
  /** Masked for neighbours; null before it is agreed. */
  readonly answerable: { readonly name: string; readonly isMe: boolean } | null;
  /** Who takes the money in; null before it is agreed, or where no money is given. */
  readonly entityName: string | null;
  readonly collectorKind: 'subMerchant' | 'cash' | null;
  /** Who keeps the cash box; null unless it is one. */
  readonly keeperName: string | null;
  /** Being paid right now or waiting for the second person: not counted yet, and not to be paid again. */
  readonly onTheWayFen: number;
  /** What is still to be paid. */
  readonly toPayFen: number;
  /** What may still be spent. */
  readonly fundsLeftFen: number;
  readonly uses: readonly UseFiguresView[];
  /** For both sides every one, for neighbours those paid; the newest first. */
  readonly spendings: readonly SpendingRowView[];
  readonly disclosures: readonly DisclosureView[];
  /** Of its reports, not seen by neighbours until one of the staff looked; for staff and whoever answers for it, else empty. */
  readonly photosInDoubt: readonly PhotoInDoubtView[];
  readonly leftover: DirectedLeftoverView | null;
  /** What was asked, why it was refused, cancelled or lapsed; empty when nothing was said. */
  readonly note: string;
  readonly endedAtMs: number | null;
  readonly payLimits: { readonly minimumFen: number; readonly maximumFen: number };
  readonly may: DirectedMayView;
}

/** What a command answers; its page is read anew. */
export interface DirectedRef {
  readonly directedId: string;
  readonly state: DirectedState;
}

const STAFF = { roles: ['administrator', 'staff', 'socialWorker'] } as const;
const directedRef = { directedId: idSchema };

const fenSchema = (min: number, max: number) => v.pipe(v.number('请填一个数'), v.integer('金额要精确到分'), v.minValue(min, `至少 ${min / 100} 元`), v.maxValue(max, `最多 ${max / 100} 元`));
const countSchema = (min: number) => v.pipe(v.number('填一个数'), v.integer('填整数'), v.minValue(min, `至少 ${min}`), v.maxValue(LIMITS.countOfOneThing, `最多 ${LIMITS.countOfOneThing}`));
const factSchema = (empty: string) => textSchema(LIMITS.factCharacters, empty);
const reasonSchema = textSchema(LIMITS.noteCharacters, '请写一句为什么，对方看得到');

const moneySchema = v.pipe(
  v.strictObject({
    amountFen: fenSchema(LIMITS.directedMinFen, LIMITS.directedFen),
    /** What it is to be spent on, of the uses the street allows; together the amount. */
    lines: v.pipe(v.array(v.strictObject({ useKey: idSchema, text: textSchema(LIMITS.aidCharacters, '请写花在什么上'), amountFen: fenSchema(1, LIMITS.directedFen) })), v.minLength(1, '请写钱花在哪儿'), v.maxLength(LIMITS.linesPerBudget, `最多 ${LIMITS.linesPerBudget} 行`)),
  }),
  v.forward(v.partialCheck([['amountFen'], ['lines']], ({ amountFen, lines }) => lines.reduce((sum, line) => sum + line.amountFen, 0) === amountFen, '花在哪儿的几样加起来，要正好是给的数'), ['lines']),
);

const thingSchema = v.strictObject({ kind: v.picklist(THING_KINDS), text: textSchema(LIMITS.titleCharacters, '请写给什么'), count: countSchema(1), unit: textSchema(LIMITS.unitCharacters, '写“袋”“件”“次”这样的字') });
const thingsSchema = v.pipe(v.array(thingSchema), v.maxLength(LIMITS.thingsPerGift, `最多 ${LIMITS.thingsPerGift} 样`));

/** For a person there is no money: not a field that may be left empty, but none. */
const whatSchema = v.variant('subjectKind', [
  v.pipe(
    v.strictObject({ subjectKind: v.literal('matter'), money: v.nullable(moneySchema), things: thingsSchema }),
    v.forward(v.partialCheck([['money'], ['things']], ({ money, things }) => money !== null || things.length > 0, '请写给什么：钱、东西或者服务'), ['things']),
  ),
  v.strictObject({ subjectKind: v.literal('person'), things: v.pipe(thingsSchema, v.minLength(1, '请写给什么：东西或者服务')) }),
]);

const forSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('project'), name: textSchema(LIMITS.titleCharacters, '请写是哪个项目') }),
  v.strictObject({ kind: v.literal('needs'), wishIds: v.pipe(v.array(idSchema), v.minLength(1, '请挑几个心愿'), v.maxLength(LIMITS.wishesPerCampaign, `最多 ${LIMITS.wishesPerCampaign} 个`)) }),
  v.strictObject({ kind: v.literal('organisation'), name: textSchema(LIMITS.entityCharacters, '请写是哪个组织') }),
]);

/** What a giver offers, and may rewrite until staff answer. */
export const directedWordsSchema = v.strictObject({
  title: textSchema(LIMITS.titleCharacters, '请写一句给什么、给谁'),
  purpose: textSchema(LIMITS.storyCharacters, '请写想让它办成什么'),
  for: forSchema,
  what: whatSchema,
  /** As agreed with the receiver; no advertising. */
  conditions: optionalTextSchema(LIMITS.noteCharacters),
  isAnonymous: v.boolean(),
});
export type DirectedWordsInput = v.InferOutput<typeof directedWordsSchema>;

const answerSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('accept'),
    facts: v.strictObject({ who: factSchema('请写谁来收、收了多久了'), done: factSchema('请写办过什么'), uses: factSchema('请写钱和东西用在哪'), where: factSchema('请写办到哪一步了') }),
    /** Another of the staff by the code they read out; null: whoever accepts answers for it. */
    answerableCode: v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.toUpperCase(), v.regex(/^[A-Z0-9]{8}$/, '编号是 8 位字母和数字'))), null),
    /** Last day to pay, at most 40 days ahead; null where no money is given. Days count to their end. */
    payByMs: v.nullable(momentSchema),
    /** By then the whole is told. */
    reportByMs: momentSchema,
  }),
  v.strictObject({ kind: v.picklist(['ask', 'refuse']), note: reasonSchema }),
]);
export type DirectedAnswerInput = v.InferInput<typeof answerSchema>;

const leftoverSchema = v.variant('kind', [
  v.strictObject({ kind: v.picklist(['giver', 'fund']) }),
  v.strictObject({ kind: v.literal('again'), reportByMs: momentSchema }),
]);

export const DIRECTED_ROUTES = {
  /** Of the reader's community, or of one they work in or have a shop in: what was agreed, and what is over. */
  'directed.list': route<Page<DirectedCardView>>()({ input: v.strictObject({ areaId: v.optional(v.nullable(areaIdSchema), null), shown: v.optional(v.picklist(['running', 'ended']), 'running'), cursor: cursorSchema }), mutating: false, access: 'member', requestBudget: BUDGET.list }),
  /** What I, my shop or my unit gave; or what I answer for. */
  'directed.mine': route<Page<DirectedCardView>>()({ input: v.strictObject({ as: v.optional(v.picklist(['giver', 'answerable']), 'giver'), cursor: cursorSchema }), mutating: false, access: 'member', requestBudget: BUDGET.list }),
  /** What waits for staff of a community, the oldest first. */
  'directed.waiting': route<Page<DirectedCardView>>()({ input: v.strictObject({ areaId: v.optional(v.nullable(areaIdSchema), null), cursor: cursorSchema }), mutating: false, access: STAFF, requestBudget: BUDGET.list }),
  /** The gift, titles of its wishes, links of photos. */
  'directed.get': route<DirectedView>()({ input: v.strictObject(directedRef), mutating: false, access: 'member', requestBudget: BUDGET.command }),
  /** `communityId` null: one's own. For oneself in one's own community, for a shop where it is admitted, for a unit in its own. */
  'directed.offer': route<DirectedRef>()({ input: v.strictObject({ communityId: v.optional(v.nullable(areaIdSchema), null), as: giverSchema, words: directedWordsSchema }), mutating: true, access: 'member', requestBudget: BUDGET.offer, quota: 'contentCheck' }),
  /** By the giver, while staff have not answered or asked back. */
  'directed.update': route<DirectedRef>()({ input: v.strictObject({ ...directedRef, words: directedWordsSchema }), mutating: true, access: 'member', requestBudget: BUDGET.offer, quota: 'contentCheck' }),
  /** By the giver, until everything is in; what was paid goes back by itself. */
  'directed.withdraw': route<DirectedRef>()({ input: v.strictObject(directedRef), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  /** By staff of the community who are not of the giving side. */
  'directed.answer': route<DirectedRef>()({ input: v.strictObject({ ...directedRef, decision: answerSchema }), mutating: true, access: STAFF, requestBudget: BUDGET.offer + 1, quota: 'contentCheck' }),
  /** By the giver, in WeChat, all at once or in parts; never more than is left. The same operation again gives the same order. */
  'directed.pay': route<ContributionView>()({ input: v.strictObject({ ...directedRef, amountFen: fenSchema(1, LIMITS.directedFen) }), mutating: true, access: 'member', requestBudget: BUDGET.spend }),
  /** Cash that staff took in from the giver, with a paper receipt; another confirms it. */
  'directed.enterCash': route<ContributionView>()({ input: v.strictObject({ ...directedRef, amountFen: fenSchema(1, LIMITS.directedFen), receiptNo: textSchema(LIMITS.documentNoCharacters, '请写收据编号'), photo: fileIdSchema }), mutating: true, access: STAFF, requestBudget: BUDGET.spend, quota: 'contentCheck' }),
  /** By the giver: it was brought, or done. */
  'directed.handOver': route<DirectedRef>()({ input: v.strictObject({ ...directedRef, thingId: idSchema, note: optionalTextSchema(LIMITS.noteCharacters), handedAtMs: momentSchema }), mutating: true, access: 'member', requestBudget: BUDGET.command, quota: 'contentCheck' }),
  /** By staff who did not hand it over: how many there are. Fewer needs a note. */
  'directed.receive': route<DirectedRef>()({ input: v.strictObject({ ...directedRef, thingId: idSchema, count: countSchema(0), note: optionalTextSchema(LIMITS.noteCharacters) }), mutating: true, access: STAFF, requestBudget: BUDGET.command, quota: 'contentCheck' }),
  /** A thing that will not come, by either side, before it was received. */
  'directed.callOff': route<DirectedRef>()({ input: v.strictObject({ ...directedRef, thingId: idSchema, reason: reasonSchema }), mutating: true, access: 'member', requestBudget: BUDGET.asked, quota: 'contentCheck' }),
  /** By staff, until everything is in; what was paid goes back by itself. */
  'directed.cancel': route<DirectedRef>()({ input: v.strictObject({ ...directedRef, reason: reasonSchema }), mutating: true, access: STAFF, requestBudget: BUDGET.asked, quota: 'contentCheck' }),
  /** By whoever answers for it, or staff in their place. */
  'directed.report': route<DirectedRef>()({ input: v.strictObject({ ...directedRef, kind: v.picklist(DISCLOSURE_KINDS), text: textSchema(LIMITS.storyCharacters, '请写办了什么、钱和东西用在哪'), photos: photosSchema(LIMITS.photosPerWish) }), mutating: true, access: 'member', requestBudget: BUDGET.publish, quota: 'contentCheck' }),
  /** A photo of a report that the check was not sure of, by staff who neither give nor sent it. Refuses DIRECTED_OWN, NOT_ALLOWED, CASE_STATE_CHANGED. */
  'directed.judgePhoto': route<DirectedRef>()({ input: v.strictObject({ ...directedRef, ...photoJudgement }), mutating: true, access: STAFF, requestBudget: BUDGET.command, quota: 'contentCheck' }),
  /** After the final report: where what is left shall go. The giver says yes or no. */
  'directed.settleLeftover': route<DirectedRef>()({ input: v.strictObject({ ...directedRef, to: leftoverSchema, reason: reasonSchema }), mutating: true, access: STAFF, requestBudget: BUDGET.asked, quota: 'contentCheck' }),
  /** By the giver, to exactly the proposal they read. */
  'directed.answerLeftover': route<DirectedRef>()({ input: v.strictObject({ ...directedRef, leftoverId: idSchema, isYes: v.boolean(), note: optionalTextSchema(LIMITS.noteCharacters) }), mutating: true, access: 'member', requestBudget: BUDGET.command, quota: 'contentCheck' }),
  /** Staff handed the rest back to the giver, as the voucher says… */
  'directed.recordReturn': route<DirectedRef>()({ input: v.strictObject({ ...directedRef, voucherNo: textSchema(LIMITS.voucherCharacters, '请写退款凭证号') }), mutating: true, access: STAFF, requestBudget: BUDGET.asked, quota: 'contentCheck' }),
  /** The voucher was wrong: another of the staff writes the right one and why; the old one stays readable. Refuses SAME_PERSON. */
  'directed.correctReturn': route<DirectedRef>()({ input: v.strictObject({ ...directedRef, voucherNo: textSchema(LIMITS.voucherCharacters, '请写对的凭证号'), reason: reasonSchema }), mutating: true, access: STAFF, requestBudget: BUDGET.asked, quota: 'contentCheck' }),
  /** … and the giver says that it came. */
  'directed.confirmReturn': route<DirectedRef>()({ input: v.strictObject(directedRef), mutating: true, access: 'member', requestBudget: BUDGET.command }),
} as const;
