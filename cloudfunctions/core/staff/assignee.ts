import type { Role } from '@contract';
import { holdsAt, STAFF_ROLES } from '../kernel/access';
import { hashInput } from '../kernel/ids';
import type { Member } from '../member/member';
import type { Assignee } from './task';

/** What must be known of somebody before a task may name them. */
export type RoleHolder = Pick<Member, '_id' | 'displayName' | 'roles' | 'state'>;

/** Turns go round by the cause, so that nobody gets every task and a repeat names the same person. */
const turnOf = (cause: string, people: number): number => [...hashInput(cause)].reduce((sum, character) => sum + (character.codePointAt(0) ?? 0), 0) % Math.max(1, people);

/** Pure: who of these works for the area and is no part of it. */
export const alerted = <P extends RoleHolder>(people: readonly P[], areaId: string, exceptIds: readonly string[]): readonly P[] =>
  people.filter((person) => person.state === 'active' && !exceptIds.includes(person._id) && holdsAt(person.roles, STAFF_ROLES, areaId));

/** Pure: one of these people who works for the area in the role; null when nobody does. */
export const pickAssignee = (people: readonly RoleHolder[], role: Role, areaId: string, cause: string): Assignee | null => {
  const able = people.filter((person) => person.state === 'active' && holdsAt(person.roles, [role], areaId));
  const found = able[turnOf(cause, able.length)];
  return found === undefined ? null : { memberId: found._id, displayName: found.displayName };
};
