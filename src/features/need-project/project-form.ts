import { LIMITS, needProjectPlanSchema, type NeedKind, type NeedProjectPlanInput, type NeedProjectView } from '@contract';
import { dayValue, startOfDayValue } from '@/lib/day-value';
import { checkForm, type FormErrors } from '@/lib/form-errors';

export interface StepForm {
  readonly text: string;
  readonly week: number;
}

export interface BudgetForm {
  readonly kind: NeedKind;
  readonly text: string;
  readonly unit: string;
  readonly wanted: number;
}

/** The plan as it is typed. */
export interface ProjectForm {
  readonly title: string;
  readonly aim: string;
  /** YYYY-MM-DD, or empty. */
  readonly firstDay: string;
  readonly steps: readonly StepForm[];
  readonly budget: readonly BudgetForm[];
  readonly partnerIds: readonly string[];
  readonly activityKind: NeedProjectPlanInput['activity']['kind'];
  readonly activityTitle: string;
  readonly activityStory: string;
}

export const formOfProject = ({ plan }: Pick<NeedProjectView, 'plan'>): ProjectForm => ({
  title: plan.title, aim: plan.aim, firstDay: plan.firstDayMs === null ? '' : dayValue(plan.firstDayMs), steps: plan.steps, budget: plan.budget, partnerIds: plan.partnerIds,
  activityKind: plan.activity.kind, activityTitle: plan.activity.title, activityStory: plan.activity.story,
});

const planOf = (form: ProjectForm): unknown => ({
  title: form.title, aim: form.aim, firstDayMs: form.firstDay === '' ? null : startOfDayValue(form.firstDay), steps: form.steps,
  budget: form.budget.map(({ kind, text, unit, wanted }) => ({ kind, text, unit: kind === 'hours' ? '人' : unit, wanted })),
  partnerIds: form.partnerIds, activity: { kind: form.activityKind, title: form.activityTitle, story: form.activityStory },
});

export type ProjectCheck = { readonly plan: NeedProjectPlanInput; readonly errors: null } | { readonly plan: null; readonly errors: FormErrors };

/** The same schema as on the server; errors by the path of the field, e.g. `steps.0.text`. */
export function checkProjectForm(form: ProjectForm): ProjectCheck {
  const checked = checkForm(needProjectPlanSchema, planOf(form));
  return checked.isOk ? { plan: checked.value, errors: null } : { plan: null, errors: checked.errors };
}

export const canAddStep = ({ steps }: Pick<ProjectForm, 'steps'>): boolean => steps.length < LIMITS.stepsPerProject;
/** The week after the last one that is written. */
export const nextStep = ({ steps }: Pick<ProjectForm, 'steps'>): StepForm => ({ text: '', week: Math.min(LIMITS.projectWeeks, Math.max(0, ...steps.map(({ week }) => week)) + 1) });
export const canAddBudget = ({ budget }: Pick<ProjectForm, 'budget'>): boolean => budget.length < LIMITS.needsPerCampaign;
export const NEW_BUDGET: BudgetForm = { kind: 'goods', text: '', unit: '份', wanted: 1 };
