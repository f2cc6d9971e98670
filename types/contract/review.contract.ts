import * as v from 'valibot';
import { areaIdSchema, cursorSchema, idSchema, textSchema, type Page } from './common';
import { LIMITS } from './limits';
import type { BenefitCheckView } from './benefit.contract';
import type { ConsentKind, TaskKind } from './vocabulary';
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
  /** Somebody said it is urgent; such tasks stand first. */
  readonly isUrgent: boolean;
  readonly dueAtMs: number;
  /** Negative when overdue. */
  readonly workingMinutesLeft: number;
}

/** For whom a wish was posted, and on what consent. */
export interface BehalfView {
  readonly beneficiaryName: string;
  readonly relation: string;
  readonly consentKind: ConsentKind;
  readonly consentUrl: string | null;
  /** Who heard or saw the consent, and when. */
  readonly helperName: string;
  readonly consentAtMs: number;
  readonly mayPublicise: boolean;
}

/** A wish as its reviewer sees it. Reading a beneficiary's name writes a line of audit. */
export interface ReviewView {
  readonly wish: WishDetailView;
  readonly posterName: string;
  readonly onBehalf: BehalfView | null;
  readonly estimatedValueFen: number | null;
  readonly checks: readonly { readonly isOk: boolean; readonly text: string }[];
  readonly similar: readonly WishCardView[];
  /** The comparison with the list of benefits; while it is pending the wish may not be approved. */
  readonly benefits: BenefitCheckView;
  readonly answer: string;
  readonly dueAtMs: number;
  readonly workingMinutesLeft: number;
}

/** What helps a reviewer decide: like wishes of the community, and the sentences the community saved. */
export interface ReviewAidsView {
  readonly nearby: readonly WishCardView[];
  readonly askReasons: readonly string[];
  readonly refuseReasons: readonly string[];
}

const reasonKindSchema = v.picklist(['ask', 'refuse']);

const decisionSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('approve'),
    /** Spelling put right while approving; the poster is told. Null leaves the words alone. */
    title: v.optional(v.nullable(textSchema(LIMITS.titleCharacters, '标题不能空着')), null),
    story: v.optional(v.nullable(textSchema(LIMITS.storyCharacters, '正文不能空着')), null),
  }),
  v.strictObject({ kind: v.literal('ask'), note: textSchema(LIMITS.noteCharacters, '请写明要补什么') }),
  v.strictObject({ kind: v.literal('refuse'), note: textSchema(LIMITS.noteCharacters, '请写明原因') }),
]);

export const REVIEW_ROUTES = {
  'staff.queue': route<Page<TaskView>>()({ input: v.strictObject({ areaId: v.optional(v.nullable(areaIdSchema), null), cursor: cursorSchema }), mutating: false, access: STAFF, requestBudget: BUDGET.list }),
  'staff.finishTask': route<{ readonly taskId: string }>()({ input: v.strictObject({ taskId: idSchema, note: textSchema(LIMITS.noteCharacters, '请写一句怎么办的') }), mutating: true, access: STAFF, requestBudget: BUDGET.command }),
  'review.get': route<ReviewView>()({ input: v.strictObject({ wishId: idSchema }), mutating: false, access: STAFF, requestBudget: BUDGET.publish }),
  'review.decide': route<{ readonly wishId: string }>()({ input: v.strictObject({ wishId: idSchema, decision: decisionSchema }), mutating: true, access: STAFF, requestBudget: BUDGET.command }),
  'review.aids': route<ReviewAidsView>()({ input: v.strictObject({ wishId: idSchema }), mutating: false, access: STAFF, requestBudget: BUDGET.command }),
  /** A sentence the community's reviewers use again; saved once however often it is sent. */
  'review.saveReason': route<{ readonly reasons: readonly string[] }>()({ input: v.strictObject({ wishId: idSchema, kind: reasonKindSchema, text: textSchema(LIMITS.noteCharacters, '请写一句话'), isKept: v.optional(v.boolean(), true) }), mutating: true, access: STAFF, requestBudget: BUDGET.command }),
  'review.photo': route<{ readonly photoId: string }>()({ input: v.strictObject({ wishId: idSchema, photoId: idSchema, verdict: v.picklist(['show', 'refuse']) }), mutating: true, access: STAFF, requestBudget: BUDGET.command }),
} as const;
