import type { NeedBundleView, NeedPlanRef, NeedPlanView, UnplacedReason, UnplacedView } from '@contract';
import { worksAt, type Member } from '../member/member';
import { minutesBetween } from '../wish/wish-card';
import { hasPlace } from './adjust-plan';
import { areaIdsOf, bundlesOf, isLivePlan, needsIn, personsIn, plansAt, plansFor, type NeedEntry, type NeedPlace, type NeedPlan } from './need-plan';

export const planRefOf = ({ _id, state, version }: NeedPlan): NeedPlanRef => ({ planId: _id, state, version });

type Point = NonNullable<NeedPlace['point']>;

const middleOf = (points: readonly Point[]): Point | null =>
  points.length === 0 ? null : { lng: points.reduce((sum, { lng }) => sum + lng, 0) / points.length, lat: points.reduce((sum, { lat }) => sum + lat, 0) / points.length };

interface OnPlan {
  readonly eastMinutes: number | null;
  readonly northMinutes: number | null;
}

const onPlan = (middle: Point | null, point: Point | null): OnPlan => {
  const way = minutesBetween(middle, point);
  return { eastMinutes: way === null ? null : Math.round(way.east), northMinutes: way === null ? null : Math.round(way.north) };
};

const pointOf = (plan: NeedPlan, place: number): Point | null => (hasPlace(plan, place) ? (plan.places[place]?.point ?? null) : null);
const pointsOf = (plan: NeedPlan, entries: readonly NeedEntry[]): readonly Point[] => entries.map(([, [, place]]) => pointOf(plan, place)).filter((point) => point !== null);

/** Mean way on foot to the middle, in whole minutes. */
const reachOf = (points: readonly Point[]): number | null => {
  const middle = middleOf(points);
  if (middle === null) return null;
  const ways = points.map((point) => minutesBetween(middle, point)).filter((way) => way !== null);
  return Math.round(ways.reduce((sum, { east, north }) => sum + Math.hypot(east, north), 0) / Math.max(1, ways.length));
};

const placesIn = (plan: NeedPlan, entries: readonly NeedEntry[]): NeedBundleView['places'] =>
  plan.places.flatMap(({ areaId }, index) => {
    const here = entries.filter(([, need]) => need[1] === index);
    return here.length === 0 ? [] : [{ areaId, personCount: personsIn(here), needCount: here.length }];
  });

const bundleView = (plan: NeedPlan, bundleId: number, entries: readonly NeedEntry[], middle: Point | null, reader: Member): NeedBundleView => {
  const points = pointsOf(plan, entries);
  const at = onPlan(middle, middleOf(points));
  return {
    bundleId, category: plan.categories[entries[0]?.[1][2] ?? 0] ?? 'goods', personCount: personsIn(entries), needCount: entries.length, reachMinutes: reachOf(points),
    eastMinutes: at.eastMinutes, northMinutes: at.northMinutes, places: placesIn(plan, entries),
    mayAdjust: plan.state === 'draft' && plansFor(reader, plan.communityId, areaIdsOf(plan, entries)),
  };
};

/** Why needs are in no bundle, a line a kind and reason. */
const unplacedOf = (plan: NeedPlan): readonly UnplacedView[] =>
  plan.categories.flatMap((category, index) => {
    const all = Object.entries(plan.needs).filter(([, need]) => need[2] === index);
    const loose = needsIn(plan, 0).filter(([, need]) => need[2] === index);
    const [placed, placeless] = [loose.filter(([, need]) => hasPlace(plan, need[1])), loose.filter(([, need]) => !hasPlace(plan, need[1]))];
    const isTooFew = personsIn(all.filter(([, need]) => hasPlace(plan, need[1]))) < plan.sizeMin;
    const line = (reason: UnplacedReason, entries: readonly NeedEntry[]): readonly UnplacedView[] => (entries.length === 0 ? [] : [{ category, reason, personCount: personsIn(entries), needCount: entries.length }]);
    return [...line(isTooFew ? 'tooFew' : 'leftOver', placed), ...line('noPlace', placeless)];
  });

/** A plan as its planners read it; `lastBy`: whoever took the last step, null where nobody did or they left. */
export const needPlanView = (plan: NeedPlan, reader: Member, lastBy: Member | null): NeedPlanView => {
  const all = Object.entries(plan.needs);
  const middle = middleOf(plan.places.map((_place, index) => pointOf(plan, index)).filter((point) => point !== null));
  const [isStaff, isDraft] = [worksAt(reader, plan.communityId), plan.state === 'draft'];
  const { lastStep } = plan;
  return {
    planId: plan._id, state: plan.state, version: plan.version, communityId: plan.communityId, communityName: plan.communityName,
    categories: plan.categories, sizeMin: plan.sizeMin, sizeMax: plan.sizeMax, startedAtMs: plan.startedAtMs,
    needCount: all.length, personCount: personsIn(all), isAtLeast: plan.isAtLeast,
    bundles: [...bundlesOf(plan)].map(([bundleId, entries]) => bundleView(plan, bundleId, entries, middle, reader)),
    places: plan.places.map(({ areaId, name }, index) => ({ areaId, name, eastMinutes: onPlan(middle, pointOf(plan, index)).eastMinutes, northMinutes: onPlan(middle, pointOf(plan, index)).northMinutes })),
    unplaced: unplacedOf(plan),
    lastStep: lastStep === null ? null : { kind: lastStep.kind, byName: lastBy?.displayName ?? '', isMine: lastStep.byId === reader._id, atMs: lastStep.atMs },
    may: { adjust: isDraft && plansAt(reader, plan.communityId), undo: isDraft && lastStep !== null && lastStep.version === plan.version, confirm: isDraft && isStaff && bundlesOf(plan).size > 0, drop: isLivePlan(plan) && isStaff },
  };
};
