import type { Role } from '@contract';
import { holdsAt } from '../kernel/access';
import { isWithin } from '../kernel/area-tree';
import { hashInput } from '../kernel/ids';
import { memberRepository, type PersonFields } from '../member/member.repository';
import type { Assignee } from './task';

/** A community has a handful; more are not looked at. */
const HOLDERS_READ = 50;

/** Turns go round by the cause, so that nobody gets every task and a repeat names the same person. */
const pickOf = (people: readonly PersonFields[], cause: string): PersonFields | undefined => people[[...hashInput(cause)].reduce((sum, character) => sum + (character.codePointAt(0) ?? 0), 0) % Math.max(1, people.length)];

/**
 * One person of a role who works for an area: of its community first, then of its street, then of its district; null
 * when there is none. One request a level.
 */
export const findAssignee = async (role: Role, areaIds: readonly string[], cause: string): Promise<Assignee | null> => {
  const area = areaIds.at(-1) ?? '';
  for (const node of [...areaIds.slice(0, 3)].reverse()) {
    const holders = await memberRepository.roleHolders(node, null, HOLDERS_READ);
    const found = pickOf(holders.filter((person) => person.state === 'active' && holdsAt(person.roles, [role], area)), cause);
    if (found !== undefined) return { memberId: found._id, displayName: found.displayName };
  }
  return null;
};

/** Whether anybody holds the role at the node or below it. One request. */
export const hasRoleHolder = async (role: Role, areaId: string): Promise<boolean> =>
  (await memberRepository.roleHolders(areaId, null, HOLDERS_READ)).some((person) => person.state === 'active' && person.roles.some((held) => held.role === role && isWithin(held.areaId, areaId)));
