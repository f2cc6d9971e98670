import { REPLAY } from '../aggregate/change';
import type { Step } from '../aggregate/step';
import { byClock, versionMoved } from '../aggregate/versioned';
import { consultIdOf } from '../consult/consult';
import { DAY_MS } from '../kernel/clock';
import { accept, refuse, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import { begin, moved } from './change-project';
import type { NeedProject, NeedProjectEvent, NeedProjectOutcome } from './need-project';

type Outcome = Result<NeedProjectOutcome>;

/**
 * Its neighbours are asked about the draft, one consultation at a time; it is not asked to go on before there was time to
 * answer them. Refuses NOT_FOUND, NOT_ALLOWED, NEED_PROJECT_CHANGED, NEED_PROJECT_CONSULTING, OPERATION_REUSED.
 */
export const decideConsult = (project: NeedProject, days: number, actor: Member, step: Step): Outcome => {
  const begun = begin(project, actor, step, true);
  if (begun !== null) return begun;
  if (project.state !== 'draft') return refuse('NEED_PROJECT_CHANGED');
  if (project.isConsulting) return refuse('NEED_PROJECT_CONSULTING', { message: '已经在和邻居商量了。' });
  const consults = project.consults + 1;
  const endsAtMs = step.nowMs + days * DAY_MS;
  const set = { isConsulting: true, consults, consultId: consultIdOf(project._id, consults), consultEndsAtMs: endsAtMs, consultUntilMs: endsAtMs + RULES.consult.answerMs + RULES.needProject.lateMs };
  return moved(project, step, set, 'projectConsulted');
};

/** Neighbours have their answers. */
export const decideConsulted = (project: NeedProject, consultId: string, atMs: number): Outcome => {
  if (!project.isConsulting || project.consultId !== consultId) return accept(REPLAY);
  return accept({ kind: 'change', change: versionMoved<NeedProjectEvent>(project, { isConsulting: false }, { kind: 'projectHeard', ...byClock(project._id, 'heard', consultId, atMs) }) });
};
