import { LIMITS, type NeedStepKind } from '@contract';
import { knownStep, type Step } from '../aggregate/step';
import { bySomebody, versionChanged } from '../aggregate/versioned';
import { accept, refuse, type Result } from '../kernel/result';
import { bundleNeeds } from '../match/bundle';
import { isPlace } from '../match/place';
import type { Member } from '../member/member';
import { areaIdsOf, needsIn, personsIn, plansAt, plansFor, type NeedEntry, type NeedPlan, type NeedPlanEvent, type NeedPlanOutcome } from './need-plan';

type Outcome = Result<NeedPlanOutcome>;

/** Where needs go: by wish the number of the bundle, 0 for none. */
type Moves = ReadonlyMap<string, number>;

const begin = (plan: NeedPlan, actor: Member, step: Step): Outcome | null => {
  if (!plansAt(actor, plan.communityId)) return refuse('NOT_FOUND');
  const known = knownStep(plan.steps, step);
  if (known !== null) return known;
  if (plan.state === 'draft') return null;
  return refuse('NEED_PLAN_CHANGED', plan.state === 'confirmed' ? { message: '这份打包刚刚定下来了，组都成了项目。' } : {});
};

/** What happened to a bundle since the caller looked; null when it is as they saw it. */
const changedSince = (plan: NeedPlan, bundleId: number, seenVersion: number): Outcome | null => {
  if (needsIn(plan, bundleId).length === 0) return refuse('NEED_PLAN_CHANGED', { message: `第 ${bundleId} 组刚刚被并走了，已为您刷新，看一眼再动。` });
  if ((plan.changed[bundleId] ?? 0) > seenVersion) return refuse('NEED_PLAN_CHANGED', { message: `第 ${bundleId} 组刚刚有人动过，已为您刷新，看一眼再动。` });
  return null;
};

/** A group owner changes bundles that have neighbours of their own area. */
const outOfArea = (plan: NeedPlan, actor: Member, entries: readonly NeedEntry[]): Outcome | null =>
  plansFor(actor, plan.communityId, areaIdsOf(plan, entries)) ? null : refuse('OUT_OF_AREA', { message: '这里没有您小区的邻居，请社区来调。' });

const firstRefusal = (...refusals: readonly (Outcome | null)[]): Outcome | null => refusals.find((refusal) => refusal !== null) ?? null;

const adjusted = (plan: NeedPlan, step: Step, moves: Moves, lastStep: { readonly kind: NeedStepKind } | null): Outcome => {
  const version = plan.version + 1;
  const entries = [...moves].map(([wishId, bundle]) => [wishId, plan.needs[wishId]!, bundle] as const);
  const touched = new Set(entries.flatMap(([, need, bundle]) => [need[3], bundle]).filter((bundle) => bundle !== 0));
  const set = {
    ...Object.fromEntries(entries.map(([wishId, [person, place, category], bundle]) => [`needs.${wishId}`, [person, place, category, bundle]])),
    ...Object.fromEntries([...touched].map((bundle) => [`changed.${bundle}`, version])),
    lastStep: lastStep === null ? null : { kind: lastStep.kind, byId: step.actorId, atMs: step.nowMs, version, from: Object.fromEntries(entries.map(([wishId, need]) => [wishId, need[3]])) },
    nextBundle: Math.max(plan.nextBundle, ...[...touched].map((bundle) => bundle + 1)),
    updatedAtMs: step.nowMs, askedAtMs: null,
  };
  return accept(versionChanged<NeedPlanEvent>(plan, step, set, { kind: 'planAdjusted', answersMs: plan.askedAtMs, ...bySomebody(step) }));
};

const movesTo = (entries: readonly NeedEntry[], bundle: number): Moves => new Map(entries.map(([wishId]) => [wishId, bundle]));
const categoryOf = (entries: readonly NeedEntry[]): number | undefined => entries[0]?.[1][2];

