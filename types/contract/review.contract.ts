import * as v from 'valibot';
import { areaIdSchema, cursorSchema, idSchema, textSchema, type Page } from './common';
import { LIMITS } from './limits';
import type { TaskKind } from './vocabulary';
import type { WishCardView, WishDetailView } from './wish.contract';
import { BUDGET, route } from './route';

const STAFF = { roles: ['administrator', 'staff', 'socialWorker'] } as const;

/** One row of the staff queue: why it is here, how much working time is left, the one next act. */
export interface TaskView {
  readonly taskId: string;
  readonly kind: TaskKind;
  /** What it is about: a wish, one of its claims, or another thing by its id. */
  readonly wishId: string | null;
  readonly claimId: string | null;
  readonly subjectId: string | null;
  /** Whose name stands on it; empty when anybody's. */
  readonly assigneeName: string;
  readonly title: string;
  readonly reasonText: string;
  readonly actionText: string;
  readonly dueAtMs: number;
  /** Negative when overdue. */
  readonly workingMinutesLeft: number;
}

/** A wish as its reviewer sees it. Reading a beneficiary's name writes a line of audit. */
export interface ReviewView {
  readonly wish: WishDetailView;
  readonly posterName: string;
  readonly onBehalf: { readonly beneficiaryName: string; readonly relation: string; readonly consentKind: 'paper' | 'voice'; readonly consentUrl: string | null } | null;
  readonly estimatedValueFen: number | null;
  readonly checks: readonly { readonly isOk: boolean; readonly text: string }[];
  readonly similar: readonly WishCardView[];
  readonly answer: string;
  readonly dueAtMs: number;
  readonly workingMinutesLeft: number;
}

const decisionSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('approve') }),
  v.strictObject({ kind: v.literal('ask'), note: textSchema(LIMITS.noteCharacters, '请写明要补什么') }),
  v.strictObject({ kind: v.literal('refuse'), note: textSchema(LIMITS.noteCharacters, '请写明原因') }),
]);

export const REVIEW_ROUTES = {
  'staff.queue': route<Page<TaskView>>()({ input: v.strictObject({ areaId: v.optional(v.nullable(areaIdSchema), null), cursor: cursorSchema }), mutating: false, access: STAFF, requestBudget: BUDGET.list }),
  'staff.finishTask': route<{ readonly taskId: string }>()({ input: v.strictObject({ taskId: idSchema, note: textSchema(LIMITS.noteCharacters, '请写一句怎么办的') }), mutating: true, access: STAFF, requestBudget: BUDGET.command }),
  'review.get': route<ReviewView>()({ input: v.strictObject({ wishId: idSchema }), mutating: false, access: STAFF, requestBudget: BUDGET.publish }),
  'review.decide': route<{ readonly wishId: string }>()({ input: v.strictObject({ wishId: idSchema, decision: decisionSchema }), mutating: true, access: STAFF, requestBudget: BUDGET.command }),
  'review.photo': route<{ readonly photoId: string }>()({ input: v.strictObject({ wishId: idSchema, photoId: idSchema, verdict: v.picklist(['show', 'refuse']) }), mutating: true, access: STAFF, requestBudget: BUDGET.command }),
} as const;
