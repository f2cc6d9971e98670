import type { MeView } from '@contract';

const STAFF_ROLES: ReadonlySet<string> = new Set(['administrator', 'staff', 'socialWorker']);

/** The report is a community's; whoever works for a street or district reads that of their own. */
export function communityOf(me: Pick<MeView, 'roles' | 'communityId'>): string {
  return me.roles.find(({ role, areaId }) => STAFF_ROLES.has(role) && areaId.split('-').length >= 3)?.areaId ?? me.communityId;
}