/** Two bundles of one kind become the first. Refuses NOT_FOUND, OUT_OF_AREA, NEED_PLAN_CHANGED, NEED_BUNDLE_KIND, NEED_BUNDLE_SIZE, BAD_INPUT, OPERATION_REUSED. */
export const decideMerge = (plan: NeedPlan, { bundleIds: [one, other], seenVersion }: { readonly bundleIds: readonly [number, number]; readonly seenVersion: number }, actor: Member, step: Step): Outcome => {
  const refusal = firstRefusal(begin(plan, actor, step), one === other ? refuse('BAD_INPUT', { fields: { bundleIds: '请选两组' } }) : null, changedSince(plan, one, seenVersion), changedSince(plan, other, seenVersion));
  if (refusal !== null) return refusal;
  const [stays, goes] = [needsIn(plan, one), needsIn(plan, other)];
  const foreign = outOfArea(plan, actor, [...stays, ...goes]);
  if (foreign !== null) return foreign;
  if (categoryOf(stays) !== categoryOf(goes)) return refuse('NEED_BUNDLE_KIND');
  const persons = personsIn([...stays, ...goes]);
  if (persons > plan.sizeMax) return refuse('NEED_BUNDLE_SIZE', { message: `并起来有 ${persons} 人，一组最多 ${plan.sizeMax} 人。可以先挪几位到别的组。` });
  return adjusted(plan, step, movesTo(goes, one), { kind: 'merge' });
};

/** Two compact halves; whoever the solver left out goes with the smaller. */
const halvesOf = (plan: NeedPlan, entries: readonly NeedEntry[]): readonly string[] => {
  const persons = personsIn(entries);
  const sizeMin = Math.max(plan.sizeMin, Math.floor(persons / 3) + 1);
  const needs = entries.map(([id, [person, place]]) => {
    const point = plan.places[place]?.point ?? null;
    return { id, personId: String(person), category: '', lat: point?.lat ?? NaN, lng: point?.lng ?? NaN };
  });
  const { bundles, unplaced } = bundleNeeds({ needs, sizeMin, sizeMax: Math.max(sizeMin, persons - sizeMin), seed: plan.seed });
  const [smaller] = [...bundles].sort((a, b) => a.personCount - b.personCount);
  return smaller === undefined || bundles.length < 2 ? [] : [...smaller.memberIds, ...unplaced];
};

const splitRefusal = (plan: NeedPlan, stays: readonly NeedEntry[], goes: readonly NeedEntry[]): Outcome | null => {
  const [left, gone] = [personsIn(stays), personsIn(goes)];
  if (Math.min(left, gone) >= plan.sizeMin) return null;
  return refuse('NEED_BUNDLE_SIZE', { message: `拆开是 ${left} 人和 ${gone} 人，一组至少要 ${plan.sizeMin} 人。` });
};

/** One bundle becomes two. Refuses NOT_FOUND, OUT_OF_AREA, NEED_PLAN_CHANGED, NEED_BUNDLE_SIZE, OPERATION_REUSED. */
export const decideSplit = (plan: NeedPlan, { bundleId, wishIds, seenVersion }: { readonly bundleId: number; readonly wishIds: readonly string[] | null; readonly seenVersion: number }, actor: Member, step: Step): Outcome => {
  const refusal = firstRefusal(begin(plan, actor, step), changedSince(plan, bundleId, seenVersion));
  if (refusal !== null) return refusal;
  const entries = needsIn(plan, bundleId);
  const foreign = outOfArea(plan, actor, entries);
  if (foreign !== null) return foreign;
  const persons = personsIn(entries);
  if (persons < 2 * plan.sizeMin) return refuse('NEED_BUNDLE_SIZE', { message: `这一组 ${persons} 人，拆成两组每组至少 ${plan.sizeMin} 人，还不够拆。` });
  if (plan.nextBundle > LIMITS.bundlesPerPlan) return refuse('NEED_BUNDLE_SIZE', { message: '组太多了，先并几组再拆。' });
  const leaving = new Set(wishIds ?? halvesOf(plan, entries));
  const [goes, stays] = [entries.filter(([wishId]) => leaving.has(wishId)), entries.filter(([wishId]) => !leaving.has(wishId))];
  return splitRefusal(plan, stays, goes) ?? adjusted(plan, step, movesTo(goes, plan.nextBundle), { kind: 'split' });
};

