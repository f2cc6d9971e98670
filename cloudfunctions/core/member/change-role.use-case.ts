import type { ApiContract, PersonView, Role } from '@contract';
import { findArea } from '../area/area.repository';
import type { RoleHeld } from '../kernel/access';
import { deriveId, hashInput } from '../kernel/ids';
import { fail, unwrap } from '../kernel/result';
import { checkName } from '../platform/content-check';
import type { MemberContext } from '../platform/context';
import { logDefect } from '../platform/log';
import { asDelivery } from '../platform/meter';
import { command, store } from '../platform/store';
import { deliverMemberEvents } from './deliver-member-events.use-case';
import type { Member } from './member';
import type { MemberEvent } from './member-event';
import { memberRepository } from './member.repository';
import { personView } from './member.view';
import { noteOperation, notDoneYet, wasDone } from './recent-operations.repository';
import { decideGrant, decideMayManage, decideRevoke, roleAreaIdsOf } from './roles';

const getTarget = async (memberId: string): Promise<Member> => {
  const target = await memberRepository.find(memberId);
  return target !== null && target.state === 'active' ? target : fail('PERSON_NOT_FOUND');
};

interface RoleChange {
  readonly roles: readonly RoleHeld[];
  readonly kind: 'roleGranted' | 'roleRevoked';
  readonly role: Role;
  readonly areaId: string;
  readonly areaName: string;
}

/** Writes the roles with the event that tells of them, unless somebody changed this person meanwhile (BUSY). */
const saveRoles = async (context: MemberContext, target: Member, change: RoleChange, inputHash: string): Promise<PersonView> => {
  const { roles, ...what } = change;
  const event: MemberEvent = { eventId: deriveId('e', context.operationId), atMs: context.nowMs, byId: context.member._id, ...what };
  const saved = await store.update(
    'members',
    { _id: target._id, state: 'active', revision: target.revision, ...notDoneYet(context.operationId) },
    {
      roles: command.set(roles),
      roleAreaIds: command.set(roleAreaIdsOf(roles)),
      revision: command.inc(1),
      [`outbox.${event.eventId}`]: command.set(event),
      wakeAtMs: command.min(context.nowMs),
      ...noteOperation(target, context.operationId, inputHash),
    },
  );
  if (saved === 0) return fail('BUSY');
  const after: Member = { ...target, roles, revision: target.revision + 1, outbox: { ...target.outbox, [event.eventId]: event } };
  // The clock is set, so `jobs` delivers what fails here.
  await asDelivery(() => deliverMemberEvents(after)).catch((error: unknown) => logDefect(context.requestId, 'member events', error));
  return personView(after, context.member);
};

/**
 * Gives somebody a role at a node, within what the caller manages; they are told in their inbox. Given before, nothing
 * changes.
 * @throws RefusedError ROLE_AREA_TOO_HIGH, NOT_ALLOWED, PERSON_NOT_FOUND, NOT_FOUND (no such area), BAD_INPUT, BUSY.
 */
export const grantRole = async (context: MemberContext, input: ApiContract['member.grantRole']['parsed']): Promise<PersonView> => {
  unwrap(decideMayManage(context.member, input.role, input.areaId));
  const inputHash = hashInput(input);
  const target = await getTarget(input.memberId);
  if (wasDone(target, context.operationId, inputHash)) return personView(target, context.member);
  const area = (await findArea(input.areaId)) ?? fail('NOT_FOUND');
  const merchantName = input.role === 'merchant' ? (input.merchantName ?? null) : null;
  const held: RoleHeld = { role: input.role, areaId: area._id, areaName: area.name, merchantName, grantedBy: context.member._id, grantedAtMs: context.nowMs };
  const roles = unwrap(decideGrant(target.roles, held));
  if (roles === null) return personView(target, context.member);
  if (merchantName !== null) await checkName(context.openid, [merchantName]);
  return saveRoles(context, target, { roles, kind: 'roleGranted', role: held.role, areaId: area._id, areaName: area.name }, inputHash);
};

/** Takes a role back, within what the caller manages; not held, nothing changes. Refusals as for giving. */
export const revokeRole = async (context: MemberContext, input: ApiContract['member.revokeRole']['parsed']): Promise<PersonView> => {
  unwrap(decideMayManage(context.member, input.role, input.areaId));
  const inputHash = hashInput(input);
  const target = await getTarget(input.memberId);
  if (wasDone(target, context.operationId, inputHash)) return personView(target, context.member);
  const roles = unwrap(decideRevoke(context.member._id, target, input.role, input.areaId));
  if (roles === null) return personView(target, context.member);
  const areaName = target.roles.find((held) => held.role === input.role && held.areaId === input.areaId)?.areaName ?? '';
  return saveRoles(context, target, { roles, kind: 'roleRevoked', role: input.role, areaId: input.areaId, areaName }, inputHash);
};
