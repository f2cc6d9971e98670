import type { MeView, Role } from '@contract';

const STAFF: ReadonlySet<Role> = new Set<Role>(['administrator', 'staff', 'socialWorker']);
const PLANNERS: ReadonlySet<Role> = new Set<Role>([...STAFF, 'groupOwner']);
const COMMUNITY_DEPTH = 3;

export const PLANNER_ROLES = ['administrator', 'staff', 'socialWorker', 'groupOwner'] as const satisfies readonly Role[];

export const worksAsStaff = ({ roles }: Pick<MeView, 'roles'>): boolean => roles.some(({ role }) => STAFF.has(role));

export interface PlannedCommunity {
  readonly communityId: string;
  readonly communityName: string;
}

/** The community somebody plans for: that of their role, or that their 小区 is in; else where they live. */
export function plannedCommunity(me: Pick<MeView, 'roles' | 'communityId' | 'communityName'>): PlannedCommunity {
  const held = me.roles.filter(({ role, areaId }) => PLANNERS.has(role) && areaId.split('-').length >= COMMUNITY_DEPTH);
  const at = held.map(({ areaId, areaName }) => ({ communityId: areaId.split('-').slice(0, COMMUNITY_DEPTH).join('-'), communityName: areaName }));
  const role = at.find(({ communityId }) => communityId === me.communityId) === undefined ? at[0] : undefined;
  return role ?? { communityId: me.communityId, communityName: me.communityName };
}
