import * as v from 'valibot';
import { cursorSchema, idSchema, optionalTextSchema, textSchema, type Page } from './common';
import { LIMITS } from './limits';
import { BUDGET, route } from './route';

/**
 * By WeChat: `ordered` waits at the cashier; `paid`; `closed` unpaid; `refunding`, `refunded`; `refundStuck`: WeChat does
 * not give it back for now, staff know. In cash: `entered` by one, `confirmed` or `refused` by another; `returning`, `returned`.
 */
export const CONTRIBUTION_STATES = ['ordered', 'paid', 'closed', 'refunding', 'refunded', 'refundStuck', 'entered', 'confirmed', 'refused', 'returning', 'returned'] as const;
export type ContributionState = (typeof CONTRIBUTION_STATES)[number];

/** Why money goes back: the least was not reached, it was called off, it came too late, or it was not what was ordered. */
export const REFUND_REASONS = ['missed', 'cancelled', 'late', 'mismatch'] as const;
export type RefundReason = (typeof REFUND_REASONS)[number];

/** What WeChat's cashier is opened with; handed to `wx.requestPayment` as it is. */
export interface PaymentParams {
  readonly timeStamp: string;
  readonly nonceStr: string;
  readonly package: string;
  readonly signType: string;
  readonly paySign: string;
}

/** What one person gave, as they read it themselves. */
export interface ContributionView {
  readonly contributionId: string;
  readonly lane: 'mutual' | 'directed';
  readonly targetId: string;
  readonly targetTitle: string;
  readonly kind: 'wechat' | 'cash';
  readonly state: ContributionState;
  readonly amountFen: number;
  readonly isAnonymous: boolean;
  readonly orderedAtMs: number;
  /** Until then it can be paid. */
  readonly orderEndsAtMs: number;
  readonly paidAtMs: number | null;
  readonly refundedAtMs: number | null;
  readonly refundReason: RefundReason | null;
  /** Null until the money came. */
  readonly receiptNo: string | null;
  /** Who receives the money. */
  readonly entityName: string;
  /** What a matching budget adds; null when none does. */
  readonly matchedFen: number | null;
  /** Only in the answer that opened the order. */
  readonly payment: PaymentParams | null;
}

/** A proof of what was given, for the giver. */
export interface ReceiptView {
  readonly receiptNo: string;
  readonly giverName: string;
  readonly amountFen: number;
  readonly targetTitle: string;
  readonly entityName: string;
  readonly paidAtMs: number;
  /** WeChat's number; null for cash. */
  readonly transactionId: string | null;
  /** It was given back since, or is on its way back. */
  readonly isGivenBack: boolean;
}

/** Money that waits for staff. */
export interface WaitingMoneyView {
  readonly contributionId: string;
  readonly kind: 'wechat' | 'cash';
  readonly state: ContributionState;
  readonly targetTitle: string;
  readonly giverName: string;
  readonly amountFen: number;
  readonly receiptNo: string | null;
  readonly atMs: number;
  readonly enteredByName: string;
  /** Whoever handed it back, once somebody did. */
  readonly returnedByName: string;
  /** What WeChat said when it refused; empty otherwise. */
  readonly words: string;
  /** What the reader may do now: whoever entered it, or handed it back, lets another confirm. */
  readonly may: 'confirmCash' | 'recordReturn' | 'confirmReturn' | null;
}

const STAFF = { roles: ['administrator', 'staff', 'socialWorker'] } as const;
const contributionRef = { contributionId: idSchema };

export const CONTRIBUTION_ROUTES = {
  /** By whoever gave it; of cash also by staff. */
  'contribution.get': route<ContributionView>()({ input: v.strictObject(contributionRef), mutating: false, access: 'member', requestBudget: BUDGET.detail }),
  'contribution.mine': route<Page<ContributionView>>()({ input: v.strictObject({ cursor: cursorSchema }), mutating: false, access: 'member', requestBudget: BUDGET.list }),
  /** The phone believes it was paid, or doubts it: WeChat is asked, and only WeChat's word counts. */
  'contribution.confirm': route<ContributionView>()({ input: v.strictObject(contributionRef), mutating: true, access: 'member', requestBudget: BUDGET.pay }),
  /** The giver goes on with an order that waits at the cashier, from whatever phone: the same order again. Refuses LANE_CLOSED, GIVE_TOO_LATE, PAY_NOT_ANSWERED, PAY_REFUSED. */
  'contribution.payOn': route<ContributionView>()({ input: v.strictObject(contributionRef), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  /** The giver turned back at the cashier: the order is closed at WeChat, unless it was paid meanwhile. */
  'contribution.cancel': route<ContributionView>()({ input: v.strictObject(contributionRef), mutating: true, access: 'member', requestBudget: BUDGET.pay }),
  'contribution.receipt': route<ReceiptView>()({ input: v.strictObject(contributionRef), mutating: false, access: 'member', requestBudget: BUDGET.detail }),
  /** By staff: cash to confirm or to hand back, refunds that WeChat refuses; of their community. */
  'contribution.waiting': route<Page<WaitingMoneyView>>()({ input: v.strictObject({ cursor: cursorSchema }), mutating: false, access: STAFF, requestBudget: BUDGET.list }),
  /** By another person than whoever entered it, with the paper receipt and the money before them. */
  'contribution.confirmCash': route<WaitingMoneyView>()({ input: v.strictObject(contributionRef), mutating: true, access: STAFF, requestBudget: BUDGET.command }),
  'contribution.refuseCash': route<WaitingMoneyView>()({ input: v.strictObject({ ...contributionRef, note: textSchema(LIMITS.noteCharacters, '请写为什么不对') }), mutating: true, access: STAFF, requestBudget: BUDGET.command, quota: 'contentCheck' }),
  /** Cash was handed back, by one… */
  'contribution.recordReturn': route<WaitingMoneyView>()({ input: v.strictObject({ ...contributionRef, note: optionalTextSchema(LIMITS.noteCharacters) }), mutating: true, access: STAFF, requestBudget: BUDGET.command, quota: 'contentCheck' }),
  /** … and seen by another. */
  'contribution.confirmReturn': route<WaitingMoneyView>()({ input: v.strictObject(contributionRef), mutating: true, access: STAFF, requestBudget: BUDGET.command }),
} as const;
