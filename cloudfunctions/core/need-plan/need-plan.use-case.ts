import type { ApiContract, BundledNeedView, NeedPlanRef, NeedPlanView } from '@contract';
import { changeAggregate, settleAfterCommand } from '../aggregate/settle.use-case';
import { knownStep, type Step } from '../aggregate/step';
import { stepOf } from '../aggregate/step.use-case';
import { findArea } from '../area/area.repository';
import { levelOf } from '../kernel/area-tree';
import { fail, unwrap, type Result } from '../kernel/result';
import { worksAt, type Member } from '../member/member';
import { memberRepository } from '../member/member.repository';
import { BUNDLED_FIELDS, bundledNeedView, type BundledWish } from '../need-project/bundled-need';
import { wishesOf } from '../need-project/bundled-wishes.repository';
import type { MemberContext } from '../platform/context';
import { RULES } from '../rules';
import { decideMerge, decideMove, decideSplit, decideUndo } from './adjust-plan';
import { decideConfirm, decideDrop } from './end-plan';
import { isLivePlan, needsIn, newNeedPlan, plansAt, type NeedPlan, type NeedPlanOutcome } from './need-plan';
import { NEED_PLAN_KIND } from './need-plan-kind';
import { needPlanView, planRefOf } from './need-plan-view';
import { latestPlan, needPlanRepository } from './need-plan.repository';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

/** Others change other bundles meanwhile: whoever lost decides anew on what stands. */
const TRIES = 3;

/** Somebody began one already: this very act before, or another. */
const standingRef = (standing: NeedPlan, step: Step): NeedPlanRef => {
  const known = knownStep(standing.steps, step);
  if (known === null) return fail('NEED_PLAN_OPEN');
  unwrap(known);
  return planRefOf(standing);
};

/** Refuses OUT_OF_AREA, BAD_INPUT, NOT_FOUND, NEED_PLAN_OPEN, OPERATION_REUSED. */
export const startPlan = async (context: MemberContext, input: Parsed<'needPlan.start'>): Promise<NeedPlanRef> => {
  const { member } = context;
  const communityId = input.communityId ?? member.communityId;
  if (levelOf(communityId) !== 'community' || !worksAt(member, communityId)) fail('OUT_OF_AREA');
  if (input.sizeMin > input.sizeMax) fail('BAD_INPUT', { fields: { sizeMax: '最多的人数不能比最少的还少' } });
  const step = stepOf(context, input);
  const latest = await latestPlan(communityId);
  if (latest !== null && (isLivePlan(latest) || knownStep(latest.steps, step) !== null)) return standingRef(latest, step);
  const communityName = communityId === member.communityId ? member.communityName : ((await findArea(communityId)) ?? fail('NOT_FOUND')).name;
  const fresh = newNeedPlan({ communityId, communityName }, (latest?.sequence ?? 0) + 1, input, step);
  if ((await needPlanRepository.insert(fresh)) === 'exists') return standingRef(await needPlanRepository.get(fresh._id), step);
  await settleAfterCommand(NEED_PLAN_KIND, fresh._id, context.nowMs, context.requestId);
  return planRefOf(fresh);
};

/** Refuses NOT_FOUND, also for who does not plan there. */
const readable = (plan: NeedPlan | null, member: Member): NeedPlan => (plan !== null && plansAt(member, plan.communityId) ? plan : fail('NOT_FOUND'));

/** A plan, or the latest of a community. Refuses OUT_OF_AREA, NOT_FOUND. */
export const getPlan = async ({ member }: MemberContext, { planId, communityId }: Parsed<'needPlan.get'>): Promise<{ readonly plan: NeedPlanView | null }> => {
  if (planId === null && !plansAt(member, communityId ?? member.communityId)) fail('OUT_OF_AREA');
  const found = planId === null ? await latestPlan(communityId ?? member.communityId) : await needPlanRepository.get(planId);
  if (found === null) return { plan: null };
  const plan = readable(found, member);
  const lastById = plan.lastStep?.byId ?? null;
  return { plan: needPlanView(plan, member, lastById === null ? null : lastById === member._id ? member : await memberRepository.find(lastById)) };
};

/** The needs of a bundle, or those in none; the first two hundred. Refuses NOT_FOUND. */
export const planNeeds = async ({ member }: MemberContext, { planId, bundleId }: Parsed<'needPlan.needs'>): Promise<{ readonly items: readonly BundledNeedView[]; readonly total: number }> => {
  const plan = readable(await needPlanRepository.get(planId), member);
  const entries = [...needsIn(plan, bundleId ?? 0)].sort(([a, [p, at]], [b, [q, other]]) => at - other || p - q || (a < b ? -1 : 1));
  const shown = entries.slice(0, RULES.needPlan.needsShown);
  const wishes = await wishesOf<BundledWish>(shown.map(([wishId]) => wishId), BUNDLED_FIELDS);
  const isStaff = worksAt(member, plan.communityId);
  const items = shown.map(([wishId, [person, place, category]]) => bundledNeedView(wishId, wishes.get(wishId), plan.places[place] ?? { areaId: plan.communityId, name: plan.communityName }, plan.categories[category] ?? 'goods', { isStaff, personNumber: person + 1 }));
  return { items, total: entries.length };
};

const act = async <I extends { readonly planId: string }>(context: MemberContext, input: I, decide: (plan: NeedPlan, input: I, actor: Member, step: Step) => Result<NeedPlanOutcome>): Promise<NeedPlanRef> =>
  planRefOf(await changeAggregate(NEED_PLAN_KIND, context, input.planId, (plan) => decide(plan, input, context.member, stepOf(context, input)), TRIES));

export const mergeBundles = (context: MemberContext, input: Parsed<'needPlan.merge'>): Promise<NeedPlanRef> => act(context, input, decideMerge);
export const splitBundle = (context: MemberContext, input: Parsed<'needPlan.split'>): Promise<NeedPlanRef> => act(context, input, decideSplit);
export const moveNeeds = (context: MemberContext, input: Parsed<'needPlan.move'>): Promise<NeedPlanRef> => act(context, input, decideMove);
export const undoStep = (context: MemberContext, input: Parsed<'needPlan.undo'>): Promise<NeedPlanRef> => act(context, input, decideUndo);
export const dropPlan = (context: MemberContext, input: Parsed<'needPlan.drop'>): Promise<NeedPlanRef> => act(context, input, (plan, _input, actor, step) => decideDrop(plan, actor, step));
export const confirmPlan = (context: MemberContext, input: Parsed<'needPlan.confirm'>): Promise<NeedPlanRef> => act(context, input, decideConfirm);
