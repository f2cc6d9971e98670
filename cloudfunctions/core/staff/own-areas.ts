import { STAFF_ROLES } from '../kernel/access';
import { isWithin } from '../kernel/area-tree';
import type { Member } from '../member/member';

/** The nodes a person works for, without those that lie below another of them. */
export const ownAreaIds = (member: Pick<Member, 'roles'>): readonly string[] => {
  const all = [...new Set(member.roles.filter((held) => STAFF_ROLES.some((role) => role === held.role)).map((held) => held.areaId))];
  return all.filter((areaId) => !all.some((other) => other !== areaId && isWithin(areaId, other)));
};
