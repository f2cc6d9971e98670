import type { NeedProjectFigures } from '@contract';
import { isWithin } from '../kernel/area-tree';
import { bundlesOf, type NeedEntry, type NeedPlan } from '../need-plan/need-plan';
import type { Supply } from '../supply/supply';
import { bundledStateOf, type BundledWish } from './bundled-need';
import { draftPlanOf } from './draft-plan';
import { newNeedProject, type NeedProject, type ProjectNeed } from './need-project';

type Standing = ReadonlyMap<string, Pick<BundledWish, 'state' | 'sharesLeft'>>;

/** Pure: needs by what became of them, and how many people still have one or had it met. */
export const countNeeds = (needs: Readonly<Record<string, ProjectNeed>>, wishes: Standing): { readonly figures: NeedProjectFigures; readonly personCount: number } => {
  const figures = { waiting: 0, taken: 0, met: 0, gone: 0 };
  const persons = new Set<number>();
  for (const [wishId, [person]] of Object.entries(needs)) {
    const state = bundledStateOf(wishes.get(wishId));
    figures[state] += 1;
    if (state !== 'gone') persons.add(person);
  }
  return { figures, personCount: persons.size };
};

/** Offers of its kind that serve one of its places, those with most room first; who exactly suits whom the page tells. */
const partnersOf = (supplies: readonly Supply[], category: string, areaIds: readonly string[]): readonly string[] =>
  supplies.filter((supply) => supply.category === category && areaIds.some((areaId) => isWithin(areaId, supply.areaId) || isWithin(supply.areaId, areaId)))
    .sort((one, other) => other.capacityPerWeek - one.capacityPerWeek || (one._id < other._id ? -1 : 1))
    .map(({ _id }) => _id);

const PARTNERS_AT_FIRST = 4;

/** Pure: what went away since it was bundled is left out, so that a project begins with what there is. */
const openOne = (plan: NeedPlan, bundleId: number, entries: readonly NeedEntry[], wishes: Standing, supplies: readonly Supply[], owner: { readonly ownerId: string; readonly ownerName: string }, atMs: number): NeedProject | null => {
  const there = entries.filter(([wishId]) => bundledStateOf(wishes.get(wishId)) !== 'gone');
  if (there.length === 0) return null;
  const placeIds = [...new Set(there.map(([, [, place]]) => place))].sort((one, other) => there.filter(([, need]) => need[1] === other).length - there.filter(([, need]) => need[1] === one).length || one - other);
  const places = placeIds.map((place) => plan.places[place]).filter((place) => place !== undefined).map(({ areaId, name }) => ({ areaId, name }));
  const persons = [...new Set(there.map(([, [person]]) => person))];
  const needs = Object.fromEntries(there.map(([wishId, [person, place]]): readonly [string, ProjectNeed] => [wishId, [persons.indexOf(person), placeIds.indexOf(place)]]));
  const category = plan.categories[there[0]?.[1][2] ?? 0] ?? 'goods';
  const sharesLeft = there.reduce((sum, [wishId]) => sum + (wishes.get(wishId)?.sharesLeft ?? 0), 0);
  const counted = countNeeds(needs, wishes);
  const draft = draftPlanOf({ category, personCount: counted.personCount, sharesLeft, areaNames: places.map(({ name }) => name), partnerIds: partnersOf(supplies, category, places.map(({ areaId }) => areaId)).slice(0, PARTNERS_AT_FIRST) });
  const { _id: planId, communityId, communityName, areaIds } = plan;
  return newNeedProject({ planId, bundleId, communityId, communityName, areaIds, category, ...owner, places, needs, ...counted, plan: draft }, atMs);
};

/** Pure: the projects of a confirmed plan, one a bundle that still has needs. */
export const projectsOf = (plan: NeedPlan, wishes: Standing, supplies: readonly Supply[], owner: { readonly ownerId: string; readonly ownerName: string }, atMs: number): readonly NeedProject[] =>
  [...bundlesOf(plan)].map(([bundleId, entries]) => openOne(plan, bundleId, entries, wishes, supplies, owner, atMs)).filter((project) => project !== null);
