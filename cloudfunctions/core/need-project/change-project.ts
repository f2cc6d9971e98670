import type { NeedProjectPlanInput } from '@contract';
import { REPLAY, type Change } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { byClock, bySomebody, versionChanged, versionMoved } from '../aggregate/versioned';
import { DAY_MS } from '../kernel/clock';
import { accept, refuse, type Result } from '../kernel/result';
import { worksAt, type Member } from '../member/member';
import { plansAt, plansFor } from '../need-plan/need-plan';
import { RULES } from '../rules';
import { dueOf, isLiveProject, type NeedProject, type NeedProjectEvent, type NeedProjectOutcome, type ProjectAsked } from './need-project';
import type { countNeeds } from './open-project';

type Outcome = Result<NeedProjectOutcome>;

export const begin = (project: NeedProject, actor: Member, step: Step, isForStaff: boolean): Outcome | null => {
  if (!plansAt(actor, project.communityId)) return refuse('NOT_FOUND');
  if (isForStaff && !worksAt(actor, project.communityId)) return refuse('NOT_ALLOWED');
  const known = knownStep(project.steps, step);
  if (known !== null) return known;
  return isLiveProject(project) ? null : refuse('NEED_PROJECT_CHANGED');
};

const askedOf = ({ ownerId, askedAtMs, taskAtMs }: NeedProject): ProjectAsked => ({ ownerId, askedAtMs, taskAtMs });

/** The clock after somebody acted: by its plan, and never so near that they are asked again for what they just did. */
const clockOf = (after: NeedProject, nowMs: number): Pick<NeedProject, 'dueAtMs' | 'askedAtMs' | 'taskAtMs' | 'shelfPlace'> => {
  const due = dueOf(after);
  const dueAtMs = due === null ? null : Math.max(due, nowMs + RULES.needProject.lateMs);
  return { dueAtMs, askedAtMs: null, taskAtMs: null, shelfPlace: dueAtMs ?? -nowMs };
};

export const moved = (project: NeedProject, step: Step, set: Partial<NeedProject>, kind: Extract<NeedProjectEvent, { readonly asked: ProjectAsked }>['kind']): Outcome => {
  const after = { ...project, ...set };
  return accept(versionChanged<NeedProjectEvent>(project, step, { ...set, ...clockOf(after, step.nowMs), updatedAtMs: step.nowMs }, { kind, asked: askedOf(project), ...bySomebody(step) }));
};

/** Over the version that was read, so that nobody's words are written over unseen. Refuses NOT_FOUND, OUT_OF_AREA, NEED_PROJECT_CHANGED, NEED_PROJECT_NOT_READY, OPERATION_REUSED. */
export const decideSave = (project: NeedProject, plan: NeedProjectPlanInput, seenVersion: number, actor: Member, step: Step): Outcome => {
  const begun = begin(project, actor, step, false);
  if (begun !== null) return begun;
  if (!plansFor(actor, project.communityId, project.places.map(({ areaId }) => areaId))) return refuse('OUT_OF_AREA');
  if (project.planVersion !== seenVersion) return refuse('NEED_PROJECT_CHANGED', { message: '别人刚改过这份计划，已为您刷新。您写的还在，看一眼再存。' });
  if (project.state === 'planned' && plan.firstDayMs === null) return refuse('NEED_PROJECT_NOT_READY');
  return moved(project, step, { plan, planVersion: project.planVersion + 1 }, 'projectSaved');
};

/** Refuses NOT_FOUND, NOT_ALLOWED, NEED_PROJECT_CHANGED, NEED_PROJECT_CONSULTING, NEED_PROJECT_NOT_READY, OPERATION_REUSED. */
export const decidePlan = (project: NeedProject, actor: Member, step: Step): Outcome => {
  const begun = begin(project, actor, step, true);
  if (begun !== null) return begun;
  if (project.state !== 'draft') return refuse('NEED_PROJECT_CHANGED');
  if (project.isConsulting) return refuse('NEED_PROJECT_CONSULTING');
  const { firstDayMs } = project.plan;
  if (firstDayMs === null) return refuse('NEED_PROJECT_NOT_READY');
  if (firstDayMs < step.nowMs - DAY_MS) return refuse('NEED_PROJECT_NOT_READY', { message: '开始的日子已经过了，换一天再定。' });
  return moved(project, step, { state: 'planned' }, 'projectPlanned');
};

