import type { ApiContract, NeedPlanView } from '@contract';
import { openWish as openWishFixture } from '../../../cloudfunctions/core/wish/wish.fixtures';
import type { NeedPlan } from '../../../cloudfunctions/core/need-plan/need-plan';
import type { NeedProject } from '../../../cloudfunctions/core/need-project/need-project';
import { pathOf } from '../../../cloudfunctions/core/kernel/area-tree';
import type { Wish } from '../../../cloudfunctions/core/wish/wish';
import { ADMIN, COMMUNITY, STAFF, STREET, type Community } from './community';

/** Degrees of latitude in a kilometre. */
const KM = 1 / 111.2;
let placed = 0;

/** Puts wishes of as many people on the wall at once; wishes are made one by one elsewhere. `grid` lies so many kilometres east; null: in no known place. */
export const placeNeeds = (community: Community, people: number, grid: number | null, changes: Partial<Wish> = {}): readonly string[] =>
  Array.from({ length: people }, () => {
    const number = (placed += 1);
    const { communityId = COMMUNITY } = changes;
    const areaId = grid === null ? communityId : `${communityId}-n${grid}`;
    const wish = openWishFixture({
      _id: `w_placed_${number}`, posterId: `m_placed_${number}`, recipientIds: [`m_placed_${number}`], householdId: `h_placed_${number}`, communityId, communityName: '青枫社区',
      areaId, areaIds: pathOf(areaId), areaName: grid === null ? '青枫社区' : `${grid} 号小区`, point: grid === null ? null : { lng: 120.1 + grid * KM, lat: 30.2 },
      windowEndMs: community.nowMs() + 60 * 86_400_000, publishedAtMs: community.nowMs(), wakeAtMs: community.nowMs() + 60 * 86_400_000, unclaimedToldAtMs: 1, ...changes,
    });
    community.cloud.cloud.store.get('wishes').put(wish._id, wish as never);
    return wish._id;
  });

let towns = 0;

/** A new community where so many people wait in each of these places; two bundlings of one are never under way. */
export const needTown = async (community: Community, people: number, grids: readonly number[]): Promise<string> => {
  const code = `k${(towns += 1)}`;
  await community.must(ADMIN, 'area.add', { parentId: STREET, code, level: 'community', name: `第 ${towns} 社区`, dutyPhone: '0571-8800109', stationName: '驿站' });
  for (const grid of grids) placeNeeds(community, people, grid, { communityId: `${STREET}-${code}` });
  return `${STREET}-${code}`;
};

export const GOODS_PLAN: ApiContract['needPlan.start']['input'] = { categories: ['goods'], sizeMin: 20, sizeMax: 60 };

export const startedPlan = async (community: Community, input = GOODS_PLAN): Promise<NeedPlanView> => {
  const { planId } = await community.must(STAFF, 'needPlan.start', input);
  const { plan } = await community.must(STAFF, 'needPlan.get', { planId });
  if (plan === null || plan.state !== 'draft') throw new Error(`plan ${planId} is ${plan?.state ?? 'nothing'}`);
  return plan;
};

/** A confirmed plan and its projects. */
export const openedProjects = async (community: Community, input = GOODS_PLAN): Promise<readonly NeedProject[]> => {
  const { planId, version } = await startedPlan(community, input);
  await community.must(STAFF, 'needPlan.confirm', { planId, seenVersion: version });
  return community.documents<NeedProject>('needProjects').filter((project) => project.planId === planId);
};

export const planOf = (community: Community, planId: string): NeedPlan => {
  const found = community.document<NeedPlan>('needPlans', planId);
  if (found === null) throw new Error(`no plan ${planId}`);
  return found;
};

export const projectOf = (community: Community, projectId: string): NeedProject => {
  const found = community.document<NeedProject>('needProjects', projectId);
  if (found === null) throw new Error(`no project ${projectId}`);
  return found;
};

