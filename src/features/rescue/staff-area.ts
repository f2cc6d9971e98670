import type { MeView } from '@contract';

/** Pure: the node a person works for, the widest one first named; their own community when they hold no staff role. */
export function staffAreaOf(me: Pick<MeView, 'roles' | 'communityId'>): string {
  const held = me.roles.find((role) => role.role === 'socialWorker' || role.role === 'staff' || role.role === 'administrator');
  return held?.areaId ?? me.communityId;
}