/** Refuses NOT_FOUND, NOT_ALLOWED, NEED_PROJECT_CHANGED, OPERATION_REUSED. */
export const decideRun = (project: NeedProject, actor: Member, step: Step): Outcome => {
  const begun = begin(project, actor, step, true);
  if (begun !== null) return begun;
  if (project.state !== 'planned') return refuse('NEED_PROJECT_CHANGED');
  return moved(project, step, { state: 'running', startedAtMs: step.nowMs }, 'projectRunning');
};

const ended = (project: NeedProject, state: 'done' | 'cancelled', note: string, step: Step): Outcome => moved(project, step, { state, note, endedAtMs: step.nowMs, isLive: false, isConsulting: false }, 'projectEnded');

/** Refuses NOT_FOUND, NOT_ALLOWED, NEED_PROJECT_CHANGED, OPERATION_REUSED. */
export const decideFinish = (project: NeedProject, note: string, actor: Member, step: Step): Outcome => {
  const begun = begin(project, actor, step, true);
  if (begun !== null) return begun;
  return project.state === 'running' ? ended(project, 'done', note, step) : refuse('NEED_PROJECT_CHANGED');
};

/** Refuses NOT_FOUND, NOT_ALLOWED, NEED_PROJECT_CHANGED, OPERATION_REUSED. */
export const decideCancel = (project: NeedProject, note: string, actor: Member, step: Step): Outcome => begin(project, actor, step, true) ?? ended(project, 'cancelled', note, step);

/** The caller answers for it from now on. Refuses NOT_FOUND, NOT_ALLOWED, NEED_PROJECT_CHANGED, OPERATION_REUSED. */
export const decideTake = (project: NeedProject, actor: Member, step: Step): Outcome => {
  const begun = begin(project, actor, step, true);
  if (begun !== null) return begun;
  if (project.ownerId === actor._id) return accept(REPLAY);
  return moved(project, step, { ownerId: actor._id, ownerName: actor.displayName }, 'projectTaken');
};

/** What became of its needs; its owner hears once when nothing is left to do. */
export const decideCounted = (project: NeedProject, counted: ReturnType<typeof countNeeds>, atMs: number): Outcome => {
  const { figures, personCount } = counted;
  const isSame = personCount === project.personCount && Object.entries(figures).every(([key, count]) => project.figures[key as keyof typeof figures] === count);
  const isMet = figures.waiting + figures.taken === 0 && project.metToldAtMs === null;
  if (!isLiveProject(project) || (isSame && !isMet)) return accept(REPLAY);
  const about = byClock(project._id, isMet ? 'met' : 'counted', String(project.version), atMs);
  return accept({ kind: 'change', change: versionMoved<NeedProjectEvent>(project, { figures, personCount, ...(isMet && { metToldAtMs: atMs }) }, { kind: isMet ? 'projectMet' : 'projectCounted', ...about }) });
};

export const dueByClock = (project: NeedProject, nowMs: number): Change<NeedProjectEvent> => versionMoved<NeedProjectEvent>(project, { askedAtMs: nowMs }, { kind: 'projectDue', ...byClock(project._id, 'due', String(project.dueAtMs), nowMs) });
export const lateByClock = (project: NeedProject, nowMs: number): Change<NeedProjectEvent> => versionMoved<NeedProjectEvent>(project, { taskAtMs: nowMs }, { kind: 'projectLate', ...byClock(project._id, 'late', String(project.askedAtMs), nowMs) });
export const countingByClock = (project: NeedProject, nowMs: number): Change<NeedProjectEvent> => versionMoved<NeedProjectEvent>(project, { countAtMs: nowMs + RULES.needProject.countMs }, { kind: 'projectCounting', ...byClock(project._id, 'counting', String(project.countAtMs), nowMs) });
