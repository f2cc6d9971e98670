import * as v from 'valibot';
import { areaIdSchema, idSchema, optionalTextSchema, textSchema } from './common';
import { LIMITS } from './limits';
import { BUDGET, route } from './route';
import type { BenefitDecision, BenefitState } from './vocabulary';

const STAFF = { roles: ['administrator', 'staff', 'socialWorker'] } as const;

/** One line of the list of benefits that staff keep: what government already gives, to whom, and where to ask for it. */
export interface BenefitView {
  readonly benefitId: string;
  readonly name: string;
  /** What one gets, in a sentence. */
  readonly gives: string;
  readonly whoMayGet: string;
  readonly whereToApply: string;
  /** Words in a wish that speak of it; only staff see them. */
  readonly keywords: readonly string[];
  readonly areaId: string;
  readonly isActive: boolean;
  /** Who wrote it last; empty for residents. */
  readonly editorName: string;
  readonly editedAtMs: number;
  /** The reader works for its area. */
  readonly canEdit: boolean;
}

/** A benefit a wish speaks of, as it stood when the wish was sent. */
export interface BenefitHitView {
  readonly benefitId: string;
  readonly name: string;
  readonly gives: string;
  readonly whereToApply: string;
}

/** How the comparison with the list of benefits stands (微爱1+1). */
export interface BenefitCheckView {
  readonly state: BenefitState;
  readonly hits: readonly BenefitHitView[];
  readonly note: string;
  readonly byName: string;
}

const decisionSchema = v.picklist(['notApplicable', 'together', 'applyOnly'] as const satisfies readonly BenefitDecision[]);

const keywordSchema = v.pipe(v.string(), v.trim(), v.minLength(2, '每个词至少两个字'), v.maxLength(LIMITS.keywordCharacters, `每个词最多 ${LIMITS.keywordCharacters} 个字`));

export const BENEFIT_ROUTES = {
  /** Those of an area and of everything above it; the reader's own when none is named. Residents see what stands. */
  'benefit.list': route<readonly BenefitView[]>()({ input: v.strictObject({ areaId: v.optional(v.nullable(areaIdSchema), null), withRetired: v.optional(v.boolean(), false) }), mutating: false, access: 'member', requestBudget: BUDGET.list }),
  'benefit.save': route<BenefitView>()({
    input: v.strictObject({
      benefitId: v.optional(v.nullable(idSchema), null),
      areaId: areaIdSchema,
      name: textSchema(LIMITS.nameCharacters, '请写补贴的名字'),
      gives: textSchema(LIMITS.noteCharacters, '请写能得到什么'),
      whoMayGet: textSchema(LIMITS.noteCharacters, '请写谁可以申请'),
      whereToApply: textSchema(LIMITS.noteCharacters, '请写到哪里办'),
      keywords: v.pipe(v.array(keywordSchema), v.minLength(1, '至少写一个词'), v.maxLength(LIMITS.keywordsPerBenefit, `最多 ${LIMITS.keywordsPerBenefit} 个词`)),
    }),
    mutating: true,
    access: STAFF,
    requestBudget: BUDGET.command,
  }),
  /** Takes it off the list or puts it back. */
  'benefit.retire': route<BenefitView>()({ input: v.strictObject({ benefitId: idSchema, isActive: v.optional(v.boolean(), false) }), mutating: true, access: STAFF, requestBudget: BUDGET.command }),
  /** A social worker (staff where the area has none, which costs a look at who works there) says what a hit means. */
  'review.benefit': route<{ readonly wishId: string }>()({ input: v.strictObject({ wishId: idSchema, decision: decisionSchema, note: optionalTextSchema(LIMITS.noteCharacters) }), mutating: true, access: STAFF, requestBudget: BUDGET.publish }),
} as const;
