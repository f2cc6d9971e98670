import * as v from 'valibot';
import { areaIdSchema, emptySchema, idSchema, optionalTextSchema, textSchema } from './common';
import { LIMITS } from './limits';
import { BUDGET, route } from './route';
import { amountFenSchema, type ApproverRole, type SpendingRowView } from './spending.contract';

export const FUND_STATES = ['open', 'closed'] as const;
export type FundState = (typeof FUND_STATES)[number];

/** `applied`: two people decide; `granted`: its money may be spent; `reported`: staff look at the report; the others are ends. */
export const GRANT_STATES = ['applied', 'granted', 'reported', 'closed', 'refused', 'withdrawn'] as const;
export type GrantState = (typeof GRANT_STATES)[number];
export const GRANT_STATE_LABEL: Readonly<Record<GrantState, string>> = { applied: '等两位来定', granted: '在做', reported: '交了报告', closed: '办完了', refused: '没批', withdrawn: '收回了' };

export interface GrantBudgetLine {
  readonly useKey: string;
  readonly useLabel: string;
  readonly text: string;
  readonly amountFen: number;
}

export interface GrantCardView {
  readonly grantId: string;
  readonly fundId: string;
  readonly title: string;
  /** Who does it: a team, or a committee with a name of its own. */
  readonly committeeName: string;
  readonly state: GrantState;
  readonly askedFen: number;
  /** Null until it is granted. */
  readonly grantedFen: number | null;
  readonly paidFen: number;
  readonly appliedAtMs: number;
}

/** A line of the fund's or a grant's own book, the newest first. */
export interface FundLineView {
  readonly lineId: string;
  readonly atMs: number;
  readonly kind: 'budget' | 'grant' | 'spending' | 'returned' | 'closed';
  readonly text: string;
  /** Below nought when it goes out. */
  readonly amountFen: number;
  readonly balanceFen: number;
  /** Opens the receipt and who said yes; null where there is none. */
  readonly spendingId: string | null;
  readonly grantId: string | null;
}

/** A year's development fund of a community (社区发展基金): project money, no donations. */
export interface FundView {
  readonly fundId: string;
  readonly communityId: string;
  readonly communityName: string;
  readonly year: number;
  readonly documentNo: string;
  readonly state: FundState;
  readonly rulesText: string;
  readonly perGrantMaxFen: number;
  readonly budgetFen: number;
  /** Not granted to anybody. */
  readonly leftFen: number;
  /** With committees, not spent yet. */
  readonly withGrantsFen: number;
  readonly paidFen: number;
  readonly uses: readonly { readonly useKey: string; readonly label: string; readonly spentFen: number }[];
  readonly grants: readonly GrantCardView[];
  readonly lines: readonly FundLineView[];
  readonly reportText: string;
  readonly hasAgent: boolean;
  readonly may: { readonly apply: boolean; readonly manage: boolean };
}

/** The fund a page shows, and of which other years there is one; no fund where none was ever opened. */
export interface FundPageView {
  readonly fund: FundView | null;
  readonly years: readonly { readonly fundId: string; readonly year: number }[];
  /** The reader may open this year's: the community and its year; null otherwise. */
  readonly mayOpen: { readonly communityId: string; readonly communityName: string; readonly year: number } | null;
}

export interface GrantView extends GrantCardView {
  readonly communityName: string;
  readonly year: number;
  readonly story: string;
  readonly budgetLines: readonly GrantBudgetLine[];
  readonly fundsLeftFen: number;
  readonly fundLeftFen: number;
  readonly perGrantMaxFen: number;
  /** So far, while it is decided: as whom and how much. */
  readonly yesses: readonly { readonly role: ApproverRole; readonly amountFen: number; readonly isMine: boolean }[];
  readonly yessesNeeded: number;
  readonly note: string;
  readonly reportText: string;
  readonly returnedFen: number;
  readonly spendings: readonly SpendingRowView[];
  readonly lines: readonly FundLineView[];
  readonly may: { readonly decide: boolean; readonly withdraw: boolean; readonly askSpending: boolean; readonly report: boolean; readonly close: boolean };
}

const fundRef = { fundId: idSchema };
const grantRef = { grantId: idSchema };
const budgetLineSchema = v.strictObject({ useKey: idSchema, text: textSchema(LIMITS.noteCharacters, '请写这笔打算买什么、做什么'), amountFen: amountFenSchema });
const codeSchema = v.pipe(v.string(), v.trim(), v.toUpperCase(), v.regex(/^[A-Z0-9]{8}$/, '编号是 8 位字母和数字'));

