import type { MeView, Role } from '@contract';
import type { AreaRef } from './area-drill';

/** Roles that work for an area. */
export const STAFF_ROLES = ['administrator', 'staff', 'socialWorker'] as const satisfies readonly Role[];
const COMMUNITY_DEPTH = 3;
const depthOf = (areaId: string): number => areaId.split('-').length;

/** The part of the tree that somebody works for, as far as a report reaches: a community's is their own, whoever works for a street or district chooses. */
export function workPlaceOf(me: Pick<MeView, 'roles' | 'communityId' | 'communityName'>, roles: readonly Role[] = STAFF_ROLES): AreaRef {
  const held = me.roles.filter(({ role }) => roles.includes(role));
  const here = held.find(({ areaId }) => depthOf(areaId) === COMMUNITY_DEPTH) ?? held.find(({ areaId }) => depthOf(areaId) < COMMUNITY_DEPTH);
  if (here !== undefined) return { areaId: here.areaId, name: here.areaName };
  return { areaId: me.communityId, name: me.communityName };
}

/** The report is a community's: of a street or district there is none. */
export const isCommunity = (areaId: string): boolean => depthOf(areaId) === COMMUNITY_DEPTH;

/** Pure: where to begin: a community's own; of a street or district the home community where it lies in it, else the choice. */
export function beginAt(me: Pick<MeView, 'roles' | 'communityId' | 'communityName'>, roles: readonly Role[] = STAFF_ROLES): readonly AreaRef[] {
  const place = workPlaceOf(me, roles);
  if (isCommunity(place.areaId) || !me.communityId.startsWith(`${place.areaId}-`)) return [place];
  return [place, { areaId: me.communityId, name: me.communityName }];
}
