import type { WishCategory } from '@contract';
import { carriedOut } from '../aggregate/aggregate.fixtures';
import type { Step } from '../aggregate/step';
import { COMMUNITY, START_MS } from '../wish/wish.fixtures';
import { bundlingOf, decideBundled, type OpenNeed } from './bundle-open-needs';
import { newNeedPlan, type NeedPlan } from './need-plan';

let steps = 0;
export const stepBy = (actorId: string, nowMs = START_MS): Step => ({ actorId, operationId: `op_plan_${(steps += 1)}`, inputHash: 'hash', nowMs });

/** Degrees of latitude in a kilometre. */
const KM = 1 / 111.2;

/** `people` of one 小区, one need each; `east` in kilometres, null: a place that nobody knows. */
export const needsOf = (people: number, grid: number, east: number | null, category: WishCategory = 'goods'): readonly OpenNeed[] =>
  Array.from({ length: people }, (_, index): OpenNeed => ({
    _id: `w_${category}_${grid}_${index}`, posterId: `m_${grid}_${index}`, recipientIds: [`m_${grid}_${index}`], postedByStaff: false, onBehalf: null,
    areaId: `${COMMUNITY}-g${grid}`, areaName: `${grid} 号小区`, point: east === null ? null : { lng: 120.1 + east * KM, lat: 30.2 }, category, sharesLeft: 1, errandFor: null,
  }));

/** A draft made of these needs, 20 to 60 people a bundle. */
export const draftOf = (needs: readonly OpenNeed[], categories: readonly WishCategory[] = ['goods', 'repair']): NeedPlan => {
  const plan = newNeedPlan({ communityId: COMMUNITY, communityName: '青枫社区' }, 1, { categories, sizeMin: 20, sizeMax: 60, seed: 1 }, stepBy('m_staff'));
  return carriedOut(plan, decideBundled(plan, bundlingOf(plan, needs, new Set(), false), START_MS));
};
