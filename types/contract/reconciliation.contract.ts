import * as v from 'valibot';
import { cursorSchema, idSchema, textSchema, type Page } from './common';
import { LIMITS } from './limits';
import { BUDGET, route } from './route';

/** One line in which WeChat's bill and our books do not say the same. */
export const DIFFERENCE_KINDS = ['paymentUnknown', 'paymentMissing', 'paymentAmount', 'refundUnknown', 'refundMissing', 'refundAmount', 'ledger', 'sum', 'billMissing', 'billUnreadable'] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

export interface DifferenceView {
  readonly kind: DifferenceKind;
  /** Number of the order or the refund; empty when it is about the bill itself. */
  readonly number: string;
  readonly billFen: number | null;
  readonly booksFen: number | null;
}

/** `waiting`: WeChat has not made the bill yet; `right`; `different`: staff look; `explained`: somebody wrote why. */
export type ReconciliationState = 'waiting' | 'right' | 'different' | 'explained';

export interface ReconciliationRowView {
  readonly reconciliationId: string;
  /** "2026-11-28" in UTC+8. */
  readonly day: string;
  readonly entityName: string;
  readonly state: ReconciliationState;
  readonly payments: number;
  readonly paidFen: number;
  readonly refunds: number;
  readonly refundedFen: number;
  /** All of them; the lines kept are fewer when there are very many. */
  readonly differenceCount: number;
  readonly checkedAtMs: number | null;
}

export interface ReconciliationView extends ReconciliationRowView {
  readonly differences: readonly DifferenceView[];
  readonly explanation: { readonly words: string; readonly byName: string; readonly atMs: number } | null;
}

const STAFF = { roles: ['administrator', 'staff', 'socialWorker'] } as const;

export const RECONCILIATION_ROUTES = {
  /** By staff: each day of each receiving account of their community, the newest first. */
  'reconciliation.list': route<Page<ReconciliationRowView>>()({ input: v.strictObject({ cursor: cursorSchema }), mutating: false, access: STAFF, requestBudget: BUDGET.list }),
  'reconciliation.get': route<ReconciliationView>()({ input: v.strictObject({ reconciliationId: idSchema }), mutating: false, access: STAFF, requestBudget: BUDGET.detail }),
  /** Why bill and books differ, once somebody found out. */
  'reconciliation.explain': route<ReconciliationView>()({ input: v.strictObject({ reconciliationId: idSchema, words: textSchema(LIMITS.noteCharacters, '请写一句原因') }), mutating: true, access: STAFF, requestBudget: BUDGET.command, quota: 'contentCheck' }),
} as const;
