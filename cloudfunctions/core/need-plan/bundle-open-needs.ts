import { REPLAY } from '../aggregate/change';
import { byClock, versionMoved } from '../aggregate/versioned';
import { accept, type Result } from '../kernel/result';
import { isErrand } from '../last-leg/last-leg';
import { bundleNeeds } from '../match/bundle';
import { personIdOfWish } from '../wish/recipient';
import type { Wish } from '../wish/wish';
import type { NeedPlace, NeedPlan, NeedPlanEvent, NeedPlanOutcome, PlannedNeed } from './need-plan';

/** What bundling reads of a wish; nothing anybody wrote. */
export const OPEN_NEED_FIELDS = ['posterId', 'recipientIds', 'postedByStaff', 'onBehalf.relation', 'areaId', 'areaName', 'point', 'category', 'sharesLeft', 'errandFor'] as const;
export interface OpenNeed extends Pick<Wish, '_id' | 'posterId' | 'recipientIds' | 'postedByStaff' | 'areaId' | 'areaName' | 'point' | 'category' | 'sharesLeft' | 'errandFor'> {
  readonly onBehalf?: { readonly relation: string } | null;
}

/**
 * Whose need it is. Somebody on paper by their paper. Posted for somebody who was named only to the reviewer, each need
 * is of another person: nobody knows better, and one social worker is not thirty people.
 */
const personKeyOf = (need: OpenNeed): string => personIdOfWish(need) ?? (need.postedByStaff || (need.onBehalf ?? null) !== null ? need._id : need.posterId);

/** Small numbers in the order in which keys are met. */
const numberer = (): ((key: string) => number) => {
  const numbers = new Map<string, number>();
  return (key) => {
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  };
};

const placesOf = (needs: readonly OpenNeed[]): readonly NeedPlace[] => {
  const places = new Map<string, NeedPlace>();
  for (const { areaId, areaName, point } of needs) if ((places.get(areaId)?.point ?? null) === null) places.set(areaId, { areaId, name: areaName, point });
  return [...places.values()].sort((one, other) => (one.areaId < other.areaId ? -1 : 1));
};

export type Bundled = Pick<NeedPlan, 'places' | 'needs' | 'nextBundle' | 'isAtLeast'>;

/** Pure: the open needs of a community in bundles; last legs, what nobody can take a share of, and what is in a project at work are none. */
export const bundlingOf = (plan: Pick<NeedPlan, 'categories' | 'sizeMin' | 'sizeMax' | 'seed'>, read: readonly OpenNeed[], inProjects: ReadonlySet<string>, isAtLeast: boolean): Bundled => {
  const open = read.filter((need) => !isErrand(need) && need.sharesLeft > 0 && !inProjects.has(need._id));
  const [places, personOf] = [placesOf(open), numberer()];
  const placeOf = new Map(places.map(({ areaId }, index) => [areaId, index]));
  const persons = new Map(open.map((need) => [need._id, personOf(personKeyOf(need))]));
  const { bundles } = bundleNeeds({
    needs: open.map(({ _id, category, point }) => ({ id: _id, personId: String(persons.get(_id)), category, lat: point?.lat ?? NaN, lng: point?.lng ?? NaN })),
    sizeMin: plan.sizeMin, sizeMax: plan.sizeMax, seed: plan.seed,
  });
  const bundleOf = new Map(bundles.flatMap(({ memberIds }, index) => memberIds.map((id) => [id, index + 1] as const)));
  const needs = Object.fromEntries(open.map((need): readonly [string, PlannedNeed] => [need._id, [persons.get(need._id) ?? 0, placeOf.get(need.areaId) ?? 0, plan.categories.indexOf(need.category), bundleOf.get(need._id) ?? 0]]));
  return { places, needs, nextBundle: bundles.length + 1, isAtLeast };
};

/** It was read and bundled; a second reading of the same plan changes nothing. */
export const decideBundled = (plan: NeedPlan, bundled: Bundled, atMs: number): Result<NeedPlanOutcome> =>
  plan.state === 'reading'
    ? accept({ kind: 'change', change: versionMoved<NeedPlanEvent>(plan, { state: 'draft', ...bundled, updatedAtMs: atMs }, { kind: 'planBundled', ...byClock(plan._id, 'bundled', '', atMs) }) })
    : accept(REPLAY);
