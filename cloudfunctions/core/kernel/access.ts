import type { Access, Role } from '@contract';
import { isWithin } from './area-tree';

export interface RoleHeld {
  readonly role: Role;
  readonly areaId: string;
  readonly areaName: string;
  readonly merchantName: string | null;
  /** The shop whose owner the person is; absent where somebody was let in by hand. The shop gives and takes this role. */
  readonly shopId?: string;
  readonly grantedBy: string;
  readonly grantedAtMs: number;
}

/** Whether any of the roles is held at all; the thing acted on decides the area. */
export const mayCall = (access: Access, roles: readonly RoleHeld[] | null): boolean => {
  if (access === 'public' || access === 'anonymous') return true;
  if (roles === null) return false;
  return access === 'member' || roles.some((held) => access.roles.includes(held.role));
};

/** Whether one of the roles is held at a node that covers `areaId`. */
export const holdsAt = (roles: readonly RoleHeld[], wanted: readonly Role[], areaId: string): boolean =>
  roles.some((held) => wanted.includes(held.role) && isWithin(areaId, held.areaId));

export const STAFF_ROLES = ['administrator', 'staff', 'socialWorker'] as const satisfies readonly Role[];

export const isStaffRole = (role: Role): boolean => STAFF_ROLES.some((each) => each === role);
