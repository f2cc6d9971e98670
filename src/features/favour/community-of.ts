import type { MeView } from '@contract';

const STAFF_ROLES: ReadonlySet<string> = new Set(['administrator', 'staff', 'socialWorker']);
const COMMUNITY_DEPTH = 3;
const depthOf = (areaId: string): number => areaId.split('-').length;

/** The part of the tree that somebody works for, as far as a report reaches: a community's is their own, whoever works for a street or district chooses. */
export function workPlaceOf(me: Pick<MeView, 'roles' | 'communityId' | 'communityName'>): { readonly areaId: string; readonly name: string } {
  const held = me.roles.filter(({ role }) => STAFF_ROLES.has(role));
  const here = held.find(({ areaId }) => depthOf(areaId) === COMMUNITY_DEPTH) ?? held.find(({ areaId }) => depthOf(areaId) < COMMUNITY_DEPTH);
  if (here !== undefined) return { areaId: here.areaId, name: here.areaName };
  return { areaId: me.communityId, name: me.communityName };
}

/** The report is a community's: of a street or district there is none. */
export const isCommunity = (areaId: string): boolean => depthOf(areaId) === COMMUNITY_DEPTH;
