import * as v from 'valibot';
import { cursorSchema, idSchema, textSchema, type Page } from './common';
import { LIMITS } from './limits';
import { BUDGET, route } from './route';

/**
 * A shop's matching budget (配捐) for one campaign. `offered`: staff look whether the collector has the money. `open`:
 * gifts are matched. `ending`: no more; what is on its way is waited for, then the rest is given back. `returning`: the
 * rest was paid back, the shop says that it came.
 */
export const MATCH_STATES = ['offered', 'open', 'ending', 'returning', 'ended', 'refused', 'withdrawn'] as const;
export type MatchState = (typeof MATCH_STATES)[number];
export const MATCH_STATE_LABEL: Readonly<Record<MatchState, string>> = { offered: '等社区核款', open: '正在配', ending: '不再配了', returning: '余款已退，等您确认', ended: '结清了', refused: '没有通过', withdrawn: '已撤回' };

/** All amounts in fen: left + held + spent + returned = budget from the day it opens. */
export interface MatchBudgetView {
  readonly matchBudgetId: string;
  readonly campaignId: string;
  readonly campaignTitle: string;
  readonly merchantName: string;
  readonly state: MatchState;
  readonly budgetFen: number;
  /** 每 `denominator` 元配 `numerator` 元. */
  readonly numerator: number;
  readonly denominator: number;
  readonly capFenPerPersonDay: number;
  readonly leftFen: number;
  /** Kept for gifts that are being paid. */
  readonly heldFen: number;
  readonly spentFen: number;
  readonly returnedFen: number;
  /** The collector's receipt; empty before it is confirmed. */
  readonly receiptNo: string;
  /** Voucher of what was paid back; empty before. */
  readonly voucherNo: string;
  /** What was said when it was refused or ended. */
  readonly note: string;
  readonly offeredAtMs: number;
  readonly openedAtMs: number | null;
  readonly endedAtMs: number | null;
  readonly may: { readonly withdraw: boolean; readonly decide: boolean; readonly end: boolean; readonly recordReturn: boolean; readonly confirmReturn: boolean };
}

const matchRef = { matchBudgetId: idSchema };
const fenSchema = (min: number, max: number) => v.pipe(v.number('填一个数'), v.integer('金额要精确到分'), v.minValue(min, `至少 ${min / 100} 元`), v.maxValue(max, `最多 ${max / 100} 元`));
const partSchema = v.pipe(v.number('填一个数'), v.integer('填整数'), v.minValue(1, '至少 1'), v.maxValue(LIMITS.matchPart, `最多 ${LIMITS.matchPart}`));
const numberSchema = (empty: string) => textSchema(LIMITS.placeCharacters, empty);

const MERCHANTS = { roles: ['merchant'] } as const;
const STAFF = { roles: ['administrator', 'staff', 'socialWorker'] } as const;

export const MATCH_ROUTES = {
  /** By a shop admitted to the campaign's community; the money goes to the campaign's collector, never to this program. */
  'match.offer': route<MatchBudgetView>()({
    input: v.strictObject({ campaignId: idSchema, budgetFen: fenSchema(LIMITS.matchBudgetMinFen, LIMITS.matchBudgetMaxFen), numerator: partSchema, denominator: partSchema, capFenPerPersonDay: fenSchema(100, LIMITS.matchBudgetMaxFen) }),
    mutating: true, access: MERCHANTS, requestBudget: BUDGET.command,
  }),
  'match.mine': route<Page<MatchBudgetView>>()({ input: v.strictObject({ cursor: cursorSchema }), mutating: false, access: MERCHANTS, requestBudget: BUDGET.list }),
  'match.get': route<MatchBudgetView>()({ input: v.strictObject(matchRef), mutating: false, access: 'member', requestBudget: BUDGET.list }),
  'match.withdraw': route<MatchBudgetView>()({ input: v.strictObject(matchRef), mutating: true, access: MERCHANTS, requestBudget: BUDGET.command }),
  /** Staff have seen the collector's receipt, or say why not. */
  'match.decide': route<MatchBudgetView>()({
    input: v.strictObject({ ...matchRef, decision: v.variant('kind', [v.strictObject({ kind: v.literal('confirm'), receiptNo: numberSchema('请写收款单位的收据号') }), v.strictObject({ kind: v.literal('refuse'), note: textSchema(LIMITS.noteCharacters, '请写一句为什么，商户会看到') })]) }),
    mutating: true, access: STAFF, requestBudget: BUDGET.asked,
  }),
  /** Before its campaign is over: by the shop or staff. What was matched stays. */
  'match.end': route<MatchBudgetView>()({ input: v.strictObject({ ...matchRef, note: textSchema(LIMITS.noteCharacters, '请写一句为什么') }), mutating: true, access: { roles: ['merchant', 'administrator', 'staff', 'socialWorker'] }, requestBudget: BUDGET.command, quota: 'contentCheck' }),
  /** Staff note that the collector paid the rest back; the shop, or another of the staff, says that it came. */
  'match.recordReturn': route<MatchBudgetView>()({ input: v.strictObject({ ...matchRef, voucherNo: numberSchema('请写退款凭证号') }), mutating: true, access: STAFF, requestBudget: BUDGET.command }),
  'match.confirmReturn': route<MatchBudgetView>()({ input: v.strictObject(matchRef), mutating: true, access: { roles: ['merchant', 'administrator', 'staff', 'socialWorker'] }, requestBudget: BUDGET.command }),
} as const;
