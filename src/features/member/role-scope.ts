import type { AreaLevel, Role, RoleView } from '@contract';

/** Roles that a node of a level may be given at; a merchant or volunteer belongs to a community, not to a district. */
const LEVELS: Readonly<Record<Role, readonly AreaLevel[]>> = {
  administrator: ['district', 'street'],
  staff: ['street', 'community'],
  socialWorker: ['street', 'community'],
  merchant: ['community'],
  volunteer: ['community'],
  groupOwner: ['community'],
};

const LEVEL_BY_DEPTH: readonly AreaLevel[] = ['district', 'street', 'community', 'grid'];

/** Level of a node, read off its id ("d1-s2-c03" is a community). */
export function levelOfArea(areaId: string): AreaLevel {
  return LEVEL_BY_DEPTH[areaId.split('-').length - 1] ?? 'grid';
}

/** The nodes at which this person manages roles, widest first; nodes that lie inside another one are left out. */
export function decideManagedAreas(roles: readonly RoleView[]): readonly { areaId: string; areaName: string }[] {
  const held = roles
    .filter((role) => role.role === 'administrator' || role.role === 'staff')
    .map(({ areaId, areaName }) => ({ areaId, areaName }))
    .sort((a, b) => a.areaId.length - b.areaId.length || (a.areaId < b.areaId ? -1 : 1));
  return held.filter((area, index) => !held.slice(0, index).some((other) => isInside(area.areaId, other.areaId)));
}

/** Whether `areaId` is `node` or lies under it. */
export function isInside(areaId: string, node: string): boolean {
  return areaId === node || areaId.startsWith(`${node}-`);
}

/** What staff may give in their own area; everything else is an administrator's, as the server holds it: a shop comes in by its licence. */
const GIVEN_BY_STAFF: readonly Role[] = ['socialWorker', 'volunteer', 'groupOwner'];

/** Roles that make sense at a node, for the form only: the server decides. */
export function decideGrantableRoles(mine: readonly RoleView[], areaId: string): readonly Role[] {
  const level = levelOfArea(areaId);
  const covers = (role: Role) => mine.some((held) => held.role === role && isInside(areaId, held.areaId));
  const isAdministrator = covers('administrator');
  if (!isAdministrator && !covers('staff')) return [];
  return (Object.keys(LEVELS) as Role[]).filter((role) => LEVELS[role].includes(level) && (isAdministrator || GIVEN_BY_STAFF.includes(role)));
}