const ADMINISTRATORS = { roles: ['administrator'] } as const;
const DECIDERS = { roles: ['administrator', 'staff'] } as const;

export const FUND_ROUTES = {
  /** Null shows the newest of the reader's community. */
  'fund.get': route<FundPageView>()({ input: v.strictObject({ fundId: v.optional(v.nullable(idSchema), null), areaId: v.optional(v.nullable(areaIdSchema), null) }), mutating: false, access: 'member', requestBudget: BUDGET.detail }),
  /** By an administrator of the street, for a community of it, by the document that gives the money. */
  'fund.open': route<{ readonly fundId: string }>()({
    input: v.strictObject({ communityId: areaIdSchema, documentNo: textSchema(LIMITS.documentNoCharacters, '请写批文的文号'), budgetFen: amountFenSchema, perGrantMaxFen: amountFenSchema, rulesText: textSchema(LIMITS.storyCharacters, '请写几句怎么申请、怎么定') }),
    mutating: true, access: ADMINISTRATORS, requestBudget: BUDGET.publish, quota: 'contentCheck',
  }),
  /** Who keeps the street's books for it, by the code they read out; null for nobody. Counts for every grant from now on. */
  'fund.setAgent': route<{ readonly fundId: string }>()({ input: v.strictObject({ ...fundRef, code: v.nullable(codeSchema) }), mutating: true, access: ADMINISTRATORS, requestBudget: BUDGET.command }),
  /** The year is over: with its report; what is left goes back to where it came from. */
  'fund.close': route<{ readonly fundId: string }>()({ input: v.strictObject({ ...fundRef, reportText: textSchema(LIMITS.storyCharacters, '请写这一年做了什么') }), mutating: true, access: ADMINISTRATORS, requestBudget: BUDGET.command, quota: 'contentCheck' }),
  /** By a member of the community, for a team they lead or a committee they are the contact of. */
  'grant.apply': route<{ readonly grantId: string }>()({
    input: v.strictObject({
      ...fundRef, title: textSchema(LIMITS.titleCharacters, '请给项目起个名字'), story: textSchema(LIMITS.storyCharacters, '请写做什么、谁来做、做完是什么样'),
      committee: v.variant('kind', [v.strictObject({ kind: v.literal('team'), teamId: idSchema }), v.strictObject({ kind: v.literal('named'), name: textSchema(LIMITS.nameCharacters, '请写是哪个小组') })]),
      budgetLines: v.pipe(v.array(budgetLineSchema), v.minLength(1, '至少写一笔'), v.maxLength(LIMITS.budgetLines, `最多 ${LIMITS.budgetLines} 笔`)),
    }),
    mutating: true, access: 'member', requestBudget: BUDGET.spend, quota: 'contentCheck',
  }),
  'grant.get': route<GrantView>()({ input: v.strictObject(grantRef), mutating: false, access: 'member', requestBudget: BUDGET.detail }),
  /** What the reader applied for, the newest first. */
  'grant.mine': route<readonly GrantCardView[]>()({ input: emptySchema, mutating: false, access: 'member', requestBudget: BUDGET.list }),
  /** Two different people of the community or above, on the same amount; one is enough to refuse, with a reason. */
  'grant.decide': route<{ readonly grantId: string }>()({
    input: v.strictObject({ ...grantRef, decision: v.variant('kind', [v.strictObject({ kind: v.literal('approve'), amountFen: amountFenSchema }), v.strictObject({ kind: v.literal('refuse'), note: textSchema(LIMITS.noteCharacters, '请写一句为什么，对方看得到') })]) }),
    mutating: true, access: DECIDERS, requestBudget: BUDGET.publish, quota: 'contentCheck',
  }),
  'grant.withdraw': route<{ readonly grantId: string }>()({ input: v.strictObject(grantRef), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  /** By its contact, when nothing waits to be paid. */
  'grant.report': route<{ readonly grantId: string }>()({ input: v.strictObject({ ...grantRef, reportText: textSchema(LIMITS.storyCharacters, '请写做成了什么、花在哪里') }), mutating: true, access: 'member', requestBudget: BUDGET.command, quota: 'contentCheck' }),
  /** By staff who did not apply: what is left goes back to the fund; or the report is asked for again, with a note. */
  'grant.close': route<{ readonly grantId: string }>()({ input: v.strictObject({ ...grantRef, askAgain: optionalTextSchema(LIMITS.noteCharacters) }), mutating: true, access: DECIDERS, requestBudget: BUDGET.command, quota: 'contentCheck' }),
} as const;
