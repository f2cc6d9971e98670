import type { AggregateKind, Due } from '../aggregate/aggregate-kind';
import type { Effect } from '../effect/effect';
import { deriveId } from '../kernel/ids';
import { RULES } from '../rules';
import { forgottenByClock, idleByClock } from './end-plan';
import type { NeedPlan, NeedPlanEvent } from './need-plan';

const idleNoticeId = (plan: NeedPlan, askedAtMs: number): string => deriveId('n', 'needPlanIdle', plan._id, String(askedAtMs));

const tell = (plan: NeedPlan, event: NeedPlanEvent, title: string, body: string, ask: { readonly noticeId: string; readonly dueAtMs: number } | null): Effect => ({
  kind: 'notice', noticeId: ask?.noticeId ?? deriveId('n', event.eventId), memberId: plan.startedById, title, body, pictureKey: 'goods',
  target: { page: 'needPlan', wishId: null, claimId: null, subjectId: plan._id }, todo: ask === null ? null : { actionText: '去看打包', dueAtMs: ask.dueAtMs }, atMs: event.atMs,
});

const answered = (plan: NeedPlan, event: NeedPlanEvent, answersMs: number | null): readonly Effect[] =>
  answersMs === null ? [] : [{ kind: 'finishNotice', noticeId: idleNoticeId(plan, answersMs), memberId: plan.startedById, atMs: event.atMs }];

const effectsOf = (plan: NeedPlan, event: NeedPlanEvent): readonly Effect[] => {
  switch (event.kind) {
    case 'planAsked':
      return [{ kind: 'bundleOpenNeeds', planId: plan._id, atMs: event.atMs }];
    case 'planIdle':
      return [tell(plan, event, `${plan.communityName}的打包还没定下来`, '一周没有人动过了。看一眼就定下来，或者放弃它；心愿每天在变，放久了就不准了。', { noticeId: idleNoticeId(plan, event.atMs), dueAtMs: plan.updatedAtMs + RULES.needPlan.keptMs })];
    case 'planAdjusted':
      return answered(plan, event, event.answersMs);
    case 'planConfirmed':
      return [...answered(plan, event, event.answersMs), { kind: 'openNeedProjects', planId: plan._id, ownerId: event.byId, atMs: event.atMs }];
    case 'planDropped':
      return [...answered(plan, event, event.answersMs), ...(event.isForgotten ? [tell(plan, event, `${plan.communityName}的打包收起来了`, '一个月没有人动过，心愿已经不一样了。要用时重新打包一次，只要几秒。', null)] : [])];
    case 'planBundled':
      return [];
    default: {
      const never: never = event;
      return never;
    }
  }
};

const clocksOf = (plan: NeedPlan, nowMs: number): readonly Due<NeedPlanEvent>[] => {
  if (plan.state !== 'draft') return [];
  const end = { atMs: plan.updatedAtMs + RULES.needPlan.keptMs, change: forgottenByClock(plan, nowMs) };
  return plan.askedAtMs === null ? [{ atMs: plan.updatedAtMs + RULES.needPlan.askMs, change: idleByClock(plan, nowMs) }, end] : [end];
};

export const NEED_PLAN_KIND: AggregateKind<NeedPlan, NeedPlanEvent> = { collection: 'needPlans', effectsOf, clocksOf };
