import { NEED_PROJECT_STATE_LABEL } from '@contract';
import type { AggregateKind, Due } from '../aggregate/aggregate-kind';
import type { Effect } from '../effect/effect';
import { deriveId } from '../kernel/ids';
import { newConsult } from '../consult/consult';
import { dueInWorkingHours } from '../kernel/working-days';
import { RULES } from '../rules';
import { pictureKeyOf } from '../wish/picture-key';
import { countingByClock, dueByClock, lateByClock } from './change-project';
import { consultPartsOf } from './consult-parts';
import { isLiveProject, projectAsStored, type NeedProject, type NeedProjectEvent, type ProjectAsked } from './need-project';

const dueNoticeId = (projectId: string, askedAtMs: number): string => deriveId('n', 'needProjectDue', projectId, String(askedAtMs));
const lateTaskId = (projectId: string, taskAtMs: number): string => deriveId('k', 'needProjectLate', projectId, String(taskAtMs));

const DUE_TEXT = {
  draft: { title: '该定下来了', body: '计划草稿放了两周。看一眼，写上哪天开始，就能定下来；不办了也请说一声。', action: '去看计划' },
  planned: { title: '该开始了', body: '说好的日子到了。开始了就点一下；推后的话，改一下日子。', action: '去点开始' },
  running: { title: '该收尾了', body: '计划的最后一周过了。办好了写一句结果；还要办，把周数改长一点。', action: '去写结果' },
} as const;

const tell = (project: NeedProject, event: NeedProjectEvent, title: string, body: string, ask: { readonly noticeId: string; readonly actionText: string; readonly dueAtMs: number } | null): Effect => ({
  kind: 'notice', noticeId: ask?.noticeId ?? deriveId('n', event.eventId), memberId: project.ownerId, title, body, pictureKey: pictureKeyOf(project.category, project.plan.title),
  target: { page: 'needProject', wishId: null, claimId: null, subjectId: project._id }, todo: ask === null ? null : { actionText: ask.actionText, dueAtMs: ask.dueAtMs }, atMs: event.atMs,
});

const due = (project: NeedProject, event: NeedProjectEvent): readonly Effect[] => {
  const { state } = project;
  if (state === 'done' || state === 'cancelled') return [];
  const { title, body, action } = DUE_TEXT[state];
  return [tell(project, event, `“${project.plan.title}”${title}`, body, { noticeId: dueNoticeId(project._id, event.atMs), actionText: action, dueAtMs: event.atMs + RULES.needProject.lateMs })];
};

/** Its owner did not answer: whoever works there may take it over. */
const late = (project: NeedProject, event: NeedProjectEvent): Effect => ({
  kind: 'openTask', taskId: lateTaskId(project._id, event.atMs), taskKind: 'needProjectLate', wishId: null, claimId: null, subjectId: project._id, assignTo: null, areaIds: project.areaIds,
  title: project.plan.title, reasonText: `${NEED_PROJECT_STATE_LABEL[project.state]}，提醒过一周了没有动静`, actionText: '问一问，或者接过来', ...dueInWorkingHours(event.atMs, RULES.needProject.lateWorkingHours), atMs: event.atMs,
});

const answered = (project: NeedProject, event: NeedProjectEvent, { ownerId, askedAtMs, taskAtMs }: ProjectAsked): readonly Effect[] => [
  ...(askedAtMs === null ? [] : [{ kind: 'finishNotice', noticeId: dueNoticeId(project._id, askedAtMs), memberId: ownerId, atMs: event.atMs } as const]),
  ...(taskAtMs === null ? [] : [{ kind: 'closeTask', taskId: lateTaskId(project._id, taskAtMs), atMs: event.atMs, note: '有人往下办了' } as const]),
];

/** The draft as it stands is put before its neighbours. */
const asksNeighbours = (project: NeedProject, event: NeedProjectEvent): readonly Effect[] =>
  project.consultId === null ? [] : [{ kind: 'openConsult', consult: newConsult(project.consultId, consultPartsOf(project), event.atMs) }];

/** Whatever the latest one is told too late it takes no note of. */
const toConsult = ({ consultId }: NeedProject, event: NeedProjectEvent, news: Extract<Effect, { readonly kind: 'tellConsult' }>['news']): readonly Effect[] =>
  consultId === null ? [] : [{ kind: 'tellConsult', consultId, news, atMs: event.atMs }];

const effectsOf = (project: NeedProject, event: NeedProjectEvent): readonly Effect[] => {
  switch (event.kind) {
    case 'projectDue':
      return due(project, event);
    case 'projectLate':
      return [late(project, event)];
    case 'projectCounting':
      return [{ kind: 'countNeedProject', projectId: project._id, atMs: event.atMs }];
    case 'projectMet':
      return isLiveProject(project) ? [tell(project, event, `“${project.plan.title}”里的心愿都有着落了`, '没有还在等的了。问问大家满不满意，就可以写一句结果收尾。', null)] : [];
    case 'projectConsulted':
      return [...answered(project, event, event.asked), ...asksNeighbours(project, event)];
    case 'projectEnded':
      return [...answered(project, event, event.asked), ...toConsult(project, event, { kind: 'over' })];
    case 'projectSaved':
    case 'projectPlanned':
    case 'projectRunning':
      return answered(project, event, event.asked);
    case 'projectTaken':
      return [...answered(project, event, event.asked), ...toConsult(project, event, { kind: 'owner', ownerId: project.ownerId }), { ...tell(project, event, `“${project.plan.title}”由同事接过去了`, '不用您再跟着了。想一起办，和 TA 说一声。', null), memberId: event.asked.ownerId } as Effect];
    case 'projectOpened':
    case 'projectCounted':
    case 'projectHeard':
      return [];
    default: {
      const never: never = event;
      return never;
    }
  }
};

const clocksOf = (project: NeedProject, nowMs: number): readonly Due<NeedProjectEvent>[] => {
  const { dueAtMs, askedAtMs, taskAtMs, countAtMs } = project;
  if (dueAtMs === null) return [];
  const count = { atMs: countAtMs, change: countingByClock(project, nowMs) };
  if (askedAtMs === null) return [{ atMs: dueAtMs, change: dueByClock(project, nowMs) }, count];
  return taskAtMs === null ? [{ atMs: askedAtMs + RULES.needProject.lateMs, change: lateByClock(project, nowMs) }, count] : [count];
};

export const NEED_PROJECT_KIND: AggregateKind<NeedProject, NeedProjectEvent> = { collection: 'needProjects', asStored: projectAsStored, effectsOf, clocksOf };
