import type { Role } from '@contract';
import { holdsAt, type RoleHeld } from '../kernel/access';
import { pathOf } from '../kernel/area-tree';
import { accept, refuse, type Result } from '../kernel/result';
import type { Member } from './member';

/** Bounds the document; nobody works in so many places. */
export const ROLES_MAX = 20;

/** What staff may give and take in their own area; everything else is an administrator's. */
const GIVEN_BY_STAFF: readonly Role[] = ['socialWorker', 'volunteer', 'groupOwner'];

/**
 * Pure: whether `giver` may give or take `role` at `areaId`: administrators whose node covers it any role, staff whose
 * node covers it those that work beside them.
 */
export const decideMayManage = (giver: Pick<Member, 'roles'>, role: Role, areaId: string): Result<true> => {
  if (holdsAt(giver.roles, ['administrator'], areaId)) return accept(true);
  if (!holdsAt(giver.roles, ['staff'], areaId)) return refuse('ROLE_AREA_TOO_HIGH');
  if (role === 'merchant') return refuse('NOT_ALLOWED', { message: '请店主在“我的”里点“加入爱心商户”申请，对着执照看过就好。' });
  return GIVEN_BY_STAFF.includes(role) ? accept(true) : refuse('NOT_ALLOWED', { message: '这个身份要由管理员来给或收回。' });
};

/** Nodes of roles with everything above them, each once: whoever holds a role at a node or below is found by that node. */
export const roleAreaIdsOf = (roles: readonly RoleHeld[]): readonly string[] => [...new Set(roles.flatMap((held) => pathOf(held.areaId)))];

const isSame = (a: Pick<RoleHeld, 'role' | 'areaId'>, b: Pick<RoleHeld, 'role' | 'areaId'>): boolean => a.role === b.role && a.areaId === b.areaId;

/** Pure: the roles with one more; null when it is held already under the same name. */
export const decideGrant = (roles: readonly RoleHeld[], held: RoleHeld): Result<readonly RoleHeld[] | null> => {
  if (held.role === 'merchant' && held.merchantName === null) return refuse('BAD_INPUT', { fields: { merchantName: '请写商户的名字' } });
  const known = roles.find((each) => isSame(each, held));
  if (known?.shopId !== undefined) return refuse('NOT_ALLOWED', { message: '这位在这里是登记过的店主，身份跟着店走。' });
  if (known !== undefined && known.merchantName === held.merchantName) return accept(null);
  const others = roles.filter((each) => !isSame(each, held));
  if (others.length >= ROLES_MAX) return refuse('NOT_ALLOWED', { message: `一个人最多 ${ROLES_MAX} 个身份，先收回不用的。` });
  return accept([...others, held]);
};

/** Pure: the roles without one; null when it is not held. Nobody takes the administrator's role from themselves, or the last one could lock everybody out. */
export const decideRevoke = (giverId: string, target: Pick<Member, '_id' | 'roles'>, role: Role, areaId: string): Result<readonly RoleHeld[] | null> => {
  if (role === 'administrator' && giverId === target._id) return refuse('NOT_ALLOWED', { message: '自己的管理员身份要由另一位管理员来收回。' });
  if (target.roles.some((held) => isSame(held, { role, areaId }) && held.shopId !== undefined)) return refuse('NOT_ALLOWED', { message: '这个身份跟着店走，请在商户页里停用这家店，或请它退出。' });
  const rest = target.roles.filter((held) => !isSame(held, { role, areaId }));
  return accept(rest.length === target.roles.length ? null : rest);
};