/** A bundle that needs leave: empty is fine, else enough must stay. */
const leftRefusal = (plan: NeedPlan, from: number, leaving: ReadonlySet<string>): Outcome | null => {
  const left = personsIn(needsIn(plan, from).filter(([wishId]) => !leaving.has(wishId)));
  return from === 0 || left === 0 || left >= plan.sizeMin ? null : refuse('NEED_BUNDLE_SIZE', { message: `第 ${from} 组会只剩 ${left} 人，一组至少要 ${plan.sizeMin} 人。可以整组并过去。` });
};

/** Needs go to another bundle of their kind, also those that are in none. Refuses NOT_FOUND, OUT_OF_AREA, NEED_PLAN_CHANGED, NEED_BUNDLE_KIND, NEED_BUNDLE_SIZE, OPERATION_REUSED. */
export const decideMove = (plan: NeedPlan, { wishIds, toBundleId, seenVersion }: { readonly wishIds: readonly string[]; readonly toBundleId: number; readonly seenVersion: number }, actor: Member, step: Step): Outcome => {
  const begun = begin(plan, actor, step);
  if (begun !== null) return begun;
  const leaving = new Set(wishIds);
  const goes = Object.entries(plan.needs).filter(([wishId, need]) => leaving.has(wishId) && need[3] !== toBundleId);
  if (goes.length === 0 || wishIds.some((wishId) => plan.needs[wishId] === undefined)) return refuse('NEED_PLAN_CHANGED', { message: '这几件刚刚被挪走了，已为您刷新，看一眼再动。' });
  const sources = [...new Set(goes.map(([, need]) => need[3]))];
  const changed = firstRefusal(changedSince(plan, toBundleId, seenVersion), ...sources.filter((from) => from !== 0).map((from) => changedSince(plan, from, seenVersion)));
  const unfit = firstRefusal(changed, outOfArea(plan, actor, goes));
  if (unfit !== null) return unfit;
  const target = needsIn(plan, toBundleId);
  if (goes.some(([, need]) => need[2] !== categoryOf(target))) return refuse('NEED_BUNDLE_KIND');
  const persons = personsIn([...target, ...goes]);
  if (persons > plan.sizeMax) return refuse('NEED_BUNDLE_SIZE', { message: `第 ${toBundleId} 组会有 ${persons} 人，一组最多 ${plan.sizeMax} 人。` });
  return firstRefusal(...sources.map((from) => leftRefusal(plan, from, leaving))) ?? adjusted(plan, step, movesTo(goes, toBundleId), { kind: 'move' });
};

/** The last step is taken back, as long as nothing came after it. Refuses NOT_FOUND, OUT_OF_AREA, NEED_PLAN_CHANGED, OPERATION_REUSED. */
export const decideUndo = (plan: NeedPlan, { seenVersion }: { readonly seenVersion: number }, actor: Member, step: Step): Outcome => {
  const begun = begin(plan, actor, step);
  if (begun !== null) return begun;
  const { lastStep } = plan;
  if (lastStep === null || plan.version !== seenVersion || lastStep.version !== plan.version) return refuse('NEED_PLAN_CHANGED', { message: '后面又有人动过了，退不回去。已为您刷新。' });
  const moved = Object.entries(plan.needs).filter(([wishId]) => lastStep.from[wishId] !== undefined);
  return outOfArea(plan, actor, moved) ?? adjusted(plan, step, new Map(Object.entries(lastStep.from)), null);
};

/** Whether a place can be one, for whoever tells why a need is in no bundle. */
export const hasPlace = (plan: Pick<NeedPlan, 'places'>, place: number): boolean => {
  const point = plan.places[place]?.point ?? null;
  return point !== null && isPlace(point.lat, point.lng);
};
