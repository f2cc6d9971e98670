import type { Change } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { byClock, bySomebody, versionChanged, versionMoved } from '../aggregate/versioned';
import { accept, refuse, type Result } from '../kernel/result';
import { worksAt, type Member } from '../member/member';
import { bundlesOf, isLivePlan, plansAt, type NeedPlan, type NeedPlanEvent, type NeedPlanOutcome } from './need-plan';

type Outcome = Result<NeedPlanOutcome>;

const begin = (plan: NeedPlan, actor: Member, step: Step): Outcome | null => {
  if (!plansAt(actor, plan.communityId)) return refuse('NOT_FOUND');
  if (!worksAt(actor, plan.communityId)) return refuse('NOT_ALLOWED', { message: '调整可以一起来，定下来要由社区工作人员或社工。' });
  return knownStep(plan.steps, step);
};

/** Its bundles become projects, as the caller saw them. Refuses NOT_FOUND, NOT_ALLOWED, NEED_PLAN_CHANGED, NEED_BUNDLE_SIZE, OPERATION_REUSED. */
export const decideConfirm = (plan: NeedPlan, { seenVersion }: { readonly seenVersion: number }, actor: Member, step: Step): Outcome => {
  const begun = begin(plan, actor, step);
  if (begun !== null) return begun;
  if (plan.state !== 'draft' || plan.version !== seenVersion) return refuse('NEED_PLAN_CHANGED');
  if (bundlesOf(plan).size === 0) return refuse('NEED_BUNDLE_SIZE', { message: `还没有一组够 ${plan.sizeMin} 人，先用小名单，等心愿多一些再打包。` });
  return accept(versionChanged<NeedPlanEvent>(plan, step, { state: 'confirmed', lastStep: null, askedAtMs: null, updatedAtMs: step.nowMs, endedAtMs: step.nowMs }, { kind: 'planConfirmed', answersMs: plan.askedAtMs, ...bySomebody(step) }));
};

/** What it said about needs goes with it. */
const PUT_AWAY = (nowMs: number) => ({ state: 'dropped', needs: {}, places: [], changed: {}, lastStep: null, askedAtMs: null, updatedAtMs: nowMs, endedAtMs: nowMs });

/** Refuses NOT_FOUND, NOT_ALLOWED, NEED_PLAN_CHANGED, OPERATION_REUSED. */
export const decideDrop = (plan: NeedPlan, actor: Member, step: Step): Outcome => {
  const begun = begin(plan, actor, step);
  if (begun !== null) return begun;
  if (!isLivePlan(plan)) return refuse('NEED_PLAN_CHANGED');
  return accept(versionChanged<NeedPlanEvent>(plan, step, PUT_AWAY(step.nowMs), { kind: 'planDropped', isForgotten: false, answersMs: plan.askedAtMs, ...bySomebody(step) }));
};

export const idleByClock = (plan: NeedPlan, nowMs: number): Change<NeedPlanEvent> =>
  versionMoved<NeedPlanEvent>(plan, { askedAtMs: nowMs }, { kind: 'planIdle', ...byClock(plan._id, 'idle', String(plan.updatedAtMs), nowMs) });

export const forgottenByClock = (plan: NeedPlan, nowMs: number): Change<NeedPlanEvent> =>
  versionMoved<NeedPlanEvent>(plan, PUT_AWAY(nowMs), { kind: 'planDropped', isForgotten: true, answersMs: plan.askedAtMs, ...byClock(plan._id, 'forgotten', String(plan.updatedAtMs), nowMs) });
