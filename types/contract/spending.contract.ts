import * as v from 'valibot';
import { areaIdSchema, emptySchema, fileIdSchema, idSchema, momentSchema, optionalTextSchema, textSchema } from './common';
import { LIMITS } from './limits';
import { BUDGET, route } from './route';

/** What money that stands ready may be spent on: a neighbours' campaign, a directed gift, a grant of the development fund. */
export const SPENDING_HOST_KINDS = ['mutual', 'directed', 'grant'] as const;
export type SpendingHostKind = (typeof SPENDING_HOST_KINDS)[number];

/** `asked`: its amount is set aside and people look at it; `approved`: may be paid out; the others are ends. */
export const SPENDING_STATES = ['asked', 'approved', 'refused', 'withdrawn', 'paid'] as const;
export type SpendingState = (typeof SPENDING_STATES)[number];
export const SPENDING_STATE_LABEL: Readonly<Record<SpendingState, string>> = { asked: '等人看', approved: '同意了，等付款', refused: '没同意', withdrawn: '收回了', paid: '付出去了' };

/** As whom somebody says yes to money going out. The accounting agent is who keeps the street's books for the community (居财街管). */
export const APPROVER_ROLES = ['accountingAgent', 'administrator', 'staff'] as const;
export type ApproverRole = (typeof APPROVER_ROLES)[number];
export const APPROVER_ROLE_LABEL: Readonly<Record<ApproverRole, string>> = { accountingAgent: '街道代理会计', administrator: '管理员', staff: '社区工作人员' };

/** A line of a street's table of uses (五准五不准). */
export interface UseRowView {
  readonly useKey: string;
  readonly label: string;
  readonly note: string;
  readonly isAllowed: boolean;
  /** Forbidden by law or by this program; nobody takes it away. */
  readonly isBuiltIn: boolean;
}

export interface UseTableView {
  readonly streetId: string;
  readonly rows: readonly UseRowView[];
  /** Sent back when saving, so that two who edit at once don't overwrite each other. */
  readonly version: number;
  readonly canEdit: boolean;
}

/** One yes: as whom, never who; `name` only for those who work on it. */
export interface ApprovalView {
  readonly role: ApproverRole;
  readonly atMs: number;
  /** Called like the payee. */
  readonly hasPayeesName: boolean;
  readonly name: string | null;
  readonly isMine: boolean;
}

/** A row: of what waits for me, of what I asked for, of a host's own list. */
export interface SpendingRowView {
  readonly spendingId: string;
  readonly hostKind: SpendingHostKind;
  readonly hostId: string;
  readonly hostTitle: string;
  readonly useLabel: string;
  readonly text: string;
  readonly amountFen: number;
  readonly state: SpendingState;
  readonly filedAtMs: number;
  readonly yesses: number;
  /** What it waits for now, in a few words; empty at an end. */
  readonly waitsText: string;
  /** The reader may look at it or record its payout. */
  readonly isMyTurn: boolean;
}

export interface SpendingView extends SpendingRowView {
  readonly communityName: string;
  /** Masked for neighbours when it is a person. */
  readonly payeeName: string;
  /** Whoever asked paid it first and gets it back. */
  readonly isPayeeFiler: boolean;
  readonly receiptUrls: readonly (string | null)[];
  /** Only for those who work on it. */
  readonly filerName: string | null;
  readonly approvals: readonly ApprovalView[];
  readonly approvalsNeeded: number;
  readonly hasAgent: boolean;
  /** Left of the host, besides this. */
  readonly fundsLeftFen: number;
  readonly payout: { readonly voucherNo: string; readonly paidAtMs: number; readonly role: ApproverRole; readonly photoUrl: string | null } | null;
  readonly note: string;
  readonly myRole: ApproverRole | null;
  /** The reader is called like the payee: they say so by approving all the same. */
  readonly amIPayeesNamesake: boolean;
  readonly may: { readonly approve: boolean; readonly refuse: boolean; readonly withdraw: boolean; readonly recordPayout: boolean };
}

/** What a command on a spending answers; its page reads the rest anew. */
export interface SpendingActView {
  readonly spendingId: string;
  readonly state: SpendingState;
}

const hostRef = { hostKind: v.picklist(SPENDING_HOST_KINDS), hostId: idSchema };
const spendingRef = { ...hostRef, spendingId: idSchema };

