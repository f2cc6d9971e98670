import type { Role } from '@contract';
import { isWithin } from '../kernel/area-tree';
import { memberRepository } from '../member/member.repository';
import { pickAssignee } from './assignee';
import type { Assignee } from './task';

/** A community has a handful; more are not looked at. */
const HOLDERS_READ = 50;

/**
 * One person of a role who works for an area: of its community first, then of its street, then of its district; null
 * when there is none. One request a level.
 */
export const findAssignee = async (role: Role, areaIds: readonly string[], cause: string): Promise<Assignee | null> => {
  for (const node of [...areaIds.slice(0, 3)].reverse()) {
    const found = pickAssignee(await memberRepository.roleHolders(node, null, HOLDERS_READ), role, areaIds.at(-1) ?? '', cause);
    if (found !== null) return found;
  }
  return null;
};

/** Whether anybody holds the role at the node or below it. One request. */
export const hasRoleHolder = async (role: Role, areaId: string): Promise<boolean> =>
  (await memberRepository.roleHolders(areaId, null, HOLDERS_READ)).some((person) => person.state === 'active' && person.roles.some((held) => held.role === role && isWithin(held.areaId, areaId)));
