import type { Role } from '@contract';
import type { Area } from '../../../cloudfunctions/core/area/area';
import type { RoleHeld } from '../../../cloudfunctions/core/kernel/access';
import { memberIdOf } from '../../../cloudfunctions/core/kernel/ids';
import { unwrap } from '../../../cloudfunctions/core/kernel/result';
import { decidePlace, newMember } from '../../../cloudfunctions/core/member/new-member';
import { roleAreaIdsOf } from '../../../cloudfunctions/core/member/roles';
import type { Member } from '../../../cloudfunctions/core/member/member';
import { FUNCTIONS } from '../../../cloudfunctions/deploy';
import { declaredEnvironment } from '../../local-cloud/functions/environment';

export interface Joiner {
  readonly openid: string;
  readonly name: string;
  readonly areaId: string;
  readonly joinedAtMs: number;
  readonly roles: readonly { readonly role: Role; readonly areaId: string; readonly merchantName?: string }[];
  readonly careMode: boolean;
}

/** The guide everybody here agreed to when they joined. */
const PRIVACY_VERSION = '2026-11-20';

/** The very values the functions find in the local cloud, so that their ids and ours agree. */
export const localEnvironment = declaredEnvironment(FUNCTIONS[0]);

export const demoMemberId = (openid: string): string => memberIdOf(openid, localEnvironment.LINYUAN_ID_SECRET ?? '');

const heldRole = (joiner: Joiner, areas: ReadonlyMap<string, Area>, grantedBy: string, { role, areaId, merchantName }: Joiner['roles'][number]): RoleHeld => ({
  role,
  areaId,
  areaName: areas.get(areaId)?.name ?? areaId,
  merchantName: merchantName ?? null,
  grantedBy,
  grantedAtMs: joiner.joinedAtMs,
});

/** A member as somebody who joined that day and was given roles since. */
export function buildMember(joiner: Joiner, areas: ReadonlyMap<string, Area>, grantedBy: string): Member {
  const { openid, name: displayName, joinedAtMs: nowMs } = joiner;
  const place = unwrap(decidePlace(joiner.areaId, areas));
  const roles = joiner.roles.map((role) => heldRole(joiner, areas, grantedBy, role));
  const joined = newMember({ memberId: demoMemberId(openid), openid, displayName, privacyVersion: PRIVACY_VERSION, place, operationId: `demo-join-${openid}`, inputHash: 'demo', nowMs });
  return { ...joined, roles, roleAreaIds: roleAreaIdsOf(roles), typeSize: joiner.careMode ? 'large' : 'system', careMode: joiner.careMode };
}