/** Whole fen: a tenth of a fen, nothing and less than nothing are no amounts. */
export const amountFenSchema = v.pipe(v.number('填一个数'), v.integer('最小到分'), v.minValue(1, '要大于 0'), v.maxValue(LIMITS.amountFen, '数目太大了，请核对'));

const payeeSchema = v.variant('kind', [
  /** Paid before out of one's own pocket. */
  v.strictObject({ kind: v.literal('me') }),
  v.strictObject({ kind: v.literal('neighbour'), code: v.pipe(v.string(), v.trim(), v.toUpperCase(), v.regex(/^[A-Z0-9]{8}$/, '编号是 8 位字母和数字')) }),
  v.strictObject({ kind: v.literal('organisation'), name: textSchema(LIMITS.payeeCharacters, '请写收款单位的全名') }),
  v.strictObject({ kind: v.literal('person'), name: textSchema(LIMITS.nameCharacters, '请写收款人的姓名') }),
]);

const useRowSchema = v.strictObject({ useKey: v.optional(v.nullable(idSchema), null), label: textSchema(LIMITS.titleCharacters, '请写是什么用途'), note: optionalTextSchema(LIMITS.noteCharacters), isAllowed: v.boolean() });

const ADMINISTRATORS = { roles: ['administrator'] } as const;
export const SPENDING_ROUTES = {
  /** By whoever may ask for money of the host, with the receipt; the amount is set aside at once. */
  'spending.ask': route<SpendingActView>()({
    input: v.strictObject({ ...hostRef, useKey: idSchema, text: textSchema(LIMITS.noteCharacters, '请写买了什么、做了什么'), amountFen: amountFenSchema, payee: payeeSchema, receiptFileIds: v.pipe(v.array(fileIdSchema), v.maxLength(LIMITS.receipts, `最多 ${LIMITS.receipts} 张`)) }),
    mutating: true, access: 'member', requestBudget: BUDGET.spend, quota: 'contentCheck',
  }),
  /** One yes, by the accounting agent or staff of the community who neither asked nor are paid. */
  'spending.approve': route<SpendingActView>()({ input: v.strictObject(spendingRef), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  'spending.refuse': route<SpendingActView>()({ input: v.strictObject({ ...spendingRef, note: textSchema(LIMITS.noteCharacters, '请写一句为什么，对方看得到') }), mutating: true, access: 'member', requestBudget: BUDGET.command, quota: 'contentCheck' }),
  /** By whoever asked, as long as it is not paid. */
  'spending.withdraw': route<SpendingActView>()({ input: v.strictObject(spendingRef), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  /** The money left the account, as the voucher says. */
  'spending.recordPayout': route<SpendingActView>()({ input: v.strictObject({ ...spendingRef, voucherNo: textSchema(LIMITS.voucherCharacters, '请写凭证号'), paidAtMs: momentSchema, photoFileId: v.optional(v.nullable(fileIdSchema), null) }), mutating: true, access: 'member', requestBudget: BUDGET.command, quota: 'contentCheck' }),
  /** Neighbours read what was paid, with its receipt and the roles of who said yes; those who work on it read all. */
  'spending.get': route<SpendingView>()({ input: v.strictObject({ spendingId: idSchema }), mutating: false, access: 'member', requestBudget: BUDGET.publish }),
  /** What waits for the reader to look at or to pay, the oldest first. */
  'spending.waiting': route<readonly SpendingRowView[]>()({ input: emptySchema, mutating: false, access: 'member', requestBudget: BUDGET.listWithMine }),
  /** What the reader asked for, the newest first. */
  'spending.mine': route<readonly SpendingRowView[]>()({ input: emptySchema, mutating: false, access: 'member', requestBudget: BUDGET.list }),
  /** The table of the reader's street, or of the street an area lies in. */
  'uses.get': route<UseTableView>()({ input: v.strictObject({ areaId: v.optional(v.nullable(areaIdSchema), null) }), mutating: false, access: 'member', requestBudget: BUDGET.list }),
  /** By an administrator of the street. Built-in lines stay whatever is sent. */
  'uses.save': route<UseTableView>()({ input: v.strictObject({ areaId: areaIdSchema, version: v.pipe(v.number(), v.integer(), v.minValue(0)), rows: v.pipe(v.array(useRowSchema), v.maxLength(LIMITS.useRows, `最多 ${LIMITS.useRows} 条`)) }), mutating: true, access: ADMINISTRATORS, requestBudget: BUDGET.publish, quota: 'contentCheck' }),
} as const;
