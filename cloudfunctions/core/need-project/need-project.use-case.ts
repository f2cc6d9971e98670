import { LIMITS, type ApiContract, type NeedProjectCardView, type NeedProjectPlanInput, type NeedProjectRef, type NeedProjectView, type Page } from '@contract';
import * as v from 'valibot';
import { changeAggregate } from '../aggregate/settle.use-case';
import type { Step } from '../aggregate/step';
import { stepOf } from '../aggregate/step.use-case';
import { decodeCursor, encodeCursor } from '../kernel/cursor';
import { fail, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { plansAt } from '../need-plan/need-plan';
import type { MemberContext } from '../platform/context';
import { checkWords } from '../shift/words-check.use-case';
import { NEED_FIELDS, type NeededWish } from '../supply/supply-sides';
import { openSupplies } from '../supply/supply.repository';
import { wishesOf } from './bundled-wishes.repository';
import { decideCancel, decideFinish, decidePlan, decideRun, decideSave, decideTake } from './change-project';
import type { NeedProject, NeedProjectOutcome } from './need-project';
import { NEED_PROJECT_KIND } from './need-project-kind';
import { needProjectCardView, needProjectView, projectRefOf } from './need-project-view';
import { listProjectsBy, needProjectRepository } from './need-project.repository';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

const PLACE = v.tuple([v.number(), v.string()]);
/** Clocks and counts change it too: whoever lost decides anew. */
const TRIES = 3;

const whereOf = ({ member }: MemberContext, { of, communityId }: Parsed<'needProject.list'>): Readonly<Record<string, unknown>> => {
  if (of === 'mine') return { ownerId: member._id };
  const asked = communityId ?? member.communityId;
  return { communityId: plansAt(member, asked) ? asked : fail('OUT_OF_AREA') };
};

/** Refuses OUT_OF_AREA, BAD_INPUT. */
export const listProjects = async (context: MemberContext, input: Parsed<'needProject.list'>): Promise<Page<NeedProjectCardView>> => {
  const rows = await listProjectsBy({ ...whereOf(context, input), isLive: input.shown === 'live' }, decodeCursor(input.cursor, PLACE), LIMITS.pageSize + 1);
  const shown = rows.slice(0, LIMITS.pageSize);
  const last = shown.at(-1);
  return { items: shown.map((project) => needProjectCardView(project, context.member, context.nowMs)), nextCursor: rows.length > LIMITS.pageSize && last !== undefined ? encodeCursor([last.shelfPlace, last._id]) : null };
};

/** Its needs and partners as they stand now. Three requests up to two hundred needs. Refuses NOT_FOUND. */
export const getProject = async ({ member, nowMs }: MemberContext, { projectId }: Parsed<'needProject.get'>): Promise<NeedProjectView> => {
  const project = await needProjectRepository.get(projectId);
  if (!plansAt(member, project.communityId)) fail('NOT_FOUND');
  const [wishes, supplies] = [await wishesOf<NeededWish>(Object.keys(project.needs), NEED_FIELDS), await openSupplies(project.communityId, [project.category])];
  return needProjectView(project, { reader: member, wishes, supplies, nowMs });
};

const textsOf = (plan: NeedProjectPlanInput): readonly string[] => [plan.title, plan.aim, ...plan.steps.map(({ text }) => text), ...plan.budget.map(({ text, unit }) => `${text}${unit}`), plan.activity.title, plan.activity.story];

const act = async (context: MemberContext, input: { readonly projectId: string }, decide: (project: NeedProject, actor: Member, step: Step) => Result<NeedProjectOutcome>): Promise<NeedProjectRef> =>
  projectRefOf(await changeAggregate(NEED_PROJECT_KIND, context, input.projectId, (project) => decide(project, context.member, stepOf(context, input)), TRIES));

/** Refuses NOT_FOUND, NEED_PROJECT_CHANGED, NEED_PROJECT_NOT_READY, TEXT_RISKY, OPERATION_REUSED. */
export const saveProject = async (context: MemberContext, input: Parsed<'needProject.save'>): Promise<NeedProjectRef> => {
  await checkWords(context, textsOf(input.plan), 'plan.aim');
  return act(context, input, (project, actor, step) => decideSave(project, input.plan, input.seenVersion, actor, step));
};

const saying = async (context: MemberContext, input: Parsed<'needProject.finish'>, decide: typeof decideFinish): Promise<NeedProjectRef> => {
  await checkWords(context, [input.note], 'note');
  return act(context, input, (project, actor, step) => decide(project, input.note, actor, step));
};

export const planProject = (context: MemberContext, input: Parsed<'needProject.plan'>): Promise<NeedProjectRef> => act(context, input, decidePlan);
export const runProject = (context: MemberContext, input: Parsed<'needProject.run'>): Promise<NeedProjectRef> => act(context, input, decideRun);
export const finishProject = (context: MemberContext, input: Parsed<'needProject.finish'>): Promise<NeedProjectRef> => saying(context, input, decideFinish);
export const cancelProject = (context: MemberContext, input: Parsed<'needProject.cancel'>): Promise<NeedProjectRef> => saying(context, input, decideCancel);
export const takeProject = (context: MemberContext, input: Parsed<'needProject.take'>): Promise<NeedProjectRef> => act(context, input, decideTake);
